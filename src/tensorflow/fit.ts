import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { DatasetData, FitContext, TensorData } from './contexts.ts';

/**
 * Trains a compiled model for the trial's epochs and reports each.
 *
 * @throws Error when the data is not what `data()` may return
 */
export async function fitModel(model: LayersModel, data: unknown, context: FitContext): Promise<void> {
  const common = { epochs: context.epochs, verbose: 0, callbacks: context.reporter(model) } as const;
  if (isDatasetData(data)) {
    const { dataset, validation, batchesPerEpoch, validationBatches } = data;
    await model.fitDataset(dataset as never, {
      ...common,
      ...(validation === undefined ? {} : { validationData: validation as never }),
      ...(batchesPerEpoch === undefined ? {} : { batchesPerEpoch }),
      ...(validationBatches === undefined ? {} : { validationBatches }),
    });
    return;
  }
  if (!isTensorData(data))
    throw new TypeError(
      'data() must return { x, y } tensors, with validation: { x, y } or validationSplit for val_ metrics, ' +
        `or { dataset } of tf.data; it returned ${shape(data)}`,
    );
  const { x, y, validation, validationSplit, sampleWeight, classWeight } = data;
  await model.fit(x as never, y as never, {
    ...common,
    batchSize: context.batchSize,
    ...(validation === undefined ? {} : { validationData: [validation.x, validation.y] as never }),
    ...(validationSplit === undefined ? {} : { validationSplit }),
    ...(sampleWeight === undefined ? {} : { sampleWeight }),
    ...(classWeight === undefined ? {} : { classWeight }),
  });
}

/**
 * The metrics of an epoch under the names that Keras users know: TensorFlow.js calls `metrics: ['accuracy']`
 * `acc` and `val_acc`; both spellings are given.
 */
export function namedMetrics(logs: Readonly<Record<string, number>>): Record<string, number> {
  const metrics: Record<string, number> = {};
  for (const [name, value] of Object.entries(logs)) {
    metrics[name] = value;
    if (/(^|_)acc$/.test(name)) metrics[name.replace(/acc$/, 'accuracy')] ??= value;
    if (/(^|_)accuracy$/.test(name)) metrics[name.replace(/accuracy$/, 'acc')] ??= value;
  }
  return metrics;
}

function isDatasetData(data: unknown): data is DatasetData {
  const dataset = (data as { dataset?: { iterator?: unknown } } | null | undefined)?.dataset;
  return typeof dataset?.iterator === 'function';
}

function isTensorData(data: unknown): data is TensorData {
  return typeof data === 'object' && data !== null && 'x' in data && 'y' in data;
}

function shape(data: unknown): string {
  if (typeof data !== 'object' || data === null) return String(data);
  return `an object with ${Object.keys(data).slice(0, 8).join(', ') || 'no fields'}`;
}
