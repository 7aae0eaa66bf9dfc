import type { BlockTemplate } from '../block.ts';
import { aroundConvolutions } from './residual.ts';

/**
 * 1×1 down to `filters / reduction`, a convolution there, 1×1 up, and the input added (He et al. 2016, figure 5); `order` as of
 * a residual block.
 */
export const bottleneck: BlockTemplate = {
  takes: ['image', 'sequence'],
  parameters: ['filters', 'kernel', 'stride', 'reduction', 'order'],
  build(input, block) {
    const { settings } = block;
    const filters = settings.whole('filters', { min: 1 });
    const kernel = settings.whole('kernel', { min: 1, fallback: 3 });
    const stride = settings.whole('stride', { min: 1, fallback: 1 });
    const inner = Math.floor(filters / settings.whole('reduction', { min: 1, fallback: 4 }));
    if (inner < 1) throw block.infeasible(`its ${filters} filters are fewer than its reduction`);
    return aroundConvolutions(input, block, stride, [
      { role: 'down', filters: inner, kernel: 1, stride: 1 },
      { role: 'conv', filters: inner, kernel, stride },
      { role: 'up', filters, kernel: 1, stride: 1 },
    ]);
  },
};
