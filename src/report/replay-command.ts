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

function configFlag(specPath: string): string {
  return specPath === 'tune.yml' ? '' : ` --config ${quoted(specPath)}`;
}

/** One word of a POSIX shell. */
function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
