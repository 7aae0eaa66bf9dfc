import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSpec } from '../../src/session/load-spec.ts';
import { runSession } from '../../src/session/session.ts';
import { commit, gitIn, newRepository, write } from '../github/git-fixture.ts';

// Sessions one after the other in a repository whose files change in between, and while they run.

const train = `
const { appendFileSync, writeFileSync } = require('fs');
writeFileSync('model.bin', String(Math.random()));
appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify({ loss: Number(process.env.TUNEGATE_PARAM_X) }) + '\\n');
`;
const spec = `name: toy
trial: { run: [node, train.cjs] }
metric: { name: loss, goal: minimize }
params:
  x: { type: int, min: 1, max: 40, default: 3 }
search: { seed: 5, confirm: false, strategy: random }
budget: { workers: 1, trials: 5 }
gate: false
`;

function repository(more: Readonly<Record<string, string>> = {}): string {
  const folder = newRepository();
  commit(folder, { 'train.cjs': train, 'tune.yml': spec, ...more });
  return folder;
}

/** Runs until so many trials have ended, as with Ctrl-C then. */
async function session(folder: string, trials = 5, { hurried = false } = {}) {
  const controller = new AbortController();
  const notices: string[] = [];
  const started: number[] = [];
  let ended = 0;
  const { results, folder: study } = await runSession({
    loaded: readSpec(path.join(folder, 'tune.yml'), 'tune.yml'),
    findBase: async () => ({ found: false, reason: 'nobody asked' }),
    journal: 'resume',
    host: { path: 'none', node: process.execPath },
    env: process.env,
    signal: controller.signal,
    hurriedCancel: hurried,
    startedAt: performance.now(),
    reserveMs: 0,
    onEvent: (event) => {
      if (event.type === 'notice') notices.push(event.text);
      if (event.type === 'trial-started') started.push(event.trial);
      if (event.type === 'trial-ended') ended += 1;
      if (ended === trials && trials < 5) controller.abort('SIGINT');
    },
  });
  expect(results.notices).toEqual(notices);
  return { notices, started, journal: path.join(study, 'journal.jsonl') };
}

const goesOn = (trials: number) =>
  `Going on with the unfinished study: ${trials} of its trials ${trials === 1 ? 'has' : 'have'} ended.`;

test('a study goes on after trainings have written files beside the code', async () => {
  const folder = repository();
  const first = await session(folder, 2);
  expect(first.notices).toEqual([]);
  expect(gitIn(folder, 'status', '--porcelain')).toContain('?? model.bin');
  const second = await session(folder, 1);
  expect(second.notices[0]).toBe(goesOn(2));
  // Still as it was when the study began, not when it last went on.
  const third = await session(folder);
  expect(third.notices).toEqual([goesOn(3)]);
  expect(third.started.at(-1)).toBe(4);
  expect(Math.min(...third.started)).toBe(3);
});

test('a change of the code makes another study, and is named', async () => {
  const folder = repository({ 'helper.cjs': '' });
  await session(folder, 1);
  appendFileSync(path.join(folder, 'train.cjs'), '// faster\n');
  expect((await session(folder, 1)).notices).toEqual([
    'Beginning anew: the unfinished study that is here (1 trial ended) cannot go on, since the code that trains is not the ' +
      'same (train.cjs has changed; what trainings write belongs in .gitignore).',
    // The model was there when this one began.
    expect.stringContaining('model.bin'),
  ]);
  write(folder, {
    '.gitignore': 'model.bin\n',
    'helper.cjs': '1',
    ...Object.fromEntries(['a', 'b', 'c'].map((name) => [name, '1'])),
  });
  commit(folder, {});
  expect((await session(folder, 1)).notices[0]).toContain(
    'the same (a, b, c and 1 more have changed; what trainings write belongs in .gitignore).',
  );
});

test('where trainings change what counts as code, the run says so at its end, and what to do helps', async () => {
  const folder = repository({ 'model.bin': 'an old one' });
  gitIn(folder, 'rm', '--quiet', '--cached', 'model.bin');
  gitIn(folder, 'commit', '--quiet', '--message', 'not tracked');
  const [said] = (await session(folder, 2)).notices;
  expect(said).toBe(
    'Files that count as code have changed since this study began (model.bin), so that it cannot go on when it is run again. ' +
      'Add what trainings write to .gitignore and it can.',
  );
  write(folder, { '.gitignore': 'model.bin\n' });
  expect((await session(folder)).notices).toEqual([goesOn(2)]);
});

test('a runner that forgets its files is not told of them', async () => {
  const folder = repository({ 'model.bin': 'an old one' });
  expect((await session(folder, 2, { hurried: true })).notices).toEqual([]);
});

test('a journal from before files were kept goes on with the very same code only', async () => {
  const folder = repository();
  const { journal } = await session(folder, 1);
  const [header, ...rest] = readFileSync(journal, 'utf8').split('\n');
  const { checkout: _, settings: __, ...older } = JSON.parse(header!);
  writeFileSync(journal, [JSON.stringify(older), ...rest].join('\n'));
  expect((await session(folder, 1)).notices[0]).toBe(
    'Beginning anew: the unfinished study that is here (1 trial ended) cannot go on, since the code that trains is not the ' +
      'same (all that git does not ignore counts, also what trainings write).',
  );
});
