import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Annotation } from '../../src/github/api.ts';
import { commentMarker } from '../../src/github/comment.ts';
import { readContext } from '../../src/github/context.ts';
import { type GitHub, openGitHub, type Publication, reportAbandoned } from '../../src/github/github.ts';
import { readInputs } from '../../src/github/inputs.ts';
import { byteLength } from '../../src/github/size.ts';
import { block, writtenByUs } from '../../src/report/safe.ts';
import { type FakeGitHub, type FakeOptions, jobToken, startFakeGitHub, type Token } from './fake-github.ts';
import { temporaryFolder } from './git-fixture.ts';
import {
  examplePayload,
  parseCommandFile,
  type RunnerOptions,
  runnerEnvironment,
  runnerFiles,
} from './runner.ts';

const head = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';
const retry = { attempts: 3, backoffMs: 1, longestWaitMs: 2000 };
const folder = temporaryFolder();
const summaryFile = path.join(folder, 'summary.md');
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

/** A step's surroundings: the fake, and what the runner sets, in this process's environment. */
async function step(fakeOptions: FakeOptions = {}, runnerOptions: Partial<RunnerOptions> = {}) {
  fake = await startFakeGitHub(fakeOptions);
  const env = runnerEnvironment({
    folder,
    event: 'pull_request',
    payload: examplePayload('pull_request', 'opened'),
    github: fake,
    ...runnerOptions,
  });
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const context = readContext();
  const inputs = readInputs();
  return { fake, context, inputs, open: () => openGitHub(context, inputs, { retry, timeoutMs: 2000 }) };
}

const publication: Publication = {
  name: 'digits',
  outcome: 'regressed',
  title: 'val_accuracy fell by 0.021',
  comment: block`The model got worse.`,
  checkSummary: block`check summary`,
  jobSummary: block`job summary`,
};

async function startAndPublish(github: GitHub, change: Partial<Publication> = {}) {
  await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
  return await github.publish({ ...publication, ...change });
}

function withoutPermission(name: keyof Token['permissions']): Record<string, Token> {
  const { [name]: _, ...permissions } = jobToken.permissions;
  return { 'job-token': { ...jobToken, permissions } };
}

const marker = commentMarker('', 'digits');
const ending = `<!-- tunegate-run:1296269/1 -->\n${marker}\n`;

test.each(['', '/api/v3'] as const)(
  'a first run comments, concludes the check, fills the summary (API at %j)',
  async (basePath) => {
    const { fake, open } = await step({ basePath });
    const github = await open();
    await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
    expect(fake.state.checks).toMatchObject([
      { name: 'tunegate', headSha: head, status: 'in_progress', title: 'Searching' },
    ]);
    const published = await github.publish(publication);
    const check = fake.state.checks[0]!;
    const comment = fake.state.comments[0]!;
    expect(check).toMatchObject({
      status: 'completed',
      conclusion: 'failure',
      title: 'val_accuracy fell by 0.021',
      summary: block`check summary\n\n<!-- tunegate-outcome:regressed -->\n`,
      detailsUrl: `${fake.serverUrl}/Codertocat/Hello-World/actions/runs/1296269`,
    });
    expect(comment.body).toBe(`The model got worse.\n\n${ending}`);
    expect(readFileSync(summaryFile, 'utf8').trim()).toBe('job summary');
    expect(published).toEqual({
      commentUrl: `${fake.serverUrl}/Codertocat/Hello-World/pull/2#issuecomment-${comment.id}`,
      checkUrl: `${fake.serverUrl}/Codertocat/Hello-World/runs/${check.id}`,
      unposted: false,
    });
    expect(github.notices).toEqual([]);
    expect(fake.writes()).toHaveLength(3);
  },
);

