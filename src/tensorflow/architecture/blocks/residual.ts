import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import { type BlockContext, type BlockTemplate, channels } from '../block.ts';

export const orders = ['post', 'pre'] as const;

/**
 * Two convolutions around which the input is added (He et al. 2016, «Deep residual learning», figure 2). `order: pre` normalises
 * and activates before each convolution and leaves the sum as it is (He et al. 2016, «Identity mappings», figure 4e).
 */
export const residual: BlockTemplate = {
  takes: ['image', 'sequence'],
  parameters: ['filters', 'kernel', 'stride', 'order'],
  build(input, block) {
    const { settings } = block;
    const filters = settings.whole('filters', { min: 1 });
    const kernel = settings.whole('kernel', { min: 1, fallback: 3 });
    const stride = settings.whole('stride', { min: 1, fallback: 1 });
    return aroundConvolutions(input, block, stride, [
      { role: 'conv1', filters, kernel, stride },
      { role: 'conv2', filters, kernel, stride: 1 },
    ]);
  },
};

interface Step {
  readonly role: string;
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
}

/** Convolutions in a row, with dropout before the last, and the input added to what they give. */
export function aroundConvolutions(
  input: SymbolicTensor,
  block: BlockContext,
  stride: number,
  steps: readonly Step[],
): SymbolicTensor {
  const { settings } = block;
  const pre = settings.choice('order', orders, 'post') === 'pre';
  const skip = settings.flag('skip', true);
  const first = pre ? block.finish(input, 'pre_') : input;
  let x = first;
  for (const [i, { role, ...options }] of steps.entries()) {
    const last = i === steps.length - 1;
    if (pre && i > 0) x = block.finish(x, `${role}_`);
    if (last) x = block.drop(x);
    x = block.conv(x, role, pre ? { ...options, bias: last || block.normalization === 'none' } : options);
    if (!pre) x = last ? block.normalize(x, `${role}_norm`) : block.finish(x, `${role}_`);
  }
  if (!skip) return block.pool(pre ? x : block.activate(x, 'act'));
  // Where the shape changes, what is activated already is projected.
  const same = channels(input) === channels(x) && stride === 1;
  const sum = block.add([x, same ? input : block.shortcut(first, x, stride, !pre)], 'add');
  return block.pool(pre ? sum : block.activate(sum, 'act'));
}
