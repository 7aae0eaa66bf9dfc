import type { BlockTemplate } from '../block.js';
/** A depthwise convolution, then a 1×1 one (Howard et al. 2017, MobileNets, figure 3). With `skip` its input is added (Xception). */
export declare const separable: BlockTemplate;
