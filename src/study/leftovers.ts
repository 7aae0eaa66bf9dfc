import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Trials that outlived the process that started them.
 *
 * A SIGKILL of the study gives it no chance to end its trials, and each has its own process group. They are known by
 * their environment: a mark with the folder of the study, or what the contract of command trials puts there, files
 * inside that folder. That finds their children too, and unlike a noted process id it cannot name a stranger.
 */

const markVariable = 'TUNEGATE_STUDY_FOLDER';

/** Goes into the environment of every process that a study starts, also those that serve several trials. */
export function studyMark(folder: string): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  return { [markVariable]: realpathSync(folder) };
}

const graceMs = 2_000;
const pollMs = 20;

/**
 * Ends every process that works for the study in `folder` and was left by a dead process of it: SIGTERM,
 * two seconds, SIGKILL. Call it only with the study's lock. Resolves to the ids of what it ended. (Windows tells
 * nobody the environment of a process: nothing is found there.)
 */
export async function endLeftovers(folder: string): Promise<number[]> {
  if (!existsSync(folder)) return [];
  const root = realpathSync(folder);
  const found = findLeftovers(root);
  if (found.length === 0) return found;
  for (const pid of found) kill(pid, 'SIGTERM');
  const ended = new Set(found);
  for (let waited = 0; waited < graceMs; waited += pollMs) {
    const left = findLeftovers(root);
    if (left.length === 0) return [...ended];
    await sleep(pollMs);
  }
  for (const pid of findLeftovers(root)) {
    ended.add(pid);
    kill(pid, 'SIGKILL');
  }
  return [...ended];
}

/** Ids of the processes that work for the study in `root` (a real path). */
export function findLeftovers(root: string): number[] {
  const marked = `${markVariable}=${root}`;
  const files = ['TUNEGATE_CHECKPOINT_DIR', 'TUNEGATE_METRICS'].map((name) => `${name}=${root}${path.sep}`);
  const own = new Set([process.pid, process.ppid]);
  if (process.platform === 'linux')
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && !own.has(Number(name)))
      .filter((name) => {
        try {
          const environment = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0');
          return (
            environment.includes(marked) ||
            files.every((file) => environment.some((entry) => entry.startsWith(file)))
          );
        } catch {
          // Ended meanwhile, or another user's.
          return false;
        }
      })
      .map(Number);
  if (process.platform === 'win32') return [];
  // BSD and macOS: -E appends the environment to the command.
  return execFileSync('ps', ['-axwwE', '-o', 'pid=,command='], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .filter((line) => `${line} `.includes(` ${marked} `) || files.every((file) => line.includes(` ${file}`)))
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => pid > 0 && !own.has(pid));
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Ended meanwhile.
  }
}
