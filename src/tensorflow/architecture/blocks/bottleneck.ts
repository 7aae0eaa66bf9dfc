import type { BlockTemplate } from '../block.ts';

/** 1×1 down to `filters / reduction`, a convolution there, 1×1 up, and the input added (He et al. 2016, figure 5). */
export const bottleneck: BlockTemplate = {
  takes: ['image', 'sequence'],
  parameters: ['filters', 'kernel', 'stride', 'reduction'],
  build(input, block) {
    const { settings } = block;
    const filters = settings.whole('filters', { min: 1 });
    const kernel = settings.whole('kernel', { min: 1, fallback: 3 });
    const stride = settings.whole('stride', { min: 1, fallback: 1 });
    const inner = Math.floor(filters / settings.whole('reduction', { min: 1, fallback: 4 }));
    if (inner < 1) throw block.infeasible(`its ${filters} filters are fewer than its reduction`);
    let x = block.finish(block.conv(input, 'down', { filters: inner, kernel: 1 }), 'down_');
    x = block.finish(block.conv(x, 'conv', { filters: inner, kernel, stride }), 'conv_');
    x = block.drop(x);
    x = block.normalize(block.conv(x, 'up', { filters, kernel: 1 }), 'up_norm');
    const sum = settings.flag('skip', true) ? block.add([x, block.shortcut(input, x, stride)], 'add') : x;
    return block.pool(block.activate(sum, 'act'));
  },
};
