import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  type DataBranch,
  DataBranchError,
  editDataBranch,
  readDataBranch,
} from '../../src/github/data-branch.ts';
import { clone, commit, gitIn, newRepository, temporaryFolder } from './git-fixture.ts';
import { type GitServer, type GitServerOptions, startGitServer } from './git-server.ts';

let server: GitServer | undefined;
afterEach(() => server?.close());

async function setUp(options: GitServerOptions = {}) {
  const source = newRepository();
  commit(source, { 'README.md': 'one\n' });
  const bare = path.join(temporaryFolder(), 'r.git');
  gitIn(source, 'clone', '--quiet', '--bare', source, bare);
  server = await startGitServer(bare, 'secret', options);
  const branch: DataBranch = {
    url: server.url,
    credentials: { serverUrl: server.serverUrl, token: 'secret' },
    name: 'tunegate-data',
  };
  return { bare, branch };
}

const put = (branch: DataBranch, file: string, text: string | undefined) =>
  editDataBranch(
    branch,
    { folder: 'a', change: () => new Map([[`a/${file}`, text]]), message: `Write ${file}` },
    { waitMs: 20 },
  );

test('files are written, read, replaced and deleted; a branch that is not there has none', async () => {
  const { bare, branch } = await setUp();
  expect(await readDataBranch(branch, 'a')).toEqual(new Map());
  expect(await put(branch, 'größe "1".json', 'eins ü\n')).toBe(true);
  await put(branch, 'two.json', '');
  expect(await readDataBranch(branch, 'a')).toEqual(
    new Map([
      ['a/größe "1".json', 'eins ü\n'],
      ['a/two.json', ''],
    ]),
  );
  expect(await put(branch, 'two.json', '')).toBe(false);
  expect(await put(branch, 'none.json', undefined)).toBe(false);
  await put(branch, 'two.json', undefined);
  expect([...(await readDataBranch(branch, 'a')).keys()]).toEqual(['a/größe "1".json']);
  expect(await readDataBranch(branch, 'b')).toEqual(new Map());
  // Three changes, three commits on top of each other, and none of the code in them.
  expect(gitIn(bare, 'rev-list', '--count', 'tunegate-data')).toBe('3');
  expect(gitIn(bare, 'ls-tree', '--name-only', 'tunegate-data')).toBe('a');
});

test('of many who push at once nobody loses anything', async () => {
  const { branch, bare } = await setUp();
  const names = Array.from({ length: 6 }, (_, index) => `${index}.json`);
  await Promise.all(names.map((name) => put(branch, name, name)));
  const files = await readDataBranch(branch, 'a');
  expect([...files].sort()).toEqual(names.map((name) => [`a/${name}`, name]));
  expect(gitIn(bare, 'rev-list', '--count', 'tunegate-data')).toBe('6');
}, 30_000);

test('the change is made again on what somebody else has pushed between the look and the push', async () => {
  let raced = false;
  const { bare, branch } = await setUp({
    onPush() {
      if (raced) return;
      raced = true;
      const theirs = clone(bare, '--branch', 'tunegate-data');
      commit(theirs, { 'a/theirs.json': 'x' });
      gitIn(theirs, 'push', '--quiet', 'origin', 'tunegate-data');
    },
  });
  const first = clone(bare);
  gitIn(first, 'switch', '--quiet', '--orphan', 'tunegate-data');
  commit(first, { 'a/first.json': '1' });
  gitIn(first, 'push', '--quiet', 'origin', 'tunegate-data');
  const seen: number[] = [];
  await editDataBranch(
    branch,
    {
      folder: 'a',
      change(files) {
        seen.push(files.size);
        return new Map([['a/count.json', String(files.size)]]);
      },
      message: 'Count',
    },
    { waitMs: 1 },
  );
  expect(seen).toEqual([1, 2]);
  expect(Object.fromEntries(await readDataBranch(branch, 'a'))).toEqual({
    'a/count.json': '2',
    'a/first.json': '1',
    'a/theirs.json': 'x',
  });
});

test('a token that may not write is told which permission is missing', async () => {
  const { branch } = await setUp({ readOnly: true });
  await expect(put(branch, 'x.json', 'x')).rejects.toThrow(/contents: write/);
  const wrong = { ...branch, credentials: { ...branch.credentials!, token: 'wrong' } };
  await expect(readDataBranch(wrong, 'a')).rejects.toThrow(DataBranchError);
});