test('a second run updates its own comment, behind three hundred others and past impostors', async () => {
  const comments = [
    { pullRequest: 2, author: 'mallory', body: `not yours\n\n${marker}` },
    ...Array.from({ length: 298 }, (_, index) => ({
      pullRequest: 2,
      author: 'ada',
      body: `remark ${index}`,
    })),
    { pullRequest: 2, author: jobToken.login, body: `other study\n\n${commentMarker('', 'other')}\n` },
    { pullRequest: 2, author: jobToken.login, body: `quotes ${marker} in passing` },
    { pullRequest: 2, author: jobToken.login, body: `old verdict\r\n\r\n${marker}\r\n` },
  ];
  const { fake, open } = await step({ comments });
  await startAndPublish(await open());
  expect(fake.state.comments).toHaveLength(302);
  expect(fake.state.comments.filter(({ edits }) => edits > 0)).toMatchObject([
    { body: `The model got worse.\n\n${ending}`, author: jobToken.login },
  ]);
  expect(fake.state.comments.at(-1)?.edits).toBe(1);
  expect(fake.requests.filter(({ path }) => path.endsWith('/comments'))).toHaveLength(4);
});

test('a personal token finds its comments by its own login; checks need an app, so a status stands in', async () => {
  const personal: Token = {
    login: 'robot',
    kind: 'user',
    permissions: { contents: 'read', issues: 'write', checks: 'write', statuses: 'write' },
  };
  const { fake, open } = await step(
    {
      tokens: { personal },
      comments: [
        { pullRequest: 2, author: jobToken.login, body: `theirs\n\n${marker}` },
        { pullRequest: 2, author: 'robot', body: `mine\n\n${marker}` },
      ],
    },
    { inputs: { 'github-token': 'personal' } },
  );
  const github = await open();
  const published = await startAndPublish(github);
  expect(fake.state.comments.map(({ edits }) => edits)).toEqual([0, 1]);
  expect(fake.state.statuses).toMatchObject([
    { sha: head, context: 'tunegate', state: 'pending', description: 'Searching' },
    { sha: head, context: 'tunegate', state: 'failure', description: 'val_accuracy fell by 0.021' },
  ]);
  expect(published.checkUrl).toBeUndefined();
  expect(github.notices).toEqual([
    'A commit status stands in for the check. The token may not create a check. Add `checks: write` to the `permissions:` of the workflow’s job.',
  ]);
});

test('where GraphQL does not tell who we are, the job’s own login is assumed', async () => {
  const { fake, open } = await step({
    comments: [{ pullRequest: 2, author: jobToken.login, body: `old\n\n${marker}` }],
  });
  fake.fail({ method: 'POST', path: /^\/graphql$/, how: 404, message: 'Not Found' });
  await startAndPublish(await open());
  expect(fake.state.comments).toMatchObject([{ edits: 1 }]);
});

