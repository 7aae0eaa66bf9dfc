import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { changedFiles } from '../../src/github/changed-files.ts';

test('changed, deleted and new files inside the patterns, as paths from the top', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'tunegate-changed-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
      cwd: root,
      encoding: 'utf8',
    }).trim();
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  git('init', '-q');
  for (const name of ['m/src/a.py', 'm/src/deep/b.py', 'm/notes.md', 'top.py', 'm/grün [1].py'])
    write(name, '1');
  write('.gitignore', 'ignored\n');
  git('add', '.');
  git('commit', '-q', '-m', 'base');
  const base = git('rev-parse', 'HEAD');
  const folder = path.join(root, 'm');
  expect(await changedFiles(base, folder)).toEqual([]);

  write('m/src/deep/b.py', '2');
  rmSync(path.join(root, 'm/src/a.py'));
  write('m/grün [1].py', '2');
  write('m/src/new.py', '1');
  write('m/src/ignored', '1');
  write('m/.tunegate/study.json', '1');
  write('top.py', '2');
  git('add', 'm/src/deep/b.py');
  git('commit', '-q', '-m', 'head');
  expect(await changedFiles(base, folder)).toEqual([
    'm/grün [1].py',
    'm/src/a.py',
    'm/src/deep/b.py',
    'm/src/new.py',
    'top.py',
  ]);
  expect(await changedFiles(base, folder, ['src/*.py'])).toEqual(['m/src/a.py', 'm/src/new.py']);
  expect(await changedFiles(base, folder, ['src/**', '!**/new.py'])).toEqual([
    'm/src/a.py',
    'm/src/deep/b.py',
  ]);
  expect(await changedFiles(base, folder, ['*.md', '../top.txt'])).toEqual([]);
  expect(await changedFiles(base, folder, ['../*.py'])).toEqual(['top.py']);
});
