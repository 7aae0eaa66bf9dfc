import { backend_util, type Conv3DBackpropFilterV2Attrs, type KernelConfig } from '@tensorflow/tfjs-core';
import type { Inputs, WasmHeap } from './wasm-heap.ts';

/**
 * The gradient of a 3-D convolution with respect to its filter: TensorFlow.js 4.22 has this kernel on WASM, but it
 * gives wrong numbers for strides other than 1.
 *
 * x [N, D, H, W, C], dy [N, OD, OH, OW, OC] → [FD, FH, FW, C, OC]: for each place of the filter the sum of x·dy over
 * all outputs.
 */
export const conv3DBackpropFilterConfig: KernelConfig = {
  kernelName: 'Conv3DBackpropFilterV2',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs, backend: kernelBackend }) => {
    const { x, dy } = inputs as Inputs;
    const backend = kernelBackend as WasmHeap;
    const { strides, pad, filterShape } = attrs as unknown as Conv3DBackpropFilterV2Attrs;
    const conv = backend_util.computeConv3DInfo(
      x!.shape as [number, number, number, number, number],
      filterShape,
      strides,
      1,
      pad,
    );
    const output = backend.makeOutput(filterShape, 'float32');
    const from = backend.typedArrayFromHeap(x!);
    const gradient = backend.typedArrayFromHeap(dy!);
    // Sums over every output of a batch: added up in doubles, rounded once.
    const sums = new Float64Array(filterShape.reduce((size, n) => size * n, 1));
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
                  const xAt = (line * conv.inWidth + inColumn) * inChannels;
                  const place =
                    (filterFrame * conv.filterHeight + filterRow) * conv.filterWidth + filterColumn;
                  let sumAt = place * inChannels * outChannels;
                  for (let channel = 0; channel < inChannels; channel++) {
                    const value = from[xAt + channel]!;
                    for (let out = 0; out < outChannels; out++)
                      sums[sumAt++]! += value * gradient[dyAt + out]!;
                  }
                }
              }
            }
          }
    backend.typedArrayFromHeap(output).set(sums);
    return output;
  },
};
