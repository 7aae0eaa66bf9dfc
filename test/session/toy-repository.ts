import path from 'node:path';
import { type BaseCommit, baseOfWorkTree } from '../../src/github/base-commit.ts';
import { findRepository, type Repo } from '../../src/github/repository.ts';
import { ownDataBranch } from '../../src/session/gate/gate-stage.ts';
import { readSpec } from '../../src/session/load-spec.ts';
import { runSession } from '../../src/session/session.ts';
import { clone, commit, gitIn, newRepository, temporaryFolder } from '../github/git-fixture.ts';

/** Scores like an accuracy: the seed moves them a little, both sides alike; `level` is what ships. */
const train = `
const { appendFileSync, existsSync, readFileSync } = require('fs');
const noise = Math.sin(Number(process.env.TUNEGATE_SEED)) / 100;
const own = Math.sin(3.7 * Number(process.env.TUNEGATE_SEED) + Number(process.env.TUNEGATE_PARAM_LEVEL) * 100) / 2000;
const score = Number(process.env.TUNEGATE_PARAM_LEVEL) + noise + own;
appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify({ accuracy: score, latency: 5 }) + '\\n');
`;
const spec = (level: number, gate: string) => `name: toy
trial: { run: [node, train.cjs] }
metric: { name: accuracy, goal: maximize }
params:
  level: { type: float, min: 0, max: 1, default: ${level} }
search: { confirm: false }
budget: { trials: 1, workers: 2 }
gate: { max-drop: 0.005, seeds: 5, ${gate} }
`;

/** A bare repository whose first commit trains, and a clone of it. */
export function setUp(gate = 'baseline: stored') {
  const source = newRepository();
  commit(source, { 'train.cjs': train, 'tune.yml': spec(0.8, gate), '.gitignore': 'data/\n' }, 'first');
  const bare = path.join(temporaryFolder(), 'r.git');
  gitIn(source, 'clone', '--quiet', '--bare', source, bare);
  const work = clone(bare);
  return { bare, work, spec: (level: number) => spec(level, gate) };
}

export interface RunOptions {
  /** The run is on the default branch. */
  readonly write?: boolean;
  readonly base?: string;
  readonly findBase?: (repo: Repo) => Promise<BaseCommit>;
}

/** A whole session in a clone. */
export async function runIn(work: string, { write = false, base, findBase }: RunOptions = {}) {
  const loaded = readSpec(path.join(work, 'tune.yml'), 'tune.yml');
  const { results } = await runSession({
    loaded,
    findBase: (repo, ref) => findBase?.(repo) ?? baseOfWorkTree(repo, base ?? ref),
    stored: { branch: (await ownDataBranch(await findRepository(work)))!, write },
    journal: 'fresh',
    host: { path: 'none', node: process.execPath },
    env: process.env,
    signal: new AbortController().signal,
    startedAt: performance.now(),
    reserveMs: 0,
    onEvent: () => {},
  });
  return {
    ...results,
    trained: (side: string) => results.study.trials.filter(({ role }) => role === side).length,
  };
}
