import { fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { built } from '../support/built-host.ts';
import type { Comparison } from './programs/compare-kernels.ts';

const program = path.join(path.dirname(fileURLToPath(import.meta.url)), 'programs', 'compare-kernels.ts');

/** Runs every case on WASM and on the CPU backend in one process and gives back the differences. */
async function compare(): Promise<Comparison[]> {
  const folder = await built({ 'compare-kernels': program });
  const child = fork(path.join(folder, 'compare-kernels.js'), [], {
    execPath: process.env['TUNEGATE_TEST_NODE'] ?? process.execPath,
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    child.on('message', (message) => resolve(message as Comparison[]));
    child.on('exit', (code) => reject(new Error(`exited with ${code}`)));
  });
}

test('kernels and the gradients of layers agree on WASM and CPU to 1e-4', async () => {
  const comparisons = await compare();
  const wrong = comparisons.filter(
    // NaN arrives as null.
    ({ error, difference }) => error !== undefined || typeof difference !== 'number' || difference > 1e-4,
  );
  expect(wrong).toEqual([]);
  expect(comparisons.length).toBeGreaterThan(60);
  // A comparison of zeros with zeros would prove nothing.
  expect(comparisons.filter(({ size }) => !(size! > 0))).toEqual([]);
}, 60_000);
