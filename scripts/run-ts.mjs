// Runs a TypeScript file of this repository on any Node from 20 up: bundles it (dependencies stay external) into
// node_modules/.cache and imports it there.
//
//   node scripts/run-ts.mjs bench/search.ts [arguments]
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [entry, ...rest] = process.argv.slice(2);
if (!entry) {
  console.error('usage: node scripts/run-ts.mjs FILE.ts [arguments]');
  process.exit(2);
}

const folder = path.join(root, 'node_modules', '.cache', 'run-ts');
mkdirSync(folder, { recursive: true });
const bundle = await rolldown({
  input: entry,
  platform: 'node',
  // TensorFlow.js goes in with all that it imports, as it does into dist/: Node cannot import its ES modules.
  external: (id, importer) =>
    /^[^./]/.test(id) &&
    !path.isAbsolute(id) &&
    !id.startsWith('@tensorflow/') &&
    (id.startsWith('node:') || !importer?.includes(`${path.sep}node_modules${path.sep}`)),
  resolve: { mainFields: ['module', 'main'] },
  logLevel: 'silent',
});
const file = path.join(folder, `${path.basename(entry, '.ts')}-${process.pid}.mjs`);
await bundle.write({ file, format: 'esm', codeSplitting: false, sourcemap: 'inline' });
await bundle.close();
process.argv = [process.argv[0], path.resolve(entry), ...rest];
await import(pathToFileURL(file).href);
