import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { markdownTable } from 'markdown-table';
import { rolldown } from 'rolldown';
import { jobToken, startFakeGitHub } from '../test/github/fake-github.ts';
import { examplePayload, parseCommandFile, runnerEnvironment, runnerFiles } from '../test/github/runner.ts';
import { changes, type PilotChange } from './pilot/changes.ts';

/** The whole way: thirty pull requests of a small repository, replayed through the action. See bench/README.md. */

const root = process.cwd();
const work = mkdtempSync(path.join(tmpdir(), 'tunegate-pilot-'));
const repository = path.join(work, 'repository');

function git(...args: readonly string[]): string {
  const who = { NAME: 'Ada', EMAIL: 'ada@example.com', DATE: '2026-01-02T03:04:05Z' };
  const env = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) =>
      Object.entries(who).map(([key, value]) => [`GIT_${role}_${key}`, value]),
    ),
  );
  return execFileSync('git', ['-C', repository, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env, GIT_CONFIG_GLOBAL: '/dev/null' },
  }).trim();
}

function commit(message: string): string {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
  return git('rev-parse', 'HEAD');
}

const spec = `name: digits
trial: { run: [node, train.cjs], timeout: 60s }
metric: { name: val_accuracy, goal: maximize }
params:
  learning_rate: { type: float, min: 0.0001, max: 0.1, scale: log, default: 0.004 }
  units: { type: int, min: 2, max: 64, default: 12 }
search: { strategy: random, confirm: false }
budget: { trials: 1, workers: 2 }
gate: { max-drop: 0.003 }
`;

interface Row {
  readonly change: PilotChange;
  readonly verdict: string;
  readonly check: string;
  readonly seeds: number;
  readonly reason: string;
}

async function replay(action: string, change: PilotChange, base: string, head: string): Promise<Row> {
  const github = await startFakeGitHub({
    gitFolder: repository,
    pullRequests: [{ headSha: head }],
    tokens: { 'job-token': jobToken },
  });
  try {
    const payload = examplePayload('pull_request', 'opened');
    payload.pull_request.head.sha = head;
    payload.pull_request.base.sha = base;
    payload.pull_request.base.ref = 'main';
    const folder = mkdtempSync(path.join(work, 'run-'));
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: work,
      ...runnerEnvironment({
        folder,
        event: 'pull_request',
        payload,
        github,
        workspace: repository,
        sha: head,
      }),
      INPUT_CONFIG: 'tune.yml',
    };
    const child = spawn(process.execPath, [action], { cwd: repository, env, stdio: 'ignore' });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    const outputs = parseCommandFile(readFileSync(runnerFiles(folder).output, 'utf8'));
    const check = github.state.checks[0];
    const results = outputs['results-path'];
    const verdict = results
      ? (JSON.parse(readFileSync(results, 'utf8')) as { verdict?: { pairs: readonly unknown[] } }).verdict
      : undefined;
    return {
      change,
      verdict: outputs['conclusion'] || outputs['outcome'] || (code === 0 ? 'none' : 'error'),
      check: check?.conclusion ?? 'none',
      seeds: verdict?.pairs.length ?? 0,
      reason: (check?.title ?? '').replaceAll(`${work}/`, ''),
    };
  } finally {
    await github.close();
  }
}

async function bundleAction(): Promise<string> {
  const bundle = await rolldown({
    input: { action: path.join(root, 'src', 'action.ts') },
    platform: 'node',
    cwd: root,
    logLevel: 'silent',
    external: [/^@tensorflow\/tfjs-node/],
  });
  const folder = path.join(work, 'action');
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].js' });
  await bundle.close();
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
  return path.join(folder, 'action.js');
}

try {
  execFileSync('git', ['init', '--quiet', '--initial-branch', 'main', repository]);
  cpSync(path.join(root, 'bench', 'pilot', 'train.cjs'), path.join(repository, 'train.cjs'));
  cpSync(
    path.join(root, 'examples', 'digits', 'data', 'digits.csv.gz'),
    path.join(repository, 'digits.csv.gz'),
  );
  writeFileSync(path.join(repository, 'tune.yml'), spec);
  writeFileSync(path.join(repository, 'README.md'), '# Digits\n');
  let main = commit('Begin');
  const action = await bundleAction();
  const rows: Row[] = [];
  for (const [index, change] of changes.entries()) {
    git('switch', '--quiet', '--create', `change-${index}`, main);
    const file = path.join(repository, change.file);
    writeFileSync(file, change.edit(readFileSync(file, 'utf8')));
    const head = commit(change.title);
    const row = await replay(action, change, main, head);
    rows.push(row);
    process.stderr.write(`${index + 1} ${change.kind}: ${change.title}: ${row.verdict}. ${row.reason}\n`);
    if (change.kind !== 'bad' && change.kind !== 'broken') main = head;
  }
  console.log(
    markdownTable([
      ['', 'pull request', 'is', 'verdict', 'check', 'seeds a side', 'what the check says'],
      ...rows.map((row, index) => [
        String(index + 1),
        row.change.title,
        row.change.kind,
        row.verdict,
        row.check,
        row.seeds === 0 ? '' : String(row.seeds),
        row.reason.replaceAll('|', '\\|').replace(/\s+/g, ' '),
      ]),
    ]),
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
