import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The processes of one trial: a child that was started detached, so that it leads a group of its own, and all that it
 * started. (Windows has no such groups: there the tree below the child is meant.)
 */

const windows = process.platform === 'win32';

/** Whether any process of the group is left. */
export function groupIsAlive(pid: number): boolean {
  return signalGroup(pid, 0);
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
 */
export async function endGroup(pid: number, graceMs: number): Promise<void> {
  if (windows) {
    await new Promise<void>((resolve) => {
      execFile('taskkill', ['/pid', String(pid), '/t', '/f'], () => resolve());
    });
    return;
  }
  if (!signalGroup(pid, 'SIGTERM')) return;
  if (await isGone(pid, graceMs)) return;
  signalGroup(pid, 'SIGKILL');
  await isGone(pid, 5000);
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  for (let pause = 2; ; pause = Math.min(50, pause * 2)) {
    if (!groupIsAlive(pid)) return true;
    const left = end - performance.now();
    if (left <= 0) return false;
    await sleep(Math.min(pause, left));
  }
}
