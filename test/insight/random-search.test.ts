import { expect, test } from 'vitest';
import { insightOf } from '../../src/insight/insight.ts';
import { randomSearch } from '../../src/insight/random-search.ts';
import { fitSurrogate } from '../../src/insight/surrogate.ts';
import { randomStream } from '../../src/math/random.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { sampleConfig } from '../../src/space/sample.ts';
import { createSpace } from '../../src/space/space.ts';
import { guidedStudy, loss, randomStudy, trial } from './fixtures.ts';

const unit = { type: 'float', min: 0, max: 1 } as const;

const definitions: ParameterDefinitions = {
  x: { type: 'float', min: -1, max: 1 },
  y: { type: 'float', min: 1e-5, max: 1, scale: 'log' },
  units: { type: 'int', min: 16, max: 256, step: 16 },
  opt: { type: 'choice', options: { sgd: { momentum: unit }, adam: {} } },
};
const training = ({ x, y, opt }: Config, noise: () => number) =>
  ((x as number) - 0.3) ** 2 +
  (Math.log10(y as number) + 2) ** 2 +
  (opt === 'sgd' ? 0.3 : 0) +
  0.01 * noise();
const bowl = ({ x, y, z }: Config, noise: () => number) =>
  ((x as number) - 0.3) ** 2 + 2 * ((y as number) - 0.6) ** 2 + 0.2 * (z as number) + 0.02 * noise();

/** By simulation: a middling config, and the expected best of so many. */
function truth(of: ParameterDefinitions, lossOf: typeof bowl, count: number) {
  const space = createSpace(of);
  const stream = randomStream(17, 'truth');
  const losses = Array.from({ length: 4000 }, () =>
    lossOf(sampleConfig(space, stream), () => stream.normal()),
  ).sort((a, b) => a - b);
  const n = losses.length;
  const least = losses.reduce(
    (sum, x, i) => sum + x * (((n - i) / n) ** count - ((n - i - 1) / n) ** count),
    0,
  );
  return { least, middling: losses[n / 2]! };
}

test.each(['bayesian', 'tpe', 'local', 'evolution'] as const)(
  'what is said of random configs does not flatter a %s search',
  (strategy) => {
    const errors: number[] = [];
    const alike: number[] = [];
    for (const [of, lossOf] of [
      [definitions, training],
      [{ x: unit, y: unit, z: unit }, bowl],
    ] as const) {
      const { least, middling } = truth(of, lossOf, 40);
      for (let seed = 1; seed <= 4; seed++) {
        const { space, seen } = guidedStudy(strategy, of, 40, lossOf, { seed });
        const found = randomSearch(space, seen, fitSurrogate(space, seen));
        const best = Math.min(...seen.map((one) => one.loss));
        if (!found) continue;
        errors.push((found.loss - least) / (middling - least));
        if (found.asGood) alike.push((best - least) / (middling - least));
      }
    }
    errors.sort((a, b) => a - b);
    expect(errors.length).toBeGreaterThanOrEqual(3);
    expect(Math.abs(errors[Math.floor(errors.length / 2)]!)).toBeLessThan(0.1);
    expect(errors.at(-1)!).toBeLessThan(0.2);
    for (const difference of alike) expect(difference).toBeGreaterThan(-0.1);
  },
);

test('nothing is said of random configs where no result chose any, or where they are all there are', () => {
  const random = (names: readonly string[], count = 40) => {
    const { space, seen } = randomStudy({ x: unit, y: unit }, count, ({ x }) => x as number);
    const named = seen.map((one, i) => ({ ...one, origin: names[i % names.length]! }));
    return randomSearch(space, named, fitSurrogate(space, named));
  };
  expect(random(['random'])).toBeUndefined();
  expect(random(['incumbent', 'sobol'])).toBeUndefined();
  expect(random(['grid', 'what is left'])).toBeUndefined();
  expect(random(['random', 'model'])).toBeDefined();
  // Too few trials for a model of the whole space.
  expect(random(['random', 'model'], 29)).toBeUndefined();
  const all: ParameterDefinitions = {
    a: { type: 'int', min: 1, max: 8 },
    b: { type: 'int', min: 1, max: 5 },
  };
  const { space, seen } = guidedStudy('tpe', all, 40, ({ a }) => a as number);
  expect(randomSearch(space, seen, fitSurrogate(space, seen))).toBeUndefined();
});

test('nothing is said of random configs where trials differ by chance', () => {
  let said = 0;
  for (let seed = 0; seed < 10; seed++) {
    const { space, seen } = guidedStudy('tpe', { x: unit, y: unit }, 40, (_, noise) => noise(), { seed });
    if (randomSearch(space, seen, fitSurrogate(space, seen))) said++;
  }
  expect(said).toBeLessThanOrEqual(1);
});

test('a search that was stopped at the worst place is not said to be better than random configs', () => {
  const { space, seen } = randomStudy({ x: unit, y: unit }, 60, ({ x, y }) => (x as number) + (y as number));
  // Only those that chance would have beaten.
  const poor = seen.filter(({ loss }) => loss > 0.5).map((one) => ({ ...one, origin: 'model' }));
  const found = randomSearch(space, poor, fitSurrogate(space, poor))!;
  expect(found.asGood).toBe(true);
  expect(found.loss).toBeLessThan(0.6);
});

test('the random configs keep the constraints, as the best of the search does', () => {
  const missed = ({ x }: Config) => 0.5 - (x as number);
  const { space, seen } = guidedStudy(
    'tpe',
    { x: unit, y: unit },
    60,
    ({ x, y }) => (x as number) + (y as number),
    {
      missed,
    },
  );
  const { loss: least } = randomSearch(space, seen, fitSurrogate(space, seen))!;
  expect(least).toBeGreaterThan(0.5);
  expect(least).toBeLessThan(0.8);
});

test('a study that stopped trials early is not compared with random configs trained in full', () => {
  const { space, seen } = guidedStudy(
    'tpe',
    { x: unit, y: unit },
    40,
    ({ x, y }) => (x as number) + (y as number),
  );
  const trials = seen.map(({ trial: number, config, loss: score, origin }) =>
    trial(number, config, { score, origin }),
  );
  expect(insightOf({ trials, metric: loss }, space).progress).toHaveProperty('random');
  const stopped = trial(
    40,
    { x: 1, y: 1 },
    { state: 'pruned', reports: [{ step: 1, metrics: { loss: 3 } }] },
  );
  expect(insightOf({ trials: [...trials, stopped], metric: loss }, space).progress).not.toHaveProperty(
    'random',
  );
});
