import type { ModelOutcome } from '../automl/outcome.ts';
import type { Results } from './results.ts';

/** The command that trains one trial again. */
export function replayCommand({ specPath }: Results, trial: number): string {
  return `tunegate replay ${trial}${configFlag(specPath)}`;
}

/** The command that makes the whole study again, with the same seed. */
export function runCommand({ specPath, study }: Results): string {
  const seed = Number.isSafeInteger(study.seed) ? ` --seed ${study.seed}` : '';
  return `tunegate run --fresh${seed}${configFlag(specPath)}`;
}

/** The command that makes the comparison of head and base again, by itself. */
export function compareCommand({ specPath, base }: Results): string {
  const known = base && /^[0-9a-f]{7,64}$/.test(base.sha) ? ` --base ${base.sha}` : '';
  return `tunegate compare${known}${configFlag(specPath)}`;
}

function configFlag(specPath: string): string {
  return specPath === 'tune.yml' ? '' : ` --config ${quoted(specPath)}`;
}

/** One word of a POSIX shell. */
function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Asks the model that a task came to; it lies in the folder of the study, and in the artifact of a run. */
export function predictCommand({ task }: Pick<ModelOutcome, 'task'>): string {
  return `tunegate predict --model model --data ${task === 'forecasting' ? 'history.csv' : 'new.csv'}`;
}
