import type { FitContext, TrialContext } from './contexts.ts';
import { fitModel } from './fit.ts';
import { TrialStopped } from './outcomes.ts';
import { chooseBatchSize, hyperParametersOf, type TrialOrder } from './run-trial.ts';
import { withSeed } from './seeding.ts';
import { openTensorScope } from './tensor-scope.ts';
import type { TensorFlow } from './tensorflow.ts';
import type { UserModule } from './user-module.ts';

/** Batches that only warm up: kernels are compiled and memory is taken. */
const warmUp = 2;

/**
 * How long the backend of this process takes for one step of a trial, in milliseconds: for a batch where the module
 * trains by `build` and `data`, up to its first report where it trains by itself.
 *
 * @param limitMs after so much time of batches it is known well enough
 * @throws what the user's code throws
 */
export async function measureStep(
  module: UserModule,
  order: TrialOrder,
  tf: TensorFlow,
  data: unknown,
  limitMs: number,
): Promise<number> {
  const scope = openTensorScope(tf);
  const begun = performance.now();
  let batches = 0;
  let warm = begun;
  let last = begun;
  const stop = new AbortController();
  const common: Omit<TrialContext, 'hp' | 'data'> = {
    config: order.tree,
    seed: order.seed,
    epochs: 1,
    checkpoints: order.checkpoints,
    restoreCheckpoint: async () => 0,
    saveCheckpoint: async () => {},
    tf,
    signal: stop.signal,
    report: async () => {
      last = performance.now();
      stop.abort(new TrialStopped());
      throw new TrialStopped();
    },
  };
  try {
    await withSeed(order.seed, async () => {
      const hp = hyperParametersOf(order);
      if (module.kind === 'objective') {
        await module.objective({ ...common, hp, data });
        return;
      }
      const model = (await module.build(hp)) as Parameters<typeof fitModel>[0];
      const context: FitContext = {
        ...common,
        batchSize: chooseBatchSize(module.batchSize, hp),
        reporter: (of) => ({
          onBatchEnd: async () => {
            batches++;
            last = performance.now();
            if (batches === warmUp) warm = last;
            if (batches > warmUp && last - warm > limitMs) of.stopTraining = true;
          },
          onEpochEnd: async () => {
            of.stopTraining = true;
          },
        }),
      };
      try {
        if (module.fit === undefined) await fitModel(model, data, context);
        else await module.fit(model, data, hp, context);
      } finally {
        model.dispose();
      }
    });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    scope.close();
  }
  if (batches > warmUp) return (last - warm) / (batches - warmUp);
  return (last > begun ? last : performance.now()) - begun;
}
