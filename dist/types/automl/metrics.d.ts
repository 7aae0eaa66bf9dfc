import type { Dataset } from './dataset.js';
/**
 * How good predictions of some rows are.
 *
 * Classification: `val_accuracy`, `val_balanced_accuracy` (mean recall), `val_log_loss`, and `val_recall/CLASS`.
 * Regression: `val_rmse`, `val_mae`, `val_r2`.
 *
 * @param predicted of every row of the data, row by row (see `Learner.predict`)
 */
export declare function scoreRows(data: Dataset, rows: Int32Array, predicted: Float64Array): Record<string, number>;
