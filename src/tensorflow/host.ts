import path from 'node:path';
import type { TaskSpec } from '../spec/spec.ts';
import type { FromHost, ToHost } from '../trial/protocol.ts';
import { appraise } from './appraise.ts';
import * as architecture from './architecture/exports.ts';
import { type Backend, loadBackend } from './backend.ts';
import { makeShufflesRepeatable } from './dataset-shuffle.ts';
import { declareParameters } from './declare.ts';
import { installHooks, loadModule, type ProvidedPackages } from './load-module.ts';
import { measureStep } from './measure.ts';
import * as outcomes from './outcomes.ts';
import { failureReason, runTrial, type SendReport } from './run-trial.ts';
import { withSeed } from './seeding.ts';
import { describeError } from './user-error.ts';
import { checkUserModule, type UserModule } from './user-module.ts';

/** Everything that lives as long as this process. */
interface Loaded {
  readonly backend: Backend;
  readonly module: UserModule;
  readonly data: unknown;
  /** What is trained without a module of the user, and its data file. */
  readonly task?: { readonly spec: TaskSpec; readonly file: string };
}

/**
 * Serves trials over the IPC channel of this process (see src/trial/protocol.ts) until it is told to close.
 *
 * @param hooksUrl see `installHooks`
 */
export function serveTrials(hooksUrl: string): void {
  let loaded: Loaded | undefined;
  let running: number | undefined;
  let decide: ((decision: 'continue' | 'stop') => void) | undefined;
  let last = Promise.resolve();

  async function handle(message: ToHost): Promise<void> {
    if (message.type === 'load') {
      try {
        loaded = await loadAll(message, hooksUrl);
        await send({ type: 'ready', backend: loaded.backend.name, notes: loaded.backend.notes });
      } catch (error) {
        await send({ type: 'load-failed', message: describeError(error) });
      }
      return;
    }
    if (!isOrder(message) || loaded === undefined) return;
    const { id } = message;
    running = id;
    if (message.type === 'measure') {
      await send(await timed(loaded, message));
      running = undefined;
      return;
    }
    if (message.type === 'appraise') {
      await send(await appraised(loaded, message));
      running = undefined;
      return;
    }
    if (message.type === 'declare') {
      await send(await declared(loaded, message));
      running = undefined;
      return;
    }
    if (message.type === 'finish') {
      await send(await finished(loaded, message));
      running = undefined;
      return;
    }
    const report: SendReport = async (step, metrics) => {
      const decision = new Promise<'continue' | 'stop'>((resolve) => {
        decide = resolve;
      });
      await send({ type: 'report', id, step, metrics: writable(metrics) });
      return decision;
    };
    const end = await runTrial(loaded.module, message, loaded.backend.tf, loaded.data, report);
    running = undefined;
    await send(
      end.state === 'done'
        ? { type: 'done', id, stopped: end.stopped }
        : { type: 'failed', id, reason: end.reason, message: end.message },
    );
  }

  process.on('message', (message: ToHost) => {
    if (message.type === 'decision') decide?.(message.decision);
    else if (message.type === 'close') process.exit(0);
    else last = last.then(() => handle(message));
  });
  // Whoever asked for trials is gone.
  process.on('disconnect', () => process.exit(0));

  // The user's code runs loose (a timer, a promise that nobody awaits): no later trial can trust this process.
  const collapse = async (error: unknown) => {
    const message = describeError(error);
    console.error(error);
    if (running !== undefined) await send({ type: 'failed', id: running, reason: 'crash', message });
    else if (loaded === undefined) await send({ type: 'load-failed', message });
    process.exit(1);
  };
  process.on('uncaughtException', collapse);
  process.on('unhandledRejection', collapse);
}

type Order = Extract<ToHost, { type: 'run' | 'measure' | 'appraise' | 'declare' | 'finish' }>;

function isOrder(message: ToHost): message is Order {
  return ['run', 'measure', 'appraise', 'declare', 'finish'].includes(message.type);
}

