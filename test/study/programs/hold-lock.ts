// Takes the lock of the journal named first, shows that nobody else has it, and holds it until its input ends.
import { rmSync, writeFileSync } from 'node:fs';
import { acquireLock, LockedError } from '../../../src/study/lock.ts';

const [journal = '', hold] = process.argv.slice(2);
try {
  const release = await acquireLock(journal);
  // Fails when two hold the lock at once.
  writeFileSync(`${journal}.inside`, String(process.pid), { flag: 'wx' });
  console.log('locked');
  if (hold) for await (const _ of process.stdin);
  rmSync(`${journal}.inside`);
  release();
} catch (error) {
  if (!(error instanceof LockedError)) throw error;
  console.log(`refused ${error.pid}`);
}
