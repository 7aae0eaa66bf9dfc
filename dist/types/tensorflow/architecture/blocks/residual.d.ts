import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import { type BlockContext, type BlockTemplate } from '../block.js';
export declare const orders: readonly ['post', 'pre'];
/**
 * Two convolutions around which the input is added (He et al. 2016, «Deep residual learning», figure 2). `order: pre` normalises
 * and activates before each convolution and leaves the sum as it is (He et al. 2016, «Identity mappings», figure 4e).
 */
export declare const residual: BlockTemplate;
interface Step {
    readonly role: string;
    readonly filters: number;
    readonly kernel: number;
    readonly stride: number;
}
/** Convolutions in a row, with dropout before the last, and the input added to what they give. */
export declare function aroundConvolutions(input: SymbolicTensor, block: BlockContext, stride: number, steps: readonly Step[]): SymbolicTensor;
export {};
