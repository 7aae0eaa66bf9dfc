import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { Failure } from './failure.ts';

/** What a trial may not go beyond, apart from its time. */
export interface TrialLimits {
  /** Longest time between two reports, and from the start to the first, milliseconds. */
  readonly idle?: number;
  /** Most resident memory of all its processes together, bytes. */
  readonly memory?: number;
}

export interface LimitWatch {
  /** The trial has reported. */
  heard(): void;
  /** No timer is left. */
  end(): void;
}

/** How often the memory is looked at: an allocation in a hurry may go over the limit by what it takes in that time. */
const lookMs = 200;

/**
 * Watches the processes of a group until one limit is broken, which is told once, or `end` is called.
 *
 * @param pid leader of the group; undefined when it was not started
 */
export function watchLimits(
  pid: number | undefined,
  limits: TrialLimits,
  onFailure: (failure: Failure) => void,
): LimitWatch {
  let idle: NodeJS.Timeout | undefined;
  let look: NodeJS.Timeout | undefined;
  let over = false;
  const end = () => {
    over = true;
    clearTimeout(idle);
    clearTimeout(look);
  };
  const fail = (failure: Failure) => {
    if (over) return;
    end();
    onFailure(failure);
  };
  const heard = () => {
    if (limits.idle === undefined || over) return;
    const { idle: limit } = limits;
    clearTimeout(idle);
    idle = setTimeout(() => fail(idleFailure(limit)), limit);
  };
  const measure = async (leader: number, limit: number) => {
    const used = await groupMemory(leader);
    if (used !== undefined && used > limit) fail(memoryFailure(used, limit));
    if (!over) look = setTimeout(() => void measure(leader, limit), lookMs);
  };
  heard();
  if (limits.memory !== undefined && pid !== undefined) void measure(pid, limits.memory);
  return { heard, end };
}

/** Bytes in memory of all processes of a group, shared pages counted for each; undefined where it cannot be told. */
export async function groupMemory(group: number): Promise<number | undefined> {
  if (process.platform === 'linux') return linuxGroupMemory(group);
  if (process.platform === 'win32') return undefined;
  return new Promise((resolve) => {
    execFile('ps', ['-A', '-o', 'pgid=,rss='], (error, out) => {
      const rows = out.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
      const kilobytes = rows.reduce((sum, [of, rss]) => (of === group ? sum + (rss ?? 0) : sum), 0);
      resolve(error ? undefined : kilobytes * 1024);
    });
  });
}

/** A page of every Linux that Node is built for but a few; `getconf PAGESIZE` would be a process. */
const pageBytes = 4096;

function linuxGroupMemory(group: number): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, name) => sum + residentBytes(name, group), 0);
}

function residentBytes(process: string, group: number): number {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, 'latin1');
    // pid (name) state parent group … rss is the 24th; the name may contain anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[2]) === group ? Number(fields[21]) * pageBytes : 0;
  } catch {
    // Ended meanwhile.
    return 0;
  }
}

function idleFailure(ms: number): Failure {
  return {
    reason: 'idle',
    message: `the trial reported nothing for ${Math.round(ms / 100) / 10} s, the limit of trial.idle`,
  };
}

function memoryFailure(used: number, limit: number): Failure {
  const inMebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;
  return {
    reason: 'out-of-memory',
    message: `the trial took ${inMebibytes(used)} of memory; the limit of trial.memory is ${inMebibytes(limit)}`,
  };
}
