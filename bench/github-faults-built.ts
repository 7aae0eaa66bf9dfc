// The fault campaign through the built action: whole runs, each of whose requests fails in each way, one at a time. The exit
// code is that of the verdict whatever fails, and there are at most one comment, one check and one suggestion.
//
//   npm run build && npm run test:faults:built
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jobToken, startFakeGitHub } from '../test/github/fake-github.ts';
import { type FaultName, faultKinds } from '../test/github/faults.ts';
import { startGitServer } from '../test/github/git-server.ts';
import { examplePayload, parseCommandFile, runnerEnvironment, runnerFiles } from '../test/github/runner.ts';
import { commitAll, newGitFolder } from './harness/git-folder.ts';

/** A copy, so that a build meanwhile does not change what is tried. */
const dist = mkdtempSync(path.join(tmpdir(), 'tunegate-faults-dist-'));
process.once('exit', () => rmSync(dist, { recursive: true, force: true }));
cpSync('dist', dist, { recursive: true });
writeFileSync(path.join(dist, 'package.json'), '{"type":"module"}');

const spec = (x: number) => `name: quick
trial: { run: [node, train.mjs] }
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1, default: ${x} } }
budget: { trials: 4, time: 5m, workers: 2 }
gate: { seeds: 3, max-drop: 0.01 }
search: { strategy: random }
`;
const train = `import { appendFileSync } from 'node:fs';
const loss = Number(process.env.TUNEGATE_PARAM_X);
appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify({ step: 1, loss }) + '\\n');
`;

interface Scenario {
  readonly event: 'pull_request' | 'merge_group' | 'schedule';
  readonly attempt: number;
  /** What ships at the head; at the base it is 0.8. */
  readonly head: number;
  readonly code: 0 | 1;
  readonly comments: 0 | 1;
  /** Pull requests that it opens. */
  readonly proposals?: 1;
}

const scenarios: Readonly<Record<string, Scenario>> = {
  // Whatever the search finds is better, so that it is suggested in the diff.
  'a regression and a suggestion': { event: 'pull_request', attempt: 1, head: 1, code: 1, comments: 1 },
  'a second attempt that is fine': { event: 'pull_request', attempt: 2, head: 0, code: 0, comments: 1 },
  'a merge group that regressed': { event: 'merge_group', attempt: 1, head: 1, code: 1, comments: 0 },
  'a schedule with a proposal': {
    event: 'schedule',
    attempt: 1,
    head: 0.75,
    code: 0,
    comments: 0,
    proposals: 1,
  },
};

/** Those that the program meets with its own patience of seconds; the others are in the campaign without it. */
const kinds: readonly FaultName[] = [
  'cut',
  'lost',
  'half',
  'malformed',
  'garbage',
  'bad gateway',
  'forbidden',
  'not found',
  'invalid',
  'hourly limit',
  'slow',
];

function payloadOf({ event }: Scenario, baseSha: string, headSha: string): object {
  if (event === 'schedule') return {};
  const payload = examplePayload(event, event === 'pull_request' ? 'opened' : 'checks_requested');
  if (event === 'pull_request') {
    Object.assign(payload.pull_request.head, { sha: headSha });
    Object.assign(payload.pull_request.base, { sha: baseSha, ref: 'main' });
  } else
    Object.assign(payload.merge_group, { head_sha: headSha, base_sha: baseSha, base_ref: 'refs/heads/main' });
  return payload;
}

