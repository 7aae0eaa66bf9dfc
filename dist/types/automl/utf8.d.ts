/**
 * The text of bytes.
 *
 * @param shownAs how messages name the file
 * @throws {DataError} that names line and byte where they are not UTF-8
 */
export declare function decodeUtf8(bytes: Buffer, shownAs: string): string;
/**
 * How many bytes to skip at the beginning of a text file.
 *
 * @throws {DataError} when the mark says that it is not UTF-8
 */
export declare function skipByteOrderMark(bytes: Buffer, file: string): number;
/** Names the first byte that no UTF-8 text has there. */
export declare function badByte(bytes: Buffer): string;
