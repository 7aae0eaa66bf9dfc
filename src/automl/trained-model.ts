import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ColumnCoding } from './columns.ts';
import type { Candidate } from './finish.ts';
import { ModelFileError, readModel, writeModel } from './model-files.ts';
import type { Member, TableModel } from './table-model.ts';

/** A trial leaves the model that it has trained among its checkpoints, for when there is no time to train one again. */

function placeOf(checkpoints: string): string {
  return path.join(checkpoints, 'model');
}

export function saveTrained(checkpoints: string, model: TableModel): void {
  const place = placeOf(checkpoints);
  rmSync(place, { recursive: true, force: true });
  writeModel(place, model);
}

/** Whether a trial has left its model. */
export function hasTrained(checkpoints: string): boolean {
  return existsSync(path.join(placeOf(checkpoints), 'model.json'));
}

/** What trials have trained, by the trial's number: the model of each fold, with weights that add up to 1. */
export type KeptModels = ReadonlyMap<number, readonly Member[]>;

/**
 * What is left of the trials of candidates.
 *
 * @param columns as they are read now: a model of data that were read in another way is of no use
 */
export function keptModels(candidates: readonly Candidate[], columns: readonly ColumnCoding[]): KeptModels {
  return new Map(
    candidates.flatMap(({ trial, trained }) => {
      const members = trained === undefined ? undefined : readTrained(trained, columns);
      return members ? [[trial, members.map((member) => ({ ...member, trial }))] as const] : [];
    }),
  );
}

function readTrained(checkpoints: string, columns: readonly ColumnCoding[]): readonly Member[] | undefined {
  try {
    const { columns: of, members } = readModel(placeOf(checkpoints));
    return JSON.stringify(of) === JSON.stringify(columns) ? members : undefined;
  } catch (error) {
    // What a kill has left half written.
    if (error instanceof ModelFileError) return undefined;
    throw error;
  }
}
