import { expect, test } from 'vitest';
import { nearestAncestor } from '../../src/github/ancestors.ts';
import { findRepository, type GitRepo } from '../../src/github/repository.ts';
import { clone, commit, gitIn, newRepository } from './git-fixture.ts';

async function open(folder: string): Promise<GitRepo> {
  const repo = await findRepository(folder);
  if (repo.kind === 'none') throw new Error(repo.reason);
  return repo;
}

test('the closest of several ancestors; a commit of another branch is none', async () => {
  const work = newRepository();
  const shas = [0, 1, 2, 3, 4].map((index) => commit(work, { 'a.txt': `${index}` }));
  gitIn(work, 'switch', '--quiet', '--create', 'side', shas[1]!);
  const side = commit(work, { 'b.txt': 'x' });
  const repo = await open(work);
  const of = shas[4]!;
  expect(await nearestAncestor(repo, of, new Set([of, shas[3]!]))).toEqual({ sha: of, distance: 0 });
  expect(await nearestAncestor(repo, of, new Set([shas[0]!, shas[2]!, side]))).toEqual({
    sha: shas[2],
    distance: 2,
  });
  expect(await nearestAncestor(repo, of, new Set([side]))).toBeUndefined();
  expect(await nearestAncestor(repo, of, new Set())).toBeUndefined();
});

test('a shallow clone is deepened until the ancestor is there', async () => {
  const source = newRepository();
  const shas = Array.from({ length: 70 }, (_, index) => commit(source, { 'a.txt': `${index}` }));
  const repo = await open(clone(source, '--depth=1'));
  expect(repo.shallow).toBe(true);
  expect(await nearestAncestor(repo, shas[69]!, new Set([shas[40]!]))).toEqual({
    sha: shas[40],
    distance: 29,
  });
  const again = await open(clone(source, '--depth=1'));
  expect(await nearestAncestor(again, shas[69]!, new Set([shas[3]!]))).toEqual({
    sha: shas[3],
    distance: 66,
  });
  gitIn(again.root, 'remote', 'set-url', 'origin', '/nowhere');
  expect(await nearestAncestor(again, shas[69]!, new Set(['f'.repeat(40)]))).toBeUndefined();
}, 20_000);
