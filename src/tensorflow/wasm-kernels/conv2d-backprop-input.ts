import {
  backend_util,
  type Conv2DBackpropInputAttrs,
  type KernelConfig,
  type KernelFunc,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { composeKernels, type Inputs, type WasmHeap } from './wasm-heap.ts';

/**
 * The gradient of a 2-D convolution with respect to its input, as a convolution forward: TensorFlow.js 4.22's own kernel is
 * a plain loop, several times slower than XNNPACK's.
 *
 * dy [N, OH, OW, OC], filter [FH, FW, C, OC] → [N, H, W, C]: dy, spread out to the places that the strides went to, convolved
 * with the filter turned around, its channels swapped (Dumoulin and Visin 2016, «A guide to convolution arithmetic for deep
 * learning», ch. 4).
 *
 * @param loop TensorFlow.js's kernel, for what XNNPACK does not take: paddings beyond the filter, channels first
 */
export function conv2DBackpropInputConfig(loop: KernelFunc): KernelConfig {
  return {
    kernelName: 'Conv2DBackpropInput',
    backendName: 'wasm',
    kernelFunc: (args) => {
      const { dy, filter } = args.inputs as Inputs;
      const attrs = args.attrs as unknown as Conv2DBackpropInputAttrs;
      const conv = backend_util.computeConv2DInfo(
        attrs.inputShape,
        filter!.shape as [number, number, number, number],
        attrs.strides,
        1,
        attrs.pad,
        attrs.dimRoundingMode,
        false,
        backend_util.convertConv2DDataFormat(attrs.dataFormat),
      );
      const top = conv.filterHeight - 1 - conv.padInfo.top;
      const left = conv.filterWidth - 1 - conv.padInfo.left;
      const bottom = conv.inHeight - ((conv.outHeight - 1) * conv.strideHeight + 1) + conv.padInfo.top;
      const right = conv.inWidth - ((conv.outWidth - 1) * conv.strideWidth + 1) + conv.padInfo.left;
      if (conv.dataFormat !== 'channelsLast' || Math.min(top, left, bottom, right) < 0) return loop(args);
      const backend = args.backend as WasmHeap;
      const own = [turned(filter!, backend)];
      if (conv.strideHeight > 1 || conv.strideWidth > 1) own.push(spread(dy!, conv, backend));
      try {
        return composeKernels(backend, (run) =>
          run(
            'Conv2D',
            { x: own[1] ?? dy!, filter: own[0]! },
            {
              strides: [1, 1],
              pad: [
                [0, 0],
                [top, bottom],
                [left, right],
                [0, 0],
              ],
              dataFormat: 'NHWC',
              dilations: [1, 1],
            },
          ),
        );
      } finally {
        for (const { dataId } of own) backend.disposeData(dataId);
      }
    },
  };
}

/** [FH, FW, C, OC], rows and columns in reverse → [FH, FW, OC, C]. */
function turned(filter: TensorInfo, backend: WasmHeap): TensorInfo {
  const [height, width, channels, outChannels] = filter.shape as [number, number, number, number];
  const made = backend.makeOutput([height, width, outChannels, channels], 'float32');
  const from = backend.typedArrayFromHeap(filter);
  const to = backend.typedArrayFromHeap(made);
  const size = channels * outChannels;
  let at = 0;
  for (let place = height * width - 1; place >= 0; place--)
    for (let out = 0; out < outChannels; out++)
      for (let channel = 0; channel < channels; channel++)
        to[at++] = from[place * size + channel * outChannels + out]!;
  return made;
}

/** dy with zeros between, as far apart as the outputs were. */
function spread(dy: TensorInfo, conv: backend_util.Conv2DInfo, backend: WasmHeap): TensorInfo {
  const { batchSize, outHeight, outWidth, outChannels, strideHeight, strideWidth } = conv;
  const height = (outHeight - 1) * strideHeight + 1;
  const width = (outWidth - 1) * strideWidth + 1;
  const made = backend.makeOutput([batchSize, height, width, outChannels], 'float32');
  const from = backend.typedArrayFromHeap(dy);
  const to = backend.typedArrayFromHeap(made);
  to.fill(0);
  let at = 0;
  for (let image = 0; image < batchSize; image++)
    for (let row = 0; row < outHeight; row++)
      for (let column = 0; column < outWidth; column++) {
        const place = ((image * height + row * strideHeight) * width + column * strideWidth) * outChannels;
        for (let channel = 0; channel < outChannels; channel++) to[place + channel] = from[at++]!;
      }
  return made;
}
