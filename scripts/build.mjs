// Builds dist/ from src/: one ES module per entry, shared chunks, the WASM files beside them,
// and the declarations of the API.
//
//   node scripts/build.mjs           writes dist/
//   node scripts/build.mjs --check   fails when dist/ is not what the sources make
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { writeDeclarations } from './declarations.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';
import { copyWasmFiles } from './wasm-files.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const wasmFolder = path.join(root, 'node_modules', '@tensorflow', 'tfjs-backend-wasm', 'dist');

/** Entries that share chunks: the program, and apart from it the trial host, which alone holds TensorFlow.js. */
const groups = [
  { input: { action: 'src/action.ts', post: 'src/post.ts', cli: 'src/cli.ts', thinker: 'src/thinker.ts' } },
  // TensorFlow.js as ES modules: one copy of each package, and what is not used left out.
  { input: { 'trial-host': 'src/trial-host.ts' }, mainFields: ['module', 'main'] },
  { input: { api: 'src/api.ts' } },
];

async function build(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  /** Files that went into the bundles. */
  const modules = [path.join(wasmFolder, 'index.js')];
  for (const { input, mainFields } of groups) {
    const bundle = await rolldown({
      input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, path.join(root, file)])),
      platform: 'node',
      cwd: root,
      ...(mainFields ? { resolve: { mainFields } } : {}),
      // tfjs-node is resolved from the user's workspace at run time, never bundled.
      external: [/^@tensorflow\/tfjs-node/],
      onLog(level, log, print) {
        // tfjs-core's own `eval`-free fallbacks and circular imports of dependencies are not ours to mend.
        if (log.code === 'CIRCULAR_DEPENDENCY' || log.id?.includes('node_modules')) return;
        print(level, log);
      },
    });
    const { output } = await bundle.write({
      dir: folder,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      comments: { legal: true, annotation: true, jsdoc: false },
      minify: false,
    });
    await bundle.close();
    for (const chunk of output) for (const id of chunk.moduleIds ?? []) modules.push(id);
  }
  copyWasmFiles(root, folder);
  cpSync(path.join(root, 'python', 'tunegate'), path.join(folder, 'python', 'tunegate'), {
    recursive: true,
    filter: (source) => path.basename(source) !== '__pycache__',
  });
  writeDeclarations(folder);
  writeFileSync(path.join(folder, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(modules));
}

function files(folder) {
  if (!existsSync(folder)) return [];
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      // Python writes what it compiled beside what it read.
      .filter((entry) => entry.isFile() && path.basename(entry.parentPath) !== '__pycache__')
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .sort()
  );
}

const dist = path.join(root, 'dist');
if (process.argv.includes('--check')) {
  const fresh = mkdtempSync(path.join(tmpdir(), 'tunegate-dist-'));
  try {
    await build(fresh);
    const names = [...new Set([...files(dist), ...files(fresh)])];
    const stale = names.filter((name) => {
      const [a, b] = [path.join(dist, name), path.join(fresh, name)];
      return !existsSync(a) || !existsSync(b) || !readFileSync(a).equals(readFileSync(b));
    });
    if (stale.length > 0) {
      console.error(`dist/ is not what the sources make; run: npm run build\n  ${stale.join('\n  ')}`);
      process.exitCode = 1;
    } else console.log(`dist/ is current (${names.length} files)`);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
} else {
  await build(dist);
  console.log(`built ${files(dist).length} files into dist/`);
}
