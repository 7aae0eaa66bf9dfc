import { parquetMetadata } from 'hyparquet/src/metadata.js';
import { DataError } from './table.js';
export interface ParquetFooter {
    readonly metadata: ReturnType<typeof parquetMetadata>;
    readonly columns: readonly {
        readonly name: string;
        readonly isDate: boolean;
    }[];
    readonly rows: number;
}
/**
 * Reads what a Parquet file says of itself at its end.
 *
 * @param shownAs how messages name the file
 * @throws {DataError} when the file is of another format, or cut off
 */
export declare function readFooter(file: string, shownAs: string): ParquetFooter;
export declare function damaged(shownAs: string, error: unknown): DataError;
