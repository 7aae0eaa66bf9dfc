import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { type Call, makeCall } from '../../src/search/call.ts';
import { buildStrategy, type SearchPlan } from '../../src/search/plan.ts';
import type { Strategy, Suggestion } from '../../src/search/strategy.ts';
import { hashConfig } from '../../src/space/config.ts';
import type { Config } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';
import { readJournal } from '../../src/study/journal.ts';
import type { JournalRecord } from '../../src/study/record.ts';
import { replayJournal } from '../../src/study/replay.ts';
import { ThinkAhead } from '../../src/study/think-ahead.ts';
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

function callsOf(records: readonly JournalRecord[]): Call[] {
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
  return calls;
}

function after(of: SearchPlan, calls: readonly Call[]): Strategy {
  const strategy = buildStrategy(of);
  for (const call of calls) makeCall(strategy, call);
  return strategy;
}

/** What is due after some calls: a promotion, else the new config of the last start, else what is known now. */
function due(of: SearchPlan, calls: readonly Call[]): Suggestion {
  const now = after(of, calls);
  const thought = after(of, calls.slice(0, calls.findLastIndex(({ to }) => to === 'start') + 1)).ask();
  return now.promotion?.() ?? (thought.kind === 'new' ? thought : now.ask());
}

/** What is due before each start. */
const expected = (of: SearchPlan, calls: readonly Call[]) =>
  calls.flatMap(({ to }, i) => (to === 'start' ? [due(of, calls.slice(0, i))] : []));

/** What was started, as the suggestions that it follows from. */
function started(calls: readonly Call[]) {
  const known = new Set<number>();
  return calls.flatMap((call) => {
    if (call.to !== 'start') return [];
    const { trial, config, resource } = call;
    const isNew = !known.has(trial);
    known.add(trial);
    return [isNew ? { kind: 'new', config, resource } : { kind: 'resume', trial, resource }];
  });
}

const asStarted = (suggestion: Suggestion) =>
  suggestion.kind === 'new'
    ? { kind: 'new', config: suggestion.config, resource: suggestion.resource }
    : suggestion.kind === 'resume'
      ? { kind: 'resume', trial: suggestion.trial, resource: suggestion.resource }
      : suggestion;
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
  expect(proposals(records)).toEqual(asProposed(expected(plan, callsOf(records))));
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
  expect(proposals(known)).toEqual(asProposed(expected(plan, callsOf(resumed))));
});

const climbing = (name: 'asha' | 'hyperband'): SearchPlan => ({
  ...plan,
  name,
  problem: { ...plan.problem, maxResource: 16, resumable: true },
  tryFirst: [],
});

/** Thinks in no time, and counts what it is asked. */
class QuickThinker implements Thinker {
  readonly #strategy: Strategy;
  asked = 0;

  constructor(of: SearchPlan) {
    this.#strategy = buildStrategy(of);
  }

  call(calls: readonly Call[]): void {
    for (const call of calls) makeCall(this.#strategy, call);
  }

  async ask(): Promise<Suggestion> {
    this.asked += 1;
    return this.#strategy.ask();
  }

  async close(): Promise<void> {}
}

test.each(['asha', 'hyperband'] as const)(
  'of %s a free worker gets a promotion or the config thought of before, at once',
  async (name) => {
    const of = climbing(name);
    const thinker = new QuickThinker(of);
    const ahead = new ThinkAhead(buildStrategy(of), thinker);
    ahead.begin();
    const calls: Call[] = [];
    const configs: Config[] = [];
    const running: { trial: number; resource: number }[] = [];
    const got = { new: 0, resume: 0 };
    let late = 0;
    const tell = (call: Call) => {
      calls.push(call);
      makeCall(ahead, call);
    };
    while (got.new + got.resume < 45) {
      await sleep(0);
      let next = ahead.suggest();
      if ('ready' in next) {
        late += 1;
        await next.ready;
        next = ahead.suggest();
      }
      expect(next).toEqual(due(of, calls));
      if ('ready' in next || (next.kind !== 'new' && next.kind !== 'resume')) throw new Error('no training');
      got[next.kind] += 1;
      const trial = next.kind === 'new' ? configs.push(next.config) - 1 : next.trial;
      const resource = next.resource!;
      tell({ to: 'start', trial, config: configs[trial]!, resource });
      running.push({ trial, resource });
      if (running.length < 3) continue;
      const [end] = running.splice(got.new % 3, 1);
      const x = configs[end!.trial]!['x'] as number;
      const loss = Math.abs(x - 0.3) + 1 / end!.resource;
      tell({ to: 'tell', trial: end!.trial, outcome: { state: 'completed', loss, resource: end!.resource } });
    }
    expect(got.new).toBeGreaterThan(20);
    expect(got.resume).toBeGreaterThan(5);
    // At most where a promotion that was thought of is none any more.
    expect(late).toBeLessThan(3);
    expect(thinker.asked).toBeLessThan(45 + 4);
  },
);

test.each(['asha', 'hyperband'] as const)(
  'a study with %s that was cut anywhere goes on as it would have',
  async (name) => {
    const of = climbing(name);
    const settings = {
      space,
      workers: 3,
      train,
      budget: { trials: 24, resource: 16 },
    };
    const folder = temporaryFolder();
    await run({ ...settings, strategy: buildStrategy(of), thinker: new QuickThinker(of), folder });
    const records = recordsIn(folder);
    const calls = callsOf(records);
    expect(started(calls)).toMatchObject(expected(of, calls).map(asStarted));
    expect(started(calls).some(({ kind }) => kind === 'resume')).toBe(true);

    const ends = records.flatMap((record, i) => (record.type === 'end' ? [i] : []));
    for (const end of [5, 12, 20]) {
      const cut = temporaryFolder();
      const kept = records.slice(0, ends[end]! + 1);
      writeFileSync(
        path.join(cut, 'journal.jsonl'),
        kept.map((record) => `${JSON.stringify(record)}\n`).join(''),
      );
      await run({ ...settings, strategy: buildStrategy(of), thinker: new QuickThinker(of), folder: cut });
      const resumed = callsOf(recordsIn(cut));
      expect(started(resumed)).toMatchObject(expected(of, resumed).map(asStarted));
    }
  },
);

test('what was asked for between two results is asked for again, so that a kill there changes nothing', async () => {
  const answers: ((suggestion: Suggestion) => void)[] = [];
  const thinker: Thinker = {
    call: () => {},
    ask: () => new Promise((resolve) => void answers.push(resolve)),
    close: async () => {},
  };
  const ahead = new ThinkAhead(new HistoryStrategy(), thinker);
  ahead.begin();
  const settle = async (x: number | undefined) => {
    answers.at(-1)!(x === undefined ? { kind: 'wait' } : { kind: 'new', config: { x }, origin: 'thread' });
    await sleep(0);
  };
  for (let trial = 0; trial < 3; trial++) ahead.start(trial, { x: trial });
  await settle(undefined);
  ahead.tell(0, { state: 'completed', loss: 1 });
  expect(ahead.suggest()).toHaveProperty('ready');
  ahead.tell(1, { state: 'completed', loss: 1 });
  await settle(0.1);
  expect(ahead.suggest()).toHaveProperty('ready');
  await settle(0.2);
  expect(ahead.suggest()).toMatchObject({ config: { x: 0.2 } });
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
