import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Puts what the WASM backend of TensorFlow.js loads at run time beside a bundle: its binaries, and what a thread runs. */
export function copyWasmFiles(root, folder) {
  const backend = path.join(root, 'node_modules', '@tensorflow', 'tfjs-backend-wasm');
  const binaries = path.join(backend, 'dist');
  for (const name of readdirSync(binaries).filter((name) => name.endsWith('.wasm')))
    cpSync(path.join(binaries, name), path.join(folder, name));
  // They are CommonJS, which the bundle is not.
  for (const name of ['tfjs-backend-wasm-threaded-simd', 'tfjs-backend-wasm-threaded-simd.worker'])
    cpSync(path.join(backend, 'wasm-out', `${name}.js`), path.join(folder, `${name}.cjs`));
  cpSync(path.join(root, 'src', 'tensorflow', 'wasm-thread.cjs'), path.join(folder, 'wasm-thread.cjs'));
}
