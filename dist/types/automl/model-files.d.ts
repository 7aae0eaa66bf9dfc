import type { TableModel } from './fitted.js';
/** A model that cannot be read: the message names the file and says what to do. */
export declare class ModelFileError extends Error {
    readonly name = "ModelFileError";
}
/**
 * Writes a model: `model.json` with preprocessing, trees and linear weights, and for each network a folder with a
 * TensorFlow.js layers model (`tf.loadLayersModel` reads it).
 */
export declare function writeModel(folder: string, { members, ...model }: TableModel): void;
/**
 * Reads what `writeModel` has written.
 *
 * @throws {ModelFileError}
 */
export declare function readModel(folder: string): TableModel;
