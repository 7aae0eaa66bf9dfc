import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findRepository, type GitRepo } from '../../src/github/repository.ts';
import { withWorktree } from '../../src/github/worktree.ts';
import { commit, gitIn, newRepository, temporaryFolder, write } from './git-fixture.ts';

async function repositoryAt(folder: string): Promise<GitRepo> {
  const repo = await findRepository(folder);
  if (repo.kind !== 'git') throw new Error(repo.reason);
  return repo;
}

function baseAndHead() {
  const folder = newRepository();
  const base = commit(folder, {
    '.gitignore': 'node_modules/\n.venv\n',
    'models/a/model.mjs': 'base',
    'top.txt': 'base',
  });
  const head = commit(folder, { 'models/a/model.mjs': 'head', 'models/b/model.mjs': 'new' });
  return { folder, base, head };
}

/** Nothing of ours is left: no checkout, no owner file, no record in git. */
function expectNothingLeft(folder: string): void {
  expect(readdirSync(path.join(folder, '.tunegate/worktrees'))).toEqual([]);
  expect(gitIn(folder, 'worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
  expect(
    existsSync(path.join(folder, '.git/worktrees')) ? readdirSync(path.join(folder, '.git/worktrees')) : [],
  ).toEqual([]);
}

test('a commit is checked out inside the ignored state folder while the work runs', async () => {
  const { folder, base } = baseAndHead();
  const repo = await repositoryAt(folder);
  const result = await withWorktree(repo, base, path.join(folder, 'models/a'), async (worktree) => {
    expect(worktree.root.startsWith(path.join(folder, '.tunegate/worktrees', base.slice(0, 12)))).toBe(true);
    expect(worktree.folder).toBe(path.join(worktree.root, 'models/a'));
    expect(readFileSync(path.join(worktree.folder, 'model.mjs'), 'utf8')).toBe('base');
    expect(worktree.notices).toEqual([]);
    expect(gitIn(folder, 'status', '--porcelain')).toBe('');
    return 42;
  });
  expect(result).toBe(42);
  expect(readFileSync(path.join(folder, 'models/a/model.mjs'), 'utf8')).toBe('head');
  expectNothingLeft(folder);
});

test('a folder that the base has not is told by its absence', async () => {
  const { folder, base } = baseAndHead();
  await withWorktree(await repositoryAt(folder), base, path.join(folder, 'models/b'), async (worktree) => {
    expect(existsSync(worktree.folder)).toBe(false);
  });
});

test('installed modules and environments are found from the checkout, at the top and in subfolders, and survive', async () => {
  const { folder, base } = baseAndHead();
  write(folder, {
    'node_modules/top/index.js': 'top',
    'models/a/node_modules/own/index.js': 'own',
    '.venv/bin/python': '',
    'models/b/node_modules/new/index.js': '',
  });
  await withWorktree(await repositoryAt(folder), base, folder, async ({ root }) => {
    expect(readFileSync(path.join(root, 'node_modules/top/index.js'), 'utf8')).toBe('top');
    expect(readFileSync(path.join(root, 'models/a/node_modules/own/index.js'), 'utf8')).toBe('own');
    expect(existsSync(path.join(root, '.venv/bin/python'))).toBe(true);
    expect(existsSync(path.join(root, 'models/b'))).toBe(false);
  });
  expectNothingLeft(folder);
  expect(existsSync(path.join(folder, 'node_modules/top/index.js'))).toBe(true);
  expect(existsSync(path.join(folder, 'models/a/node_modules/own/index.js'))).toBe(true);
});

test('it is removed when the work fails, and with files that the work wrote', async () => {
  const { folder, base } = baseAndHead();
  const work = withWorktree(await repositoryAt(folder), base, folder, async ({ root }) => {
    write(root, { 'top.txt': 'changed', 'out/model.bin': 'x' });
    throw new Error('training failed');
  });
  await expect(work).rejects.toThrow('training failed');
  expectNothingLeft(folder);
});

test('a commit that is not there is git’s error, and nothing is left', async () => {
  const { folder } = baseAndHead();
  const work = withWorktree(await repositoryAt(folder), 'f'.repeat(40), folder, async () => {});
  await expect(work).rejects.toThrow(/git worktree add .*: fatal: /s);
  expectNothingLeft(folder);
});

test('hooks of the repository do not run', async () => {
  const { folder, base } = baseAndHead();
  const hook = path.join(folder, '.git/hooks/post-checkout');
  mkdirSync(path.dirname(hook), { recursive: true });
  writeFileSync(hook, `#!/bin/sh\ntouch '${folder}/.git/ran'\n`);
  chmodSync(hook, 0o755);
  await withWorktree(await repositoryAt(folder), base, folder, async () => {});
  expect(existsSync(path.join(folder, '.git/ran'))).toBe(false);
  gitIn(folder, 'checkout', '--quiet', base);
  expect(existsSync(path.join(folder, '.git/ran'))).toBe(true);
});

test('several at once each have their own', async () => {
  const { folder, base } = baseAndHead();
  const repo = await repositoryAt(folder);
  const roots = await Promise.all(
    [1, 2, 3].map(() =>
      withWorktree(repo, base, folder, async ({ root }) => {
        await withWorktree(repo, base, folder, async () => {});
        expect(readFileSync(path.join(root, 'top.txt'), 'utf8')).toBe('base');
        return root;
      }),
    ),
  );
  expect(new Set(roots).size).toBe(3);
  expectNothingLeft(folder);
});

test('what a killed process left is removed by the next, what a live one holds is not', async () => {
  const { folder, base } = baseAndHead();
  const script = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
  const hold = async () => {
    const child = spawn(
      process.execPath,
      [script('scripts/run-ts.mjs'), script('test/github/hold-worktree.ts'), folder, base],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const root = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (data) => resolve(String(data).trim()));
      child.once('exit', (code) => reject(new Error(`the child ended with ${code}`)));
    });
    return { child, root };
  };
  const [dead, alive] = [await hold(), await hold()];
  const ended = new Promise((resolve) => dead.child.once('close', resolve));
  dead.child.removeAllListeners('exit').kill('SIGKILL');
  await ended;
  expect(existsSync(dead.root)).toBe(true);
  const repo = await repositoryAt(folder);
  await withWorktree(repo, base, folder, async () => {
    expect(existsSync(dead.root)).toBe(false);
    expect(existsSync(path.join(alive.root, 'top.txt'))).toBe(true);
  });
  const gone = new Promise((resolve) => alive.child.once('close', resolve));
  alive.child.removeAllListeners('exit').kill('SIGKILL');
  await gone;
  await withWorktree(repo, base, folder, async () => {});
  expectNothingLeft(folder);
});

