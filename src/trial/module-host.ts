import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { FinishOrder } from '../automl/finish.ts';
import type { Value } from '../space/parameter.ts';
import type { HostedTrial } from '../spec/spec.ts';
import { ChildOutput } from './child-output.ts';
import { type Declared, declaredSchema } from './declared.ts';
import { parameterVariables, trialEnvironment } from './environment.ts';
import { countOomKills, exitFailure, type Failure, missingMetric, notFiniteMetric } from './failure.ts';
import { type LimitWatch, type TrialLimits, watchLimits } from './limits.ts';
import { endMarked } from './marked-processes.ts';
import type { OutputLog } from './output-log.ts';
import { type Hurry, patienceOf, withinPatience } from './patience.ts';
import { endGroup } from './process-group.ts';
import type { FromHost, ToHost } from './protocol.ts';
import { pythonFolder } from './python.ts';
import { metricNumber } from './report-lines.ts';
import { failureReasons, type TrialRequest } from './trial.ts';
import { watch, within } from './watch.ts';

export interface HostOptions {
  /** Folder of the spec. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The built trial host. */
  readonly hostPath: string;
  /** The Node that runs it. */
  readonly node: string;
  /** Metrics that trials shall report beside those that their requests name. */
  readonly furtherMetrics?: readonly string[];
  /** What is left of the grace of a spec. */
  readonly hurry?: Hurry;
}

export type End = 'completed' | 'stopped' | 'interrupted' | Failure;
export type Loaded = { readonly backend: string; readonly notes: readonly string[] };

/** Loading TensorFlow and the user's data may take long, but not for ever. */
const loadLimitMs = 300_000;
/** Running `build(hp)` once trains nothing. */
const declareLimitMs = 300_000;
/** How long a host may take to follow a stop or to end. */
const obeyMs = 5000;
/** Names the host that a process belongs to. */
const hostVariable = 'TUNEGATE_HOST';
/** How long a host that has closed its channel may take to end. */
const hangUpMs = 1000;

/** Ends of a trial after which the process is as good as before. */
const harmless: ReadonlySet<Failure['reason']> = new Set(['infeasible', 'not-finite', 'no-metric']);

const fromHost: z.ZodType<FromHost> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), backend: z.string(), notes: z.array(z.string()) }),
  z.object({ type: z.literal('load-failed'), message: z.string() }),
  z.object({
    type: z.literal('report'),
    id: z.int(),
    step: z.number(),
    metrics: z.record(z.string(), z.union([z.number(), z.string()])),
  }),
  z.object({
    type: z.literal('appraised'),
    id: z.int(),
    metrics: z.record(z.string(), z.union([z.number(), z.string()])),
  }),
  z.object({ type: z.literal('measured'), id: z.int(), stepMs: z.number() }),
  z.object({ type: z.literal('declared'), id: z.int(), parameters: z.array(declaredSchema) }),
  z.object({ type: z.literal('finished'), id: z.int() }),
  z.object({ type: z.literal('done'), id: z.int(), stopped: z.boolean() }),
  z.object({
    type: z.literal('failed'),
    id: z.int(),
    reason: z.enum(failureReasons),
    message: z.string(),
  }),
]);

/** A message that cannot be understood although it claims to be a report. */
const malformedReport = z.object({ type: z.literal('report'), id: z.int() });
type Message = FromHost | { readonly type: 'malformed'; readonly id: number; readonly problem: string };

interface Listener {
  message(message: Message): void;
  end(failure: Failure): void;
}

interface HostProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly module: string;
  readonly backend: string;
  /** What people call that which it loads. */
  readonly what: 'module' | 'script';
}

/** @throws Error when the Python part of this program is missing */
function hostProgram(trial: HostedTrial, { hostPath, node }: HostOptions): HostProgram {
  if ('module' in trial)
    return {
      command: node,
      args: ['--enable-source-maps', hostPath],
      module: trial.module,
      backend: trial.backend,
      what: 'module',
    };
  const folder = pythonFolder(hostPath);
  if (folder === undefined) throw new Error(`there is no folder python beside ${hostPath}`);
  return {
    command: trial.interpreter,
    args: [path.join(folder, 'tunegate', '_host.py')],
    module: trial.script,
    backend: trial.keras ? 'keras' : 'python',
    what: 'script',
  };
}

