import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readContext } from '../../../src/github/context.ts';
import { readInputs } from '../../../src/github/inputs.ts';
import { recommendation } from '../../../src/report/proposal.ts';
import type { Results } from '../../../src/report/results.ts';
import { readSpec } from '../../../src/session/load-spec.ts';
import { mayPropose, proposeBetter } from '../../../src/session/pull-request/propose.ts';
import { nestConfig } from '../../../src/space/config.ts';
import { createSpace } from '../../../src/space/space.ts';
import { type FakeGitHub, type FakeOptions, startFakeGitHub, type Token } from '../../github/fake-github.ts';
import { clone, commit, gitIn, newRepository, temporaryFolder } from '../../github/git-fixture.ts';
import { type GitServer, type GitServerOptions, startGitServer } from '../../github/git-server.ts';
import { type RunnerOptions, runnerEnvironment } from '../../github/runner.ts';
import { definitions, variants } from '../../report/fixtures.ts';
import { docTable } from '../../support/doc-table.ts';

const better = variants['confirmed-better']!;
const unsure = variants['confirmed-unsure']!;
const retry = { attempts: 3, backoffMs: 1, longestWaitMs: 10 };

/** What the documentation of the schedule's workflow asks for. */
const token: Token = {
  login: 'github-actions[bot]',
  kind: 'installation',
  permissions: { contents: 'write', 'pull-requests': 'write', checks: 'write' },
};

const head = `name: digits # the toy
trial: { run: [python, train.py] }
metric: { name: val_accuracy, goal: maximize }
budget: { trials: 5 }
`;
const spec = (params = stringify({ params: definitions })) => `${head}${params}# The end.\n`;

let fake: FakeGitHub | undefined;
let server: GitServer | undefined;
afterEach(async () => {
  server?.close();
  const closing = fake;
  fake = undefined;
  await closing?.close();
});

async function setUp(
  given: {
    readonly fakeOptions?: FakeOptions;
    readonly serverOptions?: GitServerOptions;
    readonly text?: string;
    readonly files?: Readonly<Record<string, string>>;
  } = {},
) {
  const source = newRepository();
  commit(source, { 'ml/tune.yml': given.text ?? spec(), 'ml/train.py': '', ...given.files });
  const bare = path.join(temporaryFolder(), 'r.git');
  gitIn(source, 'clone', '--quiet', '--bare', source, bare);
  server = await startGitServer(bare, 'job-token', given.serverOptions);
  fake = await startFakeGitHub({
    tokens: { 'job-token': token },
    gitFolder: bare,
    pullRequests: [],
    ...given.fakeOptions,
  });
  return { bare, fake };
}

const runner = (more: Partial<RunnerOptions> = {}) => ({
  ...runnerEnvironment({
    folder: temporaryFolder(),
    event: 'schedule',
    payload: {},
    ref: 'refs/heads/main',
    github: fake!,
    ...more,
  }),
  GITHUB_SERVER_URL: server!.serverUrl,
});

/** A scheduled run in a checkout of its own. */
async function run(bare: string, results: Results, change: (work: string) => void = () => {}) {
  const work = clone(bare, '--depth=1');
  change(work);
  const env = runner({ workspace: work });
  const loaded = readSpec(path.join(work, 'ml', 'tune.yml'));
  return await proposeBetter({
    context: readContext(env),
    inputs: readInputs(env),
    loaded,
    results: { ...results, space: loaded.space, specPath: 'ml/tune.yml' },
    retry,
  });
}

const shippedBy = (bare: string, ref: string) => gitIn(bare, 'show', `${ref}:ml/tune.yml`);

