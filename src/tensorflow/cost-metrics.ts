import type { LayersModel } from '@tensorflow/tfjs-layers';
import { modelCost } from './architecture/cost.ts';
import { measureLatency } from './architecture/latency.ts';

/** Metrics that need no training: each is measured when the spec asks for it, and the module reports none of that name. */
const measures: Readonly<Record<string, (model: LayersModel) => number | Promise<number>>> = {
  parameters: (model) => modelCost(model).parameters,
  flops: (model) => modelCost(model).flops,
  model_bytes: (model) => modelCost(model).bytes,
  latency_ms: (model) => measureLatency(model),
};

/** What a model costs: those of `parameters`, `flops`, `model_bytes` and `latency_ms` that are wanted. */
export async function costMetrics(
  model: LayersModel,
  wanted: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const name of wanted) if (Object.hasOwn(measures, name)) found[name] = await measures[name]!(model);
  return found;
}
