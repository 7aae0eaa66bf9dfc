import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { ModuleTrial } from '../spec/spec.ts';
import { trialEnvironment } from './environment.ts';
import {
  countOomKills,
  exitFailure,
  type Failure,
  missingMetric,
  notFiniteMetric,
  timeoutFailure,
} from './failure.ts';
import { OutputLog } from './output-log.ts';
import { endGroup } from './process-group.ts';
import type { FromHost, ToHost } from './protocol.ts';
import { metricNumber } from './report-lines.ts';
import type { TrialOutcome, TrialRequest, TrialRunner } from './trial.ts';

export interface ModuleOptions {
  /** Folder of the spec. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The built trial host. */
  readonly hostPath: string;
  /** The Node that runs it. */
  readonly node: string;
  readonly nest: (config: TrialRequest['config']) => Record<string, unknown>;
  /** A host whose memory has grown beyond this is replaced after its trial. Default 2 GiB. */
  readonly hostMemoryBytes?: number;
}

/** Loading TensorFlow and the user's data may take long, but not for ever. */
const loadLimitMs = 300_000;
/** How long a host may take to follow a stop or to end. */
const obeyMs = 5000;

const fromHost: z.ZodType<FromHost> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), backend: z.string(), notes: z.array(z.string()) }),
  z.object({ type: z.literal('load-failed'), message: z.string() }),
  z.object({
    type: z.literal('report'),
    id: z.int(),
    step: z.number(),
    metrics: z.record(z.string(), z.union([z.number(), z.string()])),
  }),
  z.object({ type: z.literal('done'), id: z.int(), stopped: z.boolean() }),
  z.object({
    type: z.literal('failed'),
    id: z.int(),
    reason: z.enum([
      'crash',
      'signal',
      'timeout',
      'out-of-memory',
      'not-finite',
      'no-metric',
      'malformed-report',
      'infeasible',
      'spawn',
    ]),
    message: z.string(),
  }),
]);

/**
 * Trains a TensorFlow.js module in a warm host: one process that has loaded TensorFlow, the module and its data serves one
 * trial after another. It is replaced when a trial had to be killed, when it died, and when its memory has grown.
 */
export function moduleRunner(
  trial: ModuleTrial,
  options: ModuleOptions,
): TrialRunner & { readonly notes: readonly string[] } {
  let host: Host | undefined;
  let backend: string | undefined;
  let notes: readonly string[] = [];
  return {
    get backend() {
      return backend;
    },
    get notes() {
      return notes;
    },
    async run(request) {
      mkdirSync(request.folder, { recursive: true });
      mkdirSync(request.checkpoints, { recursive: true });
      writeFileSync(
        path.join(request.folder, 'config.json'),
        `${JSON.stringify(options.nest(request.config), null, 2)}\n`,
      );
      const log = new OutputLog(path.join(request.folder, 'output.log'), trial.output);
      const finish = (begun: number, end: End): TrialOutcome => ({
        ...(typeof end === 'string' ? { state: end } : { state: 'failed' as const, ...end }),
        durationMs: performance.now() - begun,
        tail: log.tail(),
        backend: backend ?? 'none',
      });
      let begun = performance.now();
      try {
        if (request.signal.aborted) return finish(begun, 'interrupted');
        host ??= new Host(trial, options);
        const loaded = await host.load(log, request.signal);
        if (typeof loaded === 'string' || 'reason' in loaded) {
          await host.close(0);
          host = undefined;
          return finish(begun, loaded);
        }
        backend = loaded.backend;
        notes = loaded.notes;
        begun = performance.now();
        const end = await host.train(request, options.nest(request.config), log);
        if (!(await host.isFit(options.hostMemoryBytes ?? 2 * 2 ** 30))) {
          await host.close(trial.grace);
          host = undefined;
        }
        return finish(begun, end);
      } finally {
        host?.listen(undefined);
        log.close();
      }
    },
    async close() {
      await host?.close(trial.grace);
      host = undefined;
    },
  };
}

type End = 'completed' | 'stopped' | 'interrupted' | Failure;
type Loaded = { readonly backend: string; readonly notes: readonly string[] };

class Host {
  readonly #child: ChildProcess;
  readonly #grace: number;
  readonly #ended: Promise<Failure>;
  readonly #oomKills = countOomKills();
  readonly #memory: () => number | undefined;
  #loaded: Promise<Loaded | Failure>;
  #log: OutputLog | undefined;
  #onMessage: (message: FromHost) => void = () => {};
  #fit = true;

