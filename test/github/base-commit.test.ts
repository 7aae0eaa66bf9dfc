import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  type BaseCommit,
  type BaseOptions,
  baseOfRun,
  baseOfWorkTree,
} from '../../src/github/base-commit.ts';
import { readContext } from '../../src/github/context.ts';
import { findRepository } from '../../src/github/repository.ts';
import { clone, commit, gitIn, newRepository, temporaryFolder, write } from './git-fixture.ts';
import { startGitServer } from './git-server.ts';
import { examplePayload, runnerEnvironment } from './runner.ts';

/** main: base ── news;  topic: base ── head;  merge: news + head, as GitHub makes it for a pull request. */
function pullRequest(filler = 0) {
  const folder = newRepository();
  for (let index = 0; index < filler; index++)
    gitIn(folder, 'commit', '--quiet', '--allow-empty', '-m', `${index}`);
  const base = commit(folder, { 'model.ts': 'base' });
  gitIn(folder, 'checkout', '--quiet', '-b', 'topic');
  const head = commit(folder, { 'model.ts': 'head' });
  gitIn(folder, 'checkout', '--quiet', 'main');
  const news = commit(folder, { 'other.ts': 'news' });
  gitIn(folder, 'checkout', '--quiet', '--detach');
  gitIn(folder, 'merge', '--quiet', '--no-edit', 'topic');
  const merge = gitIn(folder, 'rev-parse', 'HEAD');
  gitIn(folder, 'update-ref', 'refs/pull/2/merge', merge);
  gitIn(folder, 'checkout', '--quiet', 'main');
  return { folder, base, head, news, merge };
}

/** As actions/checkout does it: one commit, detached. */
function checkout(source: string, sha: string, depth: number | undefined): string {
  const folder = temporaryFolder();
  gitIn(folder, 'init', '--quiet', '--initial-branch', 'main');
  gitIn(folder, 'remote', 'add', 'origin', `file://${source}`);
  gitIn(folder, 'fetch', '--quiet', ...(depth === undefined ? [] : [`--depth=${depth}`]), 'origin', sha);
  gitIn(folder, 'checkout', '--quiet', '--detach', sha);
  return folder;
}

function context(
  event: 'pull_request' | 'push' | 'merge_group',
  change: (payload: ReturnType<typeof examplePayload>) => void,
  ref?: string,
) {
  const payload = examplePayload(event, event === 'pull_request' ? 'opened' : undefined);
  change(payload);
  const folder = path.join(temporaryFolder(), 'runner');
  return readContext(runnerEnvironment({ folder, event, payload, ...(ref === undefined ? {} : { ref }) }));
}

function pull(base: string, head: string) {
  return context('pull_request', (payload) => {
    payload.pull_request.base.sha = base;
    payload.pull_request.base.ref = 'main';
    payload.pull_request.head.sha = head;
  });
}

async function baseIn(
  folder: string,
  run: ReturnType<typeof readContext>,
  options?: BaseOptions,
): Promise<BaseCommit> {
  return await baseOfRun(await findRepository(folder), run, options);
}

async function baseOf(folder: string, ref?: string): Promise<BaseCommit> {
  return await baseOfWorkTree(await findRepository(folder), ref);
}

test.each([1, undefined])(
  'a checked-out merge commit is compared with what it was merged into (depth %s)',
  async (depth) => {
    const { folder, head, news, base, merge } = pullRequest();
    const work = checkout(folder, merge, depth);
    const found = await baseIn(work, pull(base, head), {
      api: {
        mergeBase: () => {
          throw new Error('not asked');
        },
      },
    });
    expect(found).toEqual({
      found: true,
      sha: news,
      how: 'main, into which this pull request was merged for the run',
    });
    expect(gitIn(work, 'show', `${news}:other.ts`)).toBe('news');
  },
);

