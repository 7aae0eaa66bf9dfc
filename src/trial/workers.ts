import { availableParallelism, totalmem } from 'node:os';
import type { TrialSpec } from '../spec/spec.ts';
import { type Device, findDevices } from './devices.ts';

/** How many trials run at once. */
export interface Workers {
  readonly count: number;
  /** One sentence. */
  readonly why: string;
  /** Variables that keep several trials from fighting for the same cores. */
  readonly env: Readonly<Record<string, string>>;
  /** The GPU of each worker, as `CUDA_VISIBLE_DEVICES` names it; undefined: it is given none. */
  readonly devices: readonly (string | undefined)[];
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

/** What the machine has for trials. */
export interface Machine {
  readonly cores: number;
  /** Bytes that this process and its children may use. */
  readonly memory: number;
  readonly devices: readonly Device[];
}

export function thisMachine(env: NodeJS.ProcessEnv): Machine {
  return { cores: availableParallelism(), memory: usableMemory(), devices: findDevices(env) };
}

/**
 * `auto`: where there are GPUs, so many trials on each as the spec says; else one trial for each core, as far as the
 * memory reaches. A small training uses one core at best, and two of them side by side finish sooner than one after the
 * other on two threads. The trials share the cores evenly: without that each would start a thread for every core.
 *
 * @param perDevice trials that share a GPU; 0: trials are given none
 */
export function resolveWorkers(
  asked: number | 'auto',
  trial: TrialSpec,
  { cores, memory, devices: found }: Machine,
  perDevice = 1,
): Workers {
  const devices = perDevice === 0 ? [] : found;
  const byMemory = Math.max(1, Math.floor(memory / bytesPerWorker));
  const byMachine =
    devices.length > 0 ? devices.length * perDevice : Math.max(1, Math.min(mostWorkers, cores, byMemory));
  const count = asked === 'auto' ? byMachine : asked;
  const threads = Math.max(1, Math.floor(cores / count));
  const env = Object.fromEntries(threadVariables.map((name) => [name, String(threads)]));
  const why = explain(asked, count, cores, byMemory, trial, devices, perDevice);
  return {
    count,
    why,
    env: count === 1 ? {} : env,
    // In turn, so that fewer workers than slots are on as many GPUs as there are.
    devices: Array.from({ length: count }, (_, worker) => devices[worker % devices.length]?.id),
  };
}

function explain(
  asked: number | 'auto',
  count: number,
  cores: number,
  byMemory: number,
  trial: TrialSpec,
  devices: readonly Device[],
  perDevice: number,
): string {
  const trials = `trial${count === 1 ? '' : 's'} at a time`;
  const names = [
    ...new Set(devices.map(({ id, name }) => name ?? (/^\d+$/.test(id) ? `GPU ${id}` : id))),
  ].join(', ');
  const gpus = devices.length === 1 ? 'one GPU' : `${devices.length} GPUs`;
  if (asked !== 'auto')
    return `${count} ${trials}, as the spec says${devices.length > 0 ? `, on ${gpus} (${names})` : ''}.`;
  const kind =
    'module' in trial ? 'module' : 'script' in trial ? (trial.keras ? 'Keras' : 'Python') : 'command';
  if (devices.length > 0)
    return `${count} ${kind} ${trials}, ${devices.length === 1 ? `on ${gpus}` : `${perDevice === 1 ? 'one' : perDevice} on each of ${gpus}`} (${names}).`;
  const limit =
    count === cores ? 'one per core' : count === byMemory ? 'as the memory allows' : `on ${cores} cores`;
  return `${count} ${kind} ${trials}, ${limit}.`;
}

/** The limit of our control group (a container's) or the memory of the machine. */
function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
