// Ends the built action at random moments: mostly as the runner cancels, SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL;
// sometimes by SIGTERM or SIGKILL alone, as a machine that is taken away. Then its post step. Its trials ignore every signal
// that can be ignored, and GitHub is slow now and then. However that goes, the check must be concluded, there is one comment
// that can be read, what was measured is kept, and no process is left.
//
//   npm run build && npm run test:cancels [-- COUNT]
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFakeGitHub } from '../test/github/fake-github.ts';
import { startFakeResults } from '../test/github/fake-results.ts';
import { examplePayload, parseCommandFile, runnerEnvironment, runnerFiles } from '../test/github/runner.ts';
import { commitAll, newGitFolder } from './harness/git-folder.ts';

const count = Number(process.argv[2] ?? 100);
// A copy, so that a build meanwhile does not change what is tried.
const dist = mkdtempSync(path.join(tmpdir(), 'tunegate-cancel-dist-'));
process.once('exit', () => rmSync(dist, { recursive: true, force: true }));
cpSync('dist', dist, { recursive: true });
// What is in dist/ are ES modules.
writeFileSync(path.join(dist, 'package.json'), '{"type":"module"}');
const mark = `tunegate-cancel-${process.pid}`;

const spec = `name: stubborn
trial: { run: [node, train.mjs, ${mark}], grace: 30s }
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1, default: 0.5 } }
budget: { trials: 1000, time: 10m, workers: 2 }
gate: { seeds: 3 }
search: { strategy: random }
`;
const train = `for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => {});
import { appendFileSync } from 'node:fs';
let step = 0;
setInterval(() => appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify({ step: ++step, loss: 1 / step }) + '\\n'), 20);
setTimeout(() => process.exit(0), 200 + Math.random() * 400);
`;

interface Ended {
  readonly wrong: readonly string[];
  /** From SIGINT to the end of the main step, milliseconds. */
  readonly took: number;
  readonly code: number | null;
  readonly how: NodeJS.Signals;
  /** Whether it had begun its check, and a trial. */
  readonly began: 'nothing' | 'check' | 'trials';
}

function chosen(): NodeJS.Signals {
  const dice = Math.random();
  return dice < 0.7 ? 'SIGINT' : dice < 0.8 ? 'SIGTERM' : 'SIGKILL';
}

