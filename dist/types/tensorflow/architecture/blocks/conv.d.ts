import type { BlockTemplate } from '../block.js';
/** One or more convolutions (VGG: `convs: 2, pool: max`) over an image or a sequence. */
export declare const conv: BlockTemplate;
