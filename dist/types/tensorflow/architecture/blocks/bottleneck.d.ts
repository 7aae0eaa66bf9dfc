import type { BlockTemplate } from '../block.js';
/**
 * 1×1 down to `filters / reduction`, a convolution there, 1×1 up, and the input added (He et al. 2016, figure 5); `order` as of
 * a residual block.
 */
export declare const bottleneck: BlockTemplate;
