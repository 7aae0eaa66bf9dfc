import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { endGroup, groupIsAlive } from '../../src/trial/process-group.ts';

/** A program that does not listen, in a group of its own. */
async function stubborn(): Promise<number> {
  const child = spawn('sh', ['-c', "trap '' TERM INT; echo on; while :; do sleep 1; done"], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  return child.pid!;
}

// With the whole grace these would take longer than a test may.
test('in a hurry the grace of a trial is cut short', async () => {
  const pid = await stubborn();
  await endGroup(pid, 3_600_000, () => 0);
  expect(groupIsAlive(pid)).toBe(false);
});

test('also when the hurry begins while it waits', async () => {
  const pid = await stubborn();
  let hurried = false;
  setTimeout(() => {
    hurried = true;
  }, 100);
  await endGroup(pid, 3_600_000, () => (hurried ? 0 : undefined));
  expect(groupIsAlive(pid)).toBe(false);
});
