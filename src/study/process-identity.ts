import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Enough of a process to tell later whether it still lives, although process ids are used again. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Machine, and on Linux the process namespace: containers share neither ids nor kills. */
  readonly host: string;
  /** Start time as the system tells it (with the boot it counts from); absent where it does not. */
  readonly started?: string;
}

export function identifyProcess(pid: number): ProcessIdentity {
  const started = startTime(pid);
  return { pid, host: thisHost(), ...(started === undefined ? {} : { started }) };
}

/** `elsewhere`: the process is (or was) on another machine or in another container, so nobody here can know. */
export function processState(identity: ProcessIdentity): 'alive' | 'dead' | 'elsewhere' {
  if (identity.host !== thisHost()) return 'elsewhere';
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to someone else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'dead';
  }
  if (identity.started === undefined) return 'alive';
  return startTime(identity.pid) === identity.started ? 'alive' : 'dead';
}

function thisHost(): string {
  if (process.platform !== 'linux') return hostname();
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

function startTime(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      // The name in parentheses may hold anything, so fields are counted after its last parenthesis: state is field 3
      // of proc(5), starttime field 22. A zombie has ended.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
    } catch {
      return undefined;
    }
  }
  if (process.platform === 'win32') return undefined;
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { LC_ALL: 'C' },
  });
  return ps.status === 0 ? ps.stdout.trim() : undefined;
}
