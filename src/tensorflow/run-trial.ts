import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { ToHost } from '../trial/protocol.ts';
import { isStep } from '../trial/report-lines.ts';
import type { FailureReason } from '../trial/trial.ts';
import { inheritWeights } from './architecture/inheritance/inherit.ts';
import { findCheckpoint, saveCheckpoint } from './checkpoint.ts';
import type { FitContext, TrialContext } from './contexts.ts';
import { costMetrics } from './cost-metrics.ts';
import { Definitions } from './define.ts';
import { fitModel, namedMetrics } from './fit.ts';
import { createHyperParameters, type HyperParameters } from './hp.ts';
import { TrialStopped } from './outcomes.ts';
import { withSeed } from './seeding.ts';
import { openTensorScope } from './tensor-scope.ts';
import type { TensorFlow } from './tensorflow.ts';
import { describeError } from './user-error.ts';
import type { UserModule } from './user-module.ts';
import { loadWeights, saveWeights } from './weights-file.ts';

export type TrialOrder = Extract<ToHost, { type: 'run' }>;
type Metrics = Readonly<Record<string, number>>;

/** Sends a report to the study and resolves to its decision. */
export type SendReport = (step: number, metrics: Metrics) => Promise<'continue' | 'stop'>;

export type TrialEnd =
  | { readonly state: 'done'; readonly stopped: boolean }
  | { readonly state: 'failed'; readonly reason: FailureReason; readonly message: string };

/** Epochs when the spec's budget names none. */
const defaultEpochs = 10;
const defaultBatchSize = 32;
/** Tensors that optimizers of TensorFlow.js themselves leave behind when disposed (momentum and SGD: a scalar). */
const ownLeak = 2;

/** A metric went to NaN or infinity: training on is pointless. */
class NotFiniteError extends Error {}

/**
 * Runs one trial in this process, seeded, and frees what it leaves behind. Never rejects for what the user's code does.
 *
 * @param data what the module's `data()` returned; it outlives the trial
 */
export async function runTrial(
  module: UserModule,
  order: TrialOrder,
  tf: TensorFlow,
  data: unknown,
  send: SendReport,
): Promise<TrialEnd> {
  const scope = openTensorScope(tf);
  const progress = new Progress(order, async (step, metrics) => {
    scope.prune();
    return send(step, metrics);
  });
  try {
    await withSeed(order.seed, () =>
      module.kind === 'objective'
        ? runObjective(module.objective, order, tf, data, progress)
        : trainModel(module, order, tf, data, progress),
    );
    return progress.end();
  } catch (error) {
    return progress.fail(error);
  } finally {
    const leak = scope.close();
    if (leak.tensors > ownLeak)
      console.warn(
        `This trial left ${leak.tensors} tensors (${Math.ceil(leak.bytes / 1024)} KiB) behind; they are disposed now. ` +
          'tf.tidy() and model.dispose() free them earlier.',
      );
  }
}

async function runObjective(
  objective: (trial: TrialContext) => unknown,
  order: TrialOrder,
  tf: TensorFlow,
  data: unknown,
  progress: Progress,
): Promise<void> {
  const hp = hyperParametersOf(order);
  const result = await objective({ ...commonContext(order, tf, progress), hp, data });
  await progress.reportResult(result);
}

async function trainModel(
  module: Extract<UserModule, { kind: 'model' }>,
  order: TrialOrder,
  tf: TensorFlow,
  data: unknown,
  progress: Progress,
): Promise<void> {
  const hp = hyperParametersOf(order);
  const model = checkModel(await module.build(hp));
  try {
    if (order.parent) await inheritFrom(module, order, order.parent, model, tf);
    const cost = await costMetrics(model, [order.metric, ...(order.furtherMetrics ?? [])], data);
    const context: FitContext = {
      ...commonContext(order, tf, progress),
      batchSize: chooseBatchSize(module.batchSize, hp),
      reporter: (model) => ({
        onEpochEnd: async (epoch, logs = {}) => {
          if ((await progress.measure(epoch + 1, { ...cost, ...namedMetrics(logs) })) === 'stop')
            model.stopTraining = true;
        },
      }),
    };
    if (module.fit === undefined) {
      const found = findCheckpoint(tf, order.checkpoints, model);
      const goesOn = found && found.epochs < context.epochs ? found : undefined;
      await fitModel(model, data, context, goesOn, await ownCallbacks(module, hp, context));
      // What a callback of the user has ended is over: trained for longer, it begins anew.
      if (order.pauses && !progress.signal.aborted && !model.stopTraining)
        await save(tf, order, model, context.epochs);
    } else await progress.reportResult(await module.fit(model, data, hp, context));
    if (order.leavesWeights && !progress.signal.aborted) await saveWeights(tf, order.checkpoints, model);
  } finally {
    model.dispose();
    // `dispose` frees an optimizer that was named by a string only.
    if (model.optimizer && !(model as unknown as { isOptimizerOwned: boolean }).isOptimizerOwned)
      model.optimizer.dispose();
  }
}

