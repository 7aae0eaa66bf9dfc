import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { plannedWords } from '../../src/report/budget-words.ts';
import type { ProgressEvent } from '../../src/report/progress.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { readSpec } from '../../src/session/load-spec.ts';
import { postingReserve } from '../../src/session/pull-request/posting-reserve.ts';
import { runSession, type SessionResult } from '../../src/session/session.ts';
import { timeLimit } from '../../src/study/time-limit.ts';

const spec = (budget: string, program = 'console.log("loss=" + Math.abs({x} - 0.3))') => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'tunegate-budget-')), 'tune.yml');
  writeFileSync(
    file,
    `name: toy
trial:
  run: [node, -e, '${program}']
  stdout: 'loss=(?<loss>[0-9.e-]+)'
metric: { name: loss, goal: minimize }
params:
  x: { type: float, min: 0, max: 1, default: 0.3 }
search: { strategy: random, confirm: false }
budget: ${budget}
gate: false
`,
  );
  return file;
};

async function run(file: string): Promise<SessionResult & { readonly said: readonly string[] }> {
  const said: string[] = [];
  const result = await runSession({
    loaded: readSpec(file, 'tune.yml'),
    findBase: () => Promise.reject(new Error('not asked')),
    journal: 'fresh',
    host: { path: 'none', node: process.execPath },
    env: process.env,
    signal: new AbortController().signal,
    startedAt: performance.now(),
    reserveMs: 0,
    onEvent: (event: ProgressEvent) => {
      if ('text' in event) said.push(event.text);
    },
  });
  return { ...result, said };
}

/** Lines of a report by their label. */
function facts({ results }: SessionResult): Record<string, string> {
  const lines = renderTerminal(results, { colour: false, width: 200 }).split('\n');
  return Object.fromEntries(
    lines.flatMap((line) => {
      const found = /^ ?(Time|Trials|Epochs|Cost|Ends early) {2,}(.*)$/.exec(line);
      return found ? [[found[1]!, found[2]!]] : [];
    }),
  );
}

test('money ends a study, planned before and told after', async () => {
  // A quarter of a unit an hour: 1.2 s.
  const done = await run(spec(`{ cost: ${(0.25 * 1.2) / 3600}, price: 0.25, workers: 1 }`));
  expect(done.said).toContain('Budget: 1.2 s, a cost of 8.3e-5 at 0.25 an hour.');
  expect(done.results.study.stop).toMatchObject({ reason: 'cost' });
  expect(done.results.budget.planned).toMatchObject({ timeMs: expect.closeTo(1200, 3), price: 0.25 });
  const { timeMs, cost } = done.results.budget.spent;
  expect(cost).toBeCloseTo((timeMs / 3_600_000) * 0.25, 12);
  expect(facts(done)['Cost']).toMatch(/^\S+ of 8\.3e-5, at 0\.25 an hour$/);
});

test('with time and cost the shorter one holds', () => {
  const base = { workers: 'auto' } as const;
  expect(timeLimit({ ...base, time: 60_000, cost: 1, price: 1 })).toEqual({ ms: 60_000, by: 'time' });
  expect(timeLimit({ ...base, time: 7_200_000, cost: 1, price: 1 })).toEqual({ ms: 3_600_000, by: 'cost' });
  expect(timeLimit({ ...base, price: 1 })).toBeUndefined();
});

test('trials, time and what an hour costs', async () => {
  const done = await run(spec('{ time: 1m, trials: 3, price: 3600, workers: 1 }'));
  expect(done.said).toContain('Budget: 1 min, 3 trials.');
  expect(done.results.study.stop).toMatchObject({ reason: 'trials' });
  expect(facts(done)).toMatchObject({
    Time: expect.stringMatching(/ of 1 min$/),
    Trials: '3 of 3 (3 completed)',
    // A unit a second.
    Cost: expect.stringMatching(/^\d+\.\d\d, at 3600\.00 an hour$/),
  });
});

test('epochs of all trials together', async () => {
  const program = 'for (let e = 1; e <= 4; e++) console.log("loss=" + Math.abs({x} - 0.3))';
  const done = await run(spec('{ total-epochs: 10, epochs: 4, workers: 1 }', program));
  expect(done.said).toContain('Budget: 10 epochs in all.');
  expect(done.results.study.stop).toMatchObject({ reason: 'epochs' });
  expect(facts(done)['Epochs']).toBe('8 in all, at most 4 a trial; 8 of 10 for the search');
});

test('what began anew counts in all epochs as it does in those of the search', async () => {
  const program = 'for (let e = 1; e <= {resource}; e++) console.log("loss=" + Math.abs({x} - 0.3))';
  const file = spec('{ total-epochs: 40, epochs: 8, workers: 1 }', program);
  const text = readFileSync(file, 'utf8')
    .replace('trial:', 'trial:\n  resume: true')
    .replace('strategy: random', 'strategy: asha, eta: 2, min-epochs: 2');
  writeFileSync(file, text);
  const { spent } = (await run(file)).results.budget;
  expect(spent.searchEpochs).toBeGreaterThan(30);
  expect(spent.epochs).toBe(spent.searchEpochs);
});

test('no improvement', async () => {
  // What ships is the best there is.
  const done = await run(spec('{ no-improvement: 3, workers: 1 }'));
  expect(done.said).toContain('Budget: an end after 3 trials without improvement.');
  expect(done.results.study.stop).toMatchObject({ reason: 'no-gain' });
  expect(facts(done)).toMatchObject({
    Trials: '4 (4 completed)',
    'Ends early': 'after 3 trials without improvement',
  });
});

test('three first trials that fail alike end it, in the words of the program', async () => {
  const done = await run(spec('{ trials: 50, workers: 1 }', 'throw new Error("no file named digits.csv")'));
  expect(done.results.study.trials).toHaveLength(3);
  expect(done.results.study.stop).toMatchObject({
    reason: 'failing',
    detail: expect.stringMatching(/^the first 3 trials all failed \(crash\): .*no file named digits\.csv/),
  });
  expect(renderTerminal(done.results, { colour: false, width: 200 })).toContain('no file named digits.csv');
});

test('nothing planned has no words', () => {
  expect(plannedWords({ workers: 2 })).toBeUndefined();
});

test('what is kept back for posting goes by what a call takes', () => {
  expect(postingReserve(200, false)).toBe(5_000);
  expect(postingReserve(200, true)).toBe(11_000);
  expect(postingReserve(2_000, false)).toBe(23_000);
  expect(postingReserve(1e6, true)).toBe(60_000);
});
