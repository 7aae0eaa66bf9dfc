import path from 'node:path';
import { expect, test } from 'vitest';
import { RandomStrategy } from '../../src/search/random.ts';
import { createSpace } from '../../src/space/space.ts';
import type { StudyEvent } from '../../src/study/event.ts';
import { foldRecords } from '../../src/study/fold.ts';
import { type Journal, openJournal, readJournal } from '../../src/study/journal.ts';
import { rankTrials } from '../../src/study/leaderboard.ts';
import { runStudy } from '../../src/study/loop.ts';
import {
  always,
  climb,
  FakeRunner,
  forever,
  HistoryStrategy,
  identity,
  ListStrategy,
  ManualClock,
  space,
  type Training,
  temporaryFolder,
} from './fakes.ts';
import { essence, run } from './run.ts';

test('runs trials until their budget is spent, and its result is the fold of its journal', async () => {
  const folder = temporaryFolder();
  const events: StudyEvent[] = [];
  const study = await run({
    folder,
    budget: { trials: 6, resource: 3 },
    onEvent: (event) => events.push(event),
  });
  expect(study.stop).toEqual({ reason: 'trials', detail: 'the budget of 6 trials is spent' });
  expect(study.trials.map((trial) => trial.trial)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(new Set(study.trials.map((trial) => trial.state))).toEqual(new Set(['completed', 'pruned']));
  expect(study.trials[1]).toMatchObject({
    role: 'search',
    seed: 101,
    resource: 3,
    backend: 'fake',
    durationMs: 10,
  });
  for (const trial of study.trials.filter((trial) => trial.state === 'pruned')) {
    expect(trial.reports.map((report) => report.step)).toEqual([1, 2]);
    expect(trial.score).toBe(trial.reports[1]?.metrics['accuracy']);
  }
  expect(foldRecords(readJournal(path.join(folder, 'journal.jsonl'))).study()).toEqual(study);

  const ends = events.filter((event) => event.type === 'trial-ended');
  expect(ends.map((event) => event.finished)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(ends.at(-1)?.best).toEqual(rankTrials(study)[0]);
  expect(events.filter((event) => event.type === 'trial-started')).toHaveLength(6);
  expect(events.at(-1)).toMatchObject({ type: 'stopped', reason: 'trials' });
});

test('the deadline interrupts running trials; they are not told and do not count', async () => {
  const clock = new ManualClock();
  const strategy = always({ x: 0.5 });
  const folder = temporaryFolder();
  const train: Training = (request) => {
    if (request.trial < 2) return climb(request);
    request.onReport({ step: 1, metrics: { accuracy: 0.3 } });
    const ended = forever(request);
    if (request.trial === 3) queueMicrotask(() => clock.pass(1000));
    return ended;
  };
  const study = await run({
    folder,
    strategy,
    train,
    workers: 2,
    clock,
    budget: { deadline: 1000, trials: 50 },
  });
  expect(study.trials.map((trial) => trial.state)).toEqual([
    'completed',
    'completed',
    'interrupted',
    'interrupted',
  ]);
  expect(study.trials[2]?.score).toBeUndefined();
  expect(study.stop).toEqual({ reason: 'time', detail: 'the time is up; 2 running trials were interrupted' });
  expect(strategy.calls.filter((call) => (call as unknown[])[0] === 'tell')).toHaveLength(2);
  expect(clock.alarms).toBe(0);

  // With more time the same trials are run again, as they would have been.
  const resumed = await run({ folder, strategy: always({ x: 0.5 }), workers: 2, budget: { trials: 5 } });
  expect(essence(resumed)).toEqual(
    essence(await run({ strategy: always({ x: 0.5 }), workers: 2, budget: { trials: 5 } })),
  );
});

test('the deadline holds by the real clock too', async () => {
  const study = await run({ train: forever, workers: 2, budget: { deadline: performance.now() + 500 } });
  expect(study.trials.map((trial) => trial.state)).toEqual(['interrupted', 'interrupted']);
  expect(study.stop?.reason).toBe('time');
});

test('after the deadline nothing is started', async () => {
  const study = await run({ budget: { deadline: performance.now() - 1 } });
  expect(study.trials).toEqual([]);
  expect(study.stop).toEqual({ reason: 'time', detail: 'the time is up' });
});

test('no trial is started when the strategy has thought until the deadline', async () => {
  const clock = new ManualClock();
  const thinks = new ListStrategy((starts) => {
    if (starts === 2) clock.pass(500);
    return { kind: 'new', config: { x: 0.5 }, origin: 'model' };
  });
  const study = await run({ strategy: thinks, clock, budget: { deadline: 500 } });
  expect(study.trials.map((trial) => trial.state)).toEqual(['completed', 'completed']);
  expect(study.stop).toEqual({ reason: 'time', detail: 'the time is up' });
});

/** Trains for four seconds. */
function slowRunner(clock: ManualClock): FakeRunner {
  const runner = new FakeRunner((request) => {
    clock.pass(4000);
    return climb(request);
  });
  runner.durationMs = 4000;
  return runner;
}

test('no trial is started that cannot finish', async () => {
  const clock = new ManualClock();
  const study = await run({ runners: [slowRunner(clock)], clock, budget: { deadline: 10_000 } });
  expect(study.trials).toHaveLength(2);
  expect(study.stop).toEqual({
    reason: 'time',
    detail: '2.0 s were left and the quickest trial so far took 4.0 s, so no further one was started',
  });
});

test('nor one after which there would be too little time for what comes next', async () => {
  const clock = new ManualClock();
  const study = await run({
    runners: [slowRunner(clock)],
    clock,
    // Known only once a trial has ended.
    budget: { deadline: 16_000, keptBack: ({ ends }) => (ends.length === 0 ? 0 : 5000) },
  });
  expect(study.trials).toHaveLength(2);
  expect(study.stop?.detail).toBe(
    '8.0 s were left for the search, of which trainings on fresh seeds may need 5.0 s more than their share, and the quickest trial so far took 4.0 s, so no further one was started',
  );
});

test('cancel interrupts every trial, is recorded, and the study can go on', async () => {
  const folder = temporaryFolder();
  const abort = new AbortController();
  const train: Training = (request) => {
    if (request.trial < 3) return climb(request);
    queueMicrotask(() => abort.abort('SIGINT'));
    return forever(request);
  };
  const study = await run({ folder, train, signal: abort.signal, budget: { trials: 6 } });
  expect(study.stop).toEqual({
    reason: 'cancelled',
    detail: 'cancelled by SIGINT; 1 running trial was interrupted',
  });
  expect(study.trials.map((trial) => trial.state).at(-1)).toBe('interrupted');
  expect(readJournal(path.join(folder, 'journal.jsonl')).at(-1)).toMatchObject({
    type: 'stop',
    reason: 'cancelled',
  });

  const cancelledAtOnce = await run({ folder, signal: AbortSignal.abort(), budget: { trials: 6 } });
  expect(cancelledAtOnce.trials).toHaveLength(4);
  const resumed = await run({ folder, budget: { trials: 6 } });
  expect(essence(resumed)).toEqual(essence(await run({ budget: { trials: 6 } })));
  expect(resumed.stop?.reason).toBe('trials');
});

test('one is counted as one', async () => {
  const train: Training = ({ onReport }) => {
    onReport({ step: 1, metrics: { accuracy: 0.5 } });
    return 'completed';
  };
  const reasons = [
    await run({ budget: { trials: 1 } }),
    await run({ budget: { resource: 1, epochs: 1 }, train }),
    await run({ budget: { early: { noImprovement: 1 } }, train: () => ({ reason: 'crash', message: '' }) }),
    await run({
      strategy: new RandomStrategy({ space: createSpace({ x: { type: 'constant', value: 1 } }), seed: 1 }),
    }),
  ].map(({ stop }) => stop?.detail);
  expect(reasons).toEqual([
    'the budget of 1 trial is spent',
    '1 of 1 epoch was trained, and the next training would take up to 1',
    'the first trial came to no result',
    'the one config of the space was tried',
  ]);
});

test('a strategy may wait for results, and end the search', async () => {
  // Batches of two: the third trial is suggested when both results of the first batch are told.
  const batches = new ListStrategy((starts, tells) => {
    if (starts === 6)
      return tells === 6 ? { kind: 'exhausted', reason: 'all 6 configs were tried' } : { kind: 'wait' };
    return starts % 2 === 0 && tells < starts
      ? { kind: 'wait' }
      : { kind: 'new', config: { x: 0.1 }, origin: 'batch' };
  });
  const study = await run({ strategy: batches, workers: 3 });
  expect(study.trials).toHaveLength(6);
  expect(study.stop).toEqual({ reason: 'exhausted', detail: 'all 6 configs were tried' });
  const order = batches.calls.map((call) => (call as unknown[])[0]).filter((name) => name !== 'report');
  expect(order.slice(0, 4)).toEqual(['start', 'start', 'tell', 'tell']);
});

test('a strategy that waits for nothing is a defect that is named', async () => {
  const waits = new ListStrategy(() => ({ kind: 'wait' }));
  await expect(run({ strategy: waits })).rejects.toThrow('waits for a result although no trial is running');
});

test('three first trials that fail alike end the study with the words of the program', async () => {
  const folder = temporaryFolder();
  const train: Training = () => ({
    reason: 'crash',
    message: "ModuleNotFoundError: No module named 'sklearn'",
  });
  const study = await run({ folder, train, budget: { trials: 20 } });
  expect(study.trials).toHaveLength(3);
  expect(study.stop).toEqual({
    reason: 'failing',
    detail:
      "the first 3 trials all failed (crash): ModuleNotFoundError: No module named 'sklearn'\nTraceback: words of the program",
  });
  // Mended (the module was installed): the study may go on.
  const mended = await run({ folder, strategy: always({ x: 0.5 }), budget: { trials: 5 } });
  expect(mended.trials.map((trial) => trial.state)).toEqual([
    'failed',
    'failed',
    'failed',
    'completed',
    'completed',
  ]);
});

test.for([
  [
    'a first success',
    (trial: number) => (trial === 1 ? undefined : ({ reason: 'crash', message: 'no' } as const)),
  ],
  [
    'different reasons',
    (trial: number) => ({ reason: trial === 1 ? 'spawn' : 'crash', message: 'no' }) as const,
  ],
  ['infeasible configs', () => ({ reason: 'infeasible', message: 'too large' }) as const],
  ['divergence without an incumbent', () => ({ reason: 'not-finite', message: 'NaN' }) as const],
] as const)('failures go on after %s', async ([, outcome]) => {
  const train: Training = (request) => outcome(request.trial) ?? climb(request);
  const strategy = always({ x: 0.5 });
  const study = await run({ train, strategy, budget: { trials: 6 } });
  expect(study.trials).toHaveLength(6);
  expect(study.stop?.reason).toBe('trials');
  expect(strategy.calls).toContainEqual(['tell', 0, { state: 'failed' }]);
});

test('divergence of the incumbent and two more ends the study', async () => {
  const train: Training = () => ({ reason: 'not-finite', message: 'loss is NaN' });
  const withIncumbent = { ...space, incumbent: { x: 0.5 } };
  const study = await run({
    train,
    strategy: always({ x: 0.5 }),
    space: withIncumbent,
    budget: { trials: 20 },
  });
  expect(study.stop?.reason).toBe('failing');
});

test('a trial that ends without a finite value has failed, whatever its runner says', async () => {
  const train: Training = ({ trial, onReport }) => {
    if (trial === 0) onReport({ step: 1, metrics: { accuracy: Number.NaN } });
    if (trial === 1) onReport({ step: 1, metrics: { loss: 0.1 } });
    return 'completed';
  };
  const study = await run({ train, budget: { trials: 2 } });
  expect(study.trials.map((trial) => trial.reason)).toEqual(['no-metric', 'no-metric']);
});

test('the best report counts where the metric says so', async () => {
  const best = { ...identity, metric: { name: 'loss', goal: 'minimize', use: 'best' } } as const;
  const strategy = always({ x: 0.5 });
  const train: Training = ({ onReport }) => {
    for (const [step, loss] of [3, 1, Number.NaN, 2].entries()) onReport({ step, metrics: { loss } });
    onReport({ step: 9, metrics: { other: 1 } });
    return 'completed';
  };
  const study = await run({ identity: best, strategy, train, budget: { trials: 1 } });
  expect(study.trials[0]?.score).toBe(1);
  expect(strategy.calls).toEqual([
    ['start', 0, { x: 0.5 }],
    ['report', 0, 0, 3],
    ['report', 0, 1, 1],
    ['report', 0, 3, 1],
    ['tell', 0, { state: 'completed', loss: 1 }],
  ]);
});

test('what a program does after it was told to stop makes no difference', async () => {
  const stops = () => {
    const strategy = always({ x: 0.5 });
    strategy.report = () => 'stop';
    return strategy;
  };
  const results = await Promise.all(
    (['stopped', 'completed', 'interrupted', { reason: 'crash', message: 'on SIGTERM' }] as const).map(
      (end) => {
        const train: Training = ({ onReport }) => {
          expect(onReport({ step: 1, metrics: { accuracy: 0.4 } })).toBe('stop');
          expect(onReport({ step: 2, metrics: { accuracy: 0.9 } })).toBe('stop');
          return end;
        };
        return run({ strategy: stops(), train, budget: { trials: 1 } });
      },
    ),
  );
  for (const study of results)
    expect(study.trials[0]).toMatchObject({ state: 'pruned', score: 0.4, reports: [{ step: 1 }] });
});

test('a runner that rejects ends the study with its error, and everything is in the journal', async () => {
  const folder = temporaryFolder();
  const train: Training = (request) => {
    if (request.trial < 2) return climb(request);
    if (request.trial === 2) return forever(request);
    throw new Error('the host cannot be started');
  };
  await expect(run({ folder, train, workers: 2, budget: { trials: 9 } })).rejects.toThrow(
    'the host cannot be started',
  );
  const study = foldRecords(readJournal(path.join(folder, 'journal.jsonl'))).study();
  expect(study.trials.map((trial) => trial.state)).toEqual([
    'completed',
    'completed',
    'interrupted',
    'interrupted',
  ]);
  expect(study.stop).toBeUndefined();
});

test('a journal that cannot be written ends the study with that error', async () => {
  const folder = temporaryFolder();
  const real = await openJournal(path.join(folder, 'journal.jsonl'), identity);
  const full: Journal = {
    ...real,
    path: real.path,
    header: real.header,
    records: real.records,
    fold: real.fold,
    close: () => real.close(),
    append: (record, options) => {
      if (record.type === 'report' && record.trial === 1) throw new Error('no space left on device');
      return real.append(record, options);
    },
  };
  const runners = [new FakeRunner(climb), new FakeRunner(climb)];
  const running = runStudy({
    space,
    strategy: new HistoryStrategy(),
    journal: full,
    runners,
    budget: {},
    seedOf: Number,
    folder,
  });
  await expect(running).rejects.toThrow('no space left on device');
  real.close();
});
