/** One block of an architecture, with all that holds for it. */
export interface PlannedBlock {
    /** For messages: `blocks[2] (conv)`. */
    readonly place: string;
    readonly type: string;
    readonly settings: Readonly<Record<string, unknown>>;
}
/**
 * The blocks of an architecture in a row. A config is a list of blocks, or an object whose `blocks` is one; what stands beside
 * `blocks` holds for all of them, unless they say otherwise. A block is
 *
 * - `{ block: { type: 'conv', filters: 32 }, dropout: 0.1 }`: what a choice with `options` called `block` gives,
 * - `{ block: 'conv', filters: 32 }` or `{ type: 'conv', filters: 32 }`,
 * - a stage, `{ filters: 64, blocks: […] }`, whose blocks follow one another.
 *
 * `repeats: 3` has a block or stage three times; its stride and pooling are done the first time only.
 *
 * @throws HyperParameterError for what is no such config
 */
export declare function planBlocks(config: unknown): readonly PlannedBlock[];
