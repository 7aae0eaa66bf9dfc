import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { type Call, makeCall } from '../../src/search/call.ts';
import { buildStrategy, type SearchPlan } from '../../src/search/plan.ts';
import type { Suggestion } from '../../src/search/strategy.ts';
import { hashConfig } from '../../src/space/config.ts';
import { createSpace } from '../../src/space/space.ts';
import { readJournal } from '../../src/study/journal.ts';
import type { JournalRecord } from '../../src/study/record.ts';
import { replayJournal } from '../../src/study/replay.ts';
import { startThinker, type Thinker } from '../../src/study/thinker.ts';
import { bundle } from '../support/bundle.ts';
import { HistoryStrategy, type Training, temporaryFolder } from './fakes.ts';
import { essence, run } from './run.ts';

const space = createSpace({
  x: { type: 'float', min: 0, max: 1, default: 0.9 },
  kind: { type: 'choice', values: ['a', 'b'], default: 'b' },
});
const plan: SearchPlan = {
  name: 'bayesian',
  problem: { space, seed: 5, incumbent: space.incumbent!, workers: 3 },
  options: {},
  tryFirst: [{ x: 0.25, kind: 'a' }],
  earlier: [],
};
const train: Training = async ({ config, seed, onReport }): Promise<'completed'> => {
  await sleep(1 + ((seed * 7) % 5));
  const accuracy = 1 - Math.abs((config['x'] as number) - 0.3) - Number(config['kind'] === 'b') / 5;
  onReport({ step: 1, metrics: { accuracy } });
  return 'completed';
};

async function thinkerOf(of: SearchPlan): Promise<Thinker> {
  const thinker = startThinker(
    await bundle(path.join(import.meta.dirname, '..', '..', 'src', 'thinker.ts')),
    of,
  );
  onTestFinished(() => thinker!.close());
  return thinker!;
}

/** What the strategy proposes after everything up to the start of the trial before, for each trial. */
function expected(records: readonly JournalRecord[]): Suggestion[] {
  const calls: Call[] = [];
  replayJournal(records, {
    ask: () => ({ kind: 'wait' }),
    start: (trial, config, resource) =>
      void calls.push({ to: 'start', trial, config, ...(resource === undefined ? {} : { resource }) }),
    report: (trial, step, loss) => {
      calls.push({ to: 'report', trial, step, loss });
      return 'continue';
    },
    tell: (trial, outcome) => void calls.push({ to: 'tell', trial, outcome }),
  });
  const starts = calls.flatMap((call, i) => (call.to === 'start' ? [i] : []));
  return starts.map((_, k) => {
    const strategy = buildStrategy(plan);
    for (const call of calls.slice(0, k === 0 ? 0 : starts[k - 1]! + 1)) makeCall(strategy, call);
    return strategy.ask();
  });
}

const recordsIn = (folder: string) => readJournal(path.join(folder, 'journal.jsonl'));
const proposals = (records: readonly JournalRecord[]) =>
  records.flatMap((record) => (record.type === 'start' ? [[record.config, record.origin]] : []));
const asProposed = (suggestions: readonly Suggestion[]) =>
  suggestions.map((item) => (item.kind === 'new' ? [item.config, item.origin] : [item.kind]));

test('a thread proposes what the strategy itself would', async () => {
  const thinker = await thinkerOf(plan);
  const strategy = buildStrategy(plan);
  for (let trial = 0; trial < 14; trial++) {
    const suggestion = strategy.ask();
    expect(await thinker.ask()).toEqual(suggestion);
    if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
    const loss = Math.abs((suggestion.config['x'] as number) - 0.3);
    const calls: Call[] = [
      { to: 'start', trial, config: suggestion.config },
      { to: 'report', trial, step: 1, loss },
      { to: 'tell', trial, outcome: trial === 5 ? { state: 'failed' } : { state: 'completed', loss } },
    ];
    for (const call of calls) makeCall(strategy, call);
    thinker.call(calls);
  }
});

