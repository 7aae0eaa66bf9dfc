import type { Config } from '../space/parameter.ts';
import type { Declared } from '../trial/declared.ts';
import type { FitContext, TrialContext } from './contexts.ts';
import { Definitions } from './define.ts';
import { createHyperParameters, UnfitValue } from './hp.ts';
import { TrialStopped } from './outcomes.ts';
import { checkModel, chooseBatchSize } from './run-trial.ts';
import { withSeed } from './seeding.ts';
import { openTensorScope } from './tensor-scope.ts';
import type { TensorFlow } from './tensorflow.ts';
import { userPlace } from './user-error.ts';
import type { UserModule } from './user-module.ts';

/**
 * What a module asks `hp` for with these values, and its defaults otherwise. Nothing is trained: a `fit` or an `objective`
 * of the module runs up to where it would train or report.
 *
 * @param tree the values of the spec's parameters, nested
 * @throws what the user's code throws before that
 */
export async function declareParameters(
  module: UserModule,
  values: Config,
  tree: Readonly<Record<string, unknown>>,
  tf: TensorFlow,
  data: unknown,
): Promise<readonly Declared[]> {
  const definitions = new Definitions(values, () => userPlace());
  const hp = createHyperParameters(values, tree, definitions);
  const stop = new AbortController();
  const enough = () => {
    stop.abort(new TrialStopped());
    throw new TrialStopped();
  };
  const common: Omit<TrialContext, 'hp' | 'data'> = {
    config: tree,
    seed: 0,
    epochs: 1,
    checkpoints: '',
    restoreCheckpoint: async () => 0,
    saveCheckpoint: async () => {},
    tf,
    signal: stop.signal,
    report: async () => enough(),
  };
  const scope = openTensorScope(tf);
  try {
    await withSeed(0, async () => {
      if (module.kind === 'objective') {
        await withoutTraining(tf, enough, async () => module.objective({ ...common, hp, data }));
        return;
      }
      const model = checkModel(await module.build(hp));
      const batchSize = chooseBatchSize(module.batchSize, hp);
      const { fit: trains } = module;
      const reporter: FitContext['reporter'] = () => ({ onEpochEnd: async () => enough() });
      const context: FitContext = { ...common, batchSize, reporter };
      if (trains === undefined) await module.callbacks?.(hp, context);
      else await withoutTraining(tf, enough, async () => trains(model, data, hp, context));
    });
  } catch (error) {
    // What it asked for says why a value does not fit: whoever compares it with the spec can name both places.
    const contradicts = error instanceof UnfitValue && !definitions.declarations().at(-1)?.read;
    // Stopped, it may throw whatever it makes of that.
    if (!stop.signal.aborted && !contradicts) throw error;
  } finally {
    scope.close();
  }
  return definitions.declarations();
}

const trainingMethods = [
  ...['fit', 'fitDataset', 'trainOnBatch', 'evaluate', 'evaluateDataset', 'predict', 'predictOnBatch'],
  ...['minimize', 'applyGradients'],
];

/** Runs something while whatever trains or predicts calls `enough` instead. */
async function withoutTraining(
  tf: TensorFlow,
  enough: () => never,
  body: () => Promise<unknown>,
): Promise<void> {
  const restore: (() => void)[] = [];
  for (const { prototype } of [tf.LayersModel, tf.Sequential, tf.Optimizer] as { prototype: object }[])
    for (const name of trainingMethods) {
      const before = Object.getOwnPropertyDescriptor(prototype, name);
      if (before === undefined) continue;
      Object.defineProperty(prototype, name, { ...before, value: enough });
      restore.push(() => Object.defineProperty(prototype, name, before));
    }
  try {
    await body();
  } finally {
    for (const put of restore) put();
  }
}
