import type { BlockTemplate } from '../block.ts';

/** Two convolutions around which the input is added (He et al. 2016, figure 2). */
export const residual: BlockTemplate = {
  takes: ['image', 'sequence'],
  parameters: ['filters', 'kernel', 'stride'],
  build(input, block) {
    const { settings } = block;
    const filters = settings.whole('filters', { min: 1 });
    const kernel = settings.whole('kernel', { min: 1, fallback: 3 });
    const stride = settings.whole('stride', { min: 1, fallback: 1 });
    let x = block.finish(block.conv(input, 'conv1', { filters, kernel, stride }), 'conv1_');
    x = block.drop(x);
    x = block.normalize(block.conv(x, 'conv2', { filters, kernel }), 'conv2_norm');
    const sum = settings.flag('skip', true) ? block.add([x, block.shortcut(input, x, stride)], 'add') : x;
    return block.pool(block.activate(sum, 'act'));
  },
};
