import type { Dataset } from './dataset.ts';
import { outputsOf } from './learner.ts';

/** Classes up to so many are shown one by one. */
const mostSlices = 20;

/**
 * How good predictions of some rows are.
 *
 * Classification: `val_accuracy`, `val_balanced_accuracy` (mean recall), `val_log_loss`, and `val_recall/CLASS`.
 * Regression: `val_rmse`, `val_mae`, `val_r2`.
 *
 * @param predicted of every row of the data, row by row (see `Learner.predict`)
 */
export function scoreRows(data: Dataset, rows: Int32Array, predicted: Float64Array): Record<string, number> {
  return data.task === 'classification'
    ? classScores(data, rows, predicted)
    : numberScores(data, rows, predicted);
}

function classScores(data: Dataset, rows: Int32Array, predicted: Float64Array): Record<string, number> {
  const outputs = outputsOf(data);
  const [hits, counts] = [new Float64Array(outputs), new Float64Array(outputs)];
  let logLoss = 0;
  for (const row of rows) {
    let best = 0;
    for (let k = 1; k < outputs; k++)
      if (predicted[row * outputs + k]! > predicted[row * outputs + best]!) best = k;
    const label = data.target[row]!;
    // A class that the training rows have not: never right.
    if (label < 0) {
      logLoss -= Math.log(1e-15);
      continue;
    }
    counts[label]! += 1;
    if (best === label) hits[label]! += 1;
    const p = predicted[row * outputs + label]!;
    logLoss -= Math.log(p < 1e-15 ? 1e-15 : p);
  }
  const present = data.classes.map((name, k) => ({ name, k })).filter(({ k }) => counts[k]! > 0);
  const recalls = present.map(({ k }) => hits[k]! / counts[k]!);
  return {
    val_accuracy: hits.reduce((sum, hit) => sum + hit, 0) / rows.length,
    val_balanced_accuracy: recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length,
    val_log_loss: logLoss / rows.length,
    ...(present.length <= mostSlices
      ? Object.fromEntries(present.map(({ name }, i) => [`val_recall/${name}`, recalls[i]!]))
      : {}),
  };
}

function numberScores(data: Dataset, rows: Int32Array, predicted: Float64Array): Record<string, number> {
  let [squares, absolute, mean] = [0, 0, 0];
  for (const row of rows) {
    const error = predicted[row]! - data.target[row]!;
    squares += error * error;
    absolute += Math.abs(error);
    mean += data.target[row]! / rows.length;
  }
  const spread = rows.reduce((sum, row) => sum + (data.target[row]! - mean) ** 2, 0);
  return {
    val_rmse: Math.sqrt(squares / rows.length),
    val_mae: absolute / rows.length,
    ...(spread > 0 ? { val_r2: 1 - squares / spread } : {}),
  };
}
