import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { boundTensorFlow } from './architecture/binding.ts';
import { modelCost } from './architecture/cost.ts';
import { measureLatency } from './architecture/latency.ts';
import { jacobCov } from './architecture/proxies/jacob-cov.ts';
import { synflow } from './architecture/proxies/synflow.ts';

type Measure = (model: LayersModel, data: unknown) => number | Promise<number>;

/** Metrics that need no training: each is measured when the spec asks for it, and the module reports none of that name. */
const measures: Readonly<Record<string, Measure>> = {
  parameters: (model) => modelCost(model).parameters,
  flops: (model) => modelCost(model).flops,
  model_bytes: (model) => modelCost(model).bytes,
  latency_ms: (model) => measureLatency(model),
  synflow: (model) => synflow(model),
  jacob_cov: appraiseByInputs,
};

/** What a model costs or promises before it is trained: those of the metrics above that are wanted. */
export async function costMetrics(
  model: LayersModel,
  wanted: readonly string[],
  data: unknown,
): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const name of wanted)
    if (Object.hasOwn(measures, name)) found[name] = await measures[name]!(model, data);
  return found;
}

/** Inputs whose gradients are compared. */
const inputsCompared = 32;

/** By the first inputs of the module's data, or by noise where they cannot be seen. */
function appraiseByInputs(model: LayersModel, data: unknown): number {
  const tf = boundTensorFlow();
  const shape = model.inputs[0]!.shape.slice(1).map((side) => side ?? 1);
  const { x } = (typeof data === 'object' && data !== null ? data : {}) as { readonly x?: Tensor };
  const fits = typeof x?.slice === 'function' && String(x.shape.slice(1)) === String(shape);
  // No stream of random numbers that the training draws from is touched.
  const inputs = fits
    ? x.slice(0, Math.min(inputsCompared, x.shape[0]!))
    : tf.randomNormal([inputsCompared, ...shape], 0, 1, 'float32', 1);
  try {
    return jacobCov(model, inputs);
  } finally {
    inputs.dispose();
  }
}
