import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { clone, commit, gitIn, newRepository, temporaryFolder } from '../github/git-fixture.ts';

const script = path.join(import.meta.dirname, '..', '..', 'scripts', 'release.mjs');

function repository(version: string) {
  const source = newRepository();
  // Stands for the real check, which the build's own test makes.
  commit(source, { 'package.json': JSON.stringify({ version }), 'scripts/build.mjs': '' });
  const bare = path.join(temporaryFolder(), 'r.git');
  gitIn(source, 'clone', '--quiet', '--bare', source, bare);
  const work = clone(bare);
  gitIn(work, 'config', 'user.name', 'Ada');
  gitIn(work, 'config', 'user.email', 'ada@example.com');
  return { bare, work };
}

function release(work: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, TUNEGATE_RELEASE_ROOT: work },
  });
  return { status, text: stdout + stderr };
}

const tags = (bare: string) => gitIn(bare, 'tag', '--list').split('\n').filter(Boolean);
const commitOf = (bare: string, ref: string) => gitIn(bare, 'rev-parse', `${ref}^{commit}`);

test('a release tags its version and moves the major one', () => {
  const { bare, work } = repository('1.0.0');
  expect(release(work)).toMatchObject({ status: 0, text: expect.stringContaining('Nothing was changed') });
  expect(tags(bare)).toEqual([]);
  expect(release(work, '--push').status).toBe(0);
  expect(tags(bare)).toEqual(['v1', 'v1.0.0']);
  const second = commit(work, { 'package.json': '{"version":"1.1.0"}' });
  gitIn(work, 'push', '--quiet', 'origin', 'main');
  expect(release(work, '--push').status).toBe(0);
  expect(commitOf(bare, 'v1')).toBe(second);
  expect(commitOf(bare, 'v1.0.0')).not.toBe(second);
});

test.each([
  [
    'changes that are not committed',
    (work: string) => void gitIn(work, 'rm', '--quiet', 'scripts/build.mjs'),
    'not committed',
  ],
  ['a commit that is not at the remote', (work: string) => void commit(work, { a: 'x' }), 'not the tip'],
  [
    'a version that is out',
    (work: string) => void gitIn(work, 'push', '--quiet', 'origin', 'HEAD:refs/tags/v1.0.0'),
    'released already',
  ],
  [
    'an older version',
    (work: string) => void gitIn(work, 'push', '--quiet', 'origin', 'HEAD:refs/tags/v1.10.0'),
    'must not go back',
  ],
])('refuses %s', (_, prepare, message) => {
  const { bare, work } = repository('1.0.0');
  prepare(work);
  const before = tags(bare);
  expect(release(work, '--push')).toMatchObject({ status: 1, text: expect.stringContaining(message) });
  expect(tags(bare)).toEqual(before);
});

test('before 1.0 the minor version is what moves', () => {
  const { bare, work } = repository('0.3.1');
  release(work, '--push');
  expect(tags(bare)).toEqual(['v0.3', 'v0.3.1']);
});