/** One process of the trial host, from its start to its end. */
export class ModuleHost {
  readonly #child: ChildProcess;
  readonly #output: ChildOutput;
  readonly #furtherMetrics: readonly string[];
  readonly #grace: number;
  readonly #hurry: Hurry | undefined;
  /** In the environment of it and of all that it starts. */
  readonly #mark = `${hostVariable}=${randomUUID()}`;
  readonly #limits: TrialLimits;
  readonly #ended: Promise<Failure>;
  readonly #what: HostProgram['what'];
  /** The code says what is searched. */
  readonly #defines: { readonly defines?: true };
  readonly #load: Extract<ToHost, { type: 'load' }>;
  #loaded: Loaded | undefined;
  #loadedBytes = 0;
  #log: OutputLog | undefined;
  #listener: Listener | undefined;
  #endedWith: Failure | undefined;
  #oomKills = countOomKills();
  #trials = 0;
  #fit = true;
  /** It has closed its channel, and went on. */
  #hungUp = false;

  /** @throws what `spawn` throws */
  constructor(trial: HostedTrial, options: HostOptions) {
    this.#furtherMetrics = options.furtherMetrics ?? [];
    this.#grace = trial.grace;
    this.#hurry = options.hurry;
    this.#limits = trial;
    const program = hostProgram(trial, options);
    this.#what = program.what;
    this.#defines = 'module' in trial && trial.discover ? { defines: true } : {};
    this.#load = {
      type: 'load',
      module: path.resolve(options.cwd, program.module),
      backend: program.backend,
      ...('task' in trial && trial.task ? { task: trial.task } : {}),
    };
    const child = spawn(program.command, program.args, {
      cwd: options.cwd,
      env: trialEnvironment(options.env, trial.passEnv, {
        ...trial.env,
        [hostVariable]: this.#mark.slice(hostVariable.length + 1),
      }),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    this.#output = new ChildOutput(child, (chunk) => this.#log?.write(chunk));
    child.on('message', (message) => {
      const understood = readMessage(message);
      if (understood) this.#listener?.message(understood);
    });
    this.#ended = new Promise((resolve) => {
      child.on('error', (error) => {
        if (child.pid !== undefined) return;
        this.#fit = false;
        resolve({ reason: 'spawn', message: `the trial host could not be started: ${error.message}` });
      });
      child.once('exit', (code, signal) => {
        this.#fit = false;
        void this.#takeRest().then(() => resolve(this.#exitFailure(code, signal)));
      });
      child.once('disconnect', () => void this.#endUnlessEnding());
    });
    void this.#ended.then((failure) => {
      this.#endedWith = failure;
      this.#listener?.end(failure);
    });
  }

  /** Who gets the output. */
  set log(log: OutputLog | undefined) {
    this.#log = log;
  }

  /** Whether it can serve another trial. */
  get fit(): boolean {
    return this.#fit && this.#child.connected;
  }

  /** By how much its memory has grown since the module was loaded; 0 where the system does not tell. */
  get growthBytes(): number {
    return (residentBytes(this.#child.pid) ?? 0) - this.#loadedBytes;
  }

  /** Loads the module, the first time. */
  async load(signal: AbortSignal): Promise<Loaded | Failure | 'interrupted'> {
    if (this.#loaded) return this.#loaded;
    this.#send(this.#load);
    const end = await this.#converse<Loaded | Failure | 'interrupted'>(
      signal,
      loadLimitMs,
      { ...(this.#limits.memory === undefined ? {} : { memory: this.#limits.memory }) },
      (message, settle) => {
        if (message.type === 'ready') settle({ backend: message.backend, notes: message.notes });
        else if (message.type === 'load-failed') settle({ reason: 'crash', message: message.message });
      },
    );
    if (typeof end === 'object' && 'backend' in end) {
      this.#loaded = end;
      this.#loadedBytes = residentBytes(this.#child.pid) ?? 0;
      return end;
    }
    this.#fit = false;
    if (typeof end === 'object' && end.reason === 'timeout')
      return {
        reason: 'timeout',
        message: `the ${this.#what} was not loaded within ${loadLimitMs / 1000} s`,
      };
    return end;
  }

  /**
   * Trains once. Resolves to `lost` when the process, which has served other trials before, ended without a word about
   * this one: what they left behind may have ended it. Rejects with what `onReport` throws.
   */
  async train(
    request: TrialRequest,
    tree: Record<string, unknown>,
    parentTree?: Record<string, unknown>,
  ): Promise<End | 'lost'> {
    const { config, seed, resource, pauses, metric, checkpoints, trial, folder, signal, timeout } = request;
    // Not the number of the trial: a later run of it must not take what an earlier one, gone astray, still says.
    const id = this.#trials++;
    const isFirst = id === 0;
    let heard = false;
    const seen = new Set<string>();
    /** What the trial ends as, once its host has followed the stop. */
    let verdict: 'stopped' | Failure | undefined;
    let disobeyed: NodeJS.Timeout | undefined;
    this.#send({
      type: 'run',
      id,
      config,
      tree,
      seed,
      ...(resource === undefined ? {} : { resource }),
      ...(pauses ? { pauses } : {}),
      metric,
      ...this.#wanted(request),
      ...(request.leavesWeights ? { leavesWeights: true } : {}),
      ...(request.parent && parentTree ? { parent: { ...request.parent, tree: parentTree } } : {}),
      ...this.#defines,
      checkpoints,
      trial,
      folder,
      variables: parameterVariables(config),
    });
    try {
      const result = await this.#converse<End>(
        signal,
        timeout,
        this.#limits,
        (message, settle) => {
          if (!('id' in message) || message.id !== id) return;
          heard = true;
          switch (message.type) {
            case 'report': {
              const metrics = readMetrics(message.metrics);
              for (const name of Object.keys(metrics)) seen.add(name);
              if (verdict === undefined) {
                const decision = request.onReport({ step: message.step, metrics });
                const value = metrics[metric];
                if (value !== undefined && !Number.isFinite(value))
                  verdict = notFiniteMetric(metric, value, message.step);
                else if (decision === 'stop') verdict = 'stopped';
                if (verdict !== undefined)
                  disobeyed = setTimeout(() => {
                    this.#fit = false;
                    settle(verdict!);
                  }, this.#obeyMs());
              }
              this.#send({ type: 'decision', id, decision: verdict === undefined ? 'continue' : 'stop' });
              break;
            }
            case 'done':
              settle(
                message.stopped ? 'stopped' : seen.has(metric) ? 'completed' : missingMetric(metric, seen),
              );
              break;
            case 'failed':
              if (!harmless.has(message.reason)) this.#fit = false;
              settle({ reason: message.reason, message: message.message });
              break;
            case 'malformed':
              this.#fit = false;
              settle({ reason: 'malformed-report', message: message.problem });
          }
        },
        (end) => verdict ?? end,
      );
      return result === this.#endedWith && !heard && !isFirst ? 'lost' : result;
    } finally {
      clearTimeout(disobeyed);
    }
  }

  #wanted({ furtherMetrics = [] }: TrialRequest): { readonly furtherMetrics?: readonly string[] } {
    const all = [...new Set([...furtherMetrics, ...this.#furtherMetrics])];
    return all.length === 0 ? {} : { furtherMetrics: all };
  }

  /**
   * Times some steps of a trial, milliseconds each.
   *
   * @param limitMs after so much time of steps it is known well enough; the host is given up after a multiple of it
   */
  async measure(
    { config, seed, metric, checkpoints, folder, trial, signal }: TrialRequest,
    tree: Record<string, unknown>,
    limitMs: number,
  ): Promise<number | Failure | 'interrupted'> {
    const id = this.#trials++;
    const order = {
      ...{ config, tree, seed, resource: 1, metric, checkpoints, trial, folder, variables: {} },
      ...this.#defines,
    };
    this.#send({ type: 'measure', id, ...order, limitMs });
    return this.#converse<number>(signal, 10 * limitMs, this.#limits, (message, settle) => {
      if (!('id' in message) || message.id !== id) return;
      if (message.type === 'measured') settle(message.stepMs);
      else if (message.type === 'failed') settle({ reason: message.reason, message: message.message });
    });
  }

  /** Builds the model of a config, and resolves to those of `furtherMetrics` that need no training. */
  async appraise(
    { config, seed, metric, furtherMetrics = [], checkpoints, folder, trial, signal }: TrialRequest,
    tree: Record<string, unknown>,
  ): Promise<Readonly<Record<string, number>> | Failure | 'interrupted'> {
    const id = this.#trials++;
    const order = {
      ...{ config, tree, seed, metric, furtherMetrics, checkpoints, trial, folder, variables: {} },
      ...this.#defines,
    };
    this.#send({ type: 'appraise', id, ...order });
    return this.#converse<Readonly<Record<string, number>> | Failure>(
      signal,
      declareLimitMs,
      this.#limits,
      (message, settle) => {
        if (!('id' in message) || message.id !== id) return;
        if (message.type === 'appraised') settle(readMetrics(message.metrics));
        else if (message.type === 'failed') settle({ reason: message.reason, message: message.message });
      },
    );
  }

  /** How long it may take to obey, milliseconds. */
  #obeyMs(): number {
    return patienceOf(obeyMs, this.#hurry)();
  }

  /**
   * Runs the code's `build(hp)` with some values; resolves to what it asks for.
   *
   * @param tree those of the spec's parameters, nested
   */
  async declare(
    values: Readonly<Record<string, Value>>,
    signal: AbortSignal,
    tree?: Readonly<Record<string, unknown>>,
  ): Promise<readonly Declared[] | Failure | 'interrupted'> {
    const id = this.#trials++;
    this.#send({ type: 'declare', id, values, ...(tree === undefined ? {} : { tree }) });
    return this.#converse<readonly Declared[]>(signal, declareLimitMs, this.#limits, (message, settle) => {
      if (!('id' in message) || message.id !== id) return;
      if (message.type === 'declared') settle(message.parameters);
      else if (message.type === 'failed') settle({ reason: message.reason, message: message.message });
    });
  }

  /** Makes and writes the model of a task. The host is given up when it takes half as long again as it may. */
  async finish(order: FinishOrder, signal: AbortSignal): Promise<'written' | Failure | 'interrupted'> {
    const id = this.#trials++;
    this.#send({ type: 'finish', id, order });
    return this.#converse<'written' | Failure>(
      signal,
      1.5 * order.limitMs,
      // It reports nothing, so it is never idle.
      { ...(this.#limits.memory === undefined ? {} : { memory: this.#limits.memory }) },
      (message, settle) => {
        if (!('id' in message) || message.id !== id) return;
        if (message.type === 'finished') settle('written');
        else if (message.type === 'failed') settle({ reason: message.reason, message: message.message });
      },
    );
  }

  /** Takes what the host has printed until now. */
  async flush(): Promise<void> {
    await this.#output.flush();
  }

  /** Asks it to end if it listens, else ends it; resolves when no process of its group is left. */
  async close(): Promise<void> {
    if (this.fit) {
      this.#send({ type: 'close' });
      await withinPatience(this.#ended, () => this.#obeyMs());
    }
    this.#fit = false;
    if (this.#child.pid !== undefined) {
      await endGroup(this.#child.pid, this.#grace, this.#hurry);
      // What has left its group. Elsewhere it takes a look at every process: that is done when the study ends.
      if (process.platform === 'linux')
        await endMarked({ any: [this.#mark] }, patienceOf(this.#grace, this.#hurry), this.#child.pid);
    }
    await within(this.#ended, 1000);
    this.#output.destroy();
    if (this.#child.connected) this.#child.disconnect();
  }

  /**
   * Listens to the host until `onMessage` settles, the host ends, the signal aborts or the time is up.
   *
   * @param settled what it comes to in the end
   */
  #converse<Result>(
    signal: AbortSignal,
    timeout: number | undefined,
    limits: TrialLimits,
    onMessage: (message: Message, settle: (result: Result | Failure) => void) => void,
    settled: (result: Result | 'interrupted' | Failure) => Result | Failure | 'interrupted' = (result) =>
      result,
  ): Promise<Result | Failure | 'interrupted'> {
    this.#oomKills = countOomKills();
    return new Promise((resolve, reject) => {
      let unwatch = () => {};
      let limited: LimitWatch | undefined;
      const close = () => {
        unwatch();
        limited?.end();
        this.#listener = undefined;
      };
      const settle = (result: Result | Failure | 'interrupted') => {
        close();
        resolve(settled(result));
      };
      this.#listener = {
        message: (message) => {
          limited?.heard();
          try {
            onMessage(message, settle);
          } catch (error) {
            // An error of ours: it must not vanish in an event.
            close();
            this.#fit = false;
            reject(error);
          }
        },
        end: settle,
      };
      const giveUp = (end: 'interrupted' | Failure) => {
        // Whatever it is at goes on in there.
        this.#fit = false;
        settle(end);
      };
      unwatch = watch(signal, timeout, giveUp);
      if (!signal.aborted) limited = watchLimits(this.#child.pid, limits, giveUp);
      if (this.#endedWith) settle(this.#endedWith);
    });
  }

  /** After its end: what it has printed and said may still be on its way. */
  async #takeRest(): Promise<void> {
    const silent = new Promise<void>((resolve) => {
      if (this.#child.connected) this.#child.once('disconnect', resolve);
      else resolve();
    });
    await this.#output.drain();
    await within(silent, 500);
  }

  #send(message: ToHost): void {
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  /** A host that closes its channel ends, as a rule. One that goes on would never be heard again. */
  async #endUnlessEnding(): Promise<void> {
    this.#fit = false;
    const { pid } = this.#child;
    if ((await within(this.#ended, hangUpMs)) || pid === undefined) return;
    this.#hungUp = true;
    await endGroup(pid, this.#grace, this.#hurry);
  }

  #exitFailure(code: number | null, signal: NodeJS.Signals | null): Failure {
    if (this.#hungUp)
      return {
        reason: 'crash',
        message: `the ${this.#what} closed the channel to its host${this.#what === 'module' ? ' (process.disconnect)' : ''}`,
      };
    const failure = exitFailure(code, signal, this.#log?.tail() ?? '', this.#oomKills);
    const what = this.#loaded ? 'before the trial was over' : 'while it was loaded';
    return (
      failure ?? {
        reason: 'crash',
        message: `the ${this.#what} ended its process (${this.#what === 'module' ? 'process.exit' : 'os._exit'}) ${what}`,
      }
    );
  }
}

/** The user's code may send messages, too: what is none of ours is nothing. */
function readMessage(message: unknown): Message | undefined {
  const parsed = fromHost.safeParse(message);
  if (parsed.success) return parsed.data;
  const report = malformedReport.safeParse(message);
  if (!report.success) return undefined;
  const text = JSON.stringify(message);
  return {
    type: 'malformed',
    id: report.data.id,
    problem: `a report needs a number as its step and numbers as its metrics: ${text.length > 200 ? `${text.slice(0, 200)}…` : text}`,
  };
}

function readMetrics(items: Readonly<Record<string, number | string>>): Record<string, number> {
  const metrics: Record<string, number> = {};
  for (const [name, item] of Object.entries(items)) {
    const number = metricNumber(item);
    if (number !== undefined) metrics[name] = number;
  }
  return metrics;
}

/** Memory that a process holds; undefined where the system does not tell in this way. */
function residentBytes(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
