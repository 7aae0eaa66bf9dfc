/** Values of a table that are kept in memory. More rows are drawn from. */
export declare const mostCells = 3000000;
/**
 * Draws rows of a file of unknown length by a hash of what is in them, so that memory stays bounded, copies of a row share
 * their fate, the order of the rows does not matter, and rows that come or go move few others.
 */
export declare class RowSample {
    #private;
    /**
     * @param columns of the table
     * @param most values to keep
     */
    constructor(columns: number, most?: number);
    /** Whether a row is kept, for now. */
    keeps(hash: number): boolean;
    /** Draws fewer from the beginning, where about so many rows come: what would be dropped later is not read first. */
    expect(rows: number): void;
    /** Places of the rows that stay, when there are too many of them; undefined while all of them do. */
    shrink(hashes: readonly number[]): number[] | undefined;
}
/** The finish of a hash that is built up byte by byte or value by value: spreads its high bits. */
export declare function spread(value: number): number;
/** FNV-1a of a text, begun with what came before. */
export declare function hashText(text: string, begun?: number): number;
/** Rows with their hashes, column by column, as a file gives them. */
export declare class RowCollector {
    #private;
    /** Rows of the file, kept or not. */
    seen: number;
    constructor(columns: number, most?: number);
    /** About so many rows will come. */
    expect(rows: number): void;
    get rows(): number;
    /** Whether a row with this hash is to be added. It counts as seen. */
    wants(hash: number): boolean;
    /** Adds a row that is wanted. */
    add(texts: readonly string[], line: number, hash: number): void;
    /** A column that the rows so far do not have. */
    addColumn(): void;
    /** What a table has of it. */
    get content(): {
        readonly columns: readonly (readonly string[])[];
        readonly lines: Int32Array;
        readonly drawnFrom?: number;
    };
}
