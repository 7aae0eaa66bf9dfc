import type { BlockTemplate } from '../block.ts';

/** Vectors for whole numbers from 0 below `vocabulary`: the first block where the input is steps of words or categories. */
export const embedding: BlockTemplate = {
  takes: ['vector'],
  parameters: ['vocabulary', 'size'],
  build(input, block) {
    const { settings, tf } = block;
    const vocabulary = settings.whole('vocabulary', { min: 1 });
    const size = settings.whole('size', { min: 1 });
    const layer = tf.layers.embedding({
      inputDim: vocabulary,
      outputDim: size,
      embeddingsInitializer: 'randomUniform',
      name: block.name('embedding'),
    });
    return block.drop(block.normalize(block.apply(layer, input, vocabulary * size), 'norm'));
  },
};
