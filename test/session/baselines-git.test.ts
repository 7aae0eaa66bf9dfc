import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dataBranchName, readStore } from '../../src/baseline/store.ts';
import { baseOfRun } from '../../src/github/base-commit.ts';
import { readContext } from '../../src/github/context.ts';
import { measureBaseline } from '../../src/session/gate/measure-baseline.ts';
import { readSpec } from '../../src/session/load-spec.ts';
import { placeOf } from '../../src/session/place.ts';
import { clone, commit, gitIn, temporaryFolder } from '../github/git-fixture.ts';
import { examplePayload, runnerEnvironment } from '../github/runner.ts';
import { runIn, setUp } from './toy-repository.ts';

/** As actions/checkout does it: one commit, detached. */
function checkout(bare: string, sha: string): string {
  const folder = temporaryFolder();
  gitIn(folder, 'init', '--quiet', '--initial-branch', 'main');
  gitIn(folder, 'remote', 'add', 'origin', `file://${bare}`);
  gitIn(folder, 'fetch', '--quiet', '--depth=1', 'origin', sha);
  gitIn(folder, 'checkout', '--quiet', '--detach', sha);
  return folder;
}

function context(
  event: 'pull_request' | 'merge_group',
  change: (payload: ReturnType<typeof examplePayload>) => void,
) {
  const payload = examplePayload(event, event === 'pull_request' ? 'opened' : undefined);
  change(payload);
  return readContext(runnerEnvironment({ folder: path.join(temporaryFolder(), 'runner'), event, payload }));
}

function pull(base: string, head: string) {
  return context('pull_request', ({ pull_request }) => {
    pull_request.base.sha = base;
    pull_request.base.ref = 'main';
    pull_request.head.sha = head;
  });
}

function measure(work: string, kind: 'store' | 'file') {
  return measureBaseline({
    loaded: readSpec(path.join(work, 'tune.yml'), 'tune.yml'),
    target: { kind },
    host: { path: 'none', node: process.execPath },
    env: process.env,
    signal: new AbortController().signal,
    onEvent: () => {},
  });
}

test.each(['stored', 'rerun'] as const)(
  'a merge queue: one commit of it, compared with what it goes on top of, %s',
  async (mode) => {
    const { bare, work, spec } = setUp(`baseline: ${mode}`);
    // What is ahead in the queue was stored when it was on main.
    if (mode === 'stored') await measure(work, 'store');
    const ahead = gitIn(work, 'rev-parse', 'HEAD');
    gitIn(work, 'switch', '--quiet', '--create', 'queue');
    const group = commit(work, { 'tune.yml': spec(0.77) }, 'Merge pull request #7');
    gitIn(work, 'push', '--quiet', 'origin', 'HEAD:refs/heads/gh-readonly-queue/main/pr-7');
    const run = context('merge_group', ({ merge_group }) => {
      merge_group.head_sha = group;
      merge_group.base_sha = ahead;
    });
    const folder = checkout(bare, group);
    const found = await runIn(folder, { findBase: (repo) => baseOfRun(repo, run) });
    expect(found.verdict?.conclusion).toBe('regressed');
    expect(found.base).toMatchObject({
      sha: ahead,
      how: expect.stringMatching(/^main before this merge group/),
    });
    expect(found.trained('base')).toBe(mode === 'stored' ? 0 : 3);
  },
  60_000,
);

test('a base that was force-pushed away: the stored results of what GitHub names instead, or its own', async () => {
  const { bare, work, spec } = setUp();
  const first = gitIn(work, 'rev-parse', 'HEAD');
  await measure(work, 'store');
  const away = commit(work, { 'tune.yml': spec(0.84), 'note.txt': 'x' }, 'better');
  await measure(work, 'store');
  gitIn(work, 'push', '--quiet', 'origin', 'main');
  gitIn(work, 'switch', '--quiet', '--create', 'topic');
  const head = commit(work, { 'other.txt': 'y' }, 'nothing that trains');
  gitIn(work, 'push', '--quiet', 'origin', 'topic');
  // Main is rewritten: the commit that the pull request began at is on no branch but its own.
  gitIn(work, 'switch', '--quiet', 'main');
  gitIn(work, 'reset', '--quiet', '--hard', first);
  const instead = commit(work, { 'note.txt': 'z' }, 'instead');
  gitIn(work, 'push', '--quiet', '--force', 'origin', 'main');

  const run = async (on: string) =>
    await runIn(checkout(bare, head), { findBase: (repo) => baseOfRun(repo, pull(on, head)) });
  // GitHub names the rewritten main: the merge base is the commit before.
  const after = await run(instead);
  expect(after.base).toMatchObject({ sha: first, how: expect.stringContaining('as stored on') });
  expect(after.verdict).toMatchObject({ conclusion: 'improved' });
  expect(after.trained('base')).toBe(0);
  // The event is from before: the old base is still in the pull request's own history.
  const before = await run(away);
  expect(before.base).toMatchObject({ sha: away });
  expect(before.verdict?.conclusion).toBe('unchanged');
  expect(before.trained('base')).toBe(0);
}, 60_000);

test('runs of two commits that store at the same time lose nothing, and both are found', async () => {
  const { bare, work, spec } = setUp();
  const first = gitIn(work, 'rev-parse', 'HEAD');
  const second = commit(work, { 'tune.yml': spec(0.82) }, 'better');
  gitIn(work, 'push', '--quiet', 'origin', 'main');
  const clones = [first, second, second].map((sha) => checkout(bare, sha));
  await Promise.all(clones.map((folder) => measure(folder, 'store')));
  const { folder } = await placeOf(readSpec(path.join(clones[0]!, 'tune.yml')));
  const { results, notices } = await readStore({
    branch: { url: `file://${bare}`, name: dataBranchName },
    key: path.basename(folder),
  });
  expect(notices).toEqual([]);
  expect(results.map(({ commit: of }) => of).sort()).toEqual([first, second].sort());
  for (const { trainings } of results) expect(trainings).toHaveLength(7);

  const topic = clone(bare);
  for (const [base, verdict] of [
    [first, 'improved'],
    [second, 'unchanged'],
  ] as const) {
    const found = await runIn(topic, { findBase: async () => ({ found: true, sha: base, how: 'named' }) });
    expect(found.base?.sha).toBe(base);
    expect(found.verdict?.conclusion).toBe(verdict);
  }
}, 60_000);

test('a pull request that deletes the baseline file has no baseline, whatever its scores are', async () => {
  const { work, spec } = setUp('baseline: file');
  await measure(work, 'file');
  commit(work, {}, 'the bar');
  rmSync(path.join(work, 'tunegate-baseline.json'));
  commit(work, { 'tune.yml': spec(0.5) }, 'worse, and without the bar');
  const { verdict, trained } = await runIn(work);
  expect(verdict).toMatchObject({
    conclusion: 'no-baseline',
    reason: expect.stringMatching(/^There is no baseline file tunegate-baseline\.json beside the spec/),
  });
  expect(trained('head')).toBe(0);
}, 60_000);
