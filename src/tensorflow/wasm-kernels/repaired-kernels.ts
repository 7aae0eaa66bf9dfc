import {
  backend_util,
  getKernel,
  getKernelsForBackend,
  type KernelConfig,
  type KernelFunc,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { conv2DBackpropInputConfig } from './conv2d-backprop-input.ts';
import { conv3DBackpropFilterConfig } from './conv3d-backprop-filter.ts';
import { conv3DBackpropInputConfig } from './conv3d-backprop-input.ts';
import { maxPoolGradConfig } from './max-pool-grad.ts';
import { composeKernels, type Inputs, type WasmHeap } from './wasm-heap.ts';

/** XNNPACK refuses `same` padding where the stride exceeds the filter: the output stays as it was. */
const refusing = ['Conv2D', 'FusedConv2D', 'DepthwiseConv2dNative', 'FusedDepthwiseConv2D'];

/**
 * Replaces kernels of TensorFlow.js 4.22's WASM backend that silently give wrong numbers, found by comparing the
 * gradient of every layer with the CPU backend, and those that most of a training's time went to. Before the backend starts.
 */
export function repairKernels(): void {
  for (const kernel of getKernelsForBackend('wasm'))
    if (refusing.includes(kernel.kernelName))
      replaceKernel({ ...kernel, kernelFunc: withExplicitPadding(kernel.kernelFunc) });
  replaceKernel(conv3DBackpropInputConfig);
  replaceKernel(conv3DBackpropFilterConfig);
  const loop = getKernel('Conv2DBackpropInput', 'wasm');
  replaceKernel({ ...loop, ...conv2DBackpropInputConfig(loop.kernelFunc) });
  replaceKernel(maxPoolGradConfig);
}

function replaceKernel(kernel: KernelConfig): void {
  unregisterKernel(kernel.kernelName, kernel.backendName);
  registerKernel(kernel);
}

interface ConvolutionAttrs {
  readonly strides: number | [number, number];
  readonly pad: unknown;
  readonly dataFormat?: 'NHWC' | 'NCHW';
  readonly dilations?: number | [number, number];
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

function withExplicitPadding(kernel: KernelFunc): KernelFunc {
  return (args) => {
    const attrs = args.attrs as unknown as ConvolutionAttrs;
    const { x, filter } = args.inputs as Inputs;
    const [strideHeight, strideWidth] = [attrs.strides].flat() as [number, number?];
    const [height, width] = filter!.shape as [number, number];
    const exceeds = strideHeight > height || (strideWidth ?? strideHeight) > width;
    if (attrs.pad !== 'same' || !exceeds || attrs.dataFormat === 'NCHW') return kernel(args);
    const { padInfo } = backend_util.computeConv2DInfo(
      x!.shape as [number, number, number, number],
      filter!.shape as [number, number, number, number],
      attrs.strides,
      attrs.dilations ?? 1,
      'same',
      attrs.dimRoundingMode,
    );
    return composeKernels(args.backend as WasmHeap, (run) => {
      const paddings = [
        [0, 0],
        [padInfo.top, padInfo.bottom],
        [padInfo.left, padInfo.right],
        [0, 0],
      ];
      const padded = run('PadV2', { x: x! }, { paddings, constantValue: 0 });
      return kernel({
        ...args,
        inputs: { ...args.inputs, x: padded },
        attrs: { ...args.attrs, pad: 'valid' },
      }) as TensorInfo;
    });
  };
}
