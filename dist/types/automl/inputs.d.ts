import type { Feature } from './dataset.js';
/** Numbers as linear models and networks take them, row by row, and categories too many for a column each. */
export interface Inputs {
    readonly width: number;
    readonly values: Float32Array;
    /** Category of each row from 1 on, 0 for one that the training rows have not. */
    readonly embedded: readonly {
        readonly codes: Int32Array;
        readonly size: number;
    }[];
}
export type Scaling = 'standard' | 'quantile';
/** What becomes of a feature, as measured on the training rows. Plain data. */
export type InputCoding = 
/** The training rows have no value of it. */
{
    readonly kind: 'none';
}
/** `missing`: a second column says where a value is missing. */
 | {
    readonly kind: 'standard';
    readonly mean: number;
    readonly deviation: number;
    readonly missing: boolean;
} | {
    readonly kind: 'quantile';
    readonly sorted: readonly number[];
    readonly missing: boolean;
}
/** A column for each of the `count` most frequent levels; `place` counts from 1, 0 is unknown. */
 | {
    readonly kind: 'indicators';
    readonly place: readonly number[];
    readonly count: number;
}
/** All pixels of a picture, in this size, on one scale. */
 | {
    readonly kind: 'pixels';
    readonly height: number;
    readonly width: number;
    readonly mean: number;
    readonly deviation: number;
} | {
    readonly kind: 'embedded';
    readonly place: readonly number[];
    readonly size: number;
};
/**
 * How numbers are scaled and categories written out.
 *
 * @param mostColumns categories with more levels are given as codes to embed; those beyond it count as missing where
 *   nothing is embedded
 * @param mostPixels larger pictures are made smaller
 */
export declare function fitInputs(features: readonly Feature[], rows: Int32Array, { scaling, mostColumns, embed, mostPixels, }: {
    readonly scaling: Scaling;
    readonly mostColumns: number;
    readonly embed: boolean;
    readonly mostPixels?: number;
}): InputCoding[];
/** The inputs of some rows. */
export declare function applyInputs(coding: readonly InputCoding[], features: readonly Feature[], rows: number): Inputs;
