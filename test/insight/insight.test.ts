import { expect, test } from 'vitest';
import { boundaryWarnings, promisingBounds } from '../../src/insight/boundary.ts';
import { partialDependence } from '../../src/insight/dependence.ts';
import { sharedFailures } from '../../src/insight/failures.ts';
import { insightOf } from '../../src/insight/insight.ts';
import { type Observation, observationsOf } from '../../src/insight/observation.ts';
import { searchProgress } from '../../src/insight/progress.ts';
import { fitSurrogate } from '../../src/insight/surrogate.ts';
import { randomStream } from '../../src/math/random.ts';
import { checkConfig } from '../../src/space/config.ts';
import type { Config } from '../../src/space/parameter.ts';
import { createSpace, type Space } from '../../src/space/space.ts';
import type { TrialRecord } from '../../src/study/study.ts';
import { guidedStudy, loss, randomStudy, trial } from './fixtures.ts';

/** The first trial is of what ships. */
const withIncumbent = (space: Space, [first, ...others]: readonly TrialRecord[], score: number) => [
  { ...first!, config: space.incumbent!, score },
  ...others,
];

const unit = { type: 'float', min: 0, max: 1 } as const;

test('only trainings in full that completed are compared, lower always better', () => {
  const study = {
    metric: { name: 'accuracy', goal: 'maximize', use: 'last' } as const,
    trials: [
      trial(0, { x: 1 }, { score: 0.5, resource: 9 }),
      trial(1, { x: 2 }, { score: 0.9, resource: 3 }),
      trial(2, { x: 3 }, { state: 'failed', reason: 'crash' }),
      trial(3, { x: 4 }, { score: 0.7, resource: 9, role: 'confirm' }),
      trial(4, { x: 5 }, { score: 0.6, resource: 9, state: 'pruned' }),
      trial(5, { x: 6 }, { score: 0.8, resource: 9 }),
    ],
  };
  expect(observationsOf(study).map(({ trial: of, loss: is }) => [of, is])).toEqual([
    [0, -0.5],
    [5, -0.8],
  ]);
});

test('the surrogate knows a smooth function between its trials, and how much is noise', () => {
  const value = ({ x, y }: Config) => ((x as number) - 0.3) ** 2 + 2 * ((y as number) - 0.5) ** 2;
  const { space, seen } = randomStudy({ x: unit, y: unit }, 60, value);
  const model = fitSurrogate(space, seen)!;
  for (const [x, y] of [
    [0.3, 0.5],
    [0.1, 0.9],
    [0.8, 0.2],
  ] as const)
    expect(model.loss({ x, y })).toBeCloseTo(value({ x, y }), 1);
  expect(model.noise).toBeLessThan(0.05);
  const noisy = randomStudy({ x: unit, y: unit }, 100, (_, noise) => noise());
  expect(fitSurrogate(noisy.space, noisy.seen)!.noise).toBeGreaterThan(0.5);
  expect(fitSurrogate(space, seen.slice(0, 9))).toBeUndefined();
  expect(
    fitSurrogate(
      space,
      seen.map((one) => ({ ...one, loss: 3 })),
    ),
  ).toBeUndefined();
});

test('a search without noise that has come near its best is not taken for a noisy one', () => {
  for (const seed of [1, 2]) {
    const { space, seen } = guidedStudy(
      'bayesian',
      { x: unit, y: unit },
      60,
      ({ x }) => ((x as number) - 0.3) ** 2,
      {
        seed,
      },
    );
    expect(fitSurrogate(space, seen)!.noise).toBeLessThan(0.01);
  }
});

test('the surrogate knows whether it has learned anything', () => {
  const learned = (count: number, loss: (config: Config, noise: () => number) => number, seed: number) => {
    const { space, seen } = randomStudy({ a: unit, b: unit, c: unit, d: unit, e: unit }, count, loss, seed);
    return fitSurrogate(space, seen)!.hasLearned();
  };
  const share = (count: number, effect: number) =>
    Array.from({ length: 20 }, (_, seed) =>
      learned(count, ({ a }, noise) => effect * (a as number) + noise(), seed),
    ).filter(Boolean).length / 20;
  expect(share(30, 0)).toBeLessThanOrEqual(0.1);
  expect(share(80, 0)).toBeLessThanOrEqual(0.1);
  // A quarter of the variation is the parameter's.
  expect(share(80, 2)).toBeGreaterThanOrEqual(0.9);
});

