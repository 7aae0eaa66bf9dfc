import { execFileSync } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { prelude, reasons, temporaryFolder, torture } from './study.ts';

/** A file system of a few MiB in memory; undefined, with the reason on standard error, where none may be mounted. */
function smallDisk(mebibytes: number): string | undefined {
  const folder = temporaryFolder();
  const options = ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=0777`, 'tmpfs', folder];
  for (const [program, ...before] of [['mount'], ['sudo', '-n', 'mount']] as const)
    try {
      execFileSync(program, [...before, ...options], { stdio: 'pipe' });
      onTestFinished(() => {
        execFileSync(program === 'sudo' ? 'sudo' : 'umount', [
          ...(program === 'sudo' ? ['-n', 'umount'] : []),
          '-l',
          folder,
        ]);
      });
      return folder;
    } catch (error) {
      console.error(
        `no file system can be mounted by ${program}: ${(error as Error).message.split('\n')[0]}`,
      );
    }
  return undefined;
}

const fill = (after: string) => ({
  'train.cjs': `${prelude}
const path = require('node:path');
const file = fs.openSync(path.join(process.env.TUNEGATE_CHECKPOINT_DIR, 'part'), 'w');
let full;
for (let size = 2 ** 20; size >= 1; size /= 2)
  try { for (;;) fs.writeSync(file, Buffer.alloc(size)); } catch (error) { full = error; }
${after}
`,
});

test('a program that fills the disk fails in its own words, and the study goes on', async ({ skip }) => {
  const folder = smallDisk(8);
  if (folder === undefined) return skip('no file system can be mounted here');
  const study = await torture({
    folder,
    files: fill('console.error(String(full)); process.exit(1);'),
    trial: '{ run: [node, train.cjs] }',
    seconds: 30,
    budget: 'trials: 6',
  });
  expect(reasons(study), study.out).toEqual(['failed: crash']);
  expect(study.stop).toMatchObject({
    reason: 'failing',
    detail: expect.stringContaining('ENOSPC: no space left on device'),
  });
});

test('where not even the journal can be written, the study says so and ends', async ({ skip }) => {
  const folder = smallDisk(8);
  if (folder === undefined) return skip('no file system can be mounted here');
  const study = await torture({
    folder,
    files: fill("setInterval(() => { for (let i = 0; i < 100; i++) console.log('loss=' + i); }, 10);"),
    trial: "{ run: [node, train.cjs], stdout: 'loss=(?<loss>[0-9]+)', grace: 200ms }",
    seconds: 8,
    budget: 'trials: 6',
  });
  // What cannot be kept is no result; what was, is.
  expect(study.code, study.out).not.toBe(0);
  expect(study.out).toMatch(/no space left|disk is full|ENOSPC/i);
});
