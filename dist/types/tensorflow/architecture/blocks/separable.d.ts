import type { BlockTemplate } from '../block.js';
/**
 * A depthwise convolution, then a 1×1 one (Howard et al. 2017, MobileNets, figure 3). With `skip` its input is added;
 * `between: false` leaves out normalisation and activation between the two (Chollet 2017, Xception).
 */
export declare const separable: BlockTemplate;
