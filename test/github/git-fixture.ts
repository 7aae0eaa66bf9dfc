import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import { findRepository, type GitRepo } from '../../src/github/repository.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder, real path, that is removed after the tests of this file. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'tunegate-git-')));
  folders.push(folder);
  return folder;
}

/** Runs git and returns what it says. Dates are fixed so that hashes are the same on each run. */
export function gitIn(folder: string, ...args: string[]): string {
  const identity = { NAME: 'Ada', EMAIL: 'ada@example.com', DATE: '2026-01-02T03:04:05Z' };
  const env = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) =>
      Object.entries(identity).map(([key, value]) => [`GIT_${who}_${key}`, value]),
    ),
  );
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, GIT_CONFIG_GLOBAL: '/dev/null' },
  }).trim();
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

/** Writes files, commits everything, returns the commit. */
export function commit(folder: string, files: Readonly<Record<string, string>>, message = 'change'): string {
  write(folder, files);
  gitIn(folder, 'add', '--all');
  gitIn(folder, 'commit', '--quiet', '--message', message);
  return gitIn(folder, 'rev-parse', 'HEAD');
}

export function newRepository(): string {
  const folder = temporaryFolder();
  gitIn(folder, 'init', '--quiet', '--initial-branch', 'main');
  return folder;
}

/** Clones over the file protocol, which is the one that knows depths. */
export function clone(source: string, ...args: string[]): string {
  const folder = temporaryFolder();
  gitIn(folder, 'clone', '--quiet', ...args, pathToFileURL(source).href, '.');
  return folder;
}

/** The repository that is there. */
export async function repositoryAt(folder: string): Promise<GitRepo> {
  const repo = await findRepository(folder);
  if (repo.kind !== 'git') throw new Error(repo.reason);
  return repo;
}
