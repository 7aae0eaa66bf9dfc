import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { copyWasmFiles } from '../../scripts/wasm-files.mjs';

/** Also from within a bundle below it, as `scripts/run-ts.mjs` makes them. */
export const repositoryRoot = above(path.dirname(fileURLToPath(import.meta.url)));
const root = repositoryRoot;

/**
 * The path of a trial host that runs on any supported Node, built from the sources as they are now. Bundled once for
 * all test files: the folder is named after the content of what goes in.
 */
export async function builtHost(): Promise<string> {
  return path.join(await built({ 'trial-host': path.join(root, 'src', 'trial-host.ts') }), 'trial-host.js');
}

/** The path of the whole command line, built in the same way, beside the trial host that it uses. */
export async function builtCommandLine(): Promise<string> {
  const entries = ['cli', 'thinker', 'trial-host'].map((name) => [
    name,
    path.join(root, 'src', `${name}.ts`),
  ]);
  return path.join(await built(Object.fromEntries(entries), /./), 'cli.js');
}

/**
 * Bundles TypeScript entries (name → path) as the build does, into a cached folder.
 *
 * @param rooms the folders of sources that go into them
 */
export async function built(
  entries: Readonly<Record<string, string>>,
  rooms = /^(tensorflow|trial|space|automl|math)/,
): Promise<string> {
  const folder = path.join(
    root,
    'node_modules',
    '.cache',
    'built',
    fingerprint(Object.values(entries), rooms),
  );
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const bundle = await rolldown({
    input: { ...entries },
    platform: 'node',
    cwd: root,
    external: [/^@tensorflow\/tfjs-node/],
    // TensorFlow.js's ES modules: a quarter faster than its bundles for Node, which are compiled down to ES5.
    resolve: { mainFields: ['module', 'main'] },
    logLevel: 'silent',
  });
  await bundle.write({
    dir: fresh,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
  await bundle.close();
  copyWasmFiles(root, fresh);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    // Another test file was faster.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function fingerprint(entries: readonly string[], rooms: RegExp): string {
  const hash = createHash('sha256').update(process.version);
  const sources = path.join(root, 'src');
  const files = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && rooms.test(path.relative(sources, entry.parentPath) || '.'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of [...files, ...entries, path.join(root, 'package-lock.json')].sort())
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function above(folder: string): string {
  return existsSync(path.join(folder, 'src', 'trial-host.ts')) ? folder : above(path.dirname(folder));
}
