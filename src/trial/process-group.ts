import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Hurry, type Patience, patienceOf } from './patience.ts';

/**
 * The processes of one trial: a child that was started detached, so that it leads a group of its own, and all that it
 * started. (Windows has no such groups: there the tree below the child is meant.)
 */

const windows = process.platform === 'win32';

/** Whether any process of the group is left. */
export function groupIsAlive(pid: number): boolean {
  return signalGroup(pid, 0) && hasLivingMember(pid);
}

/** Sends a signal to every process of the group; false when there is none. */
export function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(windows ? pid : -pid, signal);
    return true;
  } catch (error) {
    // EPERM: processes that changed their user are there, but not ours to signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Ends the group: SIGTERM, up to `graceMs` of patience, SIGKILL. Resolves when no process is left (or, after some
 * seconds, when a process cannot be killed: one that hangs in the kernel).
 *
 * @param hurry leaves less than `graceMs`, also from a time on while this waits
 */
export async function endGroup(pid: number, graceMs: number, hurry?: Hurry): Promise<void> {
  if (windows) {
    await new Promise<void>((resolve) => {
      execFile('taskkill', ['/pid', String(pid), '/t', '/f'], () => resolve());
    });
    return;
  }
  if (!signalGroup(pid, 'SIGTERM')) return;
  if (await isGone(pid, patienceOf(graceMs, hurry))) return;
  signalGroup(pid, 'SIGKILL');
  await isGone(pid, () => (hurry?.() === undefined ? 5000 : 1000));
}

async function isGone(pid: number, patience: Patience): Promise<boolean> {
  const begun = performance.now();
  let nextLook = 20;
  for (let pause = 2; ; pause = Math.min(50, pause * 2)) {
    const waited = performance.now() - begun;
    const withinMs = patience();
    if (!signalGroup(pid, 0)) return true;
    // The closer look reads a file for each process of the machine, so it is taken ever less often.
    if (waited >= nextLook) {
      if (!hasLivingMember(pid)) return true;
      nextLook = 2 * waited;
    }
    if (waited >= withinMs) return !hasLivingMember(pid);
    await sleep(Math.min(pause, withinMs - waited));
  }
}

/**
 * Whether a process of the group is more than a zombie. In containers whose first process reaps nobody, as in the
 * `container:` of a job, what a trial leaves behind stays in its group for ever after its end. True where that cannot be
 * told.
 */
function hasLivingMember(group: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readdirSync('/proc').some((name) => /^\d+$/.test(name) && isLivingMember(name, group));
  } catch {
    return true;
  }
}

function isLivingMember(process: string, group: number): boolean {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, 'latin1');
    // pid (name) state parent group …; the name may contain anything.
    const [state, , ofGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(ofGroup) === group && state !== 'Z' && state !== 'X';
  } catch {
    // Ended meanwhile.
    return false;
  }
}
