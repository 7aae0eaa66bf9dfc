import type { LayersModel } from '@tensorflow/tfjs-layers';
/** What a model costs, whatever it was built with. */
export interface ModelCost {
    /** Weights, those that do not train (of batch normalisation) included. */
    readonly parameters: number;
    readonly trainable: number;
    /** Floating-point operations of one forward pass of one input: a multiply-add is two, any other operation of an element one. */
    readonly flops: number;
    /** Size of the weights as float32. */
    readonly bytes: number;
    /** Classes of layers whose operations are not known and not counted; empty for architectures. */
    readonly uncounted: readonly string[];
}
/** Parameters, FLOPs and size of a model. */
export declare function modelCost(model: LayersModel): ModelCost;
