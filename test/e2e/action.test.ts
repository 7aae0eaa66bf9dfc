import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type FakeGitHub, type FakeOptions, jobToken, startFakeGitHub } from '../github/fake-github.ts';
import { startFakeResults } from '../github/fake-results.ts';
import { commit, gitIn, newRepository, temporaryFolder, write } from '../github/git-fixture.ts';
import { examplePayload, parseCommandFile, runnerEnvironment, runnerFiles } from '../github/runner.ts';
import { zipOf } from '../github/zip-fixture.ts';
import { nodeOf } from '../support/nodes.ts';

// The built action as the runner starts it, against a strict fake of GitHub and a real repository with the digits example.

const project = path.join(import.meta.dirname, '..', '..');
const digits = path.join(project, 'examples', 'digits');
/** What runs the action itself: `using: node24`, where that can be had. */
const runnerNode = nodeOf(24) ?? process.execPath;

let fake: FakeGitHub | undefined;
afterEach(async () => {
  const closing = fake;
  fake = undefined;
  await closing?.close();
});

/** The example's spec with a budget for a test, and another learning rate shipped. */
function spec(learningRate: number, change: (text: string) => string = (text) => text): string {
  const text = readFileSync(path.join(digits, 'tune.yml'), 'utf8')
    .replace(/default: 0\.02/, `default: ${learningRate}`)
    .replace(/^budget:.*$/m, 'budget: { time: 3m, trials: 2, epochs: 5, workers: 2 }')
    .replace(/^gate:.*$/m, 'gate: { max-drop: 0.01, seeds: 3 }');
  return change(text);
}

/** A repository with the example on main, and a pull request's branch checked out. */
function repository(base: string, head: Readonly<Record<string, string>>) {
  const folder = newRepository();
  mkdirSync(path.join(folder, 'ml'));
  cpSync(path.join(digits, 'data'), path.join(folder, 'ml', 'data'), { recursive: true });
  const baseSha = commit(folder, {
    'ml/model.ts': readFileSync(path.join(digits, 'model.ts'), 'utf8'),
    'ml/tune.yml': base,
  });
  gitIn(folder, 'switch', '--quiet', '--create', 'change');
  const headSha = commit(folder, head);
  return { folder, baseSha, headSha };
}

interface StepOptions {
  readonly repo: ReturnType<typeof repository>;
  readonly node: string;
  readonly fakeOptions?: FakeOptions;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: string;
  // biome-ignore lint/suspicious/noExplicitAny: payloads are as varied as GitHub
  readonly change?: (payload: any) => void;
  /** Called with the process once it has printed the text. */
  readonly onText?: readonly [string, (pid: number) => void];
  readonly entry?: 'action' | 'post';
  readonly state?: Readonly<Record<string, string>>;
  readonly into?: string;
  /** What else the runner sets. */
  readonly env?: Readonly<Record<string, string>>;
}

