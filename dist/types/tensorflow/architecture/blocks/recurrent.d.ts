import { type BlockTemplate } from '../block.js';
/** A recurrent layer over a sequence. Gives the sequence on to a block that can use it, else its last state. */
export declare const recurrent: BlockTemplate;
