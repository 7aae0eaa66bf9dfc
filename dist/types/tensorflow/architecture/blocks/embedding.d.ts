import type { BlockTemplate } from '../block.js';
/** Vectors for whole numbers from 0 below `vocabulary`: the first block where the input is steps of words or categories. */
export declare const embedding: BlockTemplate;
