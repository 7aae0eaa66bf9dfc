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

/** Trials of which a third goes on at each rung, whether the search paused or stopped the others. */
function halved(state: 'completed' | 'pruned', count = 90): readonly TrialRecord[] {
  const stream = randomStream(1, 'level');
  return Array.from({ length: count }, (_, number) => {
    const config = number === 0 ? space.incumbent! : sampleConfig(space, stream);
    const reached = number % 9 === 0 ? 9 : number % 3 === 0 ? 3 : 1;
    const at = (step: number) => ((config['x'] as number) - 0.2) ** 2 + 1 / step;
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
    const trials = halved(state);
    const { observations, level } = comparable({ trials, metric: loss });
    expect(level).toEqual({ step: 3, trials: 30 });
    // All as they were after three epochs, those too that went on.
    for (const { config, loss: is } of observations)
      expect(is).toBeCloseTo(((config['x'] as number) - 0.2) ** 2 + 1 / 3, 9);
    expect(observations.some(({ trial: of }) => of === 9)).toBe(true);
    expect(comparable({ trials: halved(state, 60), metric: loss }).level).toEqual({ step: 1, trials: 60 });
    expect(comparable({ trials: halved(state, 27), metric: loss })).not.toHaveProperty('level');
    expect(comparable({ trials: halved(state, 400), metric: loss })).not.toHaveProperty('level');
  },
);

test('a study that stopped most trials early tells what decides, and of which trials', () => {
  const study = { trials: halved('pruned'), metric: loss };
  const { importance, ablation, progress, level } = insightOf(study, space);
  expect(level).toEqual({ step: 3, trials: 30 });
  expect(importance![0]!.path).toBe('x');
  expect(ablation!.steps[0]!.path).toBe('x');
  // The best so far stays that of trainings in full.
  expect(progress.best).toHaveLength(10);
  expect(progress).not.toHaveProperty('random');
});

test('a step says how far a trial was only where steps are epochs', () => {
  // A report at the end of each training, whatever it was asked for.
  const trials = halved('completed').map((record) => ({
    ...record,
    reports: [{ step: 1, metrics: { loss: record.score! } }],
  }));
  const { observations, level } = comparable({ trials, metric: loss });
  expect(level).toBeUndefined();
  expect(observations).toHaveLength(10);
  // Folds in any order.
  const folds = halved('pruned').map((record) => ({ ...record, reports: [...record.reports].reverse() }));
  expect(comparable({ trials: folds, metric: loss }).level).toBeUndefined();
});

test('what kept a constraint then counts as keeping it', () => {
  const trials = halved('pruned').map((record) => ({
    ...record,
    reports: record.reports.map(({ step, metrics }) => ({ step, metrics: { ...metrics, size: step } })),
  }));
  const { observations } = comparable({ trials, metric: loss, constraints: [{ name: 'size', max: 3 }] });
  expect(observations).toHaveLength(30);
  expect(observations.every(({ misses }) => !misses)).toBe(true);
  const strict = comparable({ trials, metric: loss, constraints: [{ name: 'size', max: 2 }] });
  expect(strict.observations.every(({ misses }) => misses)).toBe(true);
});
