import { existsSync } from 'node:fs';
import path from 'node:path';
import { type BaselineStore, dataBranchName } from '../../baseline/store.ts';
import { noBaseline, sameVerdict } from '../../gate/compare.ts';
import type { BaseCommit } from '../../github/base-commit.ts';
import { changedFiles } from '../../github/changed-files.ts';
import type { DataBranch } from '../../github/data-branch.ts';
import { GitError, tryGit } from '../../github/git.ts';
import type { HeadState } from '../../github/head.ts';
import type { GitRepo, Repo } from '../../github/repository.ts';
import type { Results } from '../../report/results.ts';
import type { Config } from '../../space/parameter.ts';
import type { LoadedSpec } from '../load-spec.ts';
import { type BaselineChoice, chooseBaseline } from './baseline-choice.ts';
import { type GatePhase, type GatePhaseOptions, gateFrame, runGatePhase } from './gate-phase.ts';
import { measuredOf, storeMeasured } from './stored-baseline.ts';
import { HeadTrainings, runStoredGate, storedSeeds } from './stored-gate.ts';

/** Where results of the default branch are kept. */
export interface StoredResults {
  readonly branch: DataBranch;
  /** What this run measures of head is to be kept: it is on the default branch. */
  readonly write: boolean;
}

export interface GateStageOptions extends Omit<GatePhaseOptions, 'repo' | 'base' | 'headCode'> {
  readonly repo: Repo;
  /** Absent outside of git. */
  readonly head?: HeadState | undefined;
  /** From the top of the repository. */
  readonly specPath: string;
  /** What modules train on, where that was left to us. */
  readonly backend?: string | undefined;
  readonly findBase: (repo: Repo, ref: string | undefined) => Promise<BaseCommit>;
  readonly stored?: StoredResults | undefined;
}

export type GateStage = Partial<GatePhase> & Pick<GatePhase, 'verdict'> & { readonly base?: Results['base'] };

/** The gate from its baseline to its verdict; on the default branch, what head scored is stored for later runs. */
export async function runGateStage(options: GateStageOptions): Promise<GateStage> {
  const { loaded, gate, repo } = options;
  const frame = gateFrame(loaded.spec, gate);
  if (repo.kind === 'none' && gate.baseline !== 'file')
    return { verdict: noBaseline(sentence(repo.reason), frame) };
  const choice = await choose(options);
  const headCode = options.head?.fingerprint ?? '';
  const stage = await compareWith(choice, { ...options, headCode });
  const notice = await storeHead(options, headCode);
  const notices = [...(stage.notices ?? []), ...(notice === undefined ? [] : [notice])];
  return notices.length === 0 ? stage : { ...stage, notices };
}

async function choose(options: GateStageOptions): Promise<BaselineChoice> {
  const { repo, gate } = options;
  const base: BaseCommit =
    repo.kind === 'none'
      ? { found: false, reason: sentence(repo.reason) }
      : gate.baseline === 'file'
        ? { found: false, reason: 'The file says what is compared with.' }
        : await options.findBase(repo, gate.base);
  const { repo: _, stored, ...rest } = options;
  return await chooseBaseline({
    ...rest,
    base,
    ...(repo.kind === 'git' ? { repo } : {}),
    ...(stored ? { store: storeOf(options, stored) } : {}),
  });
}

