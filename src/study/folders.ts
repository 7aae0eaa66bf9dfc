import { cpSync, existsSync, lstatSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inStorage, keepFolder } from '../storage.ts';
import type { TrialRole } from './study.ts';

/** Where the files of a trial are, below the folder of its study. */

/** Names of the runs of search trials: trial and segment. */
const runPattern = /^(\d+)(?:\.(\d+))?$/;

/** `7`, `7.1` for the second segment of search trial 7, `head-0` and `base-0` for trainings of the gate. */
function runName(role: TrialRole, trial: number, segment: number): string {
  return `${role === 'search' ? '' : `${role}-`}${trial}${segment === 0 ? '' : `.${segment}`}`;
}

/** Folder of one segment of a trial: its config, metrics and output. */
export function trialFolder(study: string, role: TrialRole, trial: number, segment = 0): string {
  return path.join(study, 'trials', runName(role, trial, segment));
}

/** Checkpoints that a segment begins with and leaves behind. */
export function checkpointFolder(study: string, role: TrialRole, trial: number, segment = 0): string {
  return path.join(study, 'checkpoints', runName(role, trial, segment));
}

/** What a search trial has left, after the last of its segments that left anything. */
export function lastCheckpoints(study: string, trial: number): string | undefined {
  const root = path.join(study, 'checkpoints');
  if (!existsSync(root)) return undefined;
  const segments = readdirSync(root).flatMap((name) => {
    const found = runPattern.exec(name);
    return found && Number(found[1]) === trial ? [Number(found[2] ?? 0)] : [];
  });
  return segments.length === 0 ? undefined : checkpointFolder(study, 'search', trial, Math.max(...segments));
}

/**
 * Makes the folders of a segment as a first run finds them: no files of an earlier run that was killed, and the
 * checkpoints as the segment before left them. So a run that is repeated after a kill does what the first one did.
 */
export function prepareFolders(
  study: string,
  role: TrialRole,
  trial: number,
  segment: number,
): { readonly folder: string; readonly checkpoints: string } {
  keepFolder(study);
  // The real path: trials know their checkpoints by it, and so do we when we look for trials that outlived a kill.
  const root = realpathSync(study);
  const folder = trialFolder(root, role, trial, segment);
  const checkpoints = checkpointFolder(root, role, trial, segment);
  for (const left of [folder, checkpoints])
    inStorage(left, () => rmSync(left, { recursive: true, force: true }));
  const before = segment === 0 ? undefined : checkpointFolder(root, role, trial, segment - 1);
  if (before && existsSync(before))
    inStorage(checkpoints, () => cpSync(before, checkpoints, { recursive: true, preserveTimestamps: true }));
  else keepFolder(checkpoints);
  return { folder, checkpoints };
}

/** Deletes what search trials have left to go on from, but for the runs that are wanted still. */
export function dropCheckpoints(study: string, isWanted: (trial: number, segment: number) => boolean): void {
  const root = path.join(study, 'checkpoints');
  if (!existsSync(root)) return;
  for (const name of readdirSync(root)) {
    const [, trial, segment = '0'] = runPattern.exec(name) ?? [];
    if (trial !== undefined && !isWanted(Number(trial), Number(segment)))
      rmSync(path.join(root, name), { recursive: true, force: true });
  }
}

/** What each search trial has left to go on from, bytes of its files. */
export function checkpointSizes(study: string): ReadonlyMap<number, number> {
  const root = path.join(study, 'checkpoints');
  const sizes = new Map<number, number>();
  if (!existsSync(root)) return sizes;
  for (const name of readdirSync(root)) {
    const trial = runPattern.exec(name)?.[1];
    if (trial === undefined) continue;
    const number = Number(trial);
    sizes.set(number, (sizes.get(number) ?? 0) + sizeOf(path.join(root, name)));
  }
  return sizes;
}

/** Links are not followed: what they name belongs to somebody else. */
function sizeOf(place: string): number {
  try {
    const status = lstatSync(place);
    if (!status.isDirectory()) return status.size;
    return readdirSync(place).reduce((sum, name) => sum + sizeOf(path.join(place, name)), 0);
  } catch {
    // A running trial has just replaced it.
    return 0;
  }
}

/** What a training outside the search has left behind: nothing goes on from it. */
export function dropTrainingCheckpoints(study: string, role: TrialRole, trial: number): void {
  rmSync(checkpointFolder(study, role, trial), { recursive: true, force: true });
}

/** After a segment has ended: the checkpoints that it began with are needed no more. */
export function dropEarlierCheckpoints(study: string, role: TrialRole, trial: number, segment: number): void {
  if (segment > 0)
    rmSync(checkpointFolder(study, role, trial, segment - 1), { recursive: true, force: true });
}
