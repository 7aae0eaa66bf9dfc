import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeModel } from './model-files.ts';
import type { ModelOutcome } from './outcome.ts';
import type { TableModel } from './table-model.ts';

export const outcomeFile = 'evaluation.json';

/** Writes a model with its outcome in place of those that are there, if any: one is never there without the other. */
export function replaceModel(folder: string, model: TableModel, outcome: ModelOutcome): void {
  const next = nextFolder(folder);
  rmSync(next, { recursive: true, force: true });
  writeModel(next, model);
  outcomeWriter(next)(outcome);
  rmSync(folder, { recursive: true, force: true });
  renameSync(next, folder);
}

function nextFolder(folder: string): string {
  return `${folder}.next`;
}

/** Where the newest model stands whole that a finish has come to, which may have been cut off; undefined where none does. */
export function madeModel(folder: string): string | undefined {
  return [nextFolder(folder), folder].find((place) => existsSync(path.join(place, outcomeFile)));
}

/** Removes a model that is being made, also what a kill has left of it. */
export function discardModel(folder: string): void {
  for (const each of [folder, nextFolder(folder)]) rmSync(each, { recursive: true, force: true });
}

/** Writes the outcome, again as more is known: should the time be up, what there is by then stands. */
export function outcomeWriter(folder: string): (outcome: ModelOutcome) => void {
  const file = path.join(folder, outcomeFile);
  return (outcome) => {
    writeFileSync(`${file}.new`, `${JSON.stringify(outcome, null, 2)}\n`);
    renameSync(`${file}.new`, file);
  };
}
