import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { TableDataset } from './dataset.ts';
import type { Candidate } from './finish-order.ts';
import { ModelFileError, readModel, writeModel } from './model-files.ts';
import type { Member, TableModel } from './table-model.ts';

/** A trial leaves the model that it has trained among its checkpoints, for when there is no time to train one again. */

function placeOf(checkpoints: string): string {
  return path.join(checkpoints, 'model');
}

/** A model that cannot be written, such as for a full disk, must not end its trial. */
export function saveTrained(checkpoints: string, model: TableModel): void {
  const place = placeOf(checkpoints);
  try {
    rmSync(place, { recursive: true, force: true });
    writeModel(place, model);
  } catch (error) {
    if (existsSync(place)) rmSync(place, { recursive: true, force: true });
    console.warn(`The model of this trial is not kept: ${(error as Error).message}`);
  }
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
 * @param data as they are read now: a model of data that were read in another way is of no use
 * @param folds how many models each trial has trained
 */
export function keptModels(
  candidates: readonly Candidate[],
  data: Pick<TableDataset, 'classes' | 'coding'>,
  folds: number,
): KeptModels {
  return new Map(
    candidates.flatMap(({ trial, trained }) => {
      const members = trained === undefined ? undefined : readTrained(trained, data);
      return members?.length === folds
        ? [[trial, members.map((member) => ({ ...member, trial }))] as const]
        : [];
    }),
  );
}

function readTrained(
  checkpoints: string,
  { classes, coding }: Pick<TableDataset, 'classes' | 'coding'>,
): readonly Member[] | undefined {
  try {
    const model = readModel(placeOf(checkpoints));
    const same = JSON.stringify([model.classes, model.columns]) === JSON.stringify([classes, coding]);
    return same ? model.members : undefined;
  } catch (error) {
    // What a kill has left half written.
    if (error instanceof ModelFileError) return undefined;
    throw error;
  }
}
