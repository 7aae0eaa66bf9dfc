import type { Tensor } from '@tensorflow/tfjs-core';
import type { TensorFlow } from '../../src/tensorflow/tensorflow.ts';
import { digitRows } from './rows.ts';

/** The images of examples/digits as 8 × 8 × 1, in the example's split: every fourth of each digit is for validation. */
export function digits(tf: TensorFlow): {
  readonly train: [Tensor, Tensor];
  readonly validation: [Tensor, Tensor];
} {
  const seen = new Array<number>(10).fill(0);
  const [train, validation]: [number[][], number[][]] = [[], []];
  for (const row of digitRows()) (seen[row[64]!]!++ % 4 === 3 ? validation : train).push(row);
  const tensors = (part: readonly (readonly number[])[]): [Tensor, Tensor] => [
    tf.tidy(() =>
      tf
        .tensor(part.map((row) => row.slice(0, 64)))
        .div(16)
        .reshape([part.length, 8, 8, 1]),
    ),
    tf.tidy(() =>
      tf.oneHot(
        tf.tensor1d(
          part.map((row) => row[64]!),
          'int32',
        ),
        10,
      ),
    ),
  ];
  return { train: tensors(train), validation: tensors(validation) };
}
