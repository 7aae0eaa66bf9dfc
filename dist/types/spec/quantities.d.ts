/** Durations and sizes as people write them. */
/** Milliseconds of the longest duration that fits into a timer of Node (2³¹ − 1 ms), in whole days. */
export declare const longestDuration: number;
/** For editors: what `parseDuration` takes as text, give or take a missing unit between others. */
export declare const durationPattern = "^\\s*(\\d+(\\.\\d+)?\\s*([mM][sS]|[sSmMhHdD])?\\s*)+$";
/** For editors: what `parseSize` takes as text. */
export declare const sizePattern = "^\\s*\\d+(\\.\\d+)?\\s*([kKmMgG][iI]?)?[bB]?\\s*$";
/** Milliseconds of `15m`, `1h30m`, `90s`, `500ms`, or a number of seconds; undefined when it is none of these. */
export declare function parseDuration(text: string | number): number | undefined;
/** Bytes of `1MiB`, `512 KiB`, `10MB`, or a plain number of bytes. */
export declare function parseSize(text: string | number): number | undefined;
