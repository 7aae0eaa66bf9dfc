import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { changedSince } from '../../src/github/checkout.ts';
import { headBesideSpec } from '../../src/github/head.ts';
import { bundle } from '../support/bundle.ts';
import { clone, commit, gitIn, newRepository, repositoryAt, write } from './git-fixture.ts';

const spec = 'tune.yml';

/** A repository with code, tracked and not, and what has changed since. */
async function begun() {
  const folder = newRepository();
  commit(folder, { 'train.py': 'one', [spec]: 'trials: 5', '.gitignore': '*.log\n', 'ü/a.py': 'a' });
  write(folder, { 'helper.py': 'one', 'ü/b.py': 'b' });
  const repo = await repositoryAt(folder);
  const state = () => headBesideSpec(repo, spec);
  const { checkout, withoutSpec } = await state();
  const changed = () => changedSince(repo, checkout!, spec);
  return { folder, changed, withoutSpec, state };
}

test('files that trainings have made do not count, though the fingerprint sees them', async () => {
  const { folder, changed, withoutSpec, state } = await begun();
  expect(await changed()).toEqual([]);
  write(folder, { 'model.bin': '1', 'runs/1/events': '2', 'some.log': '3', [spec]: 'trials: 9' });
  expect(await changed()).toEqual([]);
  expect((await state()).withoutSpec).not.toBe(withoutSpec);
});

test('changes of tracked files count, committed or not, and of untracked ones that were there', async () => {
  const { folder, changed } = await begun();
  write(folder, { 'train.py': 'two' });
  expect(await changed()).toEqual(['train.py']);
  commit(folder, { 'ü/a.py': '2', 'ü/b.py': '2' });
  expect((await changed())?.toSorted()).toEqual(['train.py', 'ü/a.py', 'ü/b.py']);
  rmSync(path.join(folder, 'helper.py'));
  write(folder, { 'train.py': 'one' });
  expect((await changed())?.toSorted()).toEqual(['helper.py', 'ü/a.py', 'ü/b.py']);
});

test('what is only committed has not changed', async () => {
  const { folder, changed } = await begun();
  commit(folder, { [spec]: 'trials: 6' });
  expect(await changed()).toEqual([]);
  // In the index, it is code that was not there.
  write(folder, { 'new.py': '1' });
  gitIn(folder, 'add', 'new.py');
  expect(await changed()).toEqual(['new.py']);
});

test('what was changed when it began is compared with that', async () => {
  const folder = newRepository();
  commit(folder, { 'train.py': 'one' });
  write(folder, { 'train.py': 'two' });
  const repo = await repositoryAt(folder);
  const { checkout } = await headBesideSpec(repo, spec);
  const changed = () => changedSince(repo, checkout!, spec);
  expect(await changed()).toEqual([]);
  write(folder, { 'train.py': 'one' });
  expect(await changed()).toEqual(['train.py']);
  commit(folder, { 'train.py': 'two' });
  expect(await changed()).toEqual([]);
});

test('what git ignores by now does not count, and to say so is no change', async () => {
  const { folder, changed } = await begun();
  write(folder, { 'helper.py': 'two', 'ü/b.py': 'two' });
  expect((await changed())?.toSorted()).toEqual(['helper.py', 'ü/b.py']);
  write(folder, { '.gitignore': '*.log\nhelper.py\n', 'ü/.gitignore': 'b.py\n' });
  expect(await changed()).toEqual([]);
  write(folder, { 'train.py': 'two' });
  gitIn(folder, 'rm', '--quiet', '--cached', 'train.py');
  expect(await changed()).toEqual(['train.py']);
  write(folder, { '.gitignore': 'train.py\nhelper.py\n' });
  expect(await changed()).toEqual([]);
});

test('an empty file may be where something is about to be written', async () => {
  const folder = newRepository();
  commit(folder, { 'train.py': 'one' });
  write(folder, { 'run.log': '' });
  const repo = await repositoryAt(folder);
  const { checkout } = await headBesideSpec(repo, spec);
  write(folder, { 'run.log': 'Searching' });
  expect(await changedSince(repo, checkout!, spec)).toEqual([]);
});

test('a repository without a commit has a checkout, too', async () => {
  const folder = newRepository();
  write(folder, { 'train.py': 'one' });
  const repo = await repositoryAt(folder);
  const { checkout } = await headBesideSpec(repo, spec);
  write(folder, { 'model.bin': '1' });
  expect(await changedSince(repo, checkout!, spec)).toEqual([]);
  commit(folder, {});
  expect(await changedSince(repo, checkout!, spec)).toEqual(['model.bin']);
});

test('where the commit of then is not here, it is not known', async () => {
  const folder = newRepository();
  commit(folder, { 'train.py': 'one' });
  const { checkout } = await headBesideSpec(await repositoryAt(folder), spec);
  commit(folder, { 'train.py': 'two' });
  const shallow = await repositoryAt(clone(folder, '--depth=1'));
  expect(await changedSince(shallow, checkout!, spec)).toBeUndefined();
  const hostile = { ...checkout!, tree: '--output=x' };
  expect(await changedSince(shallow, hostile, spec)).toBeUndefined();
});

test('a data set that git does not ignore is not listed', async () => {
  const folder = newRepository();
  commit(folder, { 'train.py': 'one' });
  write(folder, Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`data/${index}`, '1'])));
  expect(await headBesideSpec(await repositoryAt(folder), spec)).not.toHaveProperty('checkout');
});

test('a log in the repository that our own words go to is no code', async () => {
  const folder = newRepository();
  commit(folder, { 'train.py': 'one' });
  const file = await bundle(path.join(import.meta.dirname, 'programs', 'print-head.ts'));
  const log = path.join(folder, 'out.txt');
  for (const stdio of [
    ['ignore', openSync(log, 'a'), 'inherit', 'ipc'],
    ['ignore', 'ignore', openSync(log, 'a'), 'ipc'],
  ] as const) {
    const child = spawn(process.execPath, [file, folder], { stdio: [...stdio] });
    const [[states], [code]] = await Promise.all([once(child, 'message'), once(child, 'exit')]);
    expect(code).toBe(0);
    // Before and after it has printed.
    expect(states).toEqual([
      expect.objectContaining({ dirty: false }),
      expect.objectContaining({ dirty: false }),
    ]);
  }
  // For everybody else it is a file like any other.
  renameSync(log, path.join(folder, 'other.txt'));
  expect(await headBesideSpec(await repositoryAt(folder), spec)).toMatchObject({ dirty: true });
});
