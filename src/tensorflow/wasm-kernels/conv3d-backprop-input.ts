import { backend_util, type Conv3DBackpropInputV2Attrs, type KernelConfig } from '@tensorflow/tfjs-core';
import type { Inputs, WasmHeap } from './wasm-heap.ts';

/**
 * The gradient of a 3-D convolution with respect to its input: TensorFlow.js 4.22 has this kernel on WASM, but it gives
 * wrong numbers.
 *
 * dy [N, OD, OH, OW, OC], filter [FD, FH, FW, C, OC] → [N, D, H, W, C]: every output hands its gradient, weighted by
 * the filter, back to the inputs that it saw.
 */
export const conv3DBackpropInputConfig: KernelConfig = {
  kernelName: 'Conv3DBackpropInputV2',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs, backend: kernelBackend }) => {
    const { dy, filter } = inputs as Inputs;
    const backend = kernelBackend as WasmHeap;
    const { strides, pad, inputShape } = attrs as unknown as Conv3DBackpropInputV2Attrs;
    const conv = backend_util.computeConv3DInfo(
      inputShape,
      filter!.shape as [number, number, number, number, number],
      strides,
      1,
      pad,
    );
    const output = backend.makeOutput(inputShape, 'float32');
    const gradient = backend.typedArrayFromHeap(dy!);
    const weights = backend.typedArrayFromHeap(filter!);
    const dx = backend.typedArrayFromHeap(output);
    dx.fill(0);
    const { inChannels, outChannels } = conv;
    let dyAt = 0;
    for (let image = 0; image < conv.batchSize; image++)
      for (let outFrame = 0; outFrame < conv.outDepth; outFrame++)
        for (let outRow = 0; outRow < conv.outHeight; outRow++)
          for (let outColumn = 0; outColumn < conv.outWidth; outColumn++, dyAt += outChannels) {
            const frame = outFrame * conv.strideDepth - conv.padInfo.front;
            const row = outRow * conv.strideHeight - conv.padInfo.top;
            const column = outColumn * conv.strideWidth - conv.padInfo.left;
            for (let filterFrame = 0; filterFrame < conv.filterDepth; filterFrame++) {
              const inFrame = frame + filterFrame;
              if (inFrame < 0 || inFrame >= conv.inDepth) continue;
              for (let filterRow = 0; filterRow < conv.filterHeight; filterRow++) {
                const inRow = row + filterRow;
                if (inRow < 0 || inRow >= conv.inHeight) continue;
                for (let filterColumn = 0; filterColumn < conv.filterWidth; filterColumn++) {
                  const inColumn = column + filterColumn;
                  if (inColumn < 0 || inColumn >= conv.inWidth) continue;
                  const line = (image * conv.inDepth + inFrame) * conv.inHeight + inRow;
                  const dxAt = (line * conv.inWidth + inColumn) * inChannels;
                  const place =
                    (filterFrame * conv.filterHeight + filterRow) * conv.filterWidth + filterColumn;
                  let weightAt = place * inChannels * outChannels;
                  for (let channel = 0; channel < inChannels; channel++) {
                    let sum = 0;
                    for (let out = 0; out < outChannels; out++)
                      sum += gradient[dyAt + out]! * weights[weightAt++]!;
                    dx[dxAt + channel]! += sum;
                  }
                }
              }
            }
          }
    return output;
  },
};
