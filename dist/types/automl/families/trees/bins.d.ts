import type { Feature } from '../../dataset.js';
/** How a feature is cut into at most 255 bins; bin 0 is a missing value. Plain data. */
export type BinCoding = 
/** A number belongs to bin 1 + how many edges are below it. */
{
    readonly edges: readonly number[];
}
/** The bin of each level of a category. */
 | {
    readonly levels: readonly number[];
    readonly count: number;
};
export interface Binned {
    readonly columns: readonly Uint8Array[];
    readonly counts: readonly number[];
    readonly categorical: readonly boolean[];
}
/** Numbers by quantiles of the training rows, categories one bin each, the rarest ones in the last bin together. */
export declare function fitBins(features: readonly Feature[], rows: Int32Array): BinCoding[];
/** The bins of each row. */
export declare function applyBins(coding: readonly BinCoding[], features: readonly Feature[]): Binned;
/** Both. */
export declare function bin(features: readonly Feature[], rows: Int32Array): Binned;