test('a checked-out head is compared with the merge base that GitHub knows', async () => {
  const { folder, head, news, base } = pullRequest();
  const work = checkout(folder, head, 1);
  const asked: string[][] = [];
  const mergeBase = async (...commits: string[]) => {
    asked.push(commits);
    return base;
  };
  expect(await baseIn(work, pull(news, head), { api: { mergeBase } })).toEqual({
    found: true,
    sha: base,
    how: 'merge base with main',
  });
  expect(asked).toEqual([[news, head]]);
});

test.each([1, 2, undefined])(
  'without GitHub’s answer git finds it, deepening a shallow clone (depth %s)',
  async (depth) => {
    const { folder, head, news, base } = pullRequest(60);
    const work = checkout(folder, head, depth);
    const api = {
      mergeBase: async () => {
        throw new Error('no permission');
      },
    };
    expect(await baseIn(work, pull(news, head), { api })).toEqual({
      found: true,
      sha: base,
      how: 'merge base with main',
    });
  },
);

test('a shallow clone does not pass off an older common commit as the merge base', async () => {
  // main: o ── a ── b ── c;  side: b ── t;  topic: o ── h, merged with t. Where the history is cut at t, it seems as
  // if topic and main met at o last.
  const folder = newRepository();
  const o = commit(folder, { o: '1' });
  gitIn(folder, 'checkout', '--quiet', '-b', 'topic');
  commit(folder, { h: '1' });
  gitIn(folder, 'checkout', '--quiet', 'main');
  commit(folder, { a: '1' });
  const b = commit(folder, { b: '1' });
  gitIn(folder, 'checkout', '--quiet', '-b', 'side');
  const t = commit(folder, { t: '1' });
  gitIn(folder, 'checkout', '--quiet', 'main');
  const c = commit(folder, { c: '1' });
  gitIn(folder, 'checkout', '--quiet', 'topic');
  gitIn(folder, 'merge', '--quiet', '--no-edit', 'side');
  const head = gitIn(folder, 'rev-parse', 'HEAD');
  const work = checkout(folder, head, undefined);
  gitIn(work, 'fetch', '--quiet', 'origin', 'main');
  write(work, { '.git/shallow': `${t}\n` });
  expect(gitIn(work, 'merge-base', head, c)).toBe(o);
  expect(await baseIn(work, pull(c, head))).toMatchObject({ found: true, sha: b });
});

