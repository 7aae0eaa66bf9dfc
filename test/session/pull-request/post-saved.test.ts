import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readContext } from '../../../src/github/context.ts';
import { readInputs } from '../../../src/github/inputs.ts';
import { postSaved } from '../../../src/session/pull-request/post-saved.ts';
import { encodePosting, type Posting } from '../../../src/session/pull-request/posting.ts';
import { failureOf } from '../../../src/session/pull-request/publication.ts';
import { type FakeGitHub, type FakeOptions, startFakeGitHub, type Token } from '../../github/fake-github.ts';
import { temporaryFolder } from '../../github/git-fixture.ts';
import { examplePayload, parseCommandFile, runnerEnvironment, runnerFiles } from '../../github/runner.ts';
import { zipOf } from '../../github/zip-fixture.ts';
import { results, verdicts } from '../../report/fixtures.ts';

const sha = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';
const run = 777;
const folder = temporaryFolder();
const retry = { attempts: 2, backoffMs: 1, longestWaitMs: 10 };

/** What the documentation of the posting workflow asks for. */
const posterToken: Token = {
  login: 'github-actions[bot]',
  kind: 'installation',
  permissions: { actions: 'read', checks: 'write', 'pull-requests': 'write' },
};

const posting: Posting = {
  kind: 'results',
  id: '',
  headSha: sha,
  pullRequest: 2,
  results: { ...results, verdict: verdicts.regressed },
  cancelled: false,
};

const fork = { headLabel: 'someone:changes', headRepository: 'someone/Hello-World' };

let fake: FakeGitHub | undefined;
let log = '';
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

interface Case {
  readonly posting?: Posting | string;
  readonly zip?: Buffer;
  readonly fakeOptions?: FakeOptions;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly change?: (workflowRun: Record<string, unknown>) => void;
  readonly keep?: boolean;
}

async function post(given: Case = {}) {
  const content = given.posting ?? posting;
  const text = typeof content === 'string' ? content : encodePosting(content);
  const zip = given.zip ?? zipOf([{ name: 'tunegate-posting.json', content: text }]);
  if (!given.keep)
    fake = await startFakeGitHub({
      tokens: { 'job-token': posterToken },
      pullRequests: [fork],
      artifacts: [{ run, name: 'tunegate', zip }],
      ...given.fakeOptions,
    });
  const payload = examplePayload('workflow_run', 'completed');
  Object.assign(payload.workflow_run, {
    id: run,
    run_attempt: 2,
    event: 'pull_request',
    head_sha: sha,
    head_branch: 'changes',
    head_repository: { full_name: fork.headRepository },
    html_url: 'https://github.com/Codertocat/Hello-World/actions/runs/777',
  });
  given.change?.(payload.workflow_run);
  const env = runnerEnvironment({
    folder,
    event: 'workflow_run',
    payload,
    github: fake!,
    inputs: given.inputs ?? {},
  });
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const context = readContext();
  if (context.kind !== 'finished-run') throw new Error('another kind of run');
  await postSaved(context, readInputs(), { retry });
  return { fake: fake!, outputs: parseCommandFile(readFileSync(runnerFiles(folder).output, 'utf8')) };
}

test('posts to the pull request of a fork, rendered here', async () => {
  const { fake, outputs } = await post();
  expect(fake.state.checks).toMatchObject([
    {
      name: 'tunegate',
      headSha: sha,
      conclusion: 'failure',
      externalId: 'tunegate/777/2/',
      detailsUrl: 'https://github.com/Codertocat/Hello-World/actions/runs/777',
    },
  ]);
  expect(fake.state.comments).toMatchObject([{ pullRequest: 2 }]);
  expect(fake.state.comments[0]!.body).toContain('the model got worse');
  expect(fake.state.comments[0]!.body).toContain('another one posted it');
  expect(outputs).toMatchObject({ conclusion: 'regressed', regressed: 'true' });
});

test('posting again changes what is there and adds nothing', async () => {
  await post();
  const { fake } = await post({ keep: true });
  expect(fake.state.comments).toMatchObject([{ edits: 1 }]);
  expect(fake.state.checks).toMatchObject([{ conclusion: 'failure' }]);
});

test('a failure is a check with its places and no comment', async () => {
  const annotations = [{ path: 'tune.yml', startLine: 3, level: 'failure' as const, message: 'bad' }];
  const failure = { ...failureOf(new Error('x'), 'tune.yml'), annotations };
  const { fake } = await post({
    posting: { kind: 'error', id: '', headSha: sha, pullRequest: 2, failure },
  });
  expect(fake.state.comments).toEqual([]);
  expect(fake.state.checks[0]).toMatchObject({ conclusion: 'failure', annotations: [{ start_line: 3 }] });
});

