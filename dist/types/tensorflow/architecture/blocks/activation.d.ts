import type { BlockTemplate } from '../block.js';
/** Normalisation and activation alone: what stands behind blocks with `order: pre`. */
export declare const activation: BlockTemplate;
