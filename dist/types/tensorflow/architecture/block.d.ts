import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import { InfeasibleConfig } from '../outcomes.js';
import type { TensorFlow } from '../tensorflow.js';
import { type Activation, type Settings } from './settings.js';
/** What a tensor is, by its rank: features, steps × features, height × width × channels. */
export type Form = 'vector' | 'sequence' | 'image';
/** A kind of block: one file each in `blocks/`. */
export interface BlockTemplate {
    /** The forms of input that it can take. An image or a sequence is reduced to a vector for a block that takes vectors only. */
    readonly takes: readonly Form[];
    /** Names of its own parameters, beside the common ones. */
    readonly parameters: readonly string[];
    readonly build: (input: SymbolicTensor, block: BlockContext) => SymbolicTensor;
}
export interface ConvOptions {
    readonly filters: number;
    readonly kernel: number;
    readonly stride?: number;
    readonly bias?: boolean;
}
/** Counts the weights of a model as it is built, and ends what grows beyond a limit before its memory is taken. */
export declare class WeightBudget {
    #private;
    constructor(limit: number);
    /** @throws InfeasibleConfig */
    spend(place: string, weights: number): void;
}
/** What blocks build with: TensorFlow.js, their settings, and the parts that many of them share. */
export declare class BlockContext {
    #private;
    readonly tf: TensorFlow;
    readonly settings: Settings;
    /** Whether what follows can use a sequence: else a recurrent block gives its last state only. */
    readonly sequenceFollows: boolean;
    constructor(parts: {
        readonly tf: TensorFlow;
        readonly settings: Settings;
        readonly sequenceFollows: boolean;
        /** Begins the name of each layer: `b2_`. */
        readonly prefix: string;
        readonly budget: WeightBudget;
    });
    /** The layer's full name for its role in the block: the same role in two models holds weights of the same kind. */
    name(role: string): string;
    infeasible(reason: string): InfeasibleConfig;
    /** Applies a layer that has so many weights. */
    apply(layer: unknown, input: SymbolicTensor | SymbolicTensor[], weights?: number): SymbolicTensor;
    /** Initialiser and regulariser of kernels, as the settings say. */
    kernel(): {
        kernelInitializer: 'glorotUniform';
        kernelRegularizer?: import("@tensorflow/tfjs-layers/dist/regularizers").Regularizer;
    };
    get normalization(): "batch" | "layer" | "none";
    get activation(): Activation;
    dense(input: SymbolicTensor, role: string, units: number, { bias }?: {
        bias?: boolean | undefined;
    }): SymbolicTensor;
    /** A convolution over an image, or over the steps of a sequence, that keeps the size (but for its stride). */
    conv(input: SymbolicTensor, role: string, options: ConvOptions): SymbolicTensor;
    depthwise(input: SymbolicTensor, role: string, kernel: number, stride: number): SymbolicTensor;
    /** Halves nothing that is a single pixel already: a stride beyond the input's size would skip all of it. */
    checkStride(input: SymbolicTensor, stride: number): void;
    normalize(input: SymbolicTensor, role: string): SymbolicTensor;
    activate(input: SymbolicTensor, role: string, activation?: Activation): SymbolicTensor;
    /** Normalisation, then activation: what stands behind most layers with weights. */
    finish(input: SymbolicTensor, role?: string): SymbolicTensor;
    drop(input: SymbolicTensor, role?: string): SymbolicTensor;
    /** Halves the size of an image or a sequence, when the settings say so. */
    pool(input: SymbolicTensor): SymbolicTensor;
    add(tensors: SymbolicTensor[], role: string): SymbolicTensor;
    /**
     * What a block adds its result to: its input, by a 1×1 convolution where channels or size differ (He et al. 2016, projection
     * shortcuts, option B).
     */
    shortcut(input: SymbolicTensor, output: SymbolicTensor, stride?: number, normalized?: boolean): SymbolicTensor;
}
/** The last size of a shape: features or channels. */
export declare function channels(tensor: SymbolicTensor): number;
/** Height and width, or steps; null: any number. */
export declare function spatial(tensor: SymbolicTensor): readonly (number | null)[];
export declare function formOf(tensor: SymbolicTensor): Form;
