/** What layers pass on of one example: height, width and channels, or a number of features. */
export interface Values {
    readonly shape: readonly number[];
    readonly values: Float32Array;
}
/** A convolution whose result has the size of its input (padding `same`), but for the stride. */
interface Convolution {
    /** Height, width, input channels and filters (or, depth by depth, one) of the kernel. */
    readonly kernel: Float32Array;
    readonly shape: readonly number[];
    readonly stride: number;
    readonly bias: Float32Array | undefined;
}
export declare function convolve({ shape: [height, width, channels], values }: Values, { kernel, shape: [kernelHeight, kernelWidth, , filters], stride, bias }: Convolution, flat?: boolean): Values;
/** Each channel by a kernel of its own. */
export declare function depthwise({ shape: [height, width, channels], values }: Values, { kernel, shape: [kernelHeight, kernelWidth], stride, bias }: Convolution): Values;
/** The highest or the mean of each square of so many pixels; what is left over at the end is left out (padding `valid`). */
export declare function pool({ shape: [height, width, channels], values }: Values, size: number, max: boolean): Values;
/** @throws Error when it is none that convnets here have */
export declare function activationOf(name: string): (values: Float32Array) => Float32Array;
export {};