async function compareWith(
  choice: BaselineChoice,
  options: GateStageOptions & Pick<GatePhaseOptions, 'headCode'>,
): Promise<GateStage> {
  const { loaded, gate, repo, onPlan } = options;
  const frame = gateFrame(loaded.spec, gate);
  const seeds = `at most ${gate.seeds} seeds a side`;
  if (choice.kind === 'none') return { verdict: noBaseline(choice.reason, frame), notices: choice.notices };
  const same = await sameFiles(choice, options);
  if (same) return { ...same, notices: choice.kind === 'rerun' ? choice.notices : choice.baseline.notices };
  if (choice.kind === 'rerun') {
    const { base } = choice;
    onPlan(`Comparing with ${base.sha.slice(0, 7)} (${base.how}): ${seeds}`);
    const phase = await runGatePhase({ ...options, repo: repo as GitRepo, base });
    return {
      ...phase,
      notices: [...choice.notices, ...phase.notices],
      base: { sha: base.sha, how: base.how },
    };
  }
  const { baseline } = choice;
  const base = { sha: baseline.result.commit, how: baseline.how };
  const incumbent = loaded.space.incumbent;
  if (!incumbent)
    return {
      verdict: noBaseline(`The spec does not say what ships today: ${missing(loaded)} no default.`, frame),
    };
  onPlan(`Comparing with ${base.sha.slice(0, 7)} (${base.how}): ${seeds}, those of the base are known`);
  return { ...(await runStoredGate({ ...options, incumbent, baseline })), base };
}

/** Nothing needs to be trained where nothing that trainings read has changed since the base. */
async function sameFiles(
  choice: Exclude<BaselineChoice, { kind: 'none' }>,
  { loaded, gate, repo, onPlan }: GateStageOptions,
): Promise<GateStage | undefined> {
  if (repo.kind === 'none') return undefined;
  const base =
    choice.kind === 'rerun'
      ? { sha: choice.base.sha, how: choice.base.how }
      : { sha: choice.baseline.result.commit, how: choice.baseline.how };
  const paths = gate.paths && [...gate.paths, path.basename(loaded.path)];
  let changed: readonly string[];
  try {
    changed = await changedFiles(base.sha, loaded.folder, paths);
  } catch (error) {
    // The commit of stored results need not be in this clone.
    if (!(error instanceof GitError)) throw error;
    return undefined;
  }
  if (changed.length > 0) return undefined;
  const reason = paths
    ? 'Nothing that trainings read (gate.paths) has changed since the base, so nothing was trained.'
    : 'Head and base have the same files, so nothing was trained.';
  onPlan(`Nothing to compare: ${reason}`);
  return { verdict: sameVerdict(reason, gateFrame(loaded.spec, gate)), base };
}

/** Where results are to be stored, trains head with as many seeds as a later comparison may need, and stores them. */
async function storeHead(options: GateStageOptions, headCode: string): Promise<string | undefined> {
  const { loaded, gate, repo, head, stored, onPlan } = options;
  const incumbent: Config | undefined = loaded.space.incumbent;
  if (!stored?.write || gate.baseline !== 'stored' || repo.kind === 'none' || !incumbent) return undefined;
  if (!head?.sha) return undefined;
  if (head.dirty)
    return 'The results of this commit were not stored, since files were changed after it was checked out.';
  const seeds = storedSeeds(options);
  onPlan(`Storing the results of ${head.sha.slice(0, 7)}: ${seeds.length} seeds`);
  const trainings = new HeadTrainings({ ...options, headCode, incumbent });
  await trainings.train(seeds);
  await trainings.again(seeds);
  const result = await measuredOf({ ...options, repo, commit: head.sha, trials: trainings.trials });
  return result && (await storeMeasured(storeOf(options, stored), result));
}

/** The folder of a study has a name that no other study of the repository has, wherever it is checked out. */
function storeOf({ folder }: Pick<GateStageOptions, 'folder'>, { branch }: StoredResults): BaselineStore {
  return { branch, key: path.basename(folder) };
}

/** The data branch of the remote that a clone came from, by the user's own means to get there. */
export async function ownDataBranch(repo: Repo): Promise<DataBranch | undefined> {
  if (repo.kind === 'none') return undefined;
  const url = await tryGit(repo.root, ['remote', 'get-url', 'origin']);
  if (url === undefined) return undefined;
  // A path is relative to the clone, and what reads the branch is elsewhere.
  const local = path.resolve(repo.root, url);
  return { url: existsSync(local) ? local : url, name: dataBranchName };
}

function missing({ space: { missingDefaults: names } }: LoadedSpec): string {
  return `${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''} ${names.length === 1 ? 'has' : 'have'}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
