/** What a block may be told beside the parameters of its own kind. */
export declare const commonSettings: readonly ['activation', 'normalization', 'initializer', 'l1', 'l2', 'dropout', 'skip', 'pool', 'reduce'];
export declare const activations: readonly ['linear', 'relu', 'relu6', 'leaky_relu', 'elu', 'selu', 'gelu', 'swish', 'mish', 'tanh', 'sigmoid', 'hardSigmoid', 'softplus', 'softsign'];
export type Activation = (typeof activations)[number];
export declare const normalizations: readonly ['none', 'batch', 'layer'];
export declare const poolings: readonly ['none', 'max', 'average'];
export declare const reductions: readonly ['average', 'max', 'flatten'];
export type Reduction = (typeof reductions)[number];
/** Reads the settings of one block; what is wrong is an error that names the block. */
export declare class Settings {
    #private;
    /** @param place for messages: `blocks[2] (conv)` */
    constructor(values: Readonly<Record<string, unknown>>, place: string);
    get place(): string;
    has(name: string): boolean;
    /** A whole number. Without a `fallback` it must be there. */
    whole(name: string, { min, fallback }: {
        readonly min: number;
        readonly fallback?: number;
    }): number;
    number(name: string, range: {
        readonly min: number;
        readonly max: number;
        readonly fallback: number;
    }): number;
    flag(name: string, fallback: boolean): boolean;
    choice<const T extends string>(name: string, values: readonly T[], fallback: NoInfer<T>): T;
    text(name: string, fallback: string): string;
}
