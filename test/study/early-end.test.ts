import path from 'node:path';
import { expect, test } from 'vitest';
import { randomStream } from '../../src/math/random.ts';
import { strategies } from '../../src/search/strategies.ts';
import type { Suggestion } from '../../src/search/strategy.ts';
import { createSpace } from '../../src/space/space.ts';
import { nothingToGain } from '../../src/study/early-end.ts';
import { foldRecords, StudyFold } from '../../src/study/fold.ts';
import { readJournal } from '../../src/study/journal.ts';
import { climb, HistoryStrategy, identity, ListStrategy, type Training, temporaryFolder } from './fakes.ts';
import { essence, run } from './run.ts';

/** Trials whose scores are those of a list, in order; undefined fails. */
function scores(list: readonly (number | undefined)[]): Training {
  return ({ trial, onReport }) => {
    const accuracy = list[trial];
    if (accuracy === undefined) return { reason: 'not-finite', message: 'NaN' };
    onReport({ step: 1, metrics: { accuracy } });
    return 'completed';
  };
}
const many = (gain?: (start: number) => number | undefined) =>
  new ListStrategy((start): Suggestion => {
    const expected = gain?.(start);
    return {
      kind: 'new',
      config: { x: start / 100 },
      origin: 'model',
      ...(expected === undefined ? {} : { gain: expected }),
    };
  });

test('ends after so many trials without an improvement, equal ones are none, and says so', async () => {
  const study = await run({
    strategy: many(),
    train: scores([0.5, 0.7, 0.6, undefined, 0.8, 0.8, 0.1, undefined, 0.79, 0.9]),
    budget: { trials: 20, early: { noImprovement: 4 } },
  });
  expect(study.trials).toHaveLength(9);
  expect(study.stop).toEqual({
    reason: 'no-gain',
    detail: 'none of the last 4 trials was better than trial 4 (accuracy 0.8)',
  });
});

test('with several workers what still runs may yet be better, and then it goes on', async () => {
  const waiting: (() => void)[] = [];
  const train: Training = async (request) => {
    // The second trial is the last to end of the first five, and the best.
    if (request.trial === 1) await new Promise<void>((resolve) => waiting.push(resolve));
    const outcome = await scores([0.5, 0.9, 0.4, 0.4, 0.4, 0.3, 0.2, 0.1])(request);
    if (request.trial === 3) setTimeout(() => waiting[0]?.(), 20);
    return outcome;
  };
  const study = await run({ strategy: many(), train, workers: 2, budget: { early: { noImprovement: 3 } } });
  expect(study.stop).toMatchObject({
    reason: 'no-gain',
    // While the others ran out, too.
    detail: expect.stringMatching(/^none of the last [34] trials was better than trial 1 \(accuracy 0\.9\)$/),
  });
  expect(study.trials.length).toBeGreaterThan(5);
});

test('when no trial comes to a result, that is no reason to go on', async () => {
  // Alternating, so that it is not one reason.
  const train: Training = ({ trial }) => ({
    reason: trial % 2 === 0 ? 'crash' : 'infeasible',
    message: 'no',
  });
  const study = await run({ strategy: many(), train, budget: { trials: 30, early: { noImprovement: 6 } } });
  expect(study.stop).toEqual({ reason: 'no-gain', detail: 'none of the first 6 trials came to a result' });
});

test('of several metrics a trial is an improvement that joins the front', async () => {
  const both = { ...identity, more: [{ name: 'size', goal: 'minimize' as const, use: 'last' as const }] };
  const values = [
    [0.5, 10],
    [0.4, 5],
    [0.4, 6],
    [0.3, 4],
    [0.3, 9],
    [0.2, 9],
    [0.1, 9],
    [0.9, 1],
  ];
  const study = await run({
    strategy: many(),
    identity: both,
    train: ({ trial, onReport }) => {
      const [accuracy = 0, size = 0] = values[trial]!;
      onReport({ step: 1, metrics: { accuracy, size } });
      return 'completed';
    },
    budget: { early: { noImprovement: 3 } },
  });
  expect(study.trials).toHaveLength(7);
  expect(study.stop?.detail).toBe('none of the last 3 trials was better than those before in any way');
});

test('where trials pause, a trial is an improvement that is better than others with as many epochs', async () => {
  const values: readonly (readonly [number, number])[] = [
    [1, 0.5],
    [1, 0.6],
    // Trial 1 again, further on than any other will come.
    [3, 0.9],
    [1, 0.55],
    [1, 0.7],
    [1, 0.4],
    [1, 0.5],
    [1, 0.65],
    [1, 0.8],
  ];
  let runs = 0;
  const study = await run({
    strategy: new ListStrategy((start): Suggestion => {
      const [resource] = values[start]!;
      return start === 2
        ? { kind: 'resume', trial: 1, resource, origin: 'the best' }
        : { kind: 'new', config: { x: start / 100 }, origin: 'random', resource };
    }),
    train: ({ resource, onReport }) => {
      onReport({ step: resource!, metrics: { accuracy: values[runs++]![1] } });
      return 'completed';
    },
    budget: { resource: 3, early: { noImprovement: 3 } },
  });
  expect(study.trials).toHaveLength(7);
  expect(study.stop).toEqual({
    reason: 'no-gain',
    detail: 'none of the last 3 trials was better than those before with as many epochs',
  });
});

