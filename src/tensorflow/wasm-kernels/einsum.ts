import { backend_util, type EinsumAttrs, type KernelConfig, type TensorInfo } from '@tensorflow/tfjs-core';
import { composeKernels, type RunKernel, type WasmHeap } from './wasm-heap.ts';

/** An operand on the way: a tensor and the label (a number) of each of its axes. */
interface Operand {
  readonly tensor: TensorInfo;
  readonly labels: readonly number[];
}

/**
 * Einstein summation over one or two operands, as one batched matrix product.
 *
 * Labels in both operands and the result are batch axes, labels in both but not in the result are contracted, labels
 * in one operand alone are free; those that are in one operand alone and not in the result are summed first. So
 * a → [batch, free a, contracted], b → [batch, contracted, free b], and the product is [batch, free a, free b].
 */
export const einsumConfig: KernelConfig = {
  kernelName: 'Einsum',
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs, backend }) => {
    const { equation } = attrs as unknown as EinsumAttrs;
    const tensors = Object.values(inputs) as TensorInfo[];
    const { allDims, summedDims, idDims } = backend_util.decodeEinsumEquation(equation, tensors.length);
    backend_util.checkEinsumDimSizes(allDims.length, idDims, tensors as never);
    // decodeEinsumEquation numbers the labels of the result first.
    const result = allDims.slice(0, allDims.length - summedDims.length).map((_, label) => label);
    return composeKernels(backend as WasmHeap, (run) => {
      const operands = tensors.map((tensor, i) => {
        const others = idDims.flatMap((labels, j) => (j === i ? [] : labels));
        return sumLonely({ tensor, labels: idDims[i]! }, [...result, ...others], run);
      });
      const [a, b] = operands;
      const product = b === undefined ? a! : multiply(a!, b, result, run);
      return run('Identity', { x: arrange(product, result, run) });
    });
  },
};

/** Sums over the axes that nothing else has. */
function sumLonely({ tensor, labels }: Operand, kept: readonly number[], run: RunKernel): Operand {
  const axis = labels.flatMap((label, i) => (kept.includes(label) ? [] : [i]));
  if (axis.length === 0) return { tensor, labels };
  return {
    tensor: run('Sum', { x: tensor }, { axis, keepDims: false }),
    labels: labels.filter((label) => kept.includes(label)),
  };
}

function arrange({ tensor, labels }: Operand, order: readonly number[], run: RunKernel): TensorInfo {
  const perm = order.map((label) => labels.indexOf(label));
  return perm.every((axis, i) => axis === i) ? tensor : run('Transpose', { x: tensor }, { perm });
}

function multiply(a: Operand, b: Operand, result: readonly number[], run: RunKernel): Operand {
  const shared = a.labels.filter((label) => b.labels.includes(label));
  const batch = shared.filter((label) => result.includes(label));
  const contracted = shared.filter((label) => !result.includes(label));
  const freeA = a.labels.filter((label) => !shared.includes(label));
  const freeB = b.labels.filter((label) => !shared.includes(label));
  const sizes = (operand: Operand, labels: readonly number[]) =>
    labels.map((label) => operand.tensor.shape[operand.labels.indexOf(label)]!);
  const size = (operand: Operand, labels: readonly number[]) =>
    sizes(operand, labels).reduce((s, n) => s * n, 1);
  const left = run(
    'Reshape',
    { x: arrange(a, [...batch, ...freeA, ...contracted], run) },
    { shape: [size(a, batch), size(a, freeA), size(a, contracted)] },
  );
  const right = run(
    'Reshape',
    { x: arrange(b, [...batch, ...contracted, ...freeB], run) },
    { shape: [size(b, batch), size(b, contracted), size(b, freeB)] },
  );
  const product = run('BatchMatMul', { a: left, b: right }, { transposeA: false, transposeB: false });
  return {
    tensor: run(
      'Reshape',
      { x: product },
      { shape: [...sizes(a, batch), ...sizes(a, freeA), ...sizes(b, freeB)] },
    ),
    labels: [...batch, ...freeA, ...freeB],
  };
}
