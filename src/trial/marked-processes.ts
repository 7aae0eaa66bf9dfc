import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Patience } from './patience.ts';

/**
 * Processes by what was put into their environment when they, or an ancestor, were started. That finds what has left its
 * process group (a daemon, `setsid`), and unlike a noted process id it cannot name a stranger.
 */

/** Tells by the entries `NAME=value` of an environment whether a process is meant. */
export interface Mark {
  /** Whole entries of which one is enough. */
  readonly any: readonly string[];
  /** Beginnings, each of which some entry must have; empty: they do not count. */
  readonly allBeginnings?: readonly string[];
}

/**
 * Ids of the processes of this user that bear the mark, without this one and its parent. (Windows tells nobody the
 * environment of a process: nothing is found there.)
 *
 * @param after only processes with a higher id, on Linux: ids are given in turn, so that what a process has started has
 *   one, until they begin anew
 */
export function findMarked({ any, allBeginnings = [] }: Mark, after = 0): number[] {
  const own = new Set([process.pid, process.ppid]);
  if (process.platform === 'win32') return [];
  if (process.platform === 'linux')
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) > after && !own.has(Number(name)))
      .filter((name) => {
        try {
          const environment = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0');
          return (
            any.some((entry) => environment.includes(entry)) ||
            (allBeginnings.length > 0 &&
              allBeginnings.every((begin) => environment.some((entry) => entry.startsWith(begin))))
          );
        } catch {
          // Ended meanwhile, or another user's.
          return false;
        }
      })
      .map(Number);
  // BSD and macOS: -E appends the environment to the command.
  return execFileSync('ps', ['-axwwE', '-o', 'pid=,command='], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .filter(
      (line) =>
        any.some((entry) => `${line} `.includes(` ${entry} `)) ||
        (allBeginnings.length > 0 && allBeginnings.every((begin) => line.includes(` ${begin}`))),
    )
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => pid > 0 && !own.has(pid));
}

const pollMs = 20;

/**
 * Ends every process that bears the mark: SIGTERM, patience, SIGKILL. Resolves to the ids of what it ended.
 *
 * @param after see `findMarked`
 */
export async function endMarked(mark: Mark, patience: Patience, after = 0): Promise<number[]> {
  const ended = new Set<number>();
  const begun = performance.now();
  for (;;) {
    const left = findMarked(mark, after);
    if (left.length === 0) return [...ended];
    const late = performance.now() - begun >= patience();
    for (const pid of left) {
      if (late) kill(pid, 'SIGKILL');
      else if (!ended.has(pid)) kill(pid, 'SIGTERM');
      ended.add(pid);
    }
    // One that hangs in the kernel cannot be awaited.
    if (performance.now() - begun >= patience() + 1000) return [...ended];
    await sleep(pollMs);
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Ended meanwhile.
  }
}