test('a private repository: the checkout’s own credentials, else ours, are enough; without any it is explained', async () => {
  const { folder, head, news, base } = pullRequest();
  const server = await startGitServer(folder, 'job-token');
  try {
    const work = (): string => {
      const made = checkout(folder, head, 1);
      gitIn(made, 'remote', 'set-url', 'origin', server.url);
      return made;
    };
    const header = (token: string) =>
      `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
    const credentials = { serverUrl: server.serverUrl, token: 'job-token' };
    const run = pull(news, head);

    // As actions/checkout leaves them, right or outdated.
    for (const token of ['job-token', 'expired']) {
      const persisted = work();
      gitIn(persisted, 'config', `http.${server.serverUrl}/.extraheader`, header(token));
      expect(await baseIn(persisted, run, { credentials })).toMatchObject({ found: true, sha: base });
    }
    expect(server.refused()).toBeGreaterThan(0);

    const bare = work();
    expect(await baseIn(bare, run)).toEqual({
      found: false,
      reason: expect.stringMatching(/could not be fetched: .*keep its credentials/),
    });
    expect(await baseIn(bare, run, { credentials })).toMatchObject({ found: true, sha: base });
    expect(gitIn(bare, 'config', '--list')).not.toContain('extraheader');
  } finally {
    server.close();
  }
});

test('a base that was force-pushed away is still found while the server has it, else explained', async () => {
  const { folder, head, base, news } = pullRequest();
  gitIn(folder, 'checkout', '--quiet', 'main');
  gitIn(folder, 'commit', '--quiet', '--amend', '-m', 'rewritten');
  const work = checkout(folder, head, 1);
  expect(await baseIn(work, pull(news, head))).toMatchObject({ found: true, sha: base });

  const gone = checkout(folder, head, 1);
  gitIn(folder, 'update-ref', '-d', 'refs/pull/2/merge');
  gitIn(folder, 'reflog', 'expire', '--expire=now', '--all');
  gitIn(folder, 'gc', '--quiet', '--prune=now');
  expect(await baseIn(gone, pull(news, head))).toEqual({
    found: false,
    reason: expect.stringMatching(
      /^The base commit .* is not in this clone and could not be fetched: .*fetch-depth: 0/,
    ),
  });
});

test('a remote that cannot be reached is explained, without a question for a password', async () => {
  const { folder, head, news } = pullRequest();
  const work = checkout(folder, head, 1);
  gitIn(work, 'remote', 'set-url', 'origin', `file://${path.join(tmpdir(), 'tunegate-nowhere')}`);
  expect(await baseIn(work, pull(news, head))).toEqual({
    found: false,
    reason: expect.stringMatching(/could not be fetched: .*tunegate-nowhere/),
  });
});

test('unrelated histories have no base', async () => {
  const folder = newRepository();
  const main = commit(folder, { a: '1' });
  gitIn(folder, 'checkout', '--quiet', '--orphan', 'other');
  const head = commit(folder, { b: '1' });
  expect(await baseIn(folder, pull(main, head))).toEqual({
    found: false,
    reason: expect.stringContaining('no common history'),
  });
});

test('a merge group is compared with what it goes on top of', async () => {
  const { folder, merge, news } = pullRequest();
  const group = context('merge_group', (payload) => {
    payload.merge_group.head_sha = merge;
    payload.merge_group.base_sha = news;
  });
  expect(await baseIn(checkout(folder, merge, 1), group)).toEqual({
    found: true,
    sha: news,
    how: 'main before this merge group',
  });
});

test('a push to the default branch is compared with what was there; on another branch with the merge base', async () => {
  const { folder, base, head, news } = pullRequest();
  const push = (before: string, ref: string) =>
    context(
      'push',
      (payload) => {
        payload.before = before;
        payload.repository.default_branch = 'main';
      },
      ref,
    );
  expect(await baseIn(checkout(folder, news, 1), push(base, 'refs/heads/main'))).toEqual({
    found: true,
    sha: base,
    how: 'main before this push',
  });
  expect(await baseIn(checkout(folder, news, 1), push('0'.repeat(40), 'refs/heads/main'))).toEqual({
    found: false,
    reason: 'There is no base: the push created main.',
  });
  const work = clone(folder);
  gitIn(work, 'checkout', '--quiet', '--detach', head);
  expect(await baseIn(work, push(base, 'refs/heads/topic'))).toEqual({
    found: true,
    sha: base,
    how: 'merge base with main',
  });
});

test('on a push to another branch, a single-commit checkout is deepened with the default branch it lacks', async () => {
  const { folder, base, head } = pullRequest(60);
  const push = context(
    'push',
    (payload) => {
      payload.before = head;
      payload.repository.default_branch = 'main';
    },
    'refs/heads/topic',
  );
  expect(await baseIn(checkout(folder, head, 1), push)).toEqual({
    found: true,
    sha: base,
    how: 'merge base with main',
  });
});

test('a run without a base of its own takes the spec’s, and finds nothing to compare on the default branch', async () => {
  const { folder, base, head, news } = pullRequest();
  gitIn(folder, 'tag', '-a', 'v1', '-m', 'one', head);
  const nightly = context('push', (payload) => {
    payload.repository.default_branch = 'main';
  });
  const other = { ...nightly, kind: 'other' } as const;
  const work = checkout(folder, news, 1);
  write(work, { 'downloaded.csv': '1' });
  expect(await baseIn(work, other)).toEqual({
    found: false,
    reason: 'There is nothing to compare: what is checked out is part of main already.',
  });
  expect(await baseIn(work, other, { ref: 'topic' })).toEqual({
    found: true,
    sha: base,
    how: 'merge base with topic',
  });
  for (const ref of ['v1', head]) {
    const fresh = checkout(folder, news, 1);
    expect(await baseIn(fresh, other, { ref })).toMatchObject({ found: true, sha: head });
  }
  expect(await baseIn(work, other, { ref: 'nowhere' })).toEqual({
    found: false,
    reason: 'There is no base: the branch nowhere was not found.',
  });
});

test('on the command line: the default branch’s merge base, from a subfolder and with local branches only, too', async () => {
  const { folder, base } = pullRequest();
  const work = clone(folder, '--branch', 'topic');
  expect(await baseOf(work)).toEqual({ found: true, sha: base, how: 'merge base with origin/main' });
  write(work, { 'models/a/tune.yml': '' });
  expect(await baseOf(path.join(work, 'models/a'))).toMatchObject({ sha: base });
  gitIn(folder, 'checkout', '--quiet', 'topic');
  expect(await baseOf(folder)).toEqual({ found: true, sha: base, how: 'merge base with main' });
});

test('on the command line: a branch means its merge base, a tag or commit means itself', async () => {
  const { folder, base, head, news } = pullRequest();
  gitIn(folder, 'tag', '-a', 'v1', '-m', 'one', news);
  gitIn(folder, 'checkout', '--quiet', 'topic');
  expect(await baseOf(folder, 'main')).toEqual({ found: true, sha: base, how: 'merge base with main' });
  expect(await baseOf(folder, 'v1')).toEqual({ found: true, sha: news, how: 'v1' });
  expect(await baseOf(folder, news.slice(0, 10))).toMatchObject({ sha: news });
  expect(await baseOf(folder, 'HEAD~1')).toMatchObject({ sha: base });
  const work = clone(folder, '--branch', 'main');
  expect(await baseOf(work, 'topic')).toEqual({
    found: true,
    sha: base,
    how: 'merge base with origin/topic',
  });
  for (const ref of ['nowhere', '--all', '']) {
    expect(await baseOf(folder, ref)).toEqual({
      found: false,
      reason: expect.stringContaining(`git knows no ${JSON.stringify(ref)} here`),
    });
  }
  expect(head).not.toBe(base);
});

test('HEAD that is the base itself: the commit before when clean and no base was named, the commit when something is changed', async () => {
  const { folder, news } = pullRequest();
  for (const ref of [undefined, 'main', 'HEAD', news]) {
    rmSync(path.join(folder, 'new.ts'), { force: true });
    expect(await baseOf(folder, ref)).toEqual(
      ref === undefined
        ? { found: true, sha: gitIn(folder, 'rev-parse', 'HEAD~1'), how: 'the commit before HEAD' }
        : {
            found: false,
            reason: expect.stringMatching(
              /^There is nothing to compare: HEAD is the base itself .*--base HEAD~1/,
            ),
          },
    );
    write(folder, { 'new.ts': '1' });
    expect(await baseOf(folder, ref)).toEqual({
      found: true,
      sha: news,
      how: 'HEAD, without the changes that are not committed',
    });
  }
});

test('no repository, no commit, no known branch: each has its reason', async () => {
  expect(await baseOf(temporaryFolder())).toEqual({
    found: false,
    reason: 'There is no base: this folder is not in a git repository.',
  });
  const folder = newRepository();
  expect(await baseOf(folder)).toEqual({
    found: false,
    reason: 'There is no base: the repository has no commit.',
  });
  gitIn(folder, 'checkout', '--quiet', '-b', 'trunk');
  const sha = commit(folder, { a: '1' });
  expect(await baseOf(folder)).toEqual({
    found: false,
    reason: expect.stringContaining('Name one with --base'),
  });
  write(folder, { a: '2' });
  expect(await baseOf(folder)).toMatchObject({ found: true, sha });
});
