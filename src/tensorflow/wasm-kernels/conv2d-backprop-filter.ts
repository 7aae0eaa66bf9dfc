import {
  backend_util,
  type Conv2DBackpropFilterAttrs,
  type KernelConfig,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { composeKernels, type Inputs, type WasmHeap } from './wasm-heap.ts';

/** Most bytes that the unrolled patches may take at a time. */
const patchBytes = 32 * 1024 * 1024;

/**
 * The gradient of a 2-D convolution with respect to its filter.
 *
 * x [N, H, W, C], dy [N, OH, OW, OC] → [FH, FW, C, OC]. With the patches of x unrolled to P [FH·FW·C, N·OH·OW] the
 * gradient is P · dy: one matrix product on the backend's SIMD kernel (in slices of rows when P is large).
 */
function conv2DBackpropFilter(
  x: TensorInfo,
  dy: TensorInfo,
  attrs: Conv2DBackpropFilterAttrs,
  backend: WasmHeap,
) {
  const { strides, pad, dataFormat, dimRoundingMode, filterShape } = attrs;
  const conv = backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filterShape,
    strides,
    1,
    pad,
    dimRoundingMode,
    false,
    backend_util.convertConv2DDataFormat(dataFormat),
  );
  if (conv.dataFormat !== 'channelsLast')
    throw new Error('Conv2DBackpropFilter on WASM takes NHWC only: set dataFormat to channelsLast');
  const columns = conv.batchSize * conv.outHeight * conv.outWidth;
  const rows = conv.filterHeight * conv.filterWidth * conv.inChannels;
  const rowsAtATime = Math.max(1, Math.min(rows, Math.floor(patchBytes / (4 * columns))));

  return composeKernels(backend, (run) => {
    // Channels first, so that a row of P reads runs of neighbouring pixels.
    const channelsFirst = run('Transpose', { x }, { perm: [3, 0, 1, 2] });
    const dyMatrix = run('Reshape', { x: dy }, { shape: [1, columns, conv.outChannels] });
    const parts: TensorInfo[] = [];
    for (let first = 0; first < rows; first += rowsAtATime) {
      const count = Math.min(rowsAtATime, rows - first);
      const patches = backend.makeOutput([1, count, columns], 'float32');
      unroll(
        backend.typedArrayFromHeap(channelsFirst) as Float32Array,
        backend.typedArrayFromHeap(patches) as Float32Array,
        conv,
        first,
        count,
      );
      parts.push(run('BatchMatMul', { a: patches, b: dyMatrix }, { transposeA: false, transposeB: false }));
      backend.disposeData(patches.dataId);
    }
    const product = parts.length === 1 ? parts[0]! : run('Concat', parts as unknown as Inputs, { axis: 1 });
    return run('Reshape', { x: product }, { shape: filterShape });
  });
}

/** Writes rows `first` … `first + count` of P; a row is one (filter row, filter column, channel). */
function unroll(
  x: Float32Array,
  patches: Float32Array,
  conv: backend_util.Conv2DInfo,
  first: number,
  count: number,
): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, strideHeight, strideWidth } = conv;
  let to = 0;
  for (let row = first; row < first + count; row++) {
    const channel = row % inChannels;
    const offset = Math.floor(row / inChannels);
    const top = Math.floor(offset / conv.filterWidth) - conv.padInfo.top;
    const left = (offset % conv.filterWidth) - conv.padInfo.left;
    // Output columns whose input column is inside the image.
    const begin = Math.min(outWidth, Math.max(0, Math.ceil(-left / strideWidth)));
    const end = Math.max(begin, Math.min(outWidth, Math.ceil((inWidth - left) / strideWidth)));
    for (let image = 0; image < batchSize; image++) {
      const plane = (channel * batchSize + image) * inHeight;
      for (let outRow = 0; outRow < outHeight; outRow++, to += outWidth) {
        const inRow = outRow * strideHeight + top;
        if (inRow < 0 || inRow >= inHeight) {
          patches.fill(0, to, to + outWidth);
          continue;
        }
        let from = (plane + inRow) * inWidth + left + begin * strideWidth;
        for (let column = 0; column < begin; column++) patches[to + column] = 0;
        for (let column = begin; column < end; column++, from += strideWidth) patches[to + column] = x[from]!;
        for (let column = end; column < outWidth; column++) patches[to + column] = 0;
      }
    }
  }
}

export const conv2DBackpropFilterConfig: KernelConfig = {
  kernelName: 'Conv2DBackpropFilter',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs, backend }) => {
    const { x, dy } = inputs as Inputs;
    return conv2DBackpropFilter(x!, dy!, attrs as unknown as Conv2DBackpropFilterAttrs, backend as WasmHeap);
  },
};
