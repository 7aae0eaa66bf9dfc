import type { BlockTemplate } from '../block.ts';

/**
 * A depthwise convolution, then a 1×1 one (Howard et al. 2017, MobileNets, figure 3). With `skip` its input is added;
 * `between: false` leaves out normalisation and activation between the two (Chollet 2017, Xception).
 */
export const separable: BlockTemplate = {
  takes: ['image'],
  parameters: ['filters', 'kernel', 'stride', 'convs', 'between'],
  build(input, block) {
    const { settings } = block;
    const filters = settings.whole('filters', { min: 1 });
    const kernel = settings.whole('kernel', { min: 1, fallback: 3 });
    const stride = settings.whole('stride', { min: 1, fallback: 1 });
    const count = settings.whole('convs', { min: 1, fallback: 1 });
    const between = settings.flag('between', true);
    let x = input;
    for (let i = 0; i < count; i++) {
      const suffix = i === 0 ? '' : String(i + 1);
      x = block.depthwise(x, `depthwise${suffix}`, kernel, i === 0 ? stride : 1);
      if (between) x = block.finish(x, `depthwise${suffix}_`);
      x = block.conv(x, `pointwise${suffix}`, { filters, kernel: 1 });
      x = block.normalize(x, `pointwise${suffix}_norm`);
      if (i === count - 1 && settings.flag('skip', false))
        x = block.add([x, block.shortcut(input, x, stride)], 'add');
      x = block.activate(x, `pointwise${suffix}_act`);
    }
    return block.drop(block.pool(x));
  },
};
