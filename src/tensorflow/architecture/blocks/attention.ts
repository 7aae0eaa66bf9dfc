import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import { type BlockContext, type BlockTemplate, channels, formOf } from '../block.ts';

/**
 * Multi-head attention of a sequence (or of the pixels of an image) to itself, then a small network at each step, each with its
 * input added and normalised before (Vaswani et al. 2017, section 3.2; pre-norm as in Xiong et al. 2020). It does not know the
 * order of the steps: a recurrent or convolutional block before it tells.
 *
 * Made of plain layers of TensorFlow.js, so that the model can be saved and loaded anywhere.
 */
export const attention: BlockTemplate = {
  takes: ['sequence', 'image'],
  parameters: ['heads', 'key_size', 'feed_forward'],
  build(input, block) {
    const { settings } = block;
    const heads = settings.whole('heads', { min: 1, fallback: 4 });
    const width = channels(input);
    const size = settings.whole('key_size', {
      min: 1,
      fallback: Math.max(1, Math.floor(width / heads)),
    });
    const factor = settings.number('feed_forward', { min: 0, max: 16, fallback: 2 });
    const skip = settings.flag('skip', true);
    const around = (x: SymbolicTensor, y: SymbolicTensor, role: string) =>
      skip ? block.add([y, x], role) : y;
    let x = asSequence(input, block);
    const looked = attend(block.normalize(x, 'norm'), block, { heads, size, width });
    x = around(x, block.drop(looked, 'attend_drop'), 'attend_add');
    if (factor === 0) return x;
    const wide = block.dense(
      block.normalize(x, 'feed_norm'),
      'feed_up',
      Math.max(1, Math.round(width * factor)),
    );
    const fed = block.dense(block.activate(wide, 'feed_act'), 'feed_down', width);
    return around(x, block.drop(fed, 'feed_drop'), 'feed_add');
  },
};

function asSequence(input: SymbolicTensor, block: BlockContext): SymbolicTensor {
  if (formOf(input) === 'sequence') return input;
  const [, height, width, depth] = input.shape;
  if (height == null || width == null) throw block.infeasible('attention to an image needs to know its size');
  return block.apply(
    block.tf.layers.reshape({ targetShape: [height * width, depth!], name: block.name('pixels') }),
    input,
  );
}

interface Heads {
  readonly heads: number;
  readonly size: number;
  readonly width: number;
}

/** softmax(Q Kᵀ / √size) V of each head, side by side, projected to the width of the input (equation 1 of Vaswani et al.). */
function attend(x: SymbolicTensor, block: BlockContext, { heads, size, width }: Heads): SymbolicTensor {
  const { layers } = block.tf;
  const each = Array.from({ length: heads }, (_, head) => {
    const name = (part: string) => block.name(`${part}${head}`);
    const query = block.dense(x, `query${head}`, size);
    const key = block.dense(x, `key${head}`, size);
    const value = block.dense(x, `value${head}`, size);
    const products = block.apply(layers.dot({ axes: [2, 2], name: name('products') }), [query, key]);
    const scaled = block.apply(
      layers.rescaling({ scale: 1 / Math.sqrt(size), name: name('scale') } as never),
      products,
    );
    const shares = block.apply(layers.softmax({ axis: -1, name: name('shares') }), scaled);
    return block.apply(layers.dot({ axes: [2, 1], name: name('mix') }), [shares, value]);
  });
  const all =
    each.length === 1 ? each[0]! : block.apply(layers.concatenate({ name: block.name('heads') }), each);
  return block.dense(all, 'attend_out', width);
}
