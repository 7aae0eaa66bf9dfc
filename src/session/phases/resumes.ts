import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TrialSpec } from '../../spec/spec.ts';

/**
 * Whether trials can go on from where they paused: as the spec says; else those that Tunegate trains itself, modules with
 * `build` and `data`. A module with a training of its own may not look at its checkpoints, nor may a command.
 *
 * @param folder of the spec
 */
export function canResume(trial: TrialSpec, folder: string): boolean {
  if (trial.resume !== undefined) return trial.resume;
  if (!('module' in trial) || trial.task !== undefined) return false;
  try {
    return !trainsItself(readFileSync(path.resolve(folder, trial.module), 'utf8'));
  } catch {
    // Whoever loads it will say what is wrong.
    return false;
  }
}

/**
 * Names `fit` or `objective` other than as a method (`model.fit(…)`), or `callbacks`, whose state is in no checkpoint. To
 * see one too many costs little.
 */
function trainsItself(source: string): boolean {
  return /(?<![.\w$])(fit|objective|callbacks)\b/.test(source);
}
