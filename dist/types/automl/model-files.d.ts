import type { Fitted } from './families/families.js';
import type { TableModel } from './table-model.js';
/** A model that cannot be read: the message names the file and says what to do. */
export declare class ModelFileError extends Error {
    readonly name = "ModelFileError";
}
/**
 * Writes a model: `model.json` with preprocessing, trees and linear weights, and for each network a folder with a
 * TensorFlow.js layers model (`tf.loadLayersModel` reads it).
 */
export declare function writeModel(folder: string, { members, ...model }: TableModel): void;
/** What one member has learned, as `model.json` has it: a network goes into a folder of its own. */
export declare function writeFitted(folder: string, member: number, fitted: Fitted): unknown;
export declare function writeDocument(folder: string, model: Readonly<Record<string, unknown>>): void;
/**
 * Reads what `writeModel` has written.
 *
 * @throws {ModelFileError}
 */
export declare function readModel(folder: string): TableModel;
/** `model.json`, whatever the task. */
export declare function readDocument<M>(folder: string): Partial<M>;
/** What `writeFitted` has written. */
export declare function readFitted(folder: string, fitted: Fitted): Fitted;
