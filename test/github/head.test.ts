import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { headBesideSpec, headState } from '../../src/github/head.ts';
import { ensureStateFolder } from '../../src/github/repository.ts';
import { commit, gitIn, newRepository, repositoryAt, write } from './git-fixture.ts';

test('the fingerprint follows the code: changes, staged or not, untracked files, links; not ignored files or ours', async () => {
  const folder = newRepository();
  const sha = commit(folder, { 'model.ts': 'one', '.gitignore': 'data/\n' });
  const repo = await repositoryAt(folder);
  const clean = await headState(repo);
  expect(clean).toMatchObject({ sha, dirty: false });

  write(folder, { 'data/train.csv': '1,2' });
  await ensureStateFolder(folder);
  write(folder, { '.tunegate/journal.jsonl': '{}' });
  // Also where somebody else's ignore file does not hide it.
  write(folder, { 'models/.tunegate/journal.jsonl': '{}' });
  expect(await headState(repo)).toEqual(clean);

  const seen = new Set([clean.fingerprint]);
  const changed = async () => {
    const state = await headState(repo);
    expect(state).toMatchObject({ sha, dirty: true });
    expect(seen).not.toContain(state.fingerprint);
    seen.add(state.fingerprint);
    return state;
  };
  write(folder, { 'model.ts': 'two' });
  const edited = await changed();
  gitIn(folder, 'add', 'model.ts');
  expect(await headState(repo)).toEqual(edited);
  write(folder, { 'new ü.ts': 'a' });
  await changed();
  write(folder, { 'new ü.ts': 'b' });
  await changed();
  symlinkSync('nowhere', path.join(folder, 'link'));
  await changed();
  rmSync(path.join(folder, 'link'));
  rmSync(path.join(folder, 'new ü.ts'));
  write(folder, { 'model.ts': 'one' });
  expect(await headState(repo)).toEqual(clean);
  chmodSync(path.join(folder, 'model.ts'), 0o755);
  await changed();
});

test('a changed spec, new or not, committed or not, is no change of the code beside it', async () => {
  const folder = newRepository();
  commit(folder, { 'model.ts': 'one', 'ü/tune.yml': 'trials: 5' });
  const repo = await repositoryAt(folder);
  const state = async (spec: string) => await headBesideSpec(repo, spec);
  const clean = await state('ü/tune.yml');
  write(folder, { 'ü/tune.yml': 'trials: 9', 'other.yml': 'trials: 9' });
  const [edited, other] = [await state('ü/tune.yml'), await state('other.yml')];
  expect(edited.fingerprint).not.toBe(clean.fingerprint);
  expect(edited.withoutSpec).not.toBe(clean.withoutSpec);
  expect(other.withoutSpec).not.toBe(edited.withoutSpec);
  rmSync(path.join(folder, 'other.yml'));
  expect((await state('ü/tune.yml')).withoutSpec).toBe(clean.withoutSpec);
  commit(folder, { 'ü/tune.yml': 'trials: 14' });
  const committed = await state('ü/tune.yml');
  expect(committed.fingerprint).not.toBe(clean.fingerprint);
  expect(committed.withoutSpec).toBe(clean.withoutSpec);
  expect((await state('other.yml')).withoutSpec).not.toBe(clean.withoutSpec);
  write(folder, { 'model.ts': 'two' });
  expect((await state('ü/tune.yml')).withoutSpec).not.toBe(clean.withoutSpec);
  commit(folder, { 'model.ts': 'three' });
  expect((await state('ü/tune.yml')).withoutSpec).not.toBe(clean.withoutSpec);
});

test('the fingerprint does not depend on the user’s settings of diff', async () => {
  const folder = newRepository();
  commit(folder, { 'model.ts': 'one\ntwo\n' });
  write(folder, { 'model.ts': 'one\n2\n' });
  const repo = await repositoryAt(folder);
  const before = await headState(repo);
  for (const [key, value] of [
    ['diff.noprefix', 'true'],
    ['diff.external', '/bin/true'],
    ['color.ui', 'always'],
    ['diff.context', '0'],
    ['diff.algorithm', 'patience'],
  ])
    gitIn(folder, 'config', key!, value!);
  expect(await headState(repo)).toEqual(before);
});

test('a repository without a commit has a state, too', async () => {
  const folder = newRepository();
  const repo = await repositoryAt(folder);
  const empty = await headState(repo);
  expect(empty).toMatchObject({ dirty: false });
  expect(empty).not.toHaveProperty('sha');
  write(folder, { a: '1' });
  gitIn(folder, 'add', '.');
  const staged = await headState(repo);
  expect(staged.dirty).toBe(true);
  expect(staged.fingerprint).not.toBe(empty.fingerprint);
});

test('looking leaves no trace, runs no hook and no helper', async () => {
  const folder = newRepository();
  commit(folder, { a: '1' });
  const hooks = path.join(folder, 'hooks');
  mkdirSync(hooks);
  write(hooks, { fsmonitor: '#!/bin/sh\ntouch ran\n' });
  chmodSync(path.join(hooks, 'fsmonitor'), 0o755);
  gitIn(folder, 'config', 'core.fsmonitor', 'hooks/fsmonitor');
  const index = readFileSync(path.join(folder, '.git/index'));
  await headState(await repositoryAt(folder));
  expect(existsSync(path.join(folder, 'ran'))).toBe(false);
  expect(readFileSync(path.join(folder, '.git/index')).equals(index)).toBe(true);
});
