import { expect, test } from 'vitest';
import type { Dataset } from '../../src/automl/dataset.ts';
import { scoreRows } from '../../src/automl/metrics.ts';

function dataOf(target: readonly number[], classes: readonly string[]): Dataset {
  const task = classes.length > 0 ? 'classification' : 'regression';
  const part = new Uint8Array(target.length);
  return {
    task,
    rows: target.length,
    features: [],
    target: Float64Array.from(target),
    classes,
    part,
    notes: [],
  };
}

test('numbers are scored as the definitions say, also where their mean is large beside their spread', () => {
  for (const base of [0, 1e9]) {
    const target = [1, 2, 4, 8, 16].map((value) => base + value);
    const predicted = [2, 2, 3, 9, 12].map((value) => base + value);
    const { val_rmse, val_mae, val_r2 } = scoreRows(
      dataOf(target, []),
      Int32Array.of(0, 1, 2, 3, 4),
      Float64Array.from(predicted),
    );
    // Squared errors 1, 0, 1, 1, 16; the mean is 6.2, and squared distances from it add up to 148.8.
    expect(val_rmse).toBeCloseTo(Math.sqrt(19 / 5), 12);
    expect(val_mae).toBeCloseTo(7 / 5, 12);
    expect(val_r2).toBeCloseTo(1 - 19 / 148.8, 6);
  }
});

test('numbers that are all the same have no share that is explained', () => {
  const data = dataOf([0.1, 0.1, 0.1], []);
  expect(scoreRows(data, Int32Array.of(0, 1, 2), Float64Array.of(0.1, 0.2, 0.3))).not.toHaveProperty(
    'val_r2',
  );
});

test('classes are scored as the definitions say, and a class that the training rows have not is never right', () => {
  const data = dataOf([0, 0, 1, -1], ['a', 'b', 'c']);
  const predicted = Float64Array.of(0.7, 0.2, 0.1, 0.2, 0.5, 0.3, 0.1, 0.9, 0, 1, 0, 0);
  const scores = scoreRows(data, Int32Array.of(0, 1, 2, 3), predicted);
  expect(scores).toEqual({
    val_accuracy: 2 / 4,
    val_balanced_accuracy: (1 / 2 + 1) / 2,
    val_log_loss: expect.closeTo(-(Math.log(0.7) + Math.log(0.2) + Math.log(0.9) + Math.log(1e-15)) / 4, 10),
    'val_recall/a': 1 / 2,
    'val_recall/b': 1,
  });
});