test('a user’s own worktree is left alone, also when its disk is away', async () => {
  const { folder, base } = baseAndHead();
  const own = path.join(temporaryFolder(), 'own');
  gitIn(folder, 'worktree', 'add', '--quiet', '--detach', own, base);
  const away = `${own}-away`;
  renameSync(own, away);
  await withWorktree(await repositoryAt(folder), base, folder, async () => {});
  renameSync(away, own);
  expect(gitIn(own, 'rev-parse', 'HEAD')).toBe(base);
});

test('from within a linked worktree of the user it works as well', async () => {
  const { folder, base, head } = baseAndHead();
  const linked = path.join(temporaryFolder(), 'linked');
  gitIn(folder, 'worktree', 'add', '--quiet', '--detach', linked, head);
  await withWorktree(await repositoryAt(linked), base, linked, async ({ root }) => {
    expect(root.startsWith(path.join(linked, '.tunegate'))).toBe(true);
    expect(readFileSync(path.join(root, 'top.txt'), 'utf8')).toBe('base');
  });
  expect(gitIn(linked, 'status', '--porcelain')).toBe('');
});

test('submodules, LFS and workspaces are noted', async () => {
  const folder = newRepository();
  const base = commit(folder, {
    '.gitmodules': '',
    '.gitattributes': '*.bin filter=lfs diff=lfs merge=lfs -text\n',
    'package.json': '{ "workspaces": ["packages/*"] }',
  });
  await withWorktree(await repositoryAt(folder), base, folder, async ({ notices }) => {
    expect(notices).toEqual([
      expect.stringContaining('without its submodules'),
      expect.stringContaining('installed packages of head'),
      expect.stringContaining('without its Git LFS files'),
    ]);
  });
});