test('the pull request is the one that GitHub names, whatever the artifact says', async () => {
  const pullRequests = [
    { ...fork, number: 2 },
    { number: 3, headSha: 'b'.repeat(40) },
  ];
  const { fake } = await post({ posting: { ...posting, pullRequest: 3 }, fakeOptions: { pullRequests } });
  expect(fake.state.comments).toMatchObject([{ pullRequest: 2 }]);
});

test('one branch, two pull requests: the artifact may say which', async () => {
  const pullRequests = [fork, { ...fork, number: 5, baseRef: 'release' }];
  const { fake } = await post({ posting: { ...posting, pullRequest: 5 }, fakeOptions: { pullRequests } });
  expect(fake.state.comments).toMatchObject([{ pullRequest: 5 }]);
});

test.each([
  ['a head that moved on', { headSha: 'b'.repeat(40) }],
  ['another repository with the same branch', { headRepository: 'someone/else' }],
])('%s: the check alone, on the commit that was measured', async (_, change) => {
  const { fake } = await post({ fakeOptions: { pullRequests: [{ ...fork, ...change }] } });
  expect(fake.state.comments).toEqual([]);
  expect(fake.state.checks).toMatchObject([{ headSha: sha, conclusion: 'failure' }]);
  expect(log).toContain('No pull request has ec26c3e57ca3 at its head');
});

test('a fork that was deleted meanwhile', async () => {
  const { fake } = await post({ change: (item) => (item['head_repository'] = null) });
  expect(fake.state.checks).toHaveLength(1);
  expect(fake.state.comments).toEqual([]);
});

describe('nothing to post is no failure', () => {
  test.each([
    ['a run of another event', { change: (item: Record<string, unknown>) => (item['event'] = 'push') }],
    ['a run without the artifact', { inputs: { artifact: 'other' } }],
    ['an artifact of another id', { inputs: { id: 'vision' } }],
    ['an artifact with other files', { zip: zipOf([{ name: 'results.json', content: '{}' }]) }],
  ])('%s', async (_, given: Case) => {
    const { fake } = await post(given);
    expect(fake.writes()).toEqual([]);
    expect(log).toContain('Nothing to post');
  });
});

describe('what cannot be trusted is not posted', () => {
  test.each([
    [
      'a posting about another commit',
      { posting: { ...posting, headSha: 'c'.repeat(40) } },
      /is about commit c{12}/,
    ],
    ['no JSON', { posting: 'hello' }, /not JSON/],
    ['no zip', { zip: Buffer.from('hello') }, /not a zip file/],
    [
      'a bomb',
      { zip: zipOf([{ name: 'tunegate-posting.json', content: ' '.repeat(40_000_000) }]) },
      /longer than/,
    ],
    [
      'a file of many entries',
      { zip: zipOf(Array.from({ length: 1001 }, (_, i) => ({ name: `${i}`, content: '' }))) },
      /1001 files/,
    ],
    [
      'a size that GitHub knows to be too much',
      { fakeOptions: { artifacts: [{ run, name: 'tunegate', zip: zipOf([]), size: 2 ** 30 }] } },
      /longer than/,
    ],
    [
      'an answer without end',
      { fakeOptions: { artifacts: [{ run, name: 'tunegate', zip: Buffer.alloc(17 * 2 ** 20), size: 10 }] } },
      /longer than/,
    ],
    [
      'an expired artifact',
      { fakeOptions: { artifacts: [{ run, name: 'tunegate', zip: zipOf([]), expired: true }] } },
      /expired/,
    ],
  ] as readonly [string, Case, RegExp][])('%s', async (_, given, message) => {
    await expect(post(given)).rejects.toThrow(message);
    expect(fake!.writes()).toEqual([]);
  });
});

test.each([
  ['actions', /actions: read/],
  ['pull-requests', /pull-requests: (read|write)/],
] as const)('without %s the line to add is named', async (name, message) => {
  const { [name]: _, ...permissions } = posterToken.permissions;
  const tokens = { 'job-token': { ...posterToken, permissions } };
  await expect(post({ fakeOptions: { tokens } })).rejects.toThrow(message);
});

test('hostile names stay text', async () => {
  const name = '@team <!-- tunegate:/digits --> <img src=x>';
  const hostile = {
    ...results,
    study: { ...results.study, name, metric: { ...results.study.metric, name } },
  };
  const { fake } = await post({ posting: { ...posting, results: hostile } });
  const { body } = fake.state.comments[0]!;
  expect(body.replace(/(`+).*?\1/g, '·').replace(/\n<!--.*-->\n<!--.*-->\n$/, '')).not.toMatch(
    /@team|<img|<!--/,
  );
});
