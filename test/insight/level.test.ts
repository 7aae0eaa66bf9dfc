import { expect, test } from 'vitest';
import { insightOf } from '../../src/insight/insight.ts';
import { comparable } from '../../src/insight/level.ts';
import { randomStream } from '../../src/math/random.ts';
import type { ParameterDefinitions } from '../../src/space/parameter.ts';
import { sampleConfig } from '../../src/space/sample.ts';
import { createSpace } from '../../src/space/space.ts';
import type { TrialRecord } from '../../src/study/study.ts';
import { loss, trial } from './fixtures.ts';

const definitions: ParameterDefinitions = {
  x: { type: 'float', min: 0, max: 1, default: 0.9 },
  y: { type: 'float', min: 0, max: 1, default: 0.5 },
};
const space = createSpace(definitions);

/** Trials of which three in five go on to three epochs and one in five to nine; the search paused or stopped the others. */
function rungs(state: 'completed' | 'pruned', count = 60, turnedUntil = 0): readonly TrialRecord[] {
  const stream = randomStream(1, 'level');
  return Array.from({ length: count }, (_, number) => {
    const config = number === 0 ? space.incumbent! : sampleConfig(space, stream);
    const reached = number % 5 === 0 ? 9 : number % 5 < 3 ? 3 : 1;
    const distance = ((config['x'] as number) - 0.2) ** 2;
    const at = (step: number) => (step > turnedUntil ? distance : 1 - distance) + 1 / step;
    const reports = Array.from({ length: reached }, (_, i) => ({
      step: i + 1,
      metrics: { loss: at(i + 1) },
    }));
    const ended = reached === 9 ? 'completed' : state;
    return trial(number, config, {
      state: ended,
      resource: ended === 'pruned' ? 9 : reached,
      score: at(reached),
      reports,
    });
  });
}

test.each(['completed', 'pruned'] as const)(
  'where too few trials were trained in full, those of the highest step that enough have reached are compared (%s)',
  (state) => {
    const trials = rungs(state);
    const { observations, level } = comparable({ trials, metric: loss });
    expect(level).toEqual({ step: 3, trials: 36 });
    // All as they were after three epochs, those too that went on.
    for (const { config, loss: is } of observations)
      expect(is).toBeCloseTo(((config['x'] as number) - 0.2) ** 2 + 1 / 3, 9);
    expect(observations.some(({ trial: of }) => of === 5)).toBe(true);
    expect(comparable({ trials: rungs(state, 40), metric: loss }).level).toEqual({ step: 1, trials: 40 });
    expect(comparable({ trials: rungs(state, 27), metric: loss })).not.toHaveProperty('level');
    // The best fifth says little of the rest of the space.
    expect(comparable({ trials: rungs(state, 200), metric: loss }).level).toEqual({ step: 3, trials: 120 });
    const inFull = rungs(state, 200).filter(({ trial: of }) => of % 5 === 0 || of % 9 === 0);
    expect(comparable({ trials: inFull, metric: loss })).not.toHaveProperty('level');
  },
);

test('a step at which those trained in full stood the other way round is not looked at', () => {
  const of = (turnedUntil: number) =>
    comparable({ trials: rungs('completed', 60, turnedUntil), metric: loss });
  expect(of(1).level).toEqual({ step: 3, trials: 36 });
  const { observations, level } = of(3);
  expect(level).toBeUndefined();
  expect(observations).toHaveLength(12);
});

test('a study that stopped most trials early tells what decides, and of which trials', () => {
  const study = { trials: rungs('pruned'), metric: loss };
  const { importance, ablation, progress, level } = insightOf(study, space);
  expect(level).toEqual({ step: 3, trials: 36 });
  expect(importance![0]!.path).toBe('x');
  expect(ablation!.steps[0]!.path).toBe('x');
  // The best so far stays that of trainings in full.
  expect(progress.best).toHaveLength(12);
  expect(progress).not.toHaveProperty('random');
});

test('where fresh seeds show what ships today to be better nothing is learned of early steps, nor of the gain', () => {
  const trials = rungs('pruned');
  const winner = trials.filter(({ state }) => state === 'completed').sort((a, b) => a.score! - b.score!)[0]!;
  const fresh = (config: TrialRecord['config'], score: number) =>
    trial(1_000_000, config, { role: 'confirm', seed: 7, score, resource: 9 });
  const against = (ships: number) =>
    insightOf(
      { trials: [...trials, fresh(winner.config, 0.5), fresh(space.incumbent!, ships)], metric: loss },
      space,
    );
  expect(against(0.9)).toMatchObject({ level: { step: 3, trials: 36 }, ablation: expect.anything() });
  const refuted = against(0.4);
  expect(refuted).not.toHaveProperty('level');
  expect(refuted).not.toHaveProperty('ablation');
});

test('a step says how far a trial was only where steps are epochs', () => {
  // A report at the end of each training, whatever it was asked for.
  const trials = rungs('completed').map((record) => ({
    ...record,
    reports: [{ step: 1, metrics: { loss: record.score! } }],
  }));
  const { observations, level } = comparable({ trials, metric: loss });
  expect(level).toBeUndefined();
  expect(observations).toHaveLength(12);
  // Folds in any order.
  const folds = rungs('pruned').map((record) => ({ ...record, reports: [...record.reports].reverse() }));
  expect(comparable({ trials: folds, metric: loss }).level).toBeUndefined();
});

test('what kept a constraint then counts as keeping it', () => {
  const trials = rungs('pruned').map((record) => ({
    ...record,
    reports: record.reports.map(({ step, metrics }) => ({ step, metrics: { ...metrics, size: step } })),
  }));
  const { observations } = comparable({ trials, metric: loss, constraints: [{ name: 'size', max: 3 }] });
  expect(observations).toHaveLength(36);
  expect(observations.every(({ misses }) => !misses)).toBe(true);
  const strict = comparable({ trials, metric: loss, constraints: [{ name: 'size', max: 2 }] });
  expect(strict.observations.every(({ misses }) => misses)).toBe(true);
});
