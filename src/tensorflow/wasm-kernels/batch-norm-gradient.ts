import {
  engine,
  type FusedBatchNormAttrs,
  type GradConfig,
  getBackend,
  getGradient,
  type KernelConfig,
  type NamedAttrMap,
  type NamedTensorMap,
  registerGradient,
  registerKernel,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { Inputs, WasmHeap } from './wasm-heap.ts';

const kernelName = 'FusedBatchNormGrad';

/**
 * The gradients of a batch normalization with one mean per channel, in two passes over the data: TensorFlow.js 4.22 composes
 * them of some twenty operations, `tile` among them, which alone took a third of the time of a training.
 *
 * dy and x [N, H, W, C], mean, variance and scale [C] → those of x, mean, variance, scale and offset. With r = 1/√(variance + ε)
 * and γ the scale: dx = γ·r·dy, dmean = −γ·r·Σdy, dvariance = −γ·r³/2·Σdy·(x − mean), dγ = r·Σdy·(x − mean), doffset = Σdy
 * (Ioffe and Szegedy 2015, section 3).
 */
const batchNormGradConfig: KernelConfig = {
  kernelName,
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs, backend: kernelBackend }) => {
    const { dy, x, mean, variance, scale } = inputs as Inputs;
    const backend = kernelBackend as WasmHeap;
    const { varianceEpsilon } = attrs as unknown as FusedBatchNormAttrs;
    const made = [x!.shape, ...Array.from({ length: 4 }, () => mean!.shape)].map((shape) =>
      backend.makeOutput(shape, 'float32'),
    );
    const view = backend.typedArrayFromHeap.bind(backend);
    const [gradient, values, means, variances] = [view(dy!), view(x!), view(mean!), view(variance!)];
    const scales = view(scale!);
    const [dx, dMean, dVariance, dScale, dOffset] = made.map(view);
    const channels = means.length;
    const [sums, products] = [new Float64Array(channels), new Float64Array(channels)];
    for (let i = 0; i < values.length; )
      for (let c = 0; c < channels; c++, i++) {
        const g = gradient[i]!;
        sums[c]! += g;
        products[c]! += g * (values[i]! - means[c]!);
      }
    const factors = new Float64Array(channels);
    for (let c = 0; c < channels; c++) {
      const r = 1 / Math.sqrt(variances[c]! + varianceEpsilon);
      const factor = r * scales[c]!;
      factors[c] = factor;
      dMean![c] = -factor * sums[c]!;
      dVariance![c] = (-factor * r * r * products[c]!) / 2;
      dScale![c] = r * products[c]!;
      dOffset![c] = sums[c]!;
    }
    for (let i = 0; i < values.length; )
      for (let c = 0; c < channels; c++, i++) dx![i] = gradient[i]! * factors[c]!;
    return made;
  },
};

/** Has batch normalizations on WASM use it; other backends, and other shapes, keep the gradient of TensorFlow.js. */
export function registerBatchNormGradient(): void {
  const composed = getGradient('FusedBatchNorm');
  registerKernel(batchNormGradConfig);
  const gradFunc: GradConfig['gradFunc'] = (dy, saved, attrs: NamedAttrMap) => {
    const [x, mean, variance, scale] = saved as Tensor[];
    if (getBackend() !== 'wasm' || mean!.rank !== 1 || !scale) return composed.gradFunc(dy, saved, attrs);
    const inputs = { dy: dy as Tensor, x: x!, mean: mean!, variance: variance!, scale };
    const found = engine().runKernel(kernelName, inputs as NamedTensorMap, attrs) as Tensor[];
    const [dx, dMean, dVariance, dScale, dOffset] = found.map((tensor) => () => tensor);
    return { x: dx!, mean: dMean!, variance: dVariance!, scale: dScale!, offset: dOffset! };
  };
  registerGradient({ ...composed, gradFunc });
}