test('the surrogate of very many trials still knows the first of them', () => {
  const { space, seen } = randomStudy({ x: unit, y: unit }, 40, ({ x }) => ((x as number) - 0.3) ** 2);
  const stream = randomStream(5, 'near the best');
  const near = Array.from({ length: 400 }, (_, i): Observation => {
    const x = 0.3 + 0.02 * stream.normal();
    const y = 0.5 + 0.02 * stream.normal();
    return { trial: 40 + i, config: { x, y }, loss: (x - 0.3) ** 2, origin: 'model' };
  });
  const model = fitSurrogate(space, [...seen, ...near])!;
  expect(model.loss({ x: 0.9, y: 0.9 })).toBeCloseTo(0.36, 1);
  expect(model.loss({ x: 0.05, y: 0.1 })).toBeCloseTo(0.0625, 1);
});

test('a best value at the rim of its range is warned of, with a range that has room', () => {
  const space = createSpace({
    rate: { type: 'float', min: 1e-4, max: 1e-1, scale: 'log' },
    units: { type: 'int', min: 16, max: 256 },
    dropout: unit,
    few: { type: 'int', min: 1, max: 3 },
    kind: { type: 'choice', values: [1, 2, 3, 4, 5, 6], ordered: true },
  });
  const at = (config: Config) => boundaryWarnings(space, config);
  expect(at({ rate: 1e-4, units: 100, dropout: 0.5, few: 3, kind: 6 })).toEqual([
    { path: 'rate', side: 'min', value: 1e-4, suggestion: 2e-5 },
  ]);
  expect(at({ rate: 1e-2, units: 256, dropout: 0, few: 1, kind: 1 })).toEqual([
    // Nothing is dropped less than never.
    { path: 'units', side: 'max', value: 256, suggestion: 380 },
  ]);
  expect(at({ rate: 1e-2, units: 17, dropout: 0.99, few: 1, kind: 1 })).toMatchObject([
    { path: 'units', side: 'min', suggestion: 8 },
  ]);
});

test('a bound is warned of only where the model expects something beyond it', () => {
  const range = { type: 'float', min: 1, max: 10 } as const;
  const definitions = { x: range, curved: range, idle: range };
  const { space, seen } = randomStudy(
    definitions,
    60,
    ({ x, curved }) => -(x as number) + 0.2 * ((curved as number) - 5) ** 2,
  );
  const model = fitSurrogate(space, seen)!;
  const at = (config: Config) => promisingBounds(space, model, seen, config).map(({ path }) => path);
  expect(at({ x: 10, curved: 10, idle: 10 })).toEqual(['x']);
  // There by chance: the other end is better.
  expect(at({ x: 1, curved: 1, idle: 1 })).toEqual([]);
  // However much it matters: nothing is less than none, and no share more than all.
  const shares = { rate: unit, share: unit, offset: { type: 'float', min: -1, max: 1 } } as const;
  const near = randomStudy(
    shares,
    60,
    ({ rate, share, offset }) => (rate as number) - (share as number) - (offset as number),
  );
  expect(
    promisingBounds(near.space, fitSurrogate(near.space, near.seen)!, near.seen, {
      rate: 0,
      share: 1,
      offset: 1,
    }),
  ).toEqual([{ path: 'offset', side: 'max', value: 1, suggestion: 2 }]);
  const noise = randomStudy(definitions, 60, (_, noise) => noise());
  expect(
    promisingBounds(noise.space, fitSurrogate(noise.space, noise.seen)!, noise.seen, {
      x: 10,
      curved: 1,
      idle: 10,
    }),
  ).toEqual([]);
});

