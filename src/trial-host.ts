/**
 * The process of module trials, started by the trial runner with an IPC channel. Node 20 loads this file a second
 * time, in its thread for module hooks, which is what the exports are for.
 */
import { isMainThread } from 'node:worker_threads';

export { initialize, load, resolve } from './tensorflow/module-hooks.ts';

if (isMainThread) {
  if (process.send === undefined) {
    console.error('trial-host is started by tunegate, not by hand: run `tunegate run`.');
    process.exit(2);
  }
  const { serveTrials } = await import('./tensorflow/host.ts');
  serveTrials(import.meta.url);
}
