import { createRequire } from 'node:module';
import path from 'node:path';
import { restoreRemovedUtil } from './removed-node-util.ts';
import { bundledTensorFlow, type TensorFlow } from './tensorflow.ts';
import { startWasm } from './wasm-backend.ts';

/** The TensorFlow.js that trains in this process. */
export interface Backend {
  readonly tf: TensorFlow;
  /** For the report: `tfjs-node 4.22.0`, `wasm (simd)`, `cpu`. */
  readonly name: string;
  /** Why each backend that would have been preferred was not taken, one line each. */
  readonly notes: readonly string[];
}

/** All backends, the preferred one first. */
const order = ['tfjs-node-gpu', 'tfjs-node', 'wasm', 'cpu'] as const;
type BackendName = (typeof order)[number];

/**
 * Loads TensorFlow.js: the native one of the user's workspace if there is one, else the one inside Tunegate.
 *
 * @param wanted a backend's name, or `auto` for the first that works
 * @param modulePath absolute path of the user's module: packages are looked up from there
 * @throws Error that says what to do when the wanted backend cannot be had
 */
export async function loadBackend(wanted: string, modulePath: string): Promise<Backend> {
  if (wanted !== 'auto' && !order.includes(wanted as BackendName))
    throw new Error(`backend: ${wanted} is unknown; use auto, ${order.join(', ')}`);
  const notes: string[] = [];
  for (const name of wanted === 'auto' ? order : [wanted as BackendName]) {
    const attempt = await start(name, modulePath);
    if ('tf' in attempt) return { ...attempt, notes };
    if (wanted !== 'auto') throw new Error(`backend: ${name} cannot be used: ${attempt.refusal}`);
    notes.push(`${name} not used: ${attempt.refusal}`);
  }
  throw new Error(`no TensorFlow.js backend works here:\n  ${notes.join('\n  ')}`);
}

type Attempt = { readonly tf: TensorFlow; readonly name: string } | { readonly refusal: string };

async function start(name: BackendName, modulePath: string): Promise<Attempt> {
  try {
    if (name === 'tfjs-node' || name === 'tfjs-node-gpu') return startNative(name, modulePath);
    const tf = bundledTensorFlow();
    if (name === 'wasm') return { tf, name: await startWasm(tf) };
    return { tf, name: await startCpu(tf) };
  } catch (error) {
    return { refusal: firstLines(error instanceof Error ? error.message : String(error)) };
  }
}

function startNative(name: 'tfjs-node' | 'tfjs-node-gpu', modulePath: string): Attempt {
  const packageName = `@tensorflow/${name}`;
  const places = [createRequire(modulePath), createRequire(path.join(process.cwd(), 'package.json'))];
  const found = places.map((from) => resolveFrom(from, packageName)).find((file) => file !== undefined);
  if (found === undefined)
    return { refusal: `${packageName} is not installed in the workspace (npm install ${packageName})` };
  restoreRemovedUtil();
  // TensorFlow's start-up chatter is not the trial's output; a user's own setting stands.
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  const tf = createRequire(found)(found) as TensorFlow;
  return { tf, name: `${name} ${tf.version['tfjs-node'] ?? tf.version['tfjs']}` };
}

function resolveFrom(from: NodeJS.Require, packageName: string): string | undefined {
  try {
    return from.resolve(packageName);
  } catch {
    return undefined;
  }
}

async function startCpu(tf: TensorFlow): Promise<string> {
  if (!(await tf.setBackend('cpu'))) throw new Error('the CPU backend did not start');
  // It greets the user with an advertisement for tfjs-node on its first write.
  (tf.backend() as unknown as { firstUse: boolean }).firstUse = false;
  return 'cpu';
}

/** Native load errors come with pages of advice; the report wants the cause. */
function firstLines(message: string): string {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(0, 2).join(' ').slice(0, 300);
}