// What a search of few trials ends with stands at a bound of parameters without effect by chance.
test('few trials warn of a bound that matters, and seldom of one that does not', () => {
  const range = { type: 'float', min: 1, max: 9 } as const;
  const definitions = { a: range, b: range, c: range, d: range, e: range };
  const share = (value: unknown) => ((value as number) - 1) / 8;
  const warned = (trials: number, lossOf: (config: Config) => number) =>
    Array.from({ length: 20 }, (_, seed) => {
      const { space, seen } = guidedStudy(
        'bayesian',
        definitions,
        trials,
        (config, noise) => lossOf(config) + 0.01 * noise(),
        { seed },
      );
      const { config } = seen.reduce((a, b) => (b.loss < a.loss ? b : a));
      return promisingBounds(space, fitSurrogate(space, seen)!, seen, config).map(({ path }) => path);
    });
  // 6 of 20 where the model is not asked how sure it is.
  const inside = warned(15, ({ a, b }) => 2 * (share(a) - 0.6) ** 2 + (share(b) - 0.4) ** 2);
  expect(inside.filter((paths) => paths.length > 0).length).toBeLessThanOrEqual(3);
  const edge = warned(30, ({ a, b }) => 2 * share(a) + (share(b) - 0.5) ** 2);
  expect(edge.filter((paths) => paths.includes('a')).length).toBeGreaterThanOrEqual(18);
});

test('a study tells of bounds that matter, whatever its constraints, and of none when it is too small', () => {
  const range = { type: 'float', min: 1, max: 10 } as const;
  const { space, study } = randomStudy({ x: range, size: range, y: range }, 40, ({ x }) => x as number);
  const trials = study.trials.map((record, i) => {
    const config = i === 39 ? { x: 1, size: 5, y: 1 } : record.config;
    const reports = [{ step: 1, metrics: { size: config['size'] as number } }];
    return { ...record, config, score: config['x'] as number, reports };
  });
  const warned = (of: typeof trials) =>
    insightOf({ ...study, trials: of, constraints: [{ name: 'size', max: 5 }] }, space).boundaries.map(
      ({ path, side }) => [path, side],
    );
  expect(warned(trials)).toEqual([['x', 'min']]);
  expect(warned(trials.slice(-9))).toEqual([]);
});

test('the best so far is that of the trials before', () => {
  const observations = [3, 5, 2, 4].map(
    (is, i): Observation => ({ trial: i, config: {}, loss: is, origin: 'random' }),
  );
  expect(searchProgress(observations, undefined)).toEqual({ best: [3, 3, 2, 2] });
});

test('failures that have a value in common name it', () => {
  const space = createSpace({ kind: { type: 'choice', values: ['a', 'b', 'c'] }, x: unit });
  const trials = [
    ...['c', 'c', 'c', 'c', 'a'].map((kind, i) => trial(i, { kind, x: i / 9 }, { state: 'failed' })),
    ...['a', 'b', 'a', 'b', 'c'].map((kind, i) => trial(5 + i, { kind, x: i / 9 }, { score: 1 })),
  ];
  expect(sharedFailures(space, trials)).toEqual([{ path: 'kind', value: 'c', having: 4, failed: 5 }]);
  expect(sharedFailures(space, trials.slice(3))).toEqual([]);
});

test('partial dependence follows the function, averaged over the rest', () => {
  const { space, seen } = randomStudy(
    { x: unit, kind: { type: 'choice', values: ['a', 'b'] } },
    80,
    ({ x, kind }) => ((x as number) - 0.7) ** 2 + (kind === 'a' ? 0 : 0.2),
  );
  const model = fitSurrogate(space, seen)!;
  const points = partialDependence(space, model, seen, 'x');
  expect(points).toHaveLength(20);
  const least = points.reduce((a, b) => (b.loss < a.loss ? b : a));
  expect(least.value as number).toBeGreaterThan(0.6);
  expect(least.value as number).toBeLessThan(0.8);
  const kinds = partialDependence(space, model, seen, 'kind');
  const [a, b] = ['a', 'b'].map((kind) => kinds.find(({ value }) => value === kind)!.loss);
  expect(b! - a!).toBeGreaterThan(0.1);
});