test('a pull request with the better values, and the evidence in it', async () => {
  const { bare, fake } = await setUp();
  const { notices, url } = await run(bare, better);
  const [pull] = fake.state.pullRequests;
  expect(url).toBe(`${fake.serverUrl}/Codertocat/Hello-World/pull/1`);
  expect(notices).toEqual([`Better values are proposed in ${url}.`]);
  expect(pull).toMatchObject({ baseRef: 'main', title: 'Tune digits: better val_accuracy', state: 'open' });
  const branch = pull!.headLabel.split(':')[1]!;
  expect(branch).toMatch(/^tunegate\/digits-[0-9a-f]{6}$/);
  const text = shippedBy(bare, branch);
  expect(text).toMatch(/^name: digits # the toy\n/);
  expect(text.endsWith('# The end.')).toBe(true);
  expect(gitIn(bare, 'diff', '--name-only', 'main', branch)).toBe('ml/tune.yml');
  const work = clone(bare, '--branch', branch);
  expect(readSpec(path.join(work, 'ml', 'tune.yml')).space.incumbent).toEqual(recommendation(better)!.config);
  await expect(pull!.body).toMatchFileSnapshot('__golden__/proposal.md');
});

test('where the spec names a file of values, the proposal changes that file alone', async () => {
  const { incumbent } = createSpace(definitions);
  const nested = nestConfig(createSpace(definitions), incumbent!);
  const text = `# Read by train.py, too.\ndata: digits.npz # not tuned\ntrain:\n${stringify(nested).replace(/^/gm, '  ').trimEnd()}\n`;
  const { bare, fake } = await setUp({
    text: `${spec()}values: { file: ../params.yaml, at: train }\n`,
    files: { 'params.yaml': text },
  });
  const { notices, url } = await run(bare, better);
  expect(notices).toEqual([`Better values are proposed in ${url}.`]);
  const branch = fake.state.pullRequests[0]!.headLabel.split(':')[1]!;
  expect(gitIn(bare, 'diff', '--name-only', 'main', branch)).toBe('params.yaml');
  const work = clone(bare, '--branch', branch);
  expect(readSpec(path.join(work, 'ml', 'tune.yml')).space.incumbent).toEqual(recommendation(better)!.config);
  expect(gitIn(bare, 'show', `${branch}:params.yaml`)).toMatch(
    /^# Read by train.py, too.\ndata: digits.npz # not tuned\ntrain:\n/,
  );
  expect(fake.state.pullRequests[0]!.body).toContain('Merging this changes these values in `params.yaml`');
});

test('the next search: nothing new changes nothing; other values replace these in place', async () => {
  const { bare, fake } = await setUp();
  await run(bare, better);
  const writes = fake.writes().length;
  const same = await run(bare, better);
  expect(same.notices[0]).toContain('has these values already');
  expect(fake.writes()).toHaveLength(writes);
  const confirmation = { ...better.confirmation!, trial: 3 };
  expect((await run(bare, { ...better, confirmation })).notices[0]).toContain('brought up to date');
  expect(fake.state.pullRequests).toHaveLength(1);
  const branch = fake.state.pullRequests[0]!.headLabel.split(':')[1]!;
  expect(gitIn(bare, 'rev-list', '--count', `main..${branch}`)).toBe('1');
});

test('nothing confirmed, nothing proposed; an open proposal against today’s values stays', async () => {
  const { bare, fake } = await setUp();
  expect(await run(bare, unsure)).toEqual({ notices: [] });
  expect(fake.writes()).toEqual([]);
  await run(bare, better);
  const writes = fake.writes().length;
  expect(await run(bare, unsure)).toEqual({ notices: [] });
  expect(fake.writes()).toHaveLength(writes);
});

test('a proposal that has been overtaken is closed, with its branch; later ones are opened anew', async () => {
  const { bare, fake } = await setUp();
  await run(bare, better);
  const branch = fake.state.pullRequests[0]!.headLabel.split(':')[1]!;
  const main = clone(bare);
  commit(main, { 'ml/tune.yml': spec().replace('default: 0.001', 'default: 0.005') });
  gitIn(main, 'push', '--quiet', 'origin', 'main');
  expect((await run(bare, unsure)).notices[0]).toContain('was closed');
  expect(fake.state.pullRequests).toMatchObject([
    { state: 'closed', body: expect.stringContaining('_Closed by Tunegate') },
  ]);
  expect(gitIn(bare, 'branch', '--list')).not.toContain(branch);
  // It was ours to close, so the same values may come again.
  expect((await run(bare, better)).notices[0]).toContain('are proposed in');
  expect(fake.state.pullRequests.map(({ state }) => state)).toEqual(['closed', 'open']);
});

test('what a person declined is not proposed again; other values are', async () => {
  const { bare, fake } = await setUp();
  await run(bare, better);
  fake.state.pullRequests[0]!.state = 'closed';
  expect((await run(bare, better)).notices[0]).toContain('declined');
  expect(fake.state.pullRequests).toHaveLength(1);
  const confirmation = { ...better.confirmation!, trial: 3 };
  expect((await run(bare, { ...better, confirmation })).notices[0]).toContain('are proposed in');
});

test('a branch that others have pushed to is left to them', async () => {
  const { bare, fake } = await setUp();
  await run(bare, better);
  const branch = fake.state.pullRequests[0]!.headLabel.split(':')[1]!;
  const theirs = clone(bare, '--branch', branch);
  const sha = commit(theirs, { 'ml/notes.md': 'x' }, 'mine');
  gitIn(theirs, 'push', '--quiet', 'origin', branch);
  const confirmation = { ...better.confirmation!, trial: 3 };
  expect((await run(bare, { ...better, confirmation })).notices[0]).toContain('left to them');
  expect(gitIn(bare, 'rev-parse', branch)).toBe(sha);
});

test.each(['lost', 'cut', 502] as const)('one proposal, also when the answer is %s', async (how) => {
  const { bare, fake } = await setUp();
  fake.fail({ method: 'POST', path: /\/pulls$/, how });
  expect((await run(bare, better)).url).toMatch(/pull\/1$/);
  expect(fake.state.pullRequests).toHaveLength(1);
});

test('two runs at once: one proposal with one commit, whoever is faster', async () => {
  // Slow answers let them meet at every step.
  const { bare, fake } = await setUp({ fakeOptions: { latencyMs: 40 } });
  const both = await Promise.all([run(bare, better), run(bare, better)]);
  expect(fake.state.pullRequests.filter(({ state }) => state === 'open')).toHaveLength(1);
  for (const { url } of both) expect(url).toBe(`${fake.serverUrl}/Codertocat/Hello-World/pull/1`);
  const branch = fake.state.pullRequests[0]!.headLabel.split(':')[1]!;
  expect(gitIn(bare, 'rev-list', '--count', `main..${branch}`)).toBe('1');
});

test('a person who pushes to the branch between our look and our push keeps what they pushed', async () => {
  let faster = () => {};
  const { bare, fake } = await setUp({ serverOptions: { onPush: () => faster() } });
  await run(bare, better);
  const branch = fake.state.pullRequests[0]!.headLabel.split(':')[1]!;
  const theirs = clone(bare, '--branch', branch);
  const sha = commit(theirs, { 'ml/notes.md': 'x' }, 'mine');
  faster = () => {
    faster = () => {};
    gitIn(theirs, 'push', '--quiet', bare, `HEAD:refs/heads/${branch}`);
  };
  // What ships has changed, so the proposal would be made anew.
  const main = clone(bare);
  commit(main, { 'ml/other.py': 'x' });
  gitIn(main, 'push', '--quiet', bare, 'HEAD:refs/heads/main');
  expect((await run(bare, better)).notices).toEqual([
    expect.stringMatching(/^Others have pushed to the branch/),
  ]);
  expect(gitIn(bare, 'rev-parse', branch)).toBe(sha);
});

test('a spec that was changed in the run, and one that cannot be edited in place', async () => {
  const { bare, fake } = await setUp();
  const dirty = (work: string) => {
    const text = spec().replace('default: 0.001', 'default: 0.002');
    gitIn(work, 'config', 'user.name', 'x');
    commit(work, { 'ml/tune.yml': text });
    gitIn(work, 'reset', '--quiet', '--soft', 'HEAD^');
  };
  expect((await run(bare, better, dirty)).notices[0]).toContain('ml/tune.yml is not as it was committed');
  const aliased = spec(stringify({ params: definitions })).replace(
    /learning_rate:\n/,
    'learning_rate: &lr\n',
  );
  const other = clone(bare);
  commit(other, { 'ml/tune.yml': aliased.replace('# The end.', '  other: *lr\n# The end.') });
  gitIn(other, 'push', '--quiet', 'origin', 'main');
  expect((await run(bare, better)).notices[0]).toMatch(/not proposed as a pull request/);
  expect(fake.writes()).toEqual([]);
});

test('what is missing is named', async () => {
  const { bare, fake } = await setUp({ fakeOptions: { pullRequestsForbidden: true } });
  await expect(run(bare, better)).rejects.toThrow('allow it in the repository’s settings');
  await fake.close();
  server!.close();
  const readOnly = await setUp({ serverOptions: { readOnly: true } });
  await expect(run(readOnly.bare, better)).rejects.toThrow('Add `contents: write`');
  expect(readOnly.fake.writes()).toEqual([]);
});

const proposed = docTable('github.md', 'what is proposed', ['run', 'the token', 'better values', 'proposed']);

test.each(
  proposed.flatMap((row) =>
    ['schedule', 'workflow_dispatch'].map((event) => ({ ...row, event, token: row['the token'] })),
  ),
)('$event $run, the token $token, $[better values]: $proposed', async (row) => {
  const permissions = { ...token.permissions };
  // GitHub lets a job read what it checks out.
  if (row.token === 'lacks `pull-requests: write`') permissions['pull-requests'] = 'read';
  else expect(['may all of it', 'lacks `contents: write`', 'is not given']).toContain(row.token);
  const { bare, fake } = await setUp({
    fakeOptions: { tokens: { 'job-token': { ...token, permissions } } },
    serverOptions: { readOnly: row.token === 'lacks `contents: write`' },
  });
  const work = clone(bare, '--depth=1');
  const env = runner({
    event: row.event,
    payload: row.event === 'schedule' ? {} : { repository: { default_branch: 'main' } },
    workspace: work,
    // A schedule is always of the default branch, which its payload need not name.
    ref: row.run.includes('another') && row.event !== 'schedule' ? 'refs/heads/try' : 'refs/heads/main',
    inputs: {
      'github-token': row.token === 'is not given' ? '' : 'job-token',
      propose: row.run.includes('`propose: false`') ? 'false' : 'true',
    },
  });
  if (row.run.includes('another') && row.event === 'schedule') return;
  const [context, inputs] = [readContext(env), readInputs(env)];
  const loaded = readSpec(path.join(work, 'ml', 'tune.yml'));
  const results = row['better values'] === 'confirmed' ? better : unsure;
  let problem = '';
  if (mayPropose(context, inputs))
    await proposeBetter({
      context,
      inputs,
      loaded,
      results: { ...results, space: loaded.space, specPath: 'ml/tune.yml' },
      retry,
    }).catch((error: Error) => (problem = error.message));
  expect(fake.state.pullRequests).toHaveLength(row.proposed === 'pull request' ? 1 : 0);
  // What keeps it from proposing names the line to add.
  expect(problem).toMatch(
    row.proposed.endsWith('notice') ? new RegExp(`Add ${/`.+`/.exec(row.token)![0]}`) : /^$/,
  );
});

test('who may propose', async () => {
  await setUp();
  const may = (more: Partial<RunnerOptions>) => {
    const env = runner(more);
    return mayPropose(readContext(env), readInputs(env));
  };
  const repository = { repository: { default_branch: 'main' } };
  expect(may({})).toBe(true);
  expect(may({ event: 'workflow_dispatch', payload: repository })).toBe(true);
  expect(may({ event: 'workflow_dispatch', payload: repository, ref: 'refs/heads/try' })).toBe(false);
  expect(may({ event: 'push', payload: { ...repository, before: 'a'.repeat(40) } })).toBe(false);
  expect(may({ inputs: { propose: 'false' } })).toBe(false);
  expect(may({ inputs: { 'github-token': '' } })).toBe(false);
});
