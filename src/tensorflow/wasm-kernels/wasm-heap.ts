import { type DataType, getKernel, type KernelBackend, type TensorInfo } from '@tensorflow/tfjs-core';

/** What the kernels of this folder use of TensorFlow.js's WASM backend (`BackendWasm`). */
export interface WasmHeap extends KernelBackend {
  /** Allocates a tensor on the heap. Its memory is *not* cleared. */
  makeOutput(shape: readonly number[], dtype: DataType): TensorInfo;
  /** A view of a tensor's memory. Any allocation may move the heap: take views after the last `makeOutput`. */
  typedArrayFromHeap(info: TensorInfo): Float32Array | Int32Array | Uint8Array;
  disposeData(dataId: object, force?: boolean): boolean;
}

export type Inputs = Readonly<Record<string, TensorInfo>>;
export type RunKernel = (
  name: string,
  inputs: Inputs,
  attrs?: Readonly<Record<string, unknown>>,
) => TensorInfo;

/**
 * Runs a chain of the backend's own kernels and frees everything but the result. Calling kernels directly rather
 * than through ops saves the engine's bookkeeping for each step.
 */
export function composeKernels(backend: WasmHeap, chain: (run: RunKernel) => TensorInfo): TensorInfo {
  const steps: TensorInfo[] = [];
  let result: TensorInfo | undefined;
  try {
    result = chain((name, inputs, attrs = {}) => {
      const kernel = getKernel(name, 'wasm');
      if (!kernel) throw new Error(`The WASM backend has no kernel ${name}`);
      const output = kernel.kernelFunc({
        inputs: inputs as Record<string, TensorInfo>,
        attrs: attrs as never,
        backend,
      }) as TensorInfo;
      steps.push(output);
      return output;
    });
    return result;
  } finally {
    for (const step of steps) if (step !== result) backend.disposeData(step.dataId);
  }
}