test('ends when the model expects next to nothing five times in a row, wherever it was cut', async () => {
  const gains = [undefined, 1, 1e-4, 1e-4, 1e-4, 1e-4, 0.5, 1e-4, undefined, 0, 1e-9, 1e-5, 9e-4, 1];
  const budget = { trials: 16, early: { smallGain: true } };
  const folder = temporaryFolder();
  const study = await run({ strategy: many((start) => gains[start]), train: climb, budget, folder });
  expect(study.trials).toHaveLength(13);
  expect(study.stop).toEqual({
    reason: 'no-gain',
    detail:
      'the model expects less than 0.1 % of the spread of the results, as it sees them, from any further config, 5 times in a row',
  });

  const cut = temporaryFolder();
  for (const trials of [3, 8, 10])
    await run({
      strategy: many((start) => gains[start]),
      train: climb,
      budget: { ...budget, trials },
      folder: cut,
    });
  const resumed = await run({ strategy: many((start) => gains[start]), train: climb, budget, folder: cut });
  expect(essence(resumed)).toEqual(essence(study));
  const fold = foldRecords(readJournal(path.join(cut, 'journal.jsonl')));
  expect(nothingToGain(fold, { smallGain: true })).toBe(study.stop?.detail);
  expect(nothingToGain(fold, {})).toBeUndefined();
});

test('a model that has found the optimum says that there is nothing left to gain', async () => {
  const bowl = createSpace({ x: { type: 'float', min: 0, max: 1 }, y: { type: 'float', min: 0, max: 1 } });
  const study = await run({
    space: bowl,
    strategy: strategies.bayesian({ space: bowl, seed: 2 }, {}),
    train: ({ config, onReport }) => {
      const { x, y } = config as { x: number; y: number };
      onReport({ step: 1, metrics: { accuracy: 1 - (x - 0.3) ** 2 - (y - 0.6) ** 2 } });
      return 'completed';
    },
    budget: { trials: 80, early: { smallGain: true } },
  });
  expect(study.stop?.reason).toBe('no-gain');
  expect(Math.max(...study.trials.map(({ score }) => score ?? 0))).toBeGreaterThan(0.999);
});

test('what is much of losses that span orders of magnitude the worst of them do not say', async () => {
  const bowl = createSpace({ x: { type: 'float', min: 0, max: 1 }, y: { type: 'float', min: 0, max: 1 } });
  const folder = temporaryFolder();
  const study = await run({
    folder,
    identity: { ...identity, metric: { name: 'loss', goal: 'minimize', use: 'last' } },
    space: bowl,
    strategy: strategies.bayesian({ space: bowl, seed: 2 }, {}),
    train: ({ config, onReport }) => {
      const { x, y } = config as { x: number; y: number };
      onReport({ step: 1, metrics: { loss: 10 ** (12 * Math.hypot(x - 0.3, y - 0.6) - 4) } });
      return 'completed';
    },
    budget: { trials: 80, early: { smallGain: true } },
  });
  const { trials } = foldRecords(readJournal(path.join(folder, 'journal.jsonl')));
  const losses = study.trials.map(({ score }) => score!);
  const gained = trials.filter(({ gain, trial }) => {
    const before = losses.slice(0, trial);
    // Not even a loss of 0 would be so much better, in standard deviations of the losses themselves.
    return gain !== undefined && gain > 100 * (Math.min(...before) / deviation(before));
  });
  expect(gained.length).toBeGreaterThan(4);
  expect(gained).toHaveLength(trials.filter(({ gain }) => gain !== undefined).length);
  expect(Math.min(...losses)).toBeLessThan(1.5e-4);
});

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

test('also where options bring parameters, once each of them had its share of trials', async () => {
  const unit = { type: 'float', min: 0, max: 1 } as const;
  const space = createSpace({
    kind: { type: 'choice', options: { a: { p: unit }, b: { q: unit }, c: {} } },
    x: unit,
  });
  const study = await run({
    space,
    strategy: strategies.bayesian({ space, seed: 2, trials: 150 }, {}),
    train: ({ config, onReport }) => {
      const { kind, x } = config as { kind: string; x: number };
      const [p, q] = ['kind.a.p', 'kind.b.q'].map((path) => config[path] as number);
      const loss = { a: (p! - 0.7) ** 2, b: 0.3 + (q! - 0.2) ** 2, c: 0.2 }[kind]!;
      onReport({ step: 1, metrics: { accuracy: 1 - loss - (x - 0.3) ** 2 } });
      return 'completed';
    },
    budget: { trials: 150, early: { smallGain: true } },
  });
  expect(study.stop?.reason).toBe('no-gain');
  expect(study.trials.length).toBeLessThan(120);
  expect(Math.max(...study.trials.map(({ score }) => score ?? 0))).toBeGreaterThan(0.9999);
  const of = (option: string) => study.trials.filter(({ config }) => config['kind'] === option);
  expect(of('a').length).toBeGreaterThanOrEqual(10);
  expect(of('b').length).toBeGreaterThanOrEqual(10);
});

test('asked after each record it says what the journal says up to there', async () => {
  const folder = temporaryFolder();
  const random = randomStream(5, 'scores', 0);
  await run({
    strategy: many(),
    train: scores(Array.from({ length: 40 }, () => random.integer(30) / 30)),
    budget: { trials: 40 },
    folder,
    workers: 3,
  });
  const records = readJournal(path.join(folder, 'journal.jsonl'));
  const rules = { noImprovement: 4 };
  const fold = new StudyFold();
  const said = records.map((record, i) => {
    fold.apply(record);
    const words = nothingToGain(fold, rules);
    expect(words).toBe(nothingToGain(foldRecords(records.slice(0, i + 1)), rules));
    return words;
  });
  expect(new Set(said).size).toBeGreaterThan(3);
});

test('by itself nothing ends early', async () => {
  const study = await run({
    strategy: new HistoryStrategy(),
    train: scores(Array(30).fill(0.5)),
    budget: { trials: 30 },
  });
  expect(study.stop?.reason).toBe('trials');
});
