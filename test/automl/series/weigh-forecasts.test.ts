import { expect, test } from 'vitest';
import { weighForecasts } from '../../../src/automl/series/weigh-forecasts.ts';
import { type Actual, scoreForecasts } from '../../../src/automl/series/windows.ts';
import { randomStream } from '../../../src/math/random.ts';

const origins = 10;
const horizon = 4;
const random = randomStream(5, 'weights');
const actuals: Actual[] = Array.from({ length: origins * horizon }, (_, place) => ({
  series: 0,
  origin: Math.floor(place / horizon),
  place,
  step: 1 + (place % horizon),
  actual: random.normal(),
  scale: 1,
}));
/** What came, and as much noise. */
const model = (noise: number) => Float64Array.from(actuals, ({ actual }) => actual + noise * random.normal());
const loss = (of: readonly Actual[], predicted: Float64Array) => [scoreForecasts(of, predicted)['val_mase']!];

test('the prior keeps a weight among equally good models, and loses it to one that is better everywhere', () => {
  const alike = [model(1), model(1), model(1)];
  const shrunk = weighForecasts(alike, [false, false, true], actuals, loss);
  expect(shrunk.weights[2]).toBeGreaterThanOrEqual(3 / 25);
  expect(shrunk.weights.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  const better = weighForecasts([model(0.01), model(1), model(3)], [false, false, true], actuals, loss);
  expect(better.weights[2]).toBe(0);
});

test('what is held out does not depend on what came at its origins', () => {
  const models = Array.from({ length: 6 }, () => model(1));
  // The first fold is the first two of ten origins: there all models are far off, each by another amount.
  const other = actuals.map((of) => (of.origin < 2 ? { ...of, actual: of.actual + 50 * of.step } : of));
  const [as, changed] = [actuals, other].map(
    (of) =>
      weighForecasts(
        models,
        models.map(() => false),
        of,
        loss,
      ).heldOut,
  );
  expect([...changed!.subarray(0, 2 * horizon)]).toEqual([...as!.subarray(0, 2 * horizon)]);
});
