import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Option, readOptions } from './argparse.ts';

/** What `init` found in a repository. */
export interface Survey {
  /** Name of the study: that of the package or the folder. */
  readonly name: string;
  readonly training: Training | undefined;
  /** Other programs that look like trainings, for the comment in the spec. */
  readonly others: readonly string[];
  readonly python: boolean;
  /** File with Python's dependencies, if there is one. */
  readonly requirements: string | undefined;
  /** Whether there is a package.json, and a lock file of npm beside it. */
  readonly node: 'none' | 'plain' | 'locked';
}

export type Training =
  | { readonly kind: 'module'; readonly file: string }
  | {
      readonly kind: 'command';
      readonly file: string;
      readonly run: readonly string[];
      readonly options: readonly Option[];
    };

const skipped = new Set([
  'node_modules',
  'dist',
  'build',
  'venv',
  'env',
  'site-packages',
  '__pycache__',
  'test',
  'tests',
]);
const interpreters: Readonly<Record<string, string>> = {
  '.py': 'python',
  '.R': 'Rscript',
  '.jl': 'julia',
  '.sh': 'bash',
};
const largestRead = 512 * 1024;

/** Looks at the files of a folder, three levels deep. */
export function survey(root: string): Survey {
  const files = walk(root, '', 3);
  const read = (file: string) => {
    const full = path.join(root, file);
    return statSync(full).size <= largestRead ? readFileSync(full, 'utf8') : '';
  };
  const trainings = [...modules(files, read), ...commands(files, read)];
  return {
    name: studyName(root, files, read),
    training: trainings[0],
    others: trainings.slice(1, 6).map((training) => training.file),
    python: files.some((file) => file.endsWith('.py')),
    requirements: files.find((file) => /^(requirements[^/]*\.txt|pyproject\.toml)$/.test(file)),
    node: !files.includes('package.json') ? 'none' : files.includes('package-lock.json') ? 'locked' : 'plain',
  };
}

function walk(root: string, folder: string, depth: number): string[] {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.name.startsWith('.') || skipped.has(entry.name)) return [];
    if (entry.isDirectory()) return depth > 1 ? walk(root, file, depth - 1) : [];
    return entry.isFile() ? [file] : [];
  });
}

/** Modules that export what a module trial needs. */
function modules(files: readonly string[], read: (file: string) => string): Training[] {
  return files
    .filter((file) => /\.(ts|mts|js|mjs)$/.test(file) && !file.endsWith('.d.ts'))
    .filter((file) => {
      const text = read(file);
      const exports = (name: string) =>
        new RegExp(`export\\s+(async\\s+)?(function|const)\\s+${name}\\b`).test(text);
      return exports('objective') || (exports('build') && exports('data'));
    })
    .map((file) => ({ kind: 'module', file }));
}

/** Programs whose name says that they train, the most telling name and the highest folder first. */
function commands(files: readonly string[], read: (file: string) => string): Training[] {
  const rank = (file: string) => {
    const stem = path.basename(file, path.extname(file)).toLowerCase();
    const order =
      stem === 'train'
        ? 0
        : stem.startsWith('train') || stem.endsWith('train')
          ? 1
          : stem.includes('train')
            ? 2
            : 3;
    return order * 10 + file.split('/').length;
  };
  return files
    .filter((file) => interpreters[path.extname(file)] !== undefined && /train|^main\.|\/main\./i.test(file))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((file): Training => {
      const options = file.endsWith('.py') ? readOptions(read(file)) : [];
      const run = [interpreters[path.extname(file)]!, file, ...(options.length > 0 ? ['{args}'] : [])];
      return { kind: 'command', file, run, options };
    });
}

function studyName(root: string, files: readonly string[], read: (file: string) => string): string {
  if (files.includes('package.json')) {
    try {
      const { name } = JSON.parse(read('package.json')) as { name?: unknown };
      if (typeof name === 'string' && name !== '') return name.replace(/^@[^/]*\//, '');
    } catch {
      // A broken package.json is not what init is about.
    }
  }
  return path.basename(path.resolve(root)) || 'study';
}