async function step(options: StepOptions) {
  const { repo, node, event = 'pull_request' } = options;
  fake ??= await startFakeGitHub({
    gitFolder: repo.folder,
    pullRequests: [{ headSha: repo.headSha }],
    ...options.fakeOptions,
  });
  const payload = examplePayload(
    event.replace('_target', ''),
    event === 'merge_group' ? 'checks_requested' : event === 'workflow_run' ? 'completed' : 'opened',
  );
  if (event === 'pull_request' || event === 'pull_request_target') {
    payload.pull_request.head.sha = repo.headSha;
    payload.pull_request.base.sha = repo.baseSha;
    payload.pull_request.base.ref = 'main';
  } else if (event === 'merge_group') {
    Object.assign(payload.merge_group, {
      head_sha: repo.headSha,
      base_sha: repo.baseSha,
      base_ref: 'refs/heads/main',
    });
  }
  options.change?.(payload);
  const folder = options.into ?? temporaryFolder();
  // Trials of modules run on the `node` of the user's workflow: the first on the PATH.
  const bin = temporaryFolder();
  symlinkSync(node, path.join(bin, 'node'));
  const env = {
    PATH: `${bin}:${process.env['PATH']}`,
    HOME: process.env['HOME'] ?? '/',
    SUPER_SECRET_TOKEN: 'do-not-tell',
    ...runnerEnvironment({
      folder,
      event,
      payload,
      github: fake,
      workspace: repo.folder,
      sha: repo.headSha,
      inputs: { config: 'ml/tune.yml', ...options.inputs },
    }),
    ...Object.fromEntries(
      Object.entries(options.state ?? {}).map(([name, value]) => [`STATE_${name}`, value]),
    ),
    ...options.env,
  };
  const child = spawn(runnerNode, [path.join(project, 'dist', `${options.entry ?? 'action'}.js`)], {
    env,
    cwd: repo.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  let pending = options.onText;
  const collect = (chunk: Buffer) => {
    log += chunk;
    if (pending && log.includes(pending[0])) {
      pending[1](child.pid!);
      pending = undefined;
    }
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  const files = runnerFiles(folder);
  const read = (file: string) => readFileSync(file, 'utf8');
  return {
    code,
    log,
    folder,
    outputs: parseCommandFile(read(files.output)),
    summary: read(files.summary),
    state: parseCommandFile(read(files.state)),
    comments: fake.state.comments,
    checks: fake.state.checks,
    fake,
  };
}

const node = process.execPath;

describe.each([20, 24])('trials on Node %d', (major) => {
  const program = nodeOf(major);
  const change = { worse: 0.0004, better: 0.2, same: 0.02 };

  test.skipIf(program === undefined).each([
    ['worse', 'regressed', 'failure', 1],
    ['better', 'improved', 'success', 0],
    ['same', 'unchanged', 'success', 0],
  ] as const)('a head that is %s', async (kind, conclusion, check, code) => {
    const repo = repository(spec(0.02), { 'ml/tune.yml': spec(change[kind]), 'ml/notes.md': kind });
    const result = await step({ repo, node: program! });
    expect(result.log).not.toContain('do-not-tell');
    expect({ code: result.code, conclusion: result.outputs['conclusion'] }, result.log).toEqual({
      code,
      conclusion,
    });
    expect(result.outputs).toMatchObject({
      regressed: String(conclusion === 'regressed'),
      trials: '2',
      'comment-url': result.comments[0]!.id ? expect.stringContaining('#issuecomment-') : '',
      'report-path': expect.stringMatching(/leaderboard\.md$/),
    });
    expect(result.checks).toHaveLength(1);
    expect(result.checks[0]).toMatchObject({
      name: 'tunegate',
      headSha: repo.headSha,
      status: 'completed',
      conclusion: check,
    });
    expect(result.comments).toHaveLength(1);
    const { body } = result.comments[0]!;
    const delta = Number(result.outputs['delta']);
    if (conclusion === 'regressed') expect(delta).toBeLessThan(-0.01);
    if (conclusion === 'improved') expect(delta).toBeGreaterThan(0);
    if (conclusion === 'unchanged') expect(delta).toBe(0);
    // The first line is the verdict, in words that stand alone in a mail.
    expect(body.split('\n')[0]).toMatch(
      { regressed: /fell|worse/, improved: /rose|better/, unchanged: /as good as/ }[conclusion],
    );
    for (const text of [repo.baseSha.slice(0, 7), repo.headSha.slice(0, 7), 'val_accuracy', 'Node'])
      expect(body).toContain(text);
    expect(result.summary).toContain('val_accuracy');
    // Two of the search, three seeds a side of the gate, and the best on three fresh seeds.
    expect(JSON.parse(readFileSync(result.outputs['results-path']!, 'utf8')).trials.length).toBe(
      2 + 2 * 3 + 3,
    );
    expect(gitIn(repo.folder, 'worktree', 'list').split('\n')).toHaveLength(1);
    expect(gitIn(repo.folder, 'status', '--porcelain')).toBe('');
  });
});

test('a second run updates the comment; without permissions the run says which line to add and keeps its exit code', async () => {
  const repo = repository(spec(0.02), { 'ml/tune.yml': spec(0.0004) });
  await step({ repo, node });
  const again = await step({ repo, node, inputs: { 'fail-on-regression': 'false' } });
  expect(again.code).toBe(0);
  expect(again.comments).toHaveLength(1);
  expect(again.comments[0]!.edits).toBe(1);
  expect(again.checks.map(({ conclusion }) => conclusion)).toEqual(['failure', 'neutral']);
  await fake?.close();
  fake = undefined;
  const tokens = { 'job-token': { ...jobToken, permissions: { contents: 'read' } as const } };
  const bare = await step({ repo, node, fakeOptions: { tokens } });
  expect(bare.code).toBe(1);
  expect(bare.comments).toHaveLength(0);
  expect(bare.log).toContain('pull-requests: write');
  expect(bare.log).toContain('checks: write');
  expect(bare.summary).toContain('val_accuracy');
});

test('a broken spec: annotations at its lines, no comment, a failed check', async () => {
  const repo = repository(spec(0.02), {
    'ml/tune.yml': spec(0.02, (text) => text.replace('goal: maximize', 'goal: max')),
  });
  const result = await step({ repo, node });
  expect(result.code).toBe(1);
  expect(result.outputs['conclusion']).toBe('error');
  expect(result.log).toMatch(/::error .*file=ml\/tune\.yml.*metric\.goal cannot be "max"/);
  expect(result.comments).toHaveLength(0);
  expect(result.checks[0]).toMatchObject({ conclusion: 'failure' });
  expect(result.checks[0]!.annotations).toHaveLength(1);
});

test('a base without a spec: a leaderboard, no baseline, and no failure unless asked for', async () => {
  const repo = repository(spec(0.02), { 'ml/notes.md': 'x' });
  gitIn(repo.folder, 'mv', 'ml/tune.yml', 'ml/other.yml');
  write(repo.folder, { 'ml/other.yml': spec(0.02) });
  const headSha = commit(repo.folder, {});
  const result = await step({
    repo: { ...repo, headSha },
    node,
    inputs: { config: 'ml/other.yml', 'fail-on-missing-baseline': 'true' },
  });
  expect(result.outputs['conclusion']).toBe('no-baseline');
  expect(result.code).toBe(1);
  expect(result.comments[0]!.body).toContain('other.yml');
});

test('a fork’s pull request: what the run may not post is saved, and another run posts it', async () => {
  const repo = repository(spec(0.02), { 'ml/tune.yml': spec(0.0004) });
  const fork = { headLabel: 'someone:change', headRepository: 'someone/Hello-World', headSha: repo.headSha };
  const fakeOptions: FakeOptions = {
    pullRequests: [fork],
    tokens: {
      'job-token': {
        ...jobToken,
        permissions: { contents: 'read', 'pull-requests': 'read', checks: 'read' },
      },
      poster: { ...jobToken, permissions: { actions: 'read', checks: 'write', 'pull-requests': 'write' } },
    },
  };
  const measured = await step({
    repo,
    node,
    fakeOptions,
    change: (payload) => (payload.pull_request.head.repo.full_name = fork.headRepository),
  });
  expect(measured.code, measured.log).toBe(1);
  expect(measured.comments).toEqual([]);
  const saved = measured.outputs['posting-path']!;
  const zip = zipOf([{ name: path.basename(saved), content: readFileSync(saved) }]);
  fake!.state.artifacts.push({ id: 9, run: 1296269, name: 'tunegate', zip });
  const posted = await step({
    repo,
    node,
    event: 'workflow_run',
    inputs: { 'github-token': 'poster' },
    change: ({ workflow_run: run }) =>
      Object.assign(run, {
        id: 1296269,
        run_attempt: 1,
        event: 'pull_request',
        head_sha: repo.headSha,
        head_branch: 'change',
        head_repository: { full_name: fork.headRepository },
      }),
  });
  expect(posted.code, posted.log).toBe(0);
  expect(posted.checks).toMatchObject([{ name: 'tunegate', headSha: repo.headSha, conclusion: 'failure' }]);
  expect(posted.comments[0]!.body).toContain('the model got worse');
  const post = await step({
    repo,
    node,
    entry: 'post',
    event: 'workflow_run',
    state: posted.state,
    into: posted.folder,
  });
  expect(post.code).toBe(0);
});

test('a merge group gets the check and no comment; pull_request_target is refused', async () => {
  const repo = repository(spec(0.02), { 'ml/notes.md': 'x' });
  const group = await step({ repo, node, event: 'merge_group' });
  expect(group.code).toBe(0);
  expect(group.outputs['conclusion']).toBe('unchanged');
  expect(group.comments).toHaveLength(0);
  // The queue asks only whether it got worse.
  expect(group.log).not.toContain('Searching');
  expect(group.checks[0]).toMatchObject({ name: 'tunegate', headSha: repo.headSha, conclusion: 'success' });
  const refused = await step({ repo, node, event: 'pull_request_target' });
  expect(refused.code).toBe(1);
  expect(refused.log).toContain('Use `on: pull_request` instead');
  expect(refused.checks).toHaveLength(1);
});

test('a cancelled run reports what finished and concludes its check; after a kill, post does', async () => {
  const long = (text: string) =>
    text.replace('trials: 2', 'trials: 500').replace('gate: {', 'gate: false # {');
  const repo = repository(spec(0.02, long), { 'ml/tune.yml': spec(0.02, long), 'ml/notes.md': 'x' });
  const cancelled = await step({
    repo,
    node,
    onText: ['Trial #3 starts', (pid) => process.kill(pid, 'SIGINT')],
  });
  expect(cancelled.checks[0]).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
  expect(cancelled.comments[0]!.body).toMatch(/cancelled/i);
  const killed = await step({
    repo,
    node,
    onText: ['Trial #5 starts', (pid) => process.kill(pid, 'SIGKILL')],
  });
  expect(killed.code).toBeNull();
  expect(killed.checks[1]).toMatchObject({ status: 'in_progress' });
  const post = await step({ repo, node, entry: 'post', state: killed.state, into: killed.folder });
  expect(post.code).toBe(0);
  expect(post.checks[1]).toMatchObject({ status: 'completed', conclusion: 'failure' });
  // What was finished is told by post as main would have.
  expect(post.comments).toHaveLength(1);
  expect(post.comments[0]!.body).toContain('the search has not ended');
  expect(post.comments[0]!.body).toContain('it may have been killed');
  expect(post.summary).toContain('val_accuracy');
});

test('what a killed run measured is kept by post, and the next attempt on another runner goes on from it', async () => {
  const long = (text: string) => text.replace('trials: 2', 'trials: 6').replace('gate: {', 'gate: false # {');
  const repo = repository(spec(0.02, long), { 'ml/tune.yml': spec(0.02, long), 'ml/notes.md': 'x' });
  const store = await startFakeResults();
  try {
    fake = await startFakeGitHub({ gitFolder: repo.folder, pullRequests: [{ headSha: repo.headSha }] });
    // A host that the cache of Actions does not take for GitHub Enterprise Server.
    const env = {
      ...store.env,
      RUNNER_TEMP: temporaryFolder(),
      GITHUB_SERVER_URL: fake.serverUrl.replace('127.0.0.1', 'github.localhost'),
    };
    const onText = ['Trial #4 starts', (pid: number) => process.kill(pid, 'SIGKILL')] as const;
    const killed = await step({ repo, node, env, onText });
    expect(killed.code).toBeNull();
    const post = await step({ repo, node, env, entry: 'post', state: killed.state, into: killed.folder });
    expect(post.log).toContain('the next run of this commit goes on from there');
    expect(store.keys()).toEqual([expect.stringContaining(repo.headSha)]);
    rmSync(path.join(repo.folder, '.tunegate'), { recursive: true });
    const next = await step({ repo, node, env: { ...env, GITHUB_RUN_ATTEMPT: '2' } });
    expect(next.log).toContain('What an earlier run of this commit has measured was found in the cache.');
    expect(next.log).toMatch(/Going on with the unfinished study: [2-5] of its trials have ended/);
    expect({ code: next.code, trials: next.outputs['trials'] }).toEqual({ code: 0, trials: '6' });
    expect(next.comments).toHaveLength(1);
  } finally {
    await store.close();
  }
});