test('a comment that is deleted between the look and the update is created anew', async () => {
  const { fake, open } = await step({
    comments: [{ pullRequest: 2, author: jobToken.login, body: `old\n\n${marker}` }],
  });
  fake.fail({ method: 'PATCH', path: /\/issues\/comments\//, how: 404, message: 'Not Found' });
  await startAndPublish(await open());
  expect(fake.state.comments).toMatchObject([{ edits: 0, body: `The model got worse.\n\n${ending}` }]);
});

test.each(['lost', 'cut', 502] as const)(
  'no write is done twice when a connection fails (%s)',
  async (how) => {
    const { fake, open } = await step();
    fake.fail({ method: 'POST', path: /\/comments$/, how });
    fake.fail({ method: 'POST', path: /\/check-runs$/, how });
    fake.fail({ method: 'PATCH', path: /\/check-runs\//, how });
    const github = await open();
    const annotations = Array.from({ length: 60 }, (_, index) => remark(index + 1));
    await startAndPublish(github, { annotations });
    expect(fake.state.comments).toHaveLength(1);
    expect(fake.state.checks).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
    expect(fake.state.checks[0]!.annotations.map(({ start_line }) => start_line)).toEqual(
      annotations.map(({ startLine }) => startLine),
    );
    expect(github.notices).toEqual([]);
  },
);

test('a rate limit is waited for when it is short, else it becomes a notice, and nothing fails', async () => {
  const { fake, open } = await step();
  const message = 'You have exceeded a secondary rate limit.';
  fake.fail({ method: 'POST', path: /\/check-runs$/, how: 403, headers: { 'retry-after': '0' }, message });
  fake.fail({ method: 'POST', path: /\/comments$/, how: 429, headers: { 'retry-after': '600' }, message });
  const github = await open();
  await startAndPublish(github);
  expect(fake.state.checks).toMatchObject([{ conclusion: 'failure' }]);
  expect(github.notices).toEqual([
    'GitHub could not comment on the pull request: You have exceeded a secondary rate limit.',
  ]);
  expect(readFileSync(summaryFile, 'utf8')).toContain('> GitHub could not comment on the pull request: ');
});

test('a check that could not be created while GitHub was away is created and concluded at the end', async () => {
  const { fake, open } = await step();
  fake.fail({ method: 'POST', path: /\/check-runs$/, how: 503, times: retry.attempts });
  const github = await open();
  await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
  expect(fake.state.checks).toEqual([]);
  const { checkUrl } = await github.publish(publication);
  expect(fake.state.checks).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
  expect(checkUrl).toBe(`${fake.serverUrl}/Codertocat/Hello-World/runs/${fake.state.checks[0]!.id}`);
});

test('without pull-requests: write there is a check, and the notice names the line to add', async () => {
  const { fake, open } = await step({ tokens: withoutPermission('pull-requests') });
  const github = await open();
  const published = await startAndPublish(github);
  expect(published.commentUrl).toBeUndefined();
  expect(github.notices).toEqual([
    'The token may not list the comments of the pull request. Add `pull-requests: write` to the `permissions:` of the workflow’s job.',
  ]);
  expect(fake.state.checks[0]!.summary).toMatch(/^check summary\n\n> \[!NOTE\]\n> The token may not/);
  expect(log).toMatch(/^::warning::The token may not list the comments/m);
});

test('without checks: write and statuses: write there is a comment, and the notice names the line to add', async () => {
  const { fake, open } = await step({ tokens: withoutPermission('checks') });
  const github = await open();
  await startAndPublish(github);
  expect(fake.state.comments).toHaveLength(1);
  expect(github.notices).toEqual([
    'The token may not create a check. Add `checks: write` to the `permissions:` of the workflow’s job.',
  ]);
});

test('on a fork’s pull request the advice is not to add a permission, and it is said once', async () => {
  const payload = examplePayload('pull_request', 'opened');
  payload.pull_request.head.repo.full_name = 'someone/Hello-World';
  const readOnly: Token = {
    ...jobToken,
    permissions: { contents: 'read', 'pull-requests': 'read', checks: 'read' },
  };
  const { fake, open } = await step({ tokens: { 'job-token': readOnly } }, { payload });
  const github = await open();
  expect(await startAndPublish(github)).toEqual({ unposted: true });
  expect(github.notices).toEqual([
    'This pull request comes from a fork, so the token of this run may only read: the report is on the run’s summary page, not in a comment.',
  ]);
  expect(readFileSync(summaryFile, 'utf8')).toContain('job summary');
  expect(fake.state.comments).toEqual([]);
});

test('a wrong token does not stop the run', async () => {
  const { open } = await step({}, { inputs: { 'github-token': 'stale' } });
  const github = await open();
  expect(await startAndPublish(github)).toEqual({ unposted: true });
  expect(github.notices).toEqual(['GitHub refused to accept the token (401): Bad credentials']);
});

test('without a token no request is made; the summary is written', async () => {
  const { fake, open } = await step({}, { inputs: { 'github-token': '' } });
  const github = await open();
  expect(await startAndPublish(github)).toEqual({ unposted: true });
  expect(fake.requests).toEqual([]);
  expect(readFileSync(summaryFile, 'utf8')).toContain('job summary');
  expect(github.notices).toHaveLength(1);
});

test('comment: never, and events without a pull request, leave the check alone on the right commit', async () => {
  const never = await step({}, { inputs: { comment: block`never` } });
  await startAndPublish(await never.open());
  expect(never.fake.state.comments).toEqual([]);
  expect(never.fake.state.checks).toMatchObject([{ headSha: head, conclusion: 'failure' }]);
  await never.fake.close();

  const group = await step({}, { event: 'merge_group', payload: examplePayload('merge_group') });
  await startAndPublish(await group.open(), { outcome: 'unchanged' });
  expect(group.fake.state.comments).toEqual([]);
  expect(group.fake.state.checks).toMatchObject([
    { headSha: '2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d', conclusion: 'success', name: 'tunegate' },
  ]);
});

test('an id gives a check and a comment of its own', async () => {
  const { fake, open } = await step(
    { comments: [{ pullRequest: 2, author: jobToken.login, body: `no id\n\n${marker}` }] },
    { inputs: { id: 'a/b' } },
  );
  await startAndPublish(await open());
  expect(fake.state.checks).toMatchObject([{ name: 'tunegate (a/b)' }]);
  expect(fake.state.comments).toMatchObject([
    { edits: 0 },
    { body: expect.stringContaining('tunegate:a%2Fb/digits') },
  ]);
});

describe('when to comment', () => {
  const old = [{ pullRequest: 2, author: jobToken.login, body: `old\n\n${marker}` }];
  test.each([
    ['always', 'unchanged', true],
    ['on-change', 'unchanged', false],
    ['on-change', 'improved', true],
    ['on-change', 'inconclusive', true],
    ['on-regression', 'improved', false],
    ['on-regression', 'regressed', true],
    ['never', 'regressed', false],
  ] as const)('%s, %s: a new one %s', async (comment, outcome, written) => {
    const { fake, open } = await step({}, { inputs: { comment } });
    const published = await startAndPublish(await open(), { outcome });
    expect(fake.state.comments).toHaveLength(written ? 1 : 0);
    expect(published.unposted).toBe(false);
  });

  test.each(['on-change', 'on-regression'] as const)(
    '%s: what is there is kept up to date',
    async (comment) => {
      const { fake, open } = await step({ comments: old }, { inputs: { comment } });
      await startAndPublish(await open(), { outcome: 'unchanged' });
      expect(fake.state.comments).toMatchObject([{ edits: 1 }]);
    },
  );
});

test('recreate-comment: a new comment at the end, and the old one is gone', async () => {
  const comments = [
    { pullRequest: 2, author: jobToken.login, body: `old\n\n${marker}` },
    { pullRequest: 2, author: 'ada', body: 'hm' },
  ];
  const { fake, open } = await step({ comments }, { inputs: { 'recreate-comment': 'true' } });
  const github = await open();
  await startAndPublish(github);
  expect(fake.state.comments).toMatchObject([{ author: 'ada' }, { edits: 0, author: jobToken.login }]);
  // The same run once more (its answer was lost, say) does not add another.
  await github.publish(publication);
  expect(fake.state.comments).toMatchObject([{ author: 'ada' }, { edits: 1 }]);
});

test.each(['lost', 'cut', 502] as const)(
  'recreate-comment: one comment, also when the answer is %s',
  async (how) => {
    const comments = [{ pullRequest: 2, author: jobToken.login, body: `old\n\n${marker}` }];
    const { fake, open } = await step({ comments }, { inputs: { 'recreate-comment': 'true' } });
    fake.fail({ method: 'POST', path: /\/comments$/, how });
    fake.fail({ method: 'DELETE', path: /\/comments\//, how });
    await startAndPublish(await open());
    expect(fake.state.comments).toHaveLength(1);
    expect(fake.state.comments[0]!.body).toContain('got worse');
  },
);

test('a comment that listings do not show yet is not written twice', async () => {
  const { fake, open } = await step({ listingLag: 1 });
  fake.fail({ method: 'POST', path: /\/comments$/, how: 'lost' });
  await startAndPublish(await open());
  expect(fake.state.comments).toHaveLength(1);
});

test('two of ours become one', async () => {
  const comments = [1, 2].map(() => ({ pullRequest: 2, author: jobToken.login, body: `old\n\n${marker}` }));
  const { fake, open } = await step({ comments });
  await startAndPublish(await open());
  expect(fake.state.comments).toMatchObject([{ edits: 1 }]);
});

test('a later run’s comment stays', async () => {
  const body = `newer\n\n<!-- tunegate-run:1296270/1 -->\n${marker}\n`;
  const { fake, open } = await step({ comments: [{ pullRequest: 2, author: jobToken.login, body }] });
  const { commentUrl, unposted } = await startAndPublish(await open());
  expect(fake.state.comments).toMatchObject([{ edits: 0, body }]);
  expect(commentUrl).toContain('#issuecomment-');
  expect(unposted).toBe(false);
  expect(log).toContain('A later run has reported');
});

test('a head that moved on meanwhile: the result says so before all', async () => {
  const { fake, open } = await step({ pullRequests: [{ headSha: 'b'.repeat(40) }] });
  await startAndPublish(await open());
  expect(fake.state.comments[0]!.body).toMatch(
    /^⏳ This is about an earlier commit, `ec26c3e57ca3`\. The pull request is at `b{12}` now\.\n\nThe model got worse\./,
  );
  expect(fake.state.checks).toMatchObject([{ headSha: head, conclusion: 'failure' }]);
});

test('progress: the newest word, at most once in a while, and none after the conclusion', async () => {
  const { fake, context, inputs } = await step();
  const github = await openGitHub(context, inputs, { retry, progressMs: 60 });
  await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
  const titles = () => fake.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
  for (let i = 1; i <= 50; i++) github.showProgress({ title: `${i} of 60 trials`, summary: block`so far` });
  expect(titles()).toEqual([]);
  await vi.waitFor(() => expect(fake.state.checks[0]!.title).toBe('50 of 60 trials'));
  expect(titles()).toHaveLength(1);
  github.showProgress({ title: '60 of 60 trials', summary: block`so far` });
  await github.publish(publication);
  expect(fake.state.checks).toMatchObject([{ status: 'completed', title: 'val_accuracy fell by 0.021' }]);
  expect(titles()).toHaveLength(2);
});

test('no text is too long for GitHub', async () => {
  const { fake, open } = await step();
  const row = `| ${'é'.repeat(50)} |\n`;
  const huge = writtenByUs(`# Verdict\n\n<details>\n\n\`\`\`\n${row.repeat(20_000)}\`\`\`\n</details>\n`);
  const github = await open();
  await startAndPublish(github, {
    comment: huge,
    checkSummary: [huge, block`a shorter summary`],
    jobSummary: huge,
    title: 'é'.repeat(300),
  });
  const { body } = fake.state.comments[0]!;
  expect(byteLength(body)).toBeLessThanOrEqual(60_000);
  expect(byteLength(body)).toBeGreaterThan(59_000);
  expect(body).toMatch(/^# Verdict\n/);
  expect(body.trimEnd().endsWith(marker)).toBe(true);
  expect(fake.state.checks[0]!.summary).toMatch(/^a shorter summary\n/);
  const summary = readFileSync(summaryFile, 'utf8');
  expect(byteLength(summary)).toBeLessThanOrEqual(1024 * 1024);
  expect(byteLength(summary)).toBeGreaterThan(1_000_000);
  expect(github.notices).toEqual([]);
});

test('annotations keep to GitHub’s form', async () => {
  const { fake, open } = await step();
  await startAndPublish(await open(), {
    annotations: [
      {
        path: 'tune.yml',
        startLine: 3,
        startColumn: 5,
        level: 'failure',
        message: 'm',
        title: 't'.repeat(400),
      },
      {
        path: 'tune.yml',
        startLine: 3,
        endLine: 5,
        startColumn: 5,
        level: 'warning',
        message: 'x'.repeat(70_000),
      },
      { path: 'tune.yml', startLine: 7, level: 'notice', message: '' },
    ],
  });
  expect(fake.state.checks[0]!.annotations).toMatchObject([
    { start_line: 3, end_line: 3, start_column: 5, end_column: 5, annotation_level: 'failure' },
    { start_line: 3, end_line: 5, annotation_level: 'warning' },
    { start_line: 7, end_line: 7, annotation_level: 'notice', message: '(no message)' },
  ]);
  expect(fake.state.checks[0]!.annotations[1]).not.toHaveProperty('start_column');
});

function remark(line: number): Annotation {
  return { path: 'tune.yml', startLine: line, level: 'warning', message: `remark ${line}` };
}

/** The step's `post:`: the runner hands it what main saved. */
async function post(context: ReturnType<typeof readContext>, inputs: ReturnType<typeof readInputs>) {
  const saved = parseCommandFile(readFileSync(runnerFiles(folder).state, 'utf8'));
  for (const [name, value] of Object.entries(saved)) vi.stubEnv(`STATE_${name}`, value);
  const text = block`What was finished.`;
  const report = (ended: string) => ({
    title: `Ended: ${ended}`,
    name: 'digits',
    comment: text,
    checkSummary: text,
    jobSummary: text,
  });
  return await reportAbandoned(context, inputs, report, { retry });
}

test('post leaves alone what was reported', async () => {
  const { fake, open, context, inputs } = await step();
  await startAndPublish(await open());
  const before = fake.requests.length;
  expect(await post(context, inputs)).toBe('reported');
  expect(fake.requests).toHaveLength(before);
});

test('post concludes the check of a main that died', async () => {
  const { fake, open, context, inputs } = await step();
  const github = await open();
  await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
  expect(await post(context, inputs)).toBe('error');
  expect(fake.state.checks).toMatchObject([
    { status: 'completed', conclusion: 'failure', title: 'Ended: error', summary: block`What was finished.` },
  ]);
  expect(fake.state.comments).toMatchObject([{ body: `What was finished.\n\n${ending}` }]);
  expect(readFileSync(summaryFile, 'utf8')).toContain('What was finished.');
});

test.each([
  ['never', false, 0],
  ['on-regression', false, 0],
  ['on-regression', true, 1],
  ['always', true, 1],
] as const)('post comments as main would: comment %s, with one there: %s', async (mode, there, edits) => {
  const body = `old verdict\n\n${marker}\n`;
  const { fake, open, context, inputs } = await step(
    { comments: there ? [{ pullRequest: 2, author: jobToken.login, body }] : [] },
    { inputs: { comment: mode } },
  );
  await (await open()).startCheck({ title: 'Searching', summary: block`Just begun.` });
  expect(await post(context, inputs)).toBe('error');
  expect(fake.state.comments).toHaveLength(there ? 1 : 0);
  expect(fake.state.comments[0]?.edits ?? 0).toBe(edits);
});

test('main was killed between the conclusion of a cancelled run and its comment: post writes the comment', async () => {
  const { fake, open, context, inputs } = await step();
  const github = await open();
  await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
  github.remember({ cancelled: true });
  const stateFile = runnerFiles(folder).state;
  const before = readFileSync(stateFile, 'utf8');
  await github.publish({ ...publication, outcome: 'cancelled' });
  fake.state.comments.length = 0;
  writeFileSync(stateFile, before);
  expect(await post(context, inputs)).toBe('cancelled');
  expect(fake.state.checks).toMatchObject([{ conclusion: 'cancelled', title: 'val_accuracy fell by 0.021' }]);
  expect(fake.state.comments).toHaveLength(1);
});

test('what GitHub refuses one part of does not keep post from the others', async () => {
  const { fake, open, context, inputs } = await step();
  await (await open()).startCheck({ title: 'Searching', summary: block`Just begun.` });
  fake.fail({
    method: 'PATCH',
    path: /check-runs/,
    how: 403,
    message: 'Resource not accessible by integration',
  });
  expect(await post(context, inputs)).toBe('error');
  expect(fake.state.comments).toHaveLength(1);
  expect(log).toContain('checks: write');
});

test('post concludes the check of a cancelled main as cancelled', async () => {
  const { fake, open, context, inputs } = await step();
  const github = await open();
  await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
  github.remember({ cancelled: true, journal: '/w/.tunegate/journal.jsonl' });
  expect(await post(context, inputs)).toBe('cancelled');
  expect(fake.state.checks).toMatchObject([{ status: 'completed', conclusion: 'cancelled' }]);
});

test('post finds the check of a main that died before it learnt of its creation', async () => {
  const { fake, open, context, inputs } = await step();
  const stateFile = runnerFiles(folder).state;
  const github = await open();
  github.remember({});
  const early = readFileSync(stateFile, 'utf8');
  await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
  writeFileSync(stateFile, early);
  expect(await post(context, inputs)).toBe('error');
  expect(fake.state.checks).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
});

test('post does nothing when main ended before it began, or concluded and could not say so', async () => {
  const { fake, open, context, inputs } = await step();
  expect(await post(context, inputs)).toBe('reported');
  const github = await open();
  await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
  const stateFile = runnerFiles(folder).state;
  const before = readFileSync(stateFile, 'utf8');
  await github.publish({ ...publication, outcome: 'unchanged' });
  writeFileSync(stateFile, before);
  expect(await post(context, inputs)).toBe('reported');
  expect(fake.state.checks).toMatchObject([{ conclusion: 'success', title: 'val_accuracy fell by 0.021' }]);
});