test('several workers get the suggestion after the last start, also when the study was cut', async () => {
  const folder = temporaryFolder();
  const first = await run({
    space,
    strategy: buildStrategy(plan),
    thinker: await thinkerOf(plan),
    workers: 3,
    train,
    budget: { trials: 16 },
    folder,
  });
  expect(first.trials).toHaveLength(16);
  const records = recordsIn(folder);
  expect(proposals(records)).toEqual(asProposed(expected(records)));
  const hashes = first.trials.map(({ config }) => hashConfig(space, config));
  expect(new Set(hashes).size).toBe(hashes.length);

  const cut = temporaryFolder();
  const lines = records.map((record) => `${JSON.stringify(record)}\n`);
  // Between two starts, where a result has come in that the next suggestion must not know of.
  const at = records.findIndex((record) => record.type === 'end' && record.trial >= 8) + 1;
  writeFileSync(path.join(cut, 'journal.jsonl'), lines.slice(0, at).join(''));
  await run({
    space,
    strategy: buildStrategy(plan),
    thinker: await thinkerOf(plan),
    workers: 3,
    train,
    budget: { trials: 16 },
    folder: cut,
  });
  const resumed = recordsIn(cut);
  const known = resumed.filter((record) => record.type !== 'start' || record.of === undefined);
  expect(proposals(known)).toEqual(asProposed(expected(resumed)));
});

test('one worker always gets the suggestion that knows its last result', async () => {
  const options = { space, train, budget: { trials: 14 } };
  const alone = await run({ ...options, strategy: buildStrategy(plan) });
  const ahead = await run({ ...options, strategy: buildStrategy(plan), thinker: await thinkerOf(plan) });
  expect(essence(ahead)).toEqual(essence(alone));
});

test('answers that grow old are asked for again', async () => {
  let asked = 0;
  const strategy = new HistoryStrategy();
  const waits = { kind: 'wait' } as const;
  // Proposes three configs, then waits for all results, then is done.
  let [starts, ends] = [0, 0];
  const thinker: Thinker = {
    call: (calls) => {
      for (const { to } of calls) {
        starts += Number(to === 'start');
        ends += Number(to === 'tell');
      }
    },
    ask: async () => {
      asked += 1;
      if (starts < 3) return { kind: 'new', config: { x: starts / 4 }, origin: 'list' };
      return ends < 3 ? waits : { kind: 'exhausted', reason: 'all done' };
    },
    close: async () => {},
  };
  const study = await run({ strategy, thinker, workers: 3 });
  expect(study.trials.map(({ config }) => config['x'])).toEqual([0, 0.25, 0.5]);
  expect(study.stop).toEqual({ reason: 'exhausted', detail: 'all done' });
  expect(asked).toBeGreaterThan(4);
});

test('without a thread, or with one that dies, the study thinks for itself', async () => {
  expect(startThinker(path.join(temporaryFolder(), 'none.js'), plan)).toBeUndefined();
  const broken = path.join(temporaryFolder(), 'broken.mjs');
  writeFileSync(
    broken,
    `import { parentPort } from 'node:worker_threads';
     let asked = 0;
     parentPort.on('message', ({ type, question }) => {
       if (type !== 'ask') return;
       if (++asked > 3) throw new Error('no more thoughts');
       parentPort.postMessage({ question, suggestion: { kind: 'new', config: { x: asked / 10, kind: 'a' }, origin: 'thread' } });
     });`,
  );
  const thinker = startThinker(broken, plan)!;
  onTestFinished(() => thinker.close());
  const study = await run({
    space,
    strategy: buildStrategy(plan),
    thinker,
    workers: 2,
    train,
    budget: { trials: 8 },
  });
  expect(study.stop?.reason).toBe('trials');
  expect(study.trials.map(({ origin }) => origin).filter((origin) => origin === 'thread')).toHaveLength(3);
  expect(study.trials.every(({ state }) => state === 'completed')).toBe(true);
});
