import { costMetrics } from './cost-metrics.ts';
import { checkModel, hyperParametersOf, type TrialOrder } from './run-trial.ts';
import { withSeed } from './seeding.ts';
import { openTensorScope } from './tensor-scope.ts';
import type { TensorFlow } from './tensorflow.ts';
import type { UserModule } from './user-module.ts';

/**
 * Builds the model of a config and measures what needs no training.
 *
 * @throws what the user's code throws, `InfeasibleConfig` among it, and where the module exports no `build`
 */
export async function appraise(
  module: UserModule,
  order: TrialOrder,
  tf: TensorFlow,
  data: unknown,
): Promise<Readonly<Record<string, number>>> {
  if (module.kind !== 'model')
    throw new TypeError(
      'search.proxies need a module that exports build(hp): an objective cannot be appraised',
    );
  const scope = openTensorScope(tf);
  try {
    return await withSeed(order.seed, async () => {
      const model = checkModel(await module.build(hyperParametersOf(order)));
      try {
        return await costMetrics(model, order.furtherMetrics ?? [], data);
      } finally {
        model.dispose();
      }
    });
  } finally {
    scope.close();
  }
}
