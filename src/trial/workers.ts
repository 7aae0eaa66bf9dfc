import { availableParallelism } from 'node:os';
import type { TrialSpec } from '../spec/spec.ts';

/** How many trials run at once. */
export interface Workers {
  readonly count: number;
  /** One sentence. */
  readonly why: string;
  /** Variables that keep several trials from fighting for the same cores. */
  readonly env: Readonly<Record<string, string>>;
}

/** Libraries that would start a thread for each core, in each trial. */
const threadVariables = [
  'OMP_NUM_THREADS',
  'OPENBLAS_NUM_THREADS',
  'MKL_NUM_THREADS',
  'TF_NUM_INTRAOP_THREADS',
  'TF_NUM_INTEROP_THREADS',
];

/**
 * `auto`: one trial for each core. A small training uses one core at best, and two of them side by side finish sooner
 * than one after the other on two threads.
 */
export function resolveWorkers(
  asked: number | 'auto',
  trial: TrialSpec,
  cores = availableParallelism(),
): Workers {
  const count = asked === 'auto' ? Math.max(1, Math.min(8, cores)) : asked;
  const threads = Math.max(1, Math.floor(cores / count));
  const env = Object.fromEntries(threadVariables.map((name) => [name, String(threads)]));
  const kind = 'module' in trial ? 'module' : 'command';
  const why =
    asked === 'auto'
      ? `${count} ${kind} trial${count === 1 ? '' : 's'} at a time, ${count === cores ? 'one per core' : `on ${cores} cores`}.`
      : `${count} trial${count === 1 ? '' : 's'} at a time, as the spec says.`;
  return { count, why, env: count === 1 ? {} : env };
}
