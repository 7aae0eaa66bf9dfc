import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');

/**
 * The program of another major version of Node, from npm's `node` package, kept in .cache/. Undefined, with the reason on
 * standard error, where it cannot be had.
 */
export function nodeOf(major: number): string | undefined {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const prefix = path.join(root, '.cache', `node-${major}`);
  const program = path.join(prefix, 'node_modules', 'node', 'bin', 'node');
  if (existsSync(program)) return program;
  try {
    execFileSync(
      'npm',
      ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', prefix, `node@${major}`],
      {
        stdio: 'pipe',
        timeout: 120_000,
        // Run from a script of npm's, its settings for that would apply to the inner one, too.
        env: Object.fromEntries(
          Object.entries(process.env).filter(
            ([name]) => !/^npm_(?!config_(registry|cafile|userconfig))/i.test(name),
          ),
        ),
      },
    );
    return existsSync(program) ? program : undefined;
  } catch (error) {
    console.error(`Node ${major} cannot be installed here: ${(error as Error).message.split('\n')[0]}`);
    return undefined;
  }
}
