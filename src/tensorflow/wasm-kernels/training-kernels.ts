import { getKernel, type KernelConfig, registerKernel } from '@tensorflow/tfjs-core';
import { conv2DBackpropFilterConfig } from './conv2d-backprop-filter.ts';
import { depthwiseConv2dBackpropFilterConfig } from './depthwise-conv2d-backprop-filter.ts';
import { depthwiseConv2dBackpropInputConfig } from './depthwise-conv2d-backprop-input.ts';
import { einsumConfig } from './einsum.ts';
import { unsortedSegmentSumConfig } from './unsorted-segment-sum.ts';

/** The kernels that TensorFlow.js 4.22 lacks on WASM and that training with the layers API needs. */
export const trainingKernels: readonly KernelConfig[] = [
  conv2DBackpropFilterConfig,
  depthwiseConv2dBackpropFilterConfig,
  depthwiseConv2dBackpropInputConfig,
  einsumConfig,
  unsortedSegmentSumConfig,
];

/** Registers them, except those that TensorFlow.js has learnt meanwhile. */
export function registerTrainingKernels(): void {
  for (const kernel of trainingKernels)
    if (!getKernel(kernel.kernelName, kernel.backendName)) registerKernel(kernel);
}
