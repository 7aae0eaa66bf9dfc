import type { KernelConfig, UnsortedSegmentSumAttrs } from '@tensorflow/tfjs-core';
import type { Inputs, WasmHeap } from './wasm-heap.ts';

/**
 * Sums rows that belong to the same segment: the gradient of a gather, hence of every embedding.
 *
 * x [S…, R…], segmentIds [S…] (int32) → [numSegments, R…]. Rows with a negative or too large id are dropped.
 */
export const unsortedSegmentSumConfig: KernelConfig = {
  kernelName: 'UnsortedSegmentSum',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs, backend: kernelBackend }) => {
    const { x, segmentIds } = inputs as Inputs;
    const backend = kernelBackend as WasmHeap;
    const { numSegments } = attrs as unknown as UnsortedSegmentSumAttrs;
    const rowShape = x!.shape.slice(segmentIds!.shape.length);
    const rowSize = rowShape.reduce((size, n) => size * n, 1);
    const output = backend.makeOutput([numSegments, ...rowShape], x!.dtype);
    const rows = backend.typedArrayFromHeap(x!);
    const ids = backend.typedArrayFromHeap(segmentIds!);
    const sums = backend.typedArrayFromHeap(output);
    sums.fill(0);
    for (let row = 0; row < ids.length; row++) {
      const segment = ids[row]!;
      if (segment < 0 || segment >= numSegments) continue;
      const from = row * rowSize;
      const to = segment * rowSize;
      for (let i = 0; i < rowSize; i++) sums[to + i]! += rows[from + i]!;
    }
    return output;
  },
};
