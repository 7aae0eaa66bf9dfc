import {
  backend_util,
  type DepthwiseConv2dNativeBackpropFilterAttrs,
  type KernelConfig,
} from '@tensorflow/tfjs-core';
import type { Inputs, WasmHeap } from './wasm-heap.ts';

/**
 * The gradient of a depthwise convolution with respect to its filter.
 *
 * x [N, H, W, C], dy [N, OH, OW, C·M] → [FH, FW, C, M]: for each place of the filter the sum of x·dy over all
 * outputs. There is nothing to multiply as matrices, so it runs straight over the heap, channels innermost.
 */
export const depthwiseConv2dBackpropFilterConfig: KernelConfig = {
  kernelName: 'DepthwiseConv2dNativeBackpropFilter',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs, backend: kernelBackend }) => {
    const { x, dy } = inputs as Inputs;
    const backend = kernelBackend as WasmHeap;
    const { strides, dilations, pad, dimRoundingMode, filterShape } =
      attrs as unknown as DepthwiseConv2dNativeBackpropFilterAttrs;
    const conv = backend_util.computeConv2DInfo(
      x!.shape as [number, number, number, number],
      filterShape,
      strides,
      dilations,
      pad,
      dimRoundingMode,
      true,
    );
    const output = backend.makeOutput(filterShape, 'float32');
    const from = backend.typedArrayFromHeap(x!);
    const gradient = backend.typedArrayFromHeap(dy!);
    // Sums over every output of a batch: added up in doubles, rounded once.
    const sums = new Float64Array(filterShape.reduce((size, n) => size * n, 1));
    const channels = conv.inChannels;
    const multiplier = conv.outChannels / channels;
    for (let image = 0; image < conv.batchSize; image++)
      for (let outRow = 0; outRow < conv.outHeight; outRow++)
        for (let filterRow = 0; filterRow < conv.filterHeight; filterRow++) {
          const inRow = outRow * conv.strideHeight + filterRow * conv.dilationHeight - conv.padInfo.top;
          if (inRow < 0 || inRow >= conv.inHeight) continue;
          for (let outColumn = 0; outColumn < conv.outWidth; outColumn++) {
            const dyAt = ((image * conv.outHeight + outRow) * conv.outWidth + outColumn) * conv.outChannels;
            for (let filterColumn = 0; filterColumn < conv.filterWidth; filterColumn++) {
              const inColumn =
                outColumn * conv.strideWidth + filterColumn * conv.dilationWidth - conv.padInfo.left;
              if (inColumn < 0 || inColumn >= conv.inWidth) continue;
              const xAt = ((image * conv.inHeight + inRow) * conv.inWidth + inColumn) * channels;
              const sumAt = (filterRow * conv.filterWidth + filterColumn) * conv.outChannels;
              if (multiplier === 1) {
                for (let channel = 0; channel < channels; channel++)
                  sums[sumAt + channel]! += from[xAt + channel]! * gradient[dyAt + channel]!;
                continue;
              }
              for (let channel = 0, out = 0; channel < channels; channel++) {
                const value = from[xAt + channel]!;
                for (let m = 0; m < multiplier; m++, out++)
                  sums[sumAt + out]! += value * gradient[dyAt + out]!;
              }
            }
          }
        }
    backend.typedArrayFromHeap(output).set(sums);
    return output;
  },
};
