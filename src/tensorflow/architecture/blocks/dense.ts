import type { BlockTemplate } from '../block.ts';

/** A fully connected layer. With `skip` its input is added, through a projection where widths differ. */
export const dense: BlockTemplate = {
  takes: ['vector'],
  parameters: ['units'],
  build(input, block) {
    const units = block.settings.whole('units', { min: 1 });
    const bias = block.normalization === 'none';
    const x = block.normalize(block.dense(input, 'dense', units, { bias }), 'norm');
    const skip = block.settings.flag('skip', false);
    const sum = skip ? block.add([x, block.shortcut(input, x)], 'add') : x;
    return block.drop(block.activate(sum, 'act'));
  },
};