async function ownCallbacks(
  { callbacks }: Extract<UserModule, { kind: 'model' }>,
  hp: HyperParameters,
  context: FitContext,
): Promise<readonly object[]> {
  const made = callbacks === undefined ? [] : [await callbacks(hp, context)].flat();
  for (const callback of made)
    if (typeof callback !== 'object' || callback === null)
      throw new TypeError(
        `callbacks(hp, context) must return a callback or a list of them, such as tf.callbacks.earlyStopping(), not ${typeof callback}`,
      );
  return made as object[];
}

/** A child begins with the weights of its parent, as far as they fit; from scratch, with a word, where they are gone. */
async function inheritFrom(
  module: Extract<UserModule, { kind: 'model' }>,
  order: TrialOrder,
  { config, tree, checkpoints }: NonNullable<TrialOrder['parent']>,
  model: LayersModel,
  tf: TensorFlow,
): Promise<void> {
  // What the parent's weights are drawn as is not to be seen in what the child draws.
  const parent = await withSeed('parent', async () =>
    checkModel(await module.build(hyperParametersOf({ ...order, config, tree }))),
  );
  try {
    if (!loadWeights(tf, checkpoints, parent)) {
      console.warn('The weights of the parent are gone: this trial begins from scratch.');
      return;
    }
    const { inherited, inserted, fresh, preserved } = inheritWeights(model, parent);
    if (inherited.length === 0)
      console.warn(
        'Nothing was inherited: only networks of buildArchitecture have layers that can be found again.',
      );
    else
      console.log(
        `Weights of the parent: ${inherited.length} layers inherited, ${inserted.length} inserted, ${fresh.length} fresh` +
          (preserved ? '; the function is kept.' : '.'),
      );
  } finally {
    parent.dispose();
  }
}

export function hyperParametersOf({ config, tree, defines }: TrialOrder): HyperParameters {
  return createHyperParameters(config, tree, defines ? new Definitions(config) : undefined);
}

function commonContext(
  order: TrialOrder,
  tf: TensorFlow,
  progress: Progress,
): Omit<TrialContext, 'hp' | 'data'> {
  return {
    config: order.tree,
    seed: order.seed,
    epochs: order.resource ?? defaultEpochs,
    checkpoints: order.checkpoints,
    restoreCheckpoint: async (model) => {
      const found = findCheckpoint(tf, order.checkpoints, model);
      await found?.restore();
      return found?.epochs ?? 0;
    },
    saveCheckpoint: async (model, epochs) => {
      if (order.pauses) await save(tf, order, model, epochs);
    },
    tf,
    signal: progress.signal,
    report: async (step, metrics) => {
      if ((await progress.measure(step, metrics)) === 'stop') throw new TrialStopped();
    },
  };
}

async function save(tf: TensorFlow, order: TrialOrder, model: LayersModel, epochs: number): Promise<void> {
  if (!(await saveCheckpoint(tf, order.checkpoints, model, epochs)))
    console.warn(
      'The optimizer of this model cannot save its state: if this config is trained for longer, that begins anew.',
    );
}

export function checkModel(value: unknown): LayersModel {
  const model = value as LayersModel | null | undefined;
  if (typeof model?.fit !== 'function')
    throw new TypeError(
      `build(hp) must return a tf.LayersModel (tf.sequential() or tf.model()), not ${value === undefined ? 'undefined (is a return missing?)' : typeof value}`,
    );
  if (!model.optimizer)
    throw new TypeError(
      'build(hp) must return a compiled model: call model.compile({ optimizer, loss, metrics })',
    );
  return model;
}

export function chooseBatchSize(
  exported: number | ((hp: HyperParameters) => number) | undefined,
  hp: HyperParameters,
): number {
  const wanted =
    typeof exported === 'function'
      ? exported(hp)
      : (exported ?? (hp.has('batch_size') ? hp.get('batch_size') : defaultBatchSize));
  if (typeof wanted !== 'number' || !Number.isInteger(wanted) || wanted < 1)
    throw new TypeError(`the batch size must be a whole number of at least 1, not ${wanted}`);
  return wanted;
}

