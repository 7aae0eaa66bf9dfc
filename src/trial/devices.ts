import { spawnSync } from 'node:child_process';

/** A GPU that trials may be given. */
export interface Device {
  /** As `CUDA_VISIBLE_DEVICES` names it: an index or a UUID. */
  readonly id: string;
  /** Such as «NVIDIA L4»; absent where only the variable is known. */
  readonly name?: string;
}

/**
 * The GPUs of this machine: those that `CUDA_VISIBLE_DEVICES` names where it is set (empty or -1: none), else those
 * that `nvidia-smi` lists. None where there is no such program, or its driver does not answer.
 */
export function findDevices(env: NodeJS.ProcessEnv): readonly Device[] {
  const listed = askDriver(env);
  const visible = env['CUDA_VISIBLE_DEVICES'];
  if (visible === undefined) return listed;
  const ids = visible
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  // As CUDA has it: what follows an invalid entry is not visible either.
  const end = ids.findIndex((id) => id === '-1' || id.toLowerCase() === 'none' || id === 'NoDevFiles');
  return (end < 0 ? ids : ids.slice(0, end)).map((id) => listed.find((device) => device.id === id) ?? { id });
}

function askDriver(env: NodeJS.ProcessEnv): readonly Device[] {
  const query = spawnSync('nvidia-smi', ['--query-gpu=index,name', '--format=csv,noheader'], {
    env,
    encoding: 'utf8',
    // A driver that hangs must not hold up the run.
    timeout: 10_000,
  });
  if (query.error || query.status !== 0) return [];
  return query.stdout.split('\n').flatMap((line): readonly Device[] => {
    const [, id, name] = /^\s*(\d+)\s*,\s*(.*?)\s*$/.exec(line) ?? [];
    return id === undefined ? [] : [{ id, ...(name ? { name } : {}) }];
  });
}
