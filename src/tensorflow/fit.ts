import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { FoundCheckpoint } from './checkpoint.ts';
import type { DatasetData, FitContext, TensorData } from './contexts.ts';
import type { TensorFlow } from './tensorflow.ts';

type BatchIterator = Awaited<ReturnType<DatasetData['dataset']['iterator']>>;

/**
 * Trains a compiled model for the trial's epochs and reports each. Where a checkpoint was found the training goes on from
 * there, with the batches that it would have had without the pause.
 *
 * @param callbacks of the user: `tf.Callback`s, or objects with some of their methods
 * @throws Error when the data is not what `data()` may return
 */
export async function fitModel(
  model: LayersModel,
  data: unknown,
  context: Pick<FitContext, 'epochs' | 'batchSize' | 'reporter' | 'tf'>,
  found?: FoundCheckpoint,
  callbacks: readonly object[] = [],
): Promise<void> {
  const ends: (() => unknown)[] = [];
  const whole = callbacks.map((callback) => overWholeTraining(context.tf, callback, ends));
  await trainEpochs(model, data, context, found, whole);
  for (const end of ends) await end();
}

/**
 * A callback of the user that sees one training, however many calls of `fit` it is made of: early stopping would count
 * anew at each beginning.
 */
function overWholeTraining(tf: TensorFlow, callback: object, ends: (() => unknown)[]): object {
  const base: object = callback instanceof tf.Callback ? callback : new tf.CustomCallback(callback);
  const { onTrainBegin, onTrainEnd } = base as Record<string, (logs?: unknown) => unknown>;
  let begun = false;
  // What it keeps in its members it keeps here.
  const one: object = Object.create(base, {
    onTrainBegin: {
      value: async (logs: unknown) => {
        if (begun) return;
        begun = true;
        await onTrainBegin!.call(one, logs);
      },
    },
    onTrainEnd: { value: async () => {} },
  });
  ends.push(() => onTrainEnd!.call(one));
  return one;
}

async function trainEpochs(
  model: LayersModel,
  data: unknown,
  context: Pick<FitContext, 'epochs' | 'batchSize' | 'reporter' | 'tf'>,
  found: FoundCheckpoint | undefined,
  callbacks: readonly object[],
): Promise<void> {
  const done = found?.epochs ?? 0;
  const reporter = new context.tf.CustomCallback(context.reporter(model) as never);
  const common = { verbose: 0, callbacks: [reporter, ...callbacks] as never } as const;
  if (isDatasetData(data)) {
    const { dataset, validation, batchesPerEpoch, validationBatches } = data;
    const rest = found ? await passOver(context.tf, dataset, done, batchesPerEpoch) : dataset;
    await found?.restore();
    await model.fitDataset(rest as never, {
      ...common,
      epochs: context.epochs,
      initialEpoch: done,
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
  await found?.restore();
  // An epoch at a time: within one call each shuffle starts from the order of the one before, which no checkpoint knows.
  for (let epoch = done; epoch < context.epochs; epoch++) {
    await model.fit(x as never, y as never, {
      ...common,
      epochs: epoch + 1,
      initialEpoch: epoch,
      batchSize: context.batchSize,
      ...(validation === undefined ? {} : { validationData: [validation.x, validation.y] as never }),
      ...(validationSplit === undefined ? {} : { validationSplit }),
      ...(sampleWeight === undefined ? {} : { sampleWeight }),
      ...(classWeight === undefined ? {} : { classWeight }),
    });
    if (model.stopTraining) return;
  }
}

/**
 * A dataset as `fitDataset` finds it after so many epochs. They are read, not only counted: a shuffle comes to its next order
 * when it was read, and what a pipeline draws at random comes from one stream.
 */
async function passOver(
  tf: TensorFlow,
  dataset: DatasetData['dataset'],
  epochs: number,
  batchesPerEpoch: number | undefined,
): Promise<DatasetData['dataset']> {
  const read = async (iterator: BatchIterator, most: number) => {
    for (let batch = 0; batch < most; batch++) {
      const { value, done } = await iterator.next();
      if (done) return;
      tf.dispose(value);
    }
  };
  // fitDataset makes one iterator at its start. Where epochs have no fixed length it is of no use, and each makes its own.
  const first = await dataset.iterator();
  if (batchesPerEpoch === undefined)
    for (let epoch = 0; epoch < epochs; epoch++)
      await read(await dataset.iterator(), Number.POSITIVE_INFINITY);
  else await read(first, epochs * batchesPerEpoch);
  let handedOut = false;
  return Object.create(dataset, {
    iterator: {
      value: async () => {
        if (handedOut) return dataset.iterator();
        handedOut = true;
        return first;
      },
    },
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