/** What the study has been told of the running trial. */
class Progress {
  readonly #order: TrialOrder;
  readonly #send: SendReport;
  readonly #abort = new AbortController();
  readonly #seen = new Set<string>();
  #step = 0;
  #last: Metrics = {};

  constructor(order: TrialOrder, send: SendReport) {
    this.#order = order;
    this.#send = send;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** @throws NotFiniteError when the loss or the study's metric is not a number any more */
  async measure(step: number, metrics: Metrics): Promise<'continue' | 'stop'> {
    checkReport(step, metrics);
    if (this.signal.aborted) return 'stop';
    this.#step = step;
    this.#last = { ...metrics };
    for (const name of Object.keys(metrics)) this.#seen.add(name);
    const decision = await this.#send(step, metrics);
    for (const name of ['loss', this.#order.metric])
      if (metrics[name] !== undefined && !Number.isFinite(metrics[name]))
        throw new NotFiniteError(`${name} was ${metrics[name]} at step ${step}`);
    if (decision === 'stop') this.#abort.abort(new TrialStopped());
    return decision;
  }

  /** Reports what the user's function returned, unless it is what was reported last. */
  async reportResult(result: unknown): Promise<void> {
    if (result === undefined || this.signal.aborted) return;
    const metrics = resultMetrics(result, this.#order.metric);
    const known = Object.entries(metrics).every(([name, value]) => Object.is(this.#last[name], value));
    if (known && this.#step > 0) return;
    const full = this.#order.resource ?? 1;
    await this.measure(this.#step < full ? full : this.#step + 1, metrics);
  }

  end(): TrialEnd {
    if (this.signal.aborted) return { state: 'done', stopped: true };
    const { metric } = this.#order;
    if (this.#seen.has(metric)) return { state: 'done', stopped: false };
    const seen = [...this.#seen].join(', ') || 'nothing';
    const hint =
      metric.startsWith('val_') && !seen.includes('val_')
        ? ' val_ metrics need validation data: see what data() returns.'
        : '';
    return {
      state: 'failed',
      reason: 'no-metric',
      message: `the trial never reported ${metric}; it reported ${seen}.${hint}`,
    };
  }

  fail(error: unknown): TrialEnd {
    if (this.signal.aborted) return { state: 'done', stopped: true };
    if (error instanceof NotFiniteError)
      return { state: 'failed', reason: 'not-finite', message: error.message };
    return { state: 'failed', reason: failureReason(error), message: describeError(error) };
  }
}

export function failureReason(error: unknown): FailureReason {
  if (!(error instanceof Error)) return 'crash';
  // By name: the user's code may throw the class of a copy of Tunegate that it installed itself.
  if (error.name === 'InfeasibleConfig') return 'infeasible';
  if (error instanceof MalformedReport) return 'malformed-report';
  return /out of memory|OOM when allocating|array buffer allocation failed/i.test(error.message)
    ? 'out-of-memory'
    : 'crash';
}

class MalformedReport extends TypeError {}

function checkReport(step: unknown, metrics: unknown): void {
  if (typeof step !== 'number' || !Number.isFinite(step))
    throw new MalformedReport(`report(step, metrics): step must be a number, not ${String(step)}`);
  if (!isStep(step))
    throw new MalformedReport(
      `report(step, metrics): step must be from 0 to ${Number.MAX_SAFE_INTEGER}, not ${String(step)}`,
    );
  if (typeof metrics !== 'object' || metrics === null)
    throw new MalformedReport(
      `report(step, metrics): metrics must be an object of numbers, not ${String(metrics)}`,
    );
  for (const [name, value] of Object.entries(metrics))
    if (typeof value !== 'number')
      throw new MalformedReport(
        `report(step, metrics): ${name} must be a number, not ${typeof value}` +
          (typeof value?.dataSync === 'function' ? ' (a tensor: await tensor.data() first)' : ''),
      );
}

function resultMetrics(result: unknown, metric: string): Metrics {
  if (typeof result === 'number') return { [metric]: result };
  // model.fit's History: the last epoch.
  const history = (result as { history?: Record<string, unknown> } | null)?.history;
  if (history !== undefined && typeof history === 'object')
    return namedMetrics(
      Object.fromEntries(
        Object.entries(history).flatMap(([name, values]) =>
          Array.isArray(values) && typeof values.at(-1) === 'number' ? [[name, values.at(-1)]] : [],
        ),
      ),
    );
  checkReport(0, result);
  return result as Metrics;
}
