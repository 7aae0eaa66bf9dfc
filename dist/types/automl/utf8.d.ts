/**
 * The text of bytes.
 *
 * @param shownAs how messages name the file
 * @throws {DataError} that names line and byte where they are not UTF-8
 */
export declare function decodeUtf8(bytes: Buffer, shownAs: string): string;
