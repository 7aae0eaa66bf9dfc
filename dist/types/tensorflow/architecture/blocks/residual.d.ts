import type { BlockTemplate } from '../block.js';
/** Two convolutions around which the input is added (He et al. 2016, figure 2). */
export declare const residual: BlockTemplate;