async function run(of: Scenario, fault?: { readonly at: number; readonly kind: FaultName }) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'tunegate-faults-'));
  const repo = newGitFolder(path.join(scratch, 'repo'));
  const baseSha = commitAll(repo, { 'tune.yml': spec(0.8), 'train.mjs': train });
  const headSha = commitAll(repo, { 'tune.yml': spec(of.head) });
  const patch = `@@ -1,4 +1,4 @@\n name: quick\n trial: { run: [node, train.mjs] }\n metric: { name: loss, goal: minimize }\n-${spec(0.8).split('\n')[3]}\n+${spec(of.head).split('\n')[3]}`;
  // Proposals are pushed, so a schedule has a server of git.
  const bare = path.join(scratch, 'bare.git');
  execFileSync('git', ['clone', '--quiet', '--bare', repo, bare]);
  const server = await startGitServer(bare, 'job-token');
  const fake = await startFakeGitHub({
    gitFolder: of.event === 'schedule' ? bare : repo,
    pullRequests: of.event === 'schedule' ? [] : [{ headSha, files: { 'tune.yml': patch } }],
    tokens: { 'job-token': { ...jobToken, permissions: { ...jobToken.permissions, contents: 'write' } } },
  });
  if (fault) fake.fail({ ...faultKinds[fault.kind], from: fault.at });
  const payload = payloadOf(of, baseSha, headSha);
  const folder = path.join(scratch, 'runner');
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: scratch,
    ...runnerEnvironment({ folder, event: of.event, payload, github: fake, workspace: repo, sha: headSha }),
    GITHUB_RUN_ATTEMPT: String(of.attempt),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SERVER_URL: server.serverUrl,
  };
  const wrong: string[] = [];
  let log = '';
  const start = async (entry: string, more = {}) => {
    const child = spawn(process.execPath, [path.join(dist, entry)], {
      env: { ...env, ...more },
      cwd: repo,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk));
    return await new Promise<number | null>((resolve) => child.once('exit', resolve));
  };
  try {
    const code = await start('action.js');
    if (code !== of.code) wrong.push(`exit code ${code}`);
    const saved = parseCommandFile(readFileSync(runnerFiles(folder).state, 'utf8'));
    const state = Object.fromEntries(Object.entries(saved).map(([name, value]) => [`STATE_${name}`, value]));
    if ((await start('post.js', state)) !== 0) wrong.push('post failed');
    const { checks, comments, reviewComments, pullRequests } = fake.state;
    const opened = pullRequests.filter(({ author }) => author === jobToken.login).length;
    if (opened > (of.proposals ?? 0) || (!fault && opened !== (of.proposals ?? 0)))
      wrong.push(`${opened} proposals`);
    if (checks.length > 1) wrong.push(`${checks.length} checks`);
    if (comments.length > 1 || (!fault && comments.length !== of.comments))
      wrong.push(`${comments.length} comments`);
    if (reviewComments.length > 1) wrong.push(`${reviewComments.length} suggestions`);
    if (!fault && of.head === 1 && of.event === 'pull_request' && reviewComments.length === 0)
      wrong.push('no suggestion');
    const wanted = of.code === 1 ? ['failure'] : ['success', 'neutral'];
    for (const { status, conclusion } of checks)
      if (status === 'completed' ? !wanted.includes(conclusion!) : !fault)
        wrong.push(`a check is ${conclusion ?? status}`);
    if (!readFileSync(runnerFiles(folder).summary, 'utf8').includes('loss')) wrong.push('no summary');
    wrong.push(...fake.problems);
    if (wrong.length > 0) wrong.push(log.slice(-1500));
    return { wrong, requests: fake.requests.length };
  } finally {
    server.close();
    await fake.close().catch(() => {});
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

let runs = 0;
let failed = 0;
for (const [name, of] of Object.entries(scenarios)) {
  const plain = await run(of);
  console.log(`${name}: ${plain.requests} requests`);
  const tries = [
    ...kinds.flatMap((kind) => Array.from({ length: plain.requests }, (_, at) => ({ at, kind }))),
  ];
  const tell = (text: string, wrong: readonly string[]) => {
    runs++;
    if (wrong.length === 0) return;
    failed++;
    console.log(`  ${text}: ${wrong.join('; ')}`);
  };
  tell('without a fault', plain.wrong);
  // Most of a run is waiting.
  const lane = async () => {
    for (let next = tries.pop(); next; next = tries.pop())
      tell(`${next.kind} at request ${next.at}`, (await run(of, next)).wrong);
  };
  await Promise.all([lane(), lane(), lane()]);
}
console.log(`${runs} runs of the built action, ${failed} went wrong`);
process.exitCode = failed > 0 ? 1 : 0;
