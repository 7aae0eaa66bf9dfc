import {
  backend_util,
  type DepthwiseConv2dNativeBackpropInputAttrs,
  type KernelConfig,
} from '@tensorflow/tfjs-core';
import type { Inputs, WasmHeap } from './wasm-heap.ts';

/**
 * The gradient of a depthwise convolution with respect to its input.
 *
 * dy [N, OH, OW, C·M], filter [FH, FW, C, M] → [N, H, W, C]: every output hands its gradient, weighted by the
 * filter, back to the inputs that it saw.
 */
export const depthwiseConv2dBackpropInputConfig: KernelConfig = {
  kernelName: 'DepthwiseConv2dNativeBackpropInput',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs, backend: kernelBackend }) => {
    const { dy, filter } = inputs as Inputs;
    const backend = kernelBackend as WasmHeap;
    const { strides, dilations, pad, dimRoundingMode, inputShape } =
      attrs as unknown as DepthwiseConv2dNativeBackpropInputAttrs;
    const conv = backend_util.computeConv2DInfo(
      inputShape,
      filter!.shape as [number, number, number, number],
      strides,
      dilations,
      pad,
      dimRoundingMode,
      true,
    );
    const output = backend.makeOutput(inputShape, 'float32');
    const gradient = backend.typedArrayFromHeap(dy!);
    const weights = backend.typedArrayFromHeap(filter!);
    const dx = backend.typedArrayFromHeap(output);
    dx.fill(0);
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
              const dxAt = ((image * conv.inHeight + inRow) * conv.inWidth + inColumn) * channels;
              const weightAt = (filterRow * conv.filterWidth + filterColumn) * conv.outChannels;
              if (multiplier === 1) {
                for (let channel = 0; channel < channels; channel++)
                  dx[dxAt + channel]! += gradient[dyAt + channel]! * weights[weightAt + channel]!;
                continue;
              }
              for (let channel = 0, out = 0; channel < channels; channel++) {
                let sum = 0;
                for (let m = 0; m < multiplier; m++, out++)
                  sum += gradient[dyAt + out]! * weights[weightAt + out]!;
                dx[dxAt + channel]! += sum;
              }
            }
          }
        }
    return output;
  },
};
