import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { getThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { TensorFlow } from './tensorflow.ts';
import { registerBatchNormGradient } from './wasm-kernels/batch-norm-gradient.ts';
import { repairKernels } from './wasm-kernels/repaired-kernels.ts';
import { registerTrainingKernels } from './wasm-kernels/training-kernels.ts';
import { threadFiles, wantedThreads, withThreads } from './wasm-threads.ts';

const binaries = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
] as const;

/**
 * Makes WASM, with the kernels for training, the backend of `tf` and returns its name for the report: `wasm (simd, 4 threads)`,
 * `wasm (simd)` or `wasm`. Threads are for trainings that have several cores to themselves.
 */
export async function startWasm(tf: TensorFlow, threads = wantedThreads(process.env)): Promise<string> {
  const folder = binaryFolder();
  setWasmPaths(Object.fromEntries(binaries.map((name) => [name, path.join(folder, name)])) as never);
  repairKernels();
  registerTrainingKernels();
  registerBatchNormGradient();
  const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
  const start = () => withoutTraces(folder, () => tf.setBackend('wasm'));
  const files = simd === true && threads > 1 ? threadFiles() : undefined;
  if (!(await (files ? withThreads(tf, { threads, files }, start) : start())))
    throw new Error(`the WASM backend did not start from ${folder}`);
  if (files) return `wasm (simd, ${getThreadsCount()} threads)`;
  return simd ? 'wasm (simd)' : 'wasm';
}

/** Beside the bundle (or above its chunks), else in the installed package: where Tunegate runs from its sources. */
function binaryFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  for (const folder of [here, path.dirname(here)])
    if (binaries.every((name) => existsSync(path.join(folder, name)))) return folder;
  return path.dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
}

/**
 * The glue code of the WASM module is written for CommonJS (it reads `__dirname`) and, as a program would, takes over
 * uncaught exceptions and unhandled rejections of the whole process. Gives it the one and takes back the other.
 */
async function withoutTraces<T>(folder: string, start: () => Promise<T>): Promise<T> {
  const scope = globalThis as { __dirname?: string };
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.map((event) => process.listeners(event as 'uncaughtException'));
  scope.__dirname = folder;
  try {
    return await start();
  } finally {
    delete scope.__dirname;
    events.forEach((event, i) => {
      for (const listener of process.listeners(event as 'uncaughtException'))
        if (!before[i]!.includes(listener)) process.off(event, listener);
    });
  }
}