  constructor(trial: ModuleTrial, options: ModuleOptions) {
    this.#grace = trial.grace;
    const module = path.resolve(options.cwd, trial.module);
    const child = spawn(options.node, ['--enable-source-maps', options.hostPath], {
      cwd: options.cwd,
      env: trialEnvironment(options.env, trial.passEnv, trial.env),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    this.#memory = () => residentBytes(child.pid);
    child.stdout?.on('data', (chunk: Buffer) => this.#log?.write(chunk));
    child.stderr?.on('data', (chunk: Buffer) => this.#log?.write(chunk));
    child.on('message', (message) => {
      const parsed = fromHost.safeParse(message);
      // The user's code may send messages, too: what is none of ours is nothing.
      if (parsed.success) this.#onMessage(parsed.data);
    });
    this.#ended = new Promise((resolve) => {
      child.once('error', (error) =>
        resolve({ reason: 'spawn', message: `the trial host could not be started: ${error.message}` }),
      );
      child.once('exit', (code, signal) => {
        this.#fit = false;
        // What it printed last may still be on its way.
        setTimeout(() => resolve(this.#exitFailure(code, signal)), 50);
      });
    });
    this.#loaded = new Promise((resolve) => {
      this.#onMessage = (message) => {
        if (message.type === 'ready') resolve({ backend: message.backend, notes: message.notes });
        else if (message.type === 'load-failed') resolve({ reason: 'crash', message: message.message });
      };
      void this.#ended.then(resolve);
      setTimeout(
        () =>
          resolve({ reason: 'timeout', message: `the module was not loaded within ${loadLimitMs / 1000} s` }),
        loadLimitMs,
      ).unref();
    });
    this.#send({ type: 'load', module, backend: trial.backend });
  }

  listen(log: OutputLog | undefined): void {
    this.#log = log;
  }

  async load(log: OutputLog, signal: AbortSignal): Promise<Loaded | Failure | 'interrupted'> {
    this.#log = log;
    return await Promise.race([this.#loaded, aborted(signal)]);
  }

  async train(request: TrialRequest, tree: Record<string, unknown>, log: OutputLog): Promise<End> {
    this.#log = log;
    const { trial: id, config, seed, resource, metric, checkpoints, signal, timeout } = request;
    const seen = new Set<string>();
    let stopped = false;
    const finished = new Promise<End>((resolve) => {
      this.#onMessage = (message) => {
        if (!('id' in message) || message.id !== id) return;
        switch (message.type) {
          case 'report': {
            const metrics: Record<string, number> = {};
            for (const [name, item] of Object.entries(message.metrics)) {
              const number = metricNumber(item);
              if (number !== undefined) metrics[name] = number;
              seen.add(name);
            }
            const decision = stopped ? 'stop' : request.onReport({ step: message.step, metrics });
            stopped = decision === 'stop';
            this.#send({ type: 'decision', id, decision });
            const value = metrics[metric];
            if (value !== undefined && !Number.isFinite(value))
              resolve(notFiniteMetric(metric, value, message.step));
            break;
          }
          case 'done':
            if (stopped || message.stopped) resolve('stopped');
            else resolve(seen.has(metric) ? 'completed' : missingMetric(metric, seen));
            break;
          case 'failed':
            resolve({ reason: message.reason, message: message.message });
        }
      };
    });
    this.#send({
      type: 'run',
      id,
      config,
      tree,
      seed,
      ...(resource === undefined ? {} : { resource }),
      metric,
      checkpoints,
    });
    const limit = timeout === undefined ? [] : [sleep(timeout, timeoutFailure(timeout), { ref: false })];
    const died = this.#ended.then((failure): End => failure);
    const end = await Promise.race<End>([finished, died, aborted(signal), ...limit]);
    this.#onMessage = () => {};
    // Whatever did not end by itself goes on in there; and a failure may leave anything behind.
    if (end === 'interrupted' || typeof end === 'object') this.#fit = false;
    if (typeof end === 'object' && end.reason === 'infeasible') this.#fit = true;
    return end;
  }

  /** Whether it can serve another trial. */
  async isFit(memoryLimit: number): Promise<boolean> {
    const used = this.#memory();
    return this.#fit && this.#child.connected && (used === undefined || used <= memoryLimit);
  }

  async close(graceMs: number): Promise<void> {
    if (
      this.#child.exitCode === null &&
      this.#child.signalCode === null &&
      this.#child.connected &&
      this.#fit
    ) {
      this.#send({ type: 'close' });
      await Promise.race([this.#ended, sleep(obeyMs, undefined, { ref: false })]);
    }
    if (this.#child.pid !== undefined) await endGroup(this.#child.pid, Math.min(graceMs, this.#grace));
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
    if (this.#child.connected) this.#child.disconnect();
  }

  #send(message: ToHost): void {
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  #exitFailure(code: number | null, signal: NodeJS.Signals | null): Failure {
    const failure = exitFailure(code, signal, this.#log?.tail() ?? '', this.#oomKills);
    return (
      failure ?? {
        reason: 'crash',
        message: 'the module ended its process (process.exit) before the trial was over',
      }
    );
  }
}

function aborted(signal: AbortSignal): Promise<'interrupted'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('interrupted');
    else signal.addEventListener('abort', () => resolve('interrupted'), { once: true });
  });
}

/** Memory that a process holds; undefined where the system does not tell in this way. */
function residentBytes(pid: number | undefined): number | undefined {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1];
    return Number(pages) * 4096;
  } catch {
    return undefined;
  }
}
