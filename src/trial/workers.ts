import { availableParallelism, totalmem } from 'node:os';
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
  'VECLIB_MAXIMUM_THREADS',
  'NUMEXPR_NUM_THREADS',
  'TF_NUM_INTRAOP_THREADS',
  'TF_NUM_INTEROP_THREADS',
];

/** Most trials at once unless the spec says more: a strategy that learns from results should see some of them first. */
const mostWorkers = 8;
/** What a process with TensorFlow or PyTorch and a small data set takes. */
const bytesPerWorker = 2 ** 30;

/**
 * `auto`: one trial for each core, as far as the memory reaches. A small training uses one core at best, and two of them
 * side by side finish sooner than one after the other on two threads. The trials share the cores evenly: without that
 * each would start a thread for every core.
 *
 * @param memory bytes that this process and its children may use
 */
export function resolveWorkers(
  asked: number | 'auto',
  trial: TrialSpec,
  cores = availableParallelism(),
  memory = usableMemory(),
): Workers {
  const byMemory = Math.max(1, Math.floor(memory / bytesPerWorker));
  const count = asked === 'auto' ? Math.max(1, Math.min(mostWorkers, cores, byMemory)) : asked;
  const threads = Math.max(1, Math.floor(cores / count));
  const env = Object.fromEntries(threadVariables.map((name) => [name, String(threads)]));
  return { count, why: explain(asked, count, cores, byMemory, trial), env: count === 1 ? {} : env };
}

function explain(
  asked: number | 'auto',
  count: number,
  cores: number,
  byMemory: number,
  trial: TrialSpec,
): string {
  const trials = `trial${count === 1 ? '' : 's'} at a time`;
  if (asked !== 'auto') return `${count} ${trials}, as the spec says.`;
  const kind = 'module' in trial ? 'module' : 'command';
  const limit =
    count === cores ? 'one per core' : count === byMemory ? 'as the memory allows' : `on ${cores} cores`;
  return `${count} ${kind} ${trials}, ${limit}.`;
}

/** The limit of our control group (a container's) or the memory of the machine. */
function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
