import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { keepFolder } from '../storage.ts';
import { endMarked, findMarked, type Mark } from '../trial/marked-processes.ts';
import type { Patience } from '../trial/patience.ts';

/**
 * Trials that outlived the process that started them.
 *
 * A SIGKILL of the study gives it no chance to end its trials, and each has its own process group. They are known by
 * their environment: a mark with the folder of the study, or what the contract of command trials puts there, files
 * inside that folder. That finds their children too, and unlike a noted process id it cannot name a stranger.
 */

const markVariable = 'TUNEGATE_STUDY_FOLDER';

/** Goes into the environment of every process that a study starts, also those that serve several trials. */
export function studyMark(folder: string): Record<string, string> {
  keepFolder(folder);
  return { [markVariable]: realpathSync(folder) };
}

const graceMs = 2_000;

/**
 * Ends every process that works for the study in `folder` and was left by a dead process of it, or by a trial that has
 * ended: SIGTERM, two seconds, SIGKILL. Call it only with the study's lock and while no trial runs. Resolves to the ids
 * of what it ended.
 */
export async function endLeftovers(folder: string, patience: Patience = () => graceMs): Promise<number[]> {
  if (!existsSync(folder)) return [];
  return await endMarked(markOf(realpathSync(folder)), patience);
}

/** Ids of the processes that work for the study in `root` (a real path). */
export function findLeftovers(root: string): number[] {
  return findMarked(markOf(root));
}

function markOf(root: string): Mark {
  return {
    any: [`${markVariable}=${root}`],
    allBeginnings: ['TUNEGATE_CHECKPOINT_DIR', 'TUNEGATE_METRICS'].map(
      (name) => `${name}=${root}${path.sep}`,
    ),
  };
}