test('partial dependence on what decides which parameters exist is of configs that exist', () => {
  const { space, seen } = randomStudy(
    {
      optimizer: { type: 'choice', options: { sgd: { momentum: unit }, adam: { beta: unit }, plain: {} } },
      layers: { type: 'repeat', min: 1, max: 2, of: { width: unit } },
    },
    80,
    ({ layers, ...config }) =>
      (config['optimizer'] === 'sgd' ? 0.5 * (config['optimizer.sgd.momentum'] as number) : 1) +
      (layers === 2 ? (config['layers[1].width'] as number) : 0),
  );
  const model = {
    noise: 0,
    loss: (config: Config) => {
      expect(checkConfig(space, config)).toEqual(config);
      return config['optimizer'] === 'sgd' ? 0.5 * (config['optimizer.sgd.momentum'] as number) : 1;
    },
  };
  const losses = Object.fromEntries(
    partialDependence(space, model, seen, 'optimizer').map(({ value, loss: is }) => [value, is]),
  );
  expect(losses).toMatchObject({ adam: 1, plain: 1 });
  // As the best trials had it, which is less than 0.5 × 0.5.
  expect(losses['sgd']).toBeGreaterThan(0);
  expect(losses['sgd']).toBeLessThan(0.25);
  expect(partialDependence(space, model, seen, 'layers')).toHaveLength(2);
});

test('partial dependence is of the best quarter of the trials', () => {
  const { space, seen } = randomStudy({ x: unit, y: unit }, 40, ({ x }) => x as number);
  const model = { noise: 0, loss: ({ x, y }: Config) => (x as number) + (y as number) };
  const best = seen
    .map(({ config }) => config['x'] as number)
    .sort((a, b) => a - b)
    .slice(0, 10);
  const mean = best.reduce((sum, x) => sum + x, 0) / best.length;
  for (const { value, loss } of partialDependence(space, model, seen, 'y'))
    expect(loss).toBeCloseTo(mean + (value as number), 9);
});

test('what misses a constraint is not the best that the search found, whatever its loss', () => {
  const { space, study } = randomStudy(
    { x: { ...unit, default: 0.1 }, y: { ...unit, default: 0.5 } },
    60,
    ({ x }) => 1 - (x as number),
  );
  const model = { origin: 'model' } as const;
  // Less loss takes more memory.
  const trials = withIncumbent(space, study.trials, 0.9).map((record, i) => ({
    ...record,
    ...(i < 20 ? {} : model),
    reports: [{ step: 1, metrics: { memory: record.config['x'] as number } }],
  }));
  const limited = (max: number) =>
    insightOf({ ...study, trials, constraints: [{ name: 'memory', max }] }, space);
  const within = trials.filter(({ config }) => (config['x'] as number) <= 0.5);
  const least = (of: typeof trials) => Math.min(...of.map(({ score }) => score!));
  const { progress, importance, ablation } = limited(0.5);
  expect(progress.best).toHaveLength(within.length);
  expect(progress.best.at(-1)).toBe(least(within));
  if (progress.random !== undefined) expect(progress.random).toBeGreaterThanOrEqual(least(within));
  expect(ablation!.steps.find(({ path }) => path === 'x')!.to).toBeLessThanOrEqual(0.5);
  expect(importance![0]!.path).toBe('x');
  // Where nothing keeps it there is no best.
  const nothing = limited(-1);
  expect(nothing.progress).toEqual({ best: [] });
  expect(nothing).not.toHaveProperty('importance');
  expect(nothing).not.toHaveProperty('ablation');
  expect(nothing.boundaries).toEqual([]);
});

test('a whole study is told in parts, and of an empty one nothing', () => {
  const { space, study } = randomStudy(
    { x: { ...unit, default: 0.9 }, y: { ...unit, default: 0.5 } },
    60,
    ({ x, y }) => ((x as number) - 0.2) ** 2 + 0.01 * (y as number),
  );
  const whole = { ...study, trials: withIncumbent(space, study.trials, 0.495) };
  const insight = insightOf(whole, space);
  expect(insight.importance![0]!.path).toBe('x');
  expect(insight.dependence[0]!.path).toBe('x');
  expect(insight.ablation!.steps[0]!.path).toBe('x');
  expect(insight.ablation!.enough).toBe(1);
  expect(insightOf(whole, space)).toBe(insight);
  expect(insightOf({ trials: [], metric: loss }, space)).toEqual({
    boundaries: [],
    dependence: [],
    failures: [],
    progress: { best: [] },
  });
});
