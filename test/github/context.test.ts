import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ContextError, readContext } from '../../src/github/context.ts';
import { examplePayload, type RunnerOptions, runnerEnvironment } from './runner.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-context-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(options: Omit<RunnerOptions, 'folder'>, more: Record<string, string> = {}) {
  return readContext({ ...runnerEnvironment({ folder, ...options }), ...more });
}

const sha = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

test('a pull request belongs to the head of its branch, not to the merge commit', () => {
  const context = run({ event: 'pull_request', payload: examplePayload('pull_request', 'opened') });
  expect(context).toMatchObject({
    kind: 'pull-request',
    repository: { owner: 'Codertocat', name: 'Hello-World' },
    headSha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
    checkoutSha: sha,
    number: 2,
    base: { sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e', ref: 'master' },
    defaultBranch: 'master',
    runUrl: 'https://github.com/Codertocat/Hello-World/actions/runs/1296269',
  });
  expect(context).not.toHaveProperty('readOnly');
});

test('forks, deleted forks and Dependabot have a token that may only read', () => {
  const payload = examplePayload('pull_request', 'opened');
  payload.pull_request.head.repo.full_name = 'someone/Hello-World';
  expect(run({ event: 'pull_request', payload })).toMatchObject({ readOnly: 'fork' });
  payload.pull_request.head.repo = null;
  expect(run({ event: 'pull_request', payload })).toMatchObject({ readOnly: 'fork' });
  const own = examplePayload('pull_request', 'opened');
  expect(run({ event: 'pull_request', payload: own, actor: 'dependabot[bot]' })).toMatchObject({
    readOnly: 'dependabot',
  });
});

test('a merge group has its own head and base', () => {
  expect(run({ event: 'merge_group', payload: examplePayload('merge_group') })).toMatchObject({
    kind: 'merge-group',
    headSha: '2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d',
    base: { sha: '380387fbc80638b734a49e1be1c4dfec1c01b33c', ref: 'main' },
  });
});

test('a push knows what was there before, unless it created the branch', () => {
  const created = run({ event: 'push', payload: examplePayload('push', undefined, 0) });
  expect(created).toMatchObject({ kind: 'push', headSha: sha });
  expect(created).not.toHaveProperty('before');
  expect(run({ event: 'push', payload: examplePayload('push', undefined, 1) })).toMatchObject({
    before: '6113728f27ae82c7b1a177c8d03f9e96e0adf246',
  });
});

test('pull_request_target is refused with the reason', () => {
  const context = run({ event: 'pull_request_target', payload: examplePayload('pull_request', 'opened') });
  expect(context.kind).toBe('refused');
  expect(context.kind === 'refused' && context.reason).toMatch(/write access.*`on: pull_request`/);
});

test('any other event is a run without a pull request, also one that is not invented yet', () => {
  expect(run({ event: 'workflow_dispatch', payload: examplePayload('workflow_dispatch') }).kind).toBe(
    'other',
  );
  expect(run({ event: 'schedule', payload: { schedule: '0 3 * * 1' } }).kind).toBe('other');
  expect(run({ event: 'moon_phase', payload: {} }).kind).toBe('other');
});

test('addresses come from the runner: GitHub Enterprise Server, re-runs, forges without GraphQL', () => {
  const context = run(
    { event: 'schedule', payload: {} },
    {
      GITHUB_SERVER_URL: 'https://git.example.com/',
      GITHUB_API_URL: 'https://git.example.com/api/v3',
      GITHUB_GRAPHQL_URL: '',
      GITHUB_RUN_ATTEMPT: '3',
    },
  );
  expect(context.urls).toEqual({ server: 'https://git.example.com', api: 'https://git.example.com/api/v3' });
  expect(context.runUrl).toBe(
    'https://git.example.com/Codertocat/Hello-World/actions/runs/1296269/attempts/3',
  );
});

test('outside of Actions the error leads to the command line', () => {
  expect(() => readContext({})).toThrow(/GITHUB_EVENT_NAME is not set.*npx tunegate run/);
});

test('a payload that is broken or not of its event is named', () => {
  const env = runnerEnvironment({ folder, event: 'pull_request', payload: {} });
  expect(() => readContext(env)).toThrow(/payload of the pull_request event.*pull_request: /);
  const payload = examplePayload('pull_request', 'opened');
  payload.pull_request.head.sha = 'main; rm -rf /';
  expect(() => run({ event: 'pull_request', payload })).toThrow(
    /pull_request\.head\.sha: expected a full commit hash/,
  );
  writeFileSync(env.GITHUB_EVENT_PATH!, '{');
  expect(() => readContext(env)).toThrow(ContextError);
  expect(() => readContext({ ...env, GITHUB_EVENT_PATH: path.join(folder, 'nowhere') })).toThrow(/ENOENT/);
});

test('variables of the wrong form are named', () => {
  const options = { event: 'schedule', payload: {} };
  expect(() => run(options, { GITHUB_REPOSITORY: 'Hello-World' })).toThrow(/owner\/name/);
  expect(() => run(options, { GITHUB_RUN_ID: 'x' })).toThrow(/GITHUB_RUN_ID/);
});
