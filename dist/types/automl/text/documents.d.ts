import type { TaskSpec } from '../../spec/spec.js';
import { type Table } from '../table.js';
/** What the files of a folder of texts end in. */
export declare const textEnding = ".txt";
export declare function isTextTask({ type }: Pick<TaskSpec, 'type'>): boolean;
/**
 * The table of a text task, with the column that is read: the one that `task.text` names, or the only one of free text.
 * Tables of other tasks are left as they are.
 *
 * @throws {DataError} that names the candidates
 */
export declare function withDocument(table: Table, task: TaskSpec): Table;
/** Whether the data are a folder with a folder of texts for each class, as far as the disk says. */
export declare function isFolder(file: string): boolean;
/**
 * Looks at a folder before anything is run: that it has classes, and texts in them.
 *
 * @throws {DataError}
 */
export declare function checkTextFolder(folder: string, shownAs: string, { type }: TaskSpec): void;
/**
 * A folder with a folder of .txt files for each class as a table: the text, and the name of its folder.
 *
 * @throws {DataError}
 */
export declare function readTextFolder(folder: string, shownAs: string, task: TaskSpec): Table;
/** How a model is asked of texts. */
export interface TextFileOptions {
    /** The column that the model reads. */
    readonly text: string;
    readonly target: string;
    /** That the model tells apart; none for numbers. */
    readonly classes: readonly string[];
    /** Of a piece, at most. */
    readonly rows: number;
}
/**
 * The .txt files of a folder, at any depth, or a single one, in pieces: the file of each row, the text, and the target where
 * folders in the folder are named as classes (of texts beside those it is missing).
 *
 * @throws {DataError}
 */
export declare function readTextFiles(file: string, shownAs: string, { text, target, classes, rows }: TextFileOptions): Generator<Table>;