async function cancelOnce(): Promise<Ended> {
  const how = chosen();
  const scratch = mkdtempSync(path.join(tmpdir(), 'tunegate-cancel-'));
  const repo = newGitFolder(path.join(scratch, 'repo'));
  const baseSha = commitAll(repo, { 'tune.yml': spec, 'train.mjs': train });
  const headSha = commitAll(repo, { 'notes.md': 'x' });
  const latencyMs = Math.random() < 0.3 ? 300 : 0;
  const fake = await startFakeGitHub({ gitFolder: repo, pullRequests: [{ headSha }], latencyMs });
  const store = await startFakeResults();
  const payload = examplePayload('pull_request', 'opened');
  Object.assign(payload.pull_request.head, { sha: headSha });
  Object.assign(payload.pull_request.base, { sha: baseSha, ref: 'main' });
  const folder = path.join(scratch, 'runner');
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: scratch,
    ...runnerEnvironment({
      folder,
      event: 'pull_request',
      payload,
      github: fake,
      workspace: repo,
      sha: headSha,
    }),
    ...store.env,
    RUNNER_TEMP: scratch,
    // A host that the cache of Actions does not take for GitHub Enterprise Server.
    GITHUB_SERVER_URL: fake.serverUrl.replace('127.0.0.1', 'github.localhost'),
  };
  const wrong: string[] = [];
  try {
    const main = spawn(process.execPath, [path.join(dist, 'action.js')], {
      env,
      cwd: repo,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let log = '';
    for (const stream of [main.stdout, main.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk));
    const ended = new Promise<number | null>((resolve) => main.once('exit', resolve));
    await Promise.race([sleep(200 + Math.random() * 5000), ended]);
    const begun = performance.now();
    main.kill(how);
    const patience = new AbortController();
    const escalate = (async () => {
      await sleep(7500, undefined, { signal: patience.signal });
      main.kill('SIGTERM');
      await sleep(2500, undefined, { signal: patience.signal });
      main.kill('SIGKILL');
    })().catch(() => {});
    const code = await ended;
    const took = performance.now() - begun;
    patience.abort();
    await escalate;
    const saved = parseCommandFile(readFileSync(runnerFiles(folder).state, 'utf8'));
    const state = Object.fromEntries(Object.entries(saved).map(([name, value]) => [`STATE_${name}`, value]));
    const post = spawn(process.execPath, [path.join(dist, 'post.js')], {
      env: { ...env, ...state },
      cwd: repo,
      stdio: 'ignore',
    });
    await new Promise((resolve) => post.once('exit', resolve));
    // Before Node has loaded us we cannot hear; from then on a cancel is 130.
    if (code !== 130 && code !== null) wrong.push(`exit code ${code}: ${log.slice(-400)}`);
    for (const { status, conclusion } of fake.state.checks)
      if (status !== 'completed') wrong.push(`a check is ${status}`);
      else if (conclusion !== 'cancelled' && conclusion !== 'failure') wrong.push(`a check is ${conclusion}`);
    if (fake.state.checks.length > 1) wrong.push(`${fake.state.checks.length} checks`);
    if (fake.state.comments.length > 1) wrong.push(`${fake.state.comments.length} comments`);
    // Whoever began a check has read the spec a moment later; what came before that has nothing to say.
    const prepared = log.includes('Search:');
    if (prepared && fake.state.comments.length === 0) wrong.push('there is no comment');
    if (prepared && fake.state.checks.length === 0) wrong.push('there is no check');
    for (const { body } of fake.state.comments) wrong.push(...unreadable(body));
    if (prepared && readFileSync(runnerFiles(folder).summary, 'utf8').trim() === '')
      wrong.push('there is no summary');
    if (log.includes('Trial #') && store.keys().length !== 1) wrong.push('what was measured is not kept');
    const left = processes();
    if (left.length > 0) wrong.push(`${left.length} processes are left`);
    wrong.push(...fake.problems);
    const began = log.includes('Trial #') ? 'trials' : fake.state.checks.length > 0 ? 'check' : 'nothing';
    return { wrong, took, code, how, began };
  } finally {
    for (const pid of processes()) process.kill(pid, 'SIGKILL');
    await Promise.all([fake.close().catch(() => {}), store.close()]);
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What keeps a person from reading a comment. */
function unreadable(body: string): string[] {
  const [first = '', ...rest] = body.split('\n');
  const wrong: string[] = [];
  if (!/^(?:\S+ )?\*\*`stubborn`: .+\*\*/u.test(first))
    wrong.push(`the comment begins with ${JSON.stringify(first)}`);
  if (!/cancelled|has not ended|there is no result/.test(body))
    wrong.push('the comment does not say how it ended');
  if (!/<!-- tunegate:\S+ -->\s*$/.test(body)) wrong.push('the comment has no marker at its end');
  if (rest.filter((line) => /^`{3,}/.test(line)).length % 2 !== 0) wrong.push('a fence is left open');
  if (body.split('<details>').length !== body.split('</details>').length) wrong.push('details are left open');
  if (/undefined|NaN|\[object/.test(body)) wrong.push(`the comment has a hole: ${body.slice(0, 400)}`);
  return wrong;
}

/** Trials of this campaign that are alive. */
function processes(): readonly number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return [];
    try {
      const state = readFileSync(`/proc/${name}/stat`, 'latin1').split(') ').at(-1)?.[0];
      const found = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').includes(mark);
      return found && state !== 'Z' ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

const ends: Ended[] = [];
for (let index = 0; index < count; index++) {
  const end = await cancelOnce();
  ends.push(end);
  for (const text of end.wrong) console.log(`cancel ${index} by ${end.how}: ${text}`);
}
const times = ends.map(({ took }) => took).sort((a, b) => a - b);
const codes = new Set(ends.map(({ code }) => code));
function tally(words: readonly string[]): string {
  return [...new Set(words)]
    .map((word) => `${words.filter((other) => other === word).length} ${word}`)
    .join(', ');
}
console.log(`by ${tally(ends.map(({ how }) => how))}; had begun: ${tally(ends.map(({ began }) => began))}`);
console.log(
  `${count} cancels: the step ended after ${(times[Math.floor(times.length / 2)]! / 1000).toFixed(1)} s (median), ${(times.at(-1)! / 1000).toFixed(1)} s (longest); exit codes ${[...codes].join(', ')}; ${ends.filter(({ wrong }) => wrong.length > 0).length} went wrong`,
);
process.exitCode = ends.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
