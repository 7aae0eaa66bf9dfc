// Declarations of what users import from `tunegate`: the package's `types`.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');

/** Writes `api.d.ts` into the folder, and the files that it refers to into `types/` below it. */
export function writeDeclarations(folder) {
  const emitted = mkdtempSync(path.join(tmpdir(), 'tunegate-types-'));
  try {
    const args = [compiler, '-p', path.join(root, 'tsconfig.api.json'), '--outDir', emitted];
    execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    for (const entry of readdirSync(emitted, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const target = path.join(folder, 'types', path.relative(emitted, file));
      mkdirSync(path.dirname(target), { recursive: true });
      // Sources import each other by their own ending, which means nothing beside declarations.
      const text = readFileSync(file, 'utf8').replaceAll(/((?:from|import) '\.[^']*)\.ts'/g, "$1.js'");
      writeFileSync(target, text);
    }
    writeFileSync(path.join(folder, 'api.d.ts'), "export * from './types/api.js';\n");
  } finally {
    rmSync(emitted, { recursive: true, force: true });
  }
}
