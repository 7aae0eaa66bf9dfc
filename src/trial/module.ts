import path from 'node:path';
import type { HostedTrial } from '../spec/spec.ts';
import { keepFile, keepFolder } from '../storage.ts';
import type { Failure } from './failure.ts';
import { passedSecrets } from './mask.ts';
import { type End, type HostOptions, type Loaded, ModuleHost } from './module-host.ts';
import { OutputLog } from './output-log.ts';
import type { TrialOutcome, TrialRequest, TrialRunner } from './trial.ts';

export interface ModuleOptions extends HostOptions {
  readonly nest: (config: TrialRequest['config']) => Record<string, unknown>;
  /** A host whose memory has grown by more than this since it was loaded is replaced after its trial. Default 1 GiB. */
  readonly hostMemoryBytes?: number;
}

/**
 * Trains a TensorFlow.js module or a Python script in a warm host: one process that has loaded the libraries (and a
 * module's data) serves one
 * trial after another. It is replaced when a trial had to be killed, when it failed in a way that may leave anything
 * behind, when it died, and when its memory has grown.
 */
export function moduleRunner(trial: HostedTrial, options: ModuleOptions): TrialRunner {
  let host: ModuleHost | undefined;
  let loaded: Loaded | undefined;
  /** The module cannot be loaded: that takes as long each time, and comes to the same. */
  let broken: Failure | undefined;
  /** Closed since the last trial began. */
  let closed = false;

  async function closeHost(): Promise<void> {
    const closing = host;
    host = undefined;
    await closing?.close();
  }

  async function loadHost(
    log: OutputLog,
    signal: AbortSignal,
  ): Promise<ModuleHost | Failure | 'interrupted'> {
    if (broken) return broken;
    // It may have died since its last trial, which is not the next one's fault.
    if (host && !host.fit) await closeHost();
    let current: ModuleHost;
    try {
      host ??= new ModuleHost(trial, options);
      current = host;
    } catch (error) {
      return { reason: 'spawn', message: `the trial host could not be started: ${(error as Error).message}` };
    }
    current.log = log;
    const answer = await current.load(signal);
    if (typeof answer === 'object' && 'backend' in answer) {
      loaded = answer;
      return current;
    }
    await closeHost();
    if (!closed && typeof answer === 'object' && isLasting(answer)) broken = answer;
    return answer;
  }

  return {
    get backend() {
      return loaded?.backend;
    },
    get notes() {
      return loaded?.notes ?? [];
    },
    async run(request) {
      closed = false;
      const { folder, checkpoints, config, signal } = request;
      keepFolder(folder);
      keepFolder(checkpoints);
      const tree = options.nest(config);
      keepFile(path.join(folder, 'config.json'), `${JSON.stringify(tree, null, 2)}\n`);
      const log = new OutputLog(
        path.join(folder, 'output.log'),
        trial.output,
        passedSecrets(options.env, trial),
      );
      let begun = performance.now();
      const finish = (end: End): TrialOutcome => ({
        ...(typeof end === 'string'
          ? { state: end }
          : closed
            ? { state: 'interrupted' }
            : { state: 'failed', ...end }),
        durationMs: performance.now() - begun,
        tail: log.tail(),
        backend: loaded?.backend ?? 'none',
      });
      try {
        if (signal.aborted) return finish('interrupted');
        let end: End | 'lost' = 'lost';
        // A second time at most: a new host loses no trial.
        while (end === 'lost' && !closed) {
          const answer = await loadHost(log, signal);
          if (!(answer instanceof ModuleHost)) return finish(answer);
          // The first trial of a host is not to look slower than the others.
          begun = performance.now();
          end = await answer.train(request, tree, request.parent && options.nest(request.parent.config));
          await answer.flush();
        }
        if (end === 'lost') return finish('interrupted');
        const outcome = finish(end);
        if (host && (!host.fit || host.growthBytes > (options.hostMemoryBytes ?? 2 ** 30))) await closeHost();
        return outcome;
      } catch (error) {
        await closeHost();
        throw error;
      } finally {
        if (host) host.log = undefined;
        log.close();
      }
    },
    async close() {
      closed = true;
      await closeHost();
    },
  };
}

/** Whether another attempt to load would fail alike; a process that was killed may have had bad luck. */
function isLasting({ reason }: Failure): boolean {
  return reason !== 'signal' && reason !== 'out-of-memory';
}