async function declared(
  { module, backend, data }: Loaded,
  { id, values, tree = {} }: Extract<ToHost, { type: 'declare' }>,
): Promise<FromHost> {
  try {
    const parameters = await declareParameters(module, values, tree, backend.tf, data);
    return { type: 'declared', id, parameters };
  } catch (error) {
    return { type: 'failed', id, reason: failureReason(error), message: describeError(error) };
  }
}

async function appraised(
  { module, backend, data }: Loaded,
  order: Extract<ToHost, { type: 'appraise' }>,
): Promise<FromHost> {
  const { id } = order;
  try {
    const metrics = await appraise(module, { ...order, type: 'run' }, backend.tf, data);
    return { type: 'appraised', id, metrics: writable(metrics) };
  } catch (error) {
    return { type: 'failed', id, reason: failureReason(error), message: describeError(error) };
  }
}

async function finished(
  { backend, task }: Loaded,
  { id, order }: Extract<ToHost, { type: 'finish' }>,
): Promise<FromHost> {
  try {
    if (!task) throw new Error('there is no task to make a model of');
    await (await import('../automl/finish.ts')).finishTask(backend.tf, task.spec, task.file, order);
    return { type: 'finished', id };
  } catch (error) {
    return { type: 'failed', id, reason: failureReason(error), message: describeError(error) };
  }
}

async function timed(
  { module, backend, data }: Loaded,
  { limitMs, ...order }: Extract<ToHost, { type: 'measure' }>,
): Promise<FromHost> {
  try {
    const stepMs = await measureStep(module, { ...order, type: 'run' }, backend.tf, data, limitMs);
    return { type: 'measured', id: order.id, stepMs };
  } catch (error) {
    return { type: 'failed', id: order.id, reason: 'crash', message: describeError(error) };
  }
}

async function loadAll(
  { module: file, backend: wanted, task }: Extract<ToHost, { type: 'load' }>,
  hooksUrl: string,
): Promise<Loaded> {
  const backend = await loadBackend(wanted, file);
  const { tf } = backend;
  makeShufflesRepeatable(tf);
  architecture.useTensorFlow(tf);
  installHooks(providedPackages(backend), hooksUrl);
  // One fixed seed: what modules and data() draw at random must not differ between processes.
  return withSeed('load', async () => {
    const exports = task
      ? (await import('../automl/task-module.ts')).taskModule(task, file)
      : await loadModule(file);
    const module = checkUserModule(exports, file);
    const data = await module.data?.({ tf, folder: path.dirname(file) });
    return { backend, module, data, ...(task ? { task: { spec: task, file } } : {}) };
  });
}

/** A second copy of TensorFlow.js could not see the tensors of the first: all its names mean the one that trains. */
function providedPackages({ tf }: Backend): ProvidedPackages {
  const wasm = { setWasmPaths() {}, setWasmPath() {}, setThreadsCount() {}, getThreadsCount: () => 1 };
  const names = ['tfjs', 'tfjs-core', 'tfjs-layers', 'tfjs-converter', 'tfjs-node', 'tfjs-node-gpu'];
  return {
    ...Object.fromEntries(names.map((name) => [`@tensorflow/${name}`, tf])),
    '@tensorflow/tfjs-data': tf.data,
    '@tensorflow/tfjs-backend-cpu': {},
    '@tensorflow/tfjs-backend-webgl': {},
    '@tensorflow/tfjs-backend-wasm': wasm,
    tunegate: { ...outcomes, ...architecture },
  };
}

/** JSON has no NaN and no infinity. */
function writable(metrics: Readonly<Record<string, number>>): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(metrics).map(([name, value]) => [name, Number.isFinite(value) ? value : String(value)]),
  );
}

function send(message: FromHost): Promise<void> {
  return new Promise((resolve) => {
    if (!process.connected) resolve();
    else process.send!(message, () => resolve());
  });
}
