import type { BlockTemplate } from '../block.ts';

/** One or more convolutions (VGG: `convs: 2, pool: max`) over an image or a sequence. */
export const conv: BlockTemplate = {
  takes: ['image', 'sequence'],
  parameters: ['filters', 'kernel', 'stride', 'convs'],
  build(input, block) {
    const { settings } = block;
    const filters = settings.whole('filters', { min: 1 });
    const kernel = settings.whole('kernel', { min: 1, fallback: 3 });
    const stride = settings.whole('stride', { min: 1, fallback: 1 });
    const count = settings.whole('convs', { min: 1, fallback: 1 });
    let x = input;
    for (let i = 0; i < count; i++) {
      const role = i === 0 ? 'conv' : `conv${i + 1}`;
      x = block.conv(x, role, { filters, kernel, stride: i === 0 ? stride : 1 });
      x = block.normalize(x, `${role}_norm`);
      if (i === count - 1 && settings.flag('skip', false))
        x = block.add([x, block.shortcut(input, x, stride)], 'add');
      x = block.activate(x, `${role}_act`);
    }
    return block.drop(block.pool(x));
  },
};
