import { expect, test } from 'vitest';
import { selectEnsemble } from '../../src/automl/ensemble.ts';

const truth = [1, 2, 3, 4];
const loss = (predicted: Float64Array) => [
  truth.reduce((sum, value, i) => sum + (value - predicted[i]!) ** 2, 0),
];
const high = Float64Array.from(truth, (value) => value + 1);
const low = Float64Array.from(truth, (value) => value - 1);

test('models that err on different sides are better together', () => {
  expect(selectEnsemble([high, low], loss)).toEqual([0.5, 0.5]);
});

test('a model that predicts no numbers gets no weight, and keeps none of the others from it', () => {
  for (const broken of [Number.NaN, Number.POSITIVE_INFINITY]) {
    const nothing = new Float64Array(4).fill(broken);
    expect(selectEnsemble([high, nothing, low], loss)).toEqual([0.5, 0, 0.5]);
    expect(selectEnsemble([high, nothing, low], loss, [0, 0, 1])).toEqual([0.5, 0, 0.5]);
  }
});
