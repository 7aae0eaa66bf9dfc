import type { Results } from './results.ts';

/** The command that trains one trial again. */
export function replayCommand({ specPath }: Results, trial: number): string {
  const config = specPath === 'tune.yml' ? '' : ` --config ${quoted(specPath)}`;
  return `tunegate replay ${trial}${config}`;
}

/** One word of a POSIX shell. */
function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
