import type { BlockTemplate } from '../block.js';
/** A fully connected layer. With `skip` its input is added, through a projection where widths differ. */
export declare const dense: BlockTemplate;
