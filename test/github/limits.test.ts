import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readContext } from '../../src/github/context.ts';
import { openGitHub, type Publication } from '../../src/github/github.ts';
import { readInputs } from '../../src/github/inputs.ts';
import { block } from '../../src/report/safe.ts';
import { type FakeGitHub, type FakeOptions, type Fault, startFakeGitHub } from './fake-github.ts';
import { temporaryFolder } from './git-fixture.ts';
import { examplePayload, runnerEnvironment, runnerFiles } from './runner.ts';

// GitHub at its worst that is no fault of a single request: its limits, its slowness, its lists that lag behind.

const folder = temporaryFolder();
const retry = { attempts: 3, backoffMs: 1, longestWaitMs: 2000 };
let log = '';
let fake: FakeGitHub | undefined;
beforeEach(() => {
  log = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    log += text;
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  const closing = fake;
  fake = undefined;
  await closing?.close();
});

const publication: Publication = {
  name: 'digits',
  outcome: 'regressed',
  title: 'val_accuracy fell by 0.021',
  comment: block`The model got worse.`,
  checkSummary: block`check summary`,
  jobSummary: block`job summary`,
};

async function start(options: FakeOptions) {
  fake = await startFakeGitHub(options);
  return fake;
}

async function run(github: FakeGitHub, id = '', timeoutMs = 2000, faults: readonly Fault[] = []) {
  const payload = examplePayload('pull_request', 'opened');
  const env = runnerEnvironment({ folder, event: 'pull_request', payload, github, inputs: { id } });
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const opened = await openGitHub(readContext(), readInputs(), { retry, timeoutMs });
  for (const fault of faults) github.fail(fault);
  await opened.startCheck({ title: 'Searching', summary: block`Just begun.` });
  return { published: await opened.publish(publication), notices: opened.notices };
}

test('content is created too fast: what GitHub asks to wait is waited, and there is one comment a study', async () => {
  const github = await start({ limits: { content: 1, retryAfter: 1 } });
  await run(github, 'a');
  const { notices } = await run(github, 'b');
  expect(notices).toEqual([]);
  expect(github.state.comments).toHaveLength(2);
  expect(github.requests.filter(({ status }) => status === 403)).toHaveLength(1);
  expect(github.state.checks.map(({ status }) => status)).toEqual(['completed', 'completed']);
});

test('a secondary limit that lasts longer than a run waits becomes a notice, and nothing is tried again', async () => {
  const github = await start({ limits: { content: 0, retryAfter: 60 } });
  const { published, notices } = await run(github);
  expect(notices.join()).toContain('secondary rate limit');
  expect(published.unposted).toBe(true);
  expect(github.requests.filter(({ status }) => status === 403)).toHaveLength(1);
  expect(github.state.checks).toMatchObject([{ conclusion: 'failure' }]);
});

test.each([0, 1, 2, 3, 4, 5])('the limit of an hour is reached after %d requests', async (requests) => {
  const github = await start({ limits: { requests } });
  const { notices } = await run(github);
  expect(notices.join()).toContain('API rate limit exceeded');
  // What is left of the run asks once each, and does not insist.
  expect(github.requests.length).toBeLessThanOrEqual(requests + 6);
  expect(github.state.comments.length).toBeLessThanOrEqual(1);
  expect(readFileSync(runnerFiles(folder).summary, 'utf8')).toContain('job summary');
  expect(log).toContain('rate limit');
});

test('every answer is slow', async () => {
  const github = await start({ latencyMs: 150 });
  const { notices } = await run(github, '', 400);
  expect(notices).toEqual([]);
  expect(github.state.comments).toHaveLength(1);
  expect(github.state.checks).toMatchObject([{ status: 'completed' }]);
});

test('every answer comes too late, though all is done: one comment, one check', async () => {
  const github = await start({ latencyMs: 300 });
  await run(github, '', 100);
  expect(github.state.comments.length).toBeLessThanOrEqual(1);
  expect(github.state.checks.length).toBeLessThanOrEqual(3);
});

test('Gitea and Forgejo: no check runs and no GraphQL, so a status and one comment, which the next run updates', async () => {
  const permissions = { contents: 'read', 'pull-requests': 'write', statuses: 'write' } as const;
  const github = await start({
    basePath: '/api/v1',
    tokens: { 'job-token': { login: 'gitea-actions', kind: 'user', permissions } },
  });
  // What is to be expected there is not worth a word.
  vi.stubEnv('GITEA_ACTIONS', 'true');
  for (const { published, notices } of [await run(github), await run(github)])
    expect({ notices, unposted: published.unposted }).toEqual({ notices: [], unposted: false });
  expect(github.state.statuses.map(({ state }) => state)).toEqual([
    'pending',
    'failure',
    'pending',
    'failure',
  ]);
  expect(github.state.comments).toMatchObject([{ author: 'gitea-actions', edits: 1 }]);
});

test('a check whose creation got lost and that listings do not show yet: none is left open', async () => {
  const github = await start({ checkLag: 1 });
  await run(github, '', 2000, [{ method: 'POST', path: /check-runs$/, how: 'lost' }]);
  expect(github.state.checks).toMatchObject([
    { status: 'completed', conclusion: 'neutral', title: 'Begun twice' },
    { status: 'completed', conclusion: 'failure' },
  ]);
});
