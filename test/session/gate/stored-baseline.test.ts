import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dataBranchName, readStore } from '../../../src/baseline/store.ts';
import { findRepository } from '../../../src/github/repository.ts';
import { ownDataBranch } from '../../../src/session/gate/gate-stage.ts';
import { type BaselineTarget, measureBaseline } from '../../../src/session/gate/measure-baseline.ts';
import { readSpec } from '../../../src/session/load-spec.ts';
import { placeOf } from '../../../src/session/place.ts';
import { runSession } from '../../../src/session/session.ts';
import { clone, commit, gitIn, write } from '../../github/git-fixture.ts';
import { runIn, setUp } from '../toy-repository.ts';

test('the default branch stores its results, and a pull request is compared with them without training base', async () => {
  const { work, spec } = setUp();
  const first = gitIn(work, 'rev-parse', 'HEAD');
  const stored = await runIn(work, { write: true });
  // Nothing was stored before, and the repository has no commit before this one.
  expect(stored.verdict?.conclusion).toBe('no-baseline');
  expect(stored.trained('head')).toBe(7);
  const { folder } = await placeOf(readSpec(path.join(work, 'tune.yml')));
  const store = {
    branch: { url: (await ownDataBranch(await findRepository(work)))!.url, name: dataBranchName },
    key: path.basename(folder),
  };
  const { results } = await readStore(store);
  expect(results).toMatchObject([{ commit: first, config: { level: 0.8 }, study: 'toy' }]);
  expect(results[0]!.trainings).toHaveLength(7);
  expect(results[0]!.trainings[0]).toMatchObject({ metrics: { latency: 5 } });

  gitIn(work, 'switch', '--quiet', '--create', 'worse');
  commit(work, { 'tune.yml': spec(0.78) }, 'worse');
  const worse = await runIn(work);
  expect(worse.verdict).toMatchObject({ conclusion: 'regressed' });
  expect(worse.verdict!.difference).toBeCloseTo(-0.02, 2);
  expect(worse.base).toMatchObject({
    sha: first,
    how: expect.stringMatching(/as stored on \d{4}-\d\d-\d\d$/),
  });
  expect(worse.trained('base')).toBe(0);
  expect(worse.trained('head')).toBe(3);
  expect(worse.baseConfig).toEqual({ level: 0.8 });

  // A shallow clone of the same, whose base is two commits of documentation further.
  gitIn(work, 'switch', '--quiet', 'main');
  commit(work, { 'README.md': 'a' }, 'docs');
  const docs = commit(work, { 'README.md': 'b' }, 'more docs');
  gitIn(work, 'push', '--quiet', 'origin', 'main');
  const shallow = clone(gitIn(work, 'remote', 'get-url', 'origin').replace('file://', ''), '--depth=1');
  gitIn(shallow, 'switch', '--quiet', '--create', 'same');
  commit(shallow, { 'note.txt': 'x' }, 'nothing');
  const same = await runIn(shallow, { base: docs });
  expect(same.verdict?.conclusion).toBe('unchanged');
  expect(same.base).toMatchObject({
    sha: first,
    how: expect.stringMatching(
      /^the nearest ancestor with stored results, 2 commits before .*, as stored on/,
    ),
  });
}, 60_000);

test('what was stored of another spec or other data is not compared with, and the report says so', async () => {
  const { work, spec } = setUp("baseline: stored, data: ['data/*.csv']");
  write(work, { 'data/a.csv': '1\n' });
  await runIn(work, { write: true });
  gitIn(work, 'switch', '--quiet', '--create', 'change');
  commit(work, { 'tune.yml': spec(0.81) }, 'better');
  write(work, { 'data/a.csv': '2\n' });
  const changed = await runIn(work);
  expect(changed.verdict?.conclusion).toBe('improved');
  expect(changed.trained('base')).toBeGreaterThan(0);
  expect(changed.notices).toContainEqual(
    expect.stringMatching(
      /^The stored results of [0-9a-f]{7} cannot be compared with: the data has changed since\. So the base was trained again in this run\.$/,
    ),
  );
  write(work, { 'data/a.csv': '1\n' });
  // The base ships something else than its ancestor did.
  gitIn(work, 'switch', '--quiet', '--create', 'next');
  const base = gitIn(work, 'rev-parse', 'HEAD');
  commit(work, { 'note.txt': 'x' }, 'nothing');
  const next = await runIn(work, { base });
  expect(next.notices.join('\n')).toMatch(/the spec of the base trains something else/);
  expect(next.verdict?.conclusion).toBe('unchanged');
}, 60_000);

