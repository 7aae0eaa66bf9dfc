import path from 'node:path';
import type { FinishOrder } from '../automl/finish-order.ts';
import type { Value } from '../space/parameter.ts';
import type { HostedTrial } from '../spec/spec.ts';
import type { Declared } from './declared.ts';
import { parameterVariables } from './environment.ts';
import { divergence, type Failure, missingMetric } from './failure.ts';
import { type HostMessage, readMetrics } from './host-messages.ts';
import { HostProcess, type HostProcessOptions } from './host-process.ts';
import { type HostProgram, hostProgram } from './host-program.ts';
import type { TrialLimits } from './limits.ts';
import type { OutputLog } from './output-log.ts';
import type { ToHost } from './protocol.ts';
import type { TrialRequest } from './trial.ts';

export interface HostOptions extends HostProcessOptions {
  /** Metrics that trials shall report beside those that their requests name. */
  readonly furtherMetrics?: readonly string[];
}

export type End = 'completed' | 'stopped' | 'interrupted' | Failure;
export type Loaded = { readonly backend: string; readonly notes: readonly string[] };

/** Loading TensorFlow and the user's data may take long, but not for ever. */
const loadLimitMs = 300_000;
/** Running `build(hp)` once trains nothing. */
const declareLimitMs = 300_000;

/** Ends of a trial after which the process is as good as before. */
const harmless: ReadonlySet<Failure['reason']> = new Set(['infeasible', 'not-finite', 'no-metric']);

/** A trial host that has loaded the user's code, and what it can be asked for. */
export class ModuleHost {
  readonly #process: HostProcess;
  readonly #furtherMetrics: readonly string[];
  readonly #limits: TrialLimits;
  readonly #what: HostProgram['what'];
  /** The code says what is searched. */
  readonly #defines: { readonly defines?: true };
  readonly #load: Extract<ToHost, { type: 'load' }>;
  #loaded: Loaded | undefined;
  #trials = 0;

  /** @throws what `spawn` throws */
  constructor(trial: HostedTrial, options: HostOptions) {
    this.#furtherMetrics = options.furtherMetrics ?? [];
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
    this.#process = new HostProcess(trial, program, options);
  }

  /** Who gets the output. */
  set log(log: OutputLog | undefined) {
    this.#process.log = log;
  }

  /** Whether it can serve another trial. */
  get fit(): boolean {
    return this.#process.fit;
  }

  /** By how much its memory has grown since the module was loaded; 0 where the system does not tell. */
  get growthBytes(): number {
    return this.#process.growthBytes;
  }

  /** Loads the module, the first time. */
  async load(signal: AbortSignal): Promise<Loaded | Failure | 'interrupted'> {
    if (this.#loaded) return this.#loaded;
    this.#process.send(this.#load);
    const end = await this.#process.converse<Loaded>(
      signal,
      loadLimitMs,
      this.#memoryAlone(),
      (message, settle) => {
        if (message.type === 'ready') settle({ backend: message.backend, notes: message.notes });
        else if (message.type === 'load-failed') settle({ reason: 'crash', message: message.message });
      },
    );
    if (typeof end === 'object' && 'backend' in end) {
      this.#loaded = end;
      this.#process.noteLoaded();
      return end;
    }
    this.#process.spoil();
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
    this.#process.send({
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
      const result = await this.#process.converse<End>(
        signal,
        timeout,
        this.#limits,
        (message, settle) => {
          if (!('id' in message) || message.id !== id) return;
          heard = true;
          switch (message.type) {
            case 'report': {
              const report = { step: message.step, metrics: readMetrics(message.metrics) };
              for (const name of Object.keys(report.metrics)) seen.add(name);
              if (verdict === undefined) {
                const decision = request.onReport(report);
                verdict = divergence(report, metric) ?? (decision === 'stop' ? 'stopped' : undefined);
                if (verdict !== undefined)
                  disobeyed = setTimeout(() => {
                    this.#process.spoil();
                    settle(verdict!);
                  }, this.#process.obeyMs());
              }
              this.#process.send({
                type: 'decision',
                id,
                decision: verdict === undefined ? 'continue' : 'stop',
              });
              break;
            }
            case 'done':
              settle(
                message.stopped ? 'stopped' : seen.has(metric) ? 'completed' : missingMetric(metric, seen),
              );
              break;
            case 'failed':
              if (!harmless.has(message.reason)) this.#process.spoil();
              settle({ reason: message.reason, message: message.message });
              break;
            case 'malformed':
              this.#process.spoil();
              settle({ reason: 'malformed-report', message: message.problem });
          }
        },
        (end) => verdict ?? end,
      );
      return result === this.#process.endedWith && !heard && !isFirst ? 'lost' : result;
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
    this.#process.send({ type: 'measure', id, ...order, limitMs });
    return this.#answer(id, signal, 10 * limitMs, this.#limits, (message) =>
      message.type === 'measured' ? message.stepMs : undefined,
    );
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
    this.#process.send({ type: 'appraise', id, ...order });
    return this.#answer(id, signal, declareLimitMs, this.#limits, (message) =>
      message.type === 'appraised' ? readMetrics(message.metrics) : undefined,
    );
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
    this.#process.send({ type: 'declare', id, values, ...(tree === undefined ? {} : { tree }) });
    return this.#answer(id, signal, declareLimitMs, this.#limits, (message) =>
      message.type === 'declared' ? message.parameters : undefined,
    );
  }

  /** Makes and writes the model of a task. The host is given up when it takes half as long again as it may. */
  async finish(order: FinishOrder, signal: AbortSignal): Promise<'written' | Failure | 'interrupted'> {
    const id = this.#trials++;
    this.#process.send({ type: 'finish', id, order });
    return this.#answer(id, signal, 1.5 * order.limitMs, this.#memoryAlone(), (message) =>
      message.type === 'finished' ? ('written' as const) : undefined,
    );
  }

  /** Takes what the host has printed until now. */
  async flush(): Promise<void> {
    await this.#process.flush();
  }

  /** Asks it to end if it listens, else ends it; resolves when no process of its group is left. */
  async close(): Promise<void> {
    await this.#process.close();
  }

  /**
   * The one answer to an order.
   *
   * @param read what a message answers; undefined: nothing
   */
  #answer<Result>(
    id: number,
    signal: AbortSignal,
    timeout: number,
    limits: TrialLimits,
    read: (message: HostMessage) => Result | undefined,
  ): Promise<Result | Failure | 'interrupted'> {
    return this.#process.converse<Result>(signal, timeout, limits, (message, settle) => {
      if (!('id' in message) || message.id !== id) return;
      if (message.type === 'failed') settle({ reason: message.reason, message: message.message });
      const result = read(message);
      if (result !== undefined) settle(result);
    });
  }

  /** Limits for what reports nothing, so that it is never idle. */
  #memoryAlone(): TrialLimits {
    return this.#limits.memory === undefined ? {} : { memory: this.#limits.memory };
  }
}
