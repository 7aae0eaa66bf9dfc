import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import type { TensorFlow } from './tensorflow.ts';

/** The WASM backend starts no more, whatever it is asked for. */
const mostThreads = 8;

/**
 * How many threads a training may use: those that the runner of trials has left it (`OMP_NUM_THREADS`, as for every other
 * library), else as many as there are cores.
 */
export function wantedThreads(env: NodeJS.ProcessEnv, cores = os.availableParallelism()): number {
  const given = Number(env['OMP_NUM_THREADS']);
  return Math.min(mostThreads, given >= 1 ? Math.floor(given) : cores);
}

/**
 * Starts the WASM backend with threads on Node. TensorFlow.js refuses there: its glue code makes the program of a thread
 * from a Blob, which Node's workers do not take. While it starts, Blobs are files; the threads themselves know Node.
 *
 * @param start sets the backend
 */
export async function withThreads<T>(
  tf: TensorFlow,
  { threads, files }: { readonly threads: number; readonly files: ThreadFiles },
  start: () => Promise<T>,
): Promise<T> {
  const { Blob, URL } = globalThis;
  const { createObjectURL } = URL;
  const { cpus } = os;
  const { thread, program } = files;
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', true);
  setThreadsCount(threads);
  globalThis.Blob = class {
    readonly file: string;
    constructor(_: unknown, { type }: { type?: string } = {}) {
      this.file = type === 'application/javascript' ? thread : program;
    }
  } as never;
  URL.createObjectURL = (blob) => (blob as unknown as { file: string }).file;
  // The backend takes half of the cores at most, for the sake of browsers.
  os.cpus = () => Array.from({ length: 2 * threads }, () => cpus()[0]!);
  try {
    return await start();
  } finally {
    globalThis.Blob = Blob;
    URL.createObjectURL = createObjectURL;
    os.cpus = cpus;
  }
}

export interface ThreadFiles {
  readonly thread: string;
  readonly program: string;
}

/**
 * The program of a thread and the glue code that it loads: beside the bundle, else in the source tree and the package;
 * undefined where they are not, as in a bundle that somebody else has made.
 */
export function threadFiles(): ThreadFiles | undefined {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const name = 'tfjs-backend-wasm-threaded-simd';
  const places: ThreadFiles[] = [
    ...[here, path.dirname(here)].map((folder) => ({
      thread: path.join(folder, 'wasm-thread.cjs'),
      program: path.join(folder, `${name}.cjs`),
    })),
    { thread: path.join(here, 'wasm-thread.cjs'), program: packaged(`${name}.js`) },
  ];
  return places.find(({ thread, program }) => existsSync(thread) && existsSync(program));
}

/** A file of the package; its name alone where the package is not, as beside the bundle. */
function packaged(name: string): string {
  try {
    const backend = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
    return path.join(path.dirname(backend), '..', 'wasm-out', name);
  } catch {
    return name;
  }
}
