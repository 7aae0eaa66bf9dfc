/** Where something stands in the document: keys and indices, from the top. */
export type Path = readonly (string | number)[];
/** A problem before its place in the file is known. */
export interface Finding {
    readonly path: Path;
    /** Mark the key instead of the value. */
    readonly atKey?: boolean;
    readonly message: string;
    readonly expected?: string;
    readonly found?: string;
    readonly suggestion?: string;
    /** What stands there does no harm: it means nothing beside the rest. */
    readonly unused?: true;
    /** It matters to a search, and to nothing else. */
    readonly ofSearch?: true;
    /** Something is not said, which a command line may say. */
    readonly lacks?: true;
}
/** A value as a reader recognises it. */
export declare function show(value: unknown): string;
/** Words in a row; a long row is cut. */
export declare function list(words: readonly string[], most?: number): string;
/** What stands at a path of a plain document; undefined where there is nothing. */
export declare function at(document: unknown, path: Path): unknown;
/** A document with another value at a path; mappings on the way that are not there are made. */
export declare function withValue(document: unknown, [key, ...rest]: Path, value: unknown): unknown;
export declare function isMapping(value: unknown): value is Readonly<Record<string, unknown>>;
/** A path as people say it: `params.layers.of.units`, or `the spec`. */
export declare function name(path: Path): string;
