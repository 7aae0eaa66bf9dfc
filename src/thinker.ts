import { isMainThread } from 'node:worker_threads';
import { think } from './study/thinker-thread.ts';

// The thread that computes suggestions while trials run.

if (isMainThread) {
  console.error('thinker is started by tunegate, not by hand: run `tunegate run`.');
  process.exitCode = 2;
} else think();