test('without a base commit here, auto falls back on what is stored of the commits before', async () => {
  const { work, spec } = setUp('baseline: auto');
  const target: BaselineTarget = { kind: 'store' };
  const baseline = (to: BaselineTarget) =>
    measureBaseline({
      loaded: readSpec(path.join(work, 'tune.yml'), 'tune.yml'),
      target: to,
      host: { path: 'none', node: process.execPath },
      env: process.env,
      signal: new AbortController().signal,
      onEvent: () => {},
    });
  await baseline(target);
  commit(work, { 'tune.yml': spec(0.7) }, 'worse');
  const { verdict, base, trained } = await runGone();
  expect(verdict?.conclusion).toBe('regressed');
  expect(base?.how).toMatch(/since the base itself is not here/);
  expect(trained).toBe(0);

  async function runGone() {
    const loaded = readSpec(path.join(work, 'tune.yml'), 'tune.yml');
    const { results } = await runSession({
      loaded,
      findBase: async () => ({ found: false, reason: 'The base was force-pushed away.' }),
      stored: { branch: (await ownDataBranch(await findRepository(work)))!, write: false },
      journal: 'fresh',
      host: { path: 'none', node: process.execPath },
      env: process.env,
      signal: new AbortController().signal,
      startedAt: performance.now(),
      reserveMs: 0,
      onEvent: () => {},
    });
    return { ...results, trained: results.study.trials.filter(({ role }) => role === 'base').length };
  }
}, 60_000);

test('a committed file is a baseline, and is refused with the reason when it is none', async () => {
  const { work, spec } = setUp('baseline: file');
  const none = await runIn(work);
  expect(none.verdict).toMatchObject({
    conclusion: 'no-baseline',
    reason:
      'There is no baseline file tunegate-baseline.json beside the spec. Write it with: tunegate baseline',
  });
  const written = await measureBaseline({
    loaded: readSpec(path.join(work, 'tune.yml'), 'tune.yml'),
    target: { kind: 'file' },
    host: { path: 'none', node: process.execPath },
    env: process.env,
    signal: new AbortController().signal,
    onEvent: () => {},
  });
  expect(written.where).toBe('tunegate-baseline.json');
  commit(work, { 'tune.yml': spec(0.75) }, 'worse');
  const worse = await runIn(work);
  expect(worse.verdict?.conclusion).toBe('regressed');
  expect(worse.base?.how).toMatch(/^tunegate-baseline\.json, written on \d{4}-/);
  expect(worse.trained('base')).toBe(0);

  const text = readFileSync(path.join(work, 'tunegate-baseline.json'), 'utf8');
  write(work, { 'tunegate-baseline.json': text.replace('"goal":"maximize"', '"goal":"minimize"') });
  expect((await runIn(work)).verdict?.reason).toMatch(/they measure accuracy \(minimize, last value\)/);
  write(work, { 'tunegate-baseline.json': '[]' });
  expect((await runIn(work)).verdict?.reason).toMatch(/cannot be read: its content is not as expected/);
  rmSync(path.join(work, 'tunegate-baseline.json'));
}, 60_000);

test('a base without the spec cannot be compared with, stored or not', async () => {
  const { work, spec } = setUp();
  await runIn(work, { write: true });
  gitIn(work, 'rm', '--quiet', 'tune.yml');
  const base = commit(work, {}, 'without a spec');
  gitIn(work, 'switch', '--quiet', '--create', 'back');
  commit(work, { 'tune.yml': spec(0.8) }, 'back again');
  const { verdict, notices } = await runIn(work, { base });
  expect(verdict).toMatchObject({
    conclusion: 'no-baseline',
    reason: expect.stringMatching(/has no tune\.yml, so there is nothing to compare with yet/),
  });
  expect(notices.join('\n')).toMatch(/The base commit has no spec that can be read/);
}, 60_000);
