/** An array of NumPy, in C order. */
export interface NumpyArray {
    readonly shape: readonly number[];
    /** As NumPy spells it, without the order of the bytes: `u1`, `f4`, `i8`, `U`. */
    readonly type: string;
    readonly values: Uint8Array | Float32Array | Float64Array | readonly string[];
}
/**
 * Names and contents of the arrays of a `.npz` file (a zip archive of `.npy` files, NEP 1), each read when it is asked for.
 *
 * @param file for messages
 * @throws {DataError}
 */
export declare function openNpz(bytes: Buffer, file: string): {
    readonly names: readonly string[];
    readonly read: (name: string) => NumpyArray;
};
/**
 * An `.npy` file.
 *
 * @param place for messages
 * @throws {DataError}
 */
export declare function parseNpy(bytes: Buffer, place: string): NumpyArray;
