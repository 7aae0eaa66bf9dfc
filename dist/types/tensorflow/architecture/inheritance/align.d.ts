/** The layers of a block as far as they tell which block of another network it is. */
export interface BlockLayers {
    readonly index: number;
    /** What its first layer with weights is: blocks of another kind are never the same. */
    readonly kind: string;
    /** Shapes of its weights, as text. */
    readonly shapes: readonly string[];
}
/**
 * Which block of the parent each block of the child is: in order, as many as can be, and those first whose weights have the same
 * shapes. Blocks of the child that are missing from the result are new.
 */
export declare function alignBlocks(child: readonly BlockLayers[], parent: readonly BlockLayers[]): ReadonlyMap<number, number>;
