import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { obstacles } from '../../baseline/comparable.ts';
import { type MeasuredBaseline, readMeasured } from '../../baseline/measured.ts';
import { differenceNoise, type Noise } from '../../baseline/noise.ts';
import { addToStore, type BaselineStore, readStore } from '../../baseline/store.ts';
import { nearestAncestor } from '../../github/ancestors.ts';
import type { BaseCommit } from '../../github/base-commit.ts';
import { DataBranchError } from '../../github/data-branch.ts';
import { tryGit } from '../../github/git.ts';
import type { GitRepo } from '../../github/repository.ts';
import type { GateSpec } from '../../spec/spec.ts';
import type { TrialRecord } from '../../study/study.ts';
import type { LoadedSpec } from '../load-spec.ts';
import {
  type CircumstancesOptions,
  type Comparable,
  circumstancesAt,
  dataFingerprint,
  machineWords,
} from './circumstances.ts';

/** A baseline that was measured before. */
export type KnownBaseline =
  | {
      readonly found: true;
      readonly result: MeasuredBaseline;
      /** What it is of, for people: «merge base with main, as stored on 2026-01-02». */
      readonly how: string;
      /** What earlier results say of the noise of a paired difference. */
      readonly history?: Noise;
      readonly notices: readonly string[];
    }
  | {
      readonly found: false /** One sentence. */;
      readonly reason: string;
      readonly notices: readonly string[];
    };

export interface StoredOptions {
  readonly loaded: LoadedSpec;
  readonly gate: GateSpec;
  readonly repo: GitRepo;
  readonly base: BaseCommit;
  readonly store: BaselineStore;
  /** Path of the spec from the top of the repository. */
  readonly specPath: string;
  readonly env: NodeJS.ProcessEnv;
  readonly backend?: string | undefined;
}

/**
 * The stored result that stands for the base commit: its own, or that of its nearest ancestor that has one, as far as spec,
 * dependencies, data and machine are the same. Where there is no base commit, one for what comes before HEAD.
 */
export async function findStored(options: StoredOptions): Promise<KnownBaseline> {
  const { base, repo, store } = options;
  const from = base.found
    ? base.sha
    : await tryGit(repo.root, ['rev-parse', '--verify', '--quiet', 'HEAD^1^{commit}']);
  const none = (reason: string, notices: readonly string[] = []) =>
    ({ found: false, reason, notices }) as const;
  if (from === undefined) return none(base.found ? '' : base.reason);
  let stored: Awaited<ReturnType<typeof readStore>>;
  try {
    stored = await readStore(store);
  } catch (error) {
    if (!(error instanceof DataBranchError)) throw error;
    return none(error.message);
  }
  const { notices } = stored;
  const usable = stored.results.filter(({ trainings }) => trainings.some(({ score }) => score !== undefined));
  if (usable.length === 0)
    return none(
      `No results of the default branch are stored on ${store.branch.name} yet: a run on that branch stores them.`,
      notices,
    );
  const wanted = await circumstancesAt(circumstancesOf(options, from));
  if (!wanted) return none('The base commit has no spec that can be read.', notices);
  const comparable = usable.filter((result) => obstacles(result, wanted).length === 0);
  const credentials = { credentials: store.branch.credentials };
  const near = await nearestAncestor(repo, from, commitsOf(comparable), credentials);
  if (!near) return none(await whyNone(options, from, usable, wanted), notices);
  const result = comparable.find(({ commit }) => commit === near.sha)!;
  const history = differenceNoise(newestOfEach(comparable));
  return {
    found: true,
    result,
    how: howWords(base, near.distance, result),
    ...(history ? { history } : {}),
    notices,
  };
}

function howWords(base: BaseCommit, distance: number, { at }: MeasuredBaseline): string {
  const of = base.found ? base.how : 'the commit before HEAD, since the base itself is not here';
  const stored = `as stored on ${at.slice(0, 10)}`;
  if (distance === 0) return `${of}, ${stored}`;
  return `the nearest ancestor with stored results, ${distance} ${distance === 1 ? 'commit' : 'commits'} before ${of}, ${stored}`;
}

/** Why none of the stored results will do: what keeps the closest one from it. */
async function whyNone(
  { repo, store }: StoredOptions,
  from: string,
  usable: readonly MeasuredBaseline[],
  wanted: Comparable,
): Promise<string> {
  const near = await nearestAncestor(repo, from, commitsOf(usable), {
    credentials: store.branch.credentials,
  });
  const results = `${usable.length} stored ${usable.length === 1 ? 'result' : 'results'}`;
  if (!near) return `None of the ${results} is of the base or of a commit before it.`;
  const closest = usable.filter(({ commit }) => commit === near.sha);
  const why = closest.map((result) => obstacles(result, wanted)).sort((a, b) => a.length - b.length)[0]!;
  return `The stored results of ${near.sha.slice(0, 7)} cannot be compared with: ${why.join('; ')}.`;
}

function commitsOf(results: readonly MeasuredBaseline[]): ReadonlySet<string> {
  return new Set(results.map(({ commit }) => commit));
}

function newestOfEach(results: readonly MeasuredBaseline[]): readonly MeasuredBaseline[] {
  const seen = new Set<string>();
  return results.filter(({ commit }) => !seen.has(commit) && seen.add(commit));
}

function circumstancesOf(
  { loaded, gate, repo, specPath, env, backend }: Omit<StoredOptions, 'base' | 'store'>,
  commit: string,
): CircumstancesOptions {
  return { repo, commit, specPath, folder: loaded.folder, data: gate.data, env, backend };
}

export interface HeadResultOptions extends Omit<StoredOptions, 'base' | 'store'> {
  readonly commit: string;
  /** Trainings of what ships; those that did not end are left out. */
  readonly trials: readonly TrialRecord[];
}

/** What a commit's trainings came to, as it is stored. Undefined where there is nothing to store. */
export async function measuredOf(options: HeadResultOptions): Promise<MeasuredBaseline | undefined> {
  const { loaded, commit, trials } = options;
  const ended = trials.filter(({ state }) => state === 'completed' || state === 'failed');
  const here = await circumstancesAt(circumstancesOf(options, commit));
  if (!here || !ended.some(({ score }) => score !== undefined)) return undefined;
  return {
    study: loaded.spec.name,
    commit,
    at: new Date().toISOString(),
    ...here,
    config: loaded.space.incumbent ?? {},
    trainings: ended.map(({ seed, score, metrics, durationMs }) => ({
      seed,
      ...(score === undefined ? {} : { score }),
      metrics: Object.fromEntries(
        Object.entries(metrics).filter(
          ([name, value]) => name !== loaded.spec.metric.name && Number.isFinite(value),
        ),
      ),
      durationMs: Math.round(durationMs),
    })),
  };
}

/** Stores a result. What keeps it from being stored becomes a sentence: the run has its verdict all the same. */
export async function storeMeasured(
  store: BaselineStore,
  result: MeasuredBaseline,
): Promise<string | undefined> {
  try {
    await addToStore(store, result);
    return undefined;
  } catch (error) {
    if (!(error instanceof DataBranchError)) throw error;
    return `The results of this commit could not be stored. ${error.message}`;
  }
}

/** The baseline that is committed as a file. It says itself what it is of: whoever changes the file changes the bar. */
export async function readBaselineFile({
  loaded,
  gate,
  env,
}: Pick<StoredOptions, 'loaded' | 'gate' | 'env'>): Promise<KnownBaseline> {
  const shown = gate.file;
  const file = path.resolve(loaded.folder, shown);
  const none = (reason: string) => ({ found: false, reason, notices: [] }) as const;
  if (!existsSync(file))
    return none(`There is no baseline file ${shown} beside the spec. Write it with: tunegate baseline`);
  const result = readMeasured(readFileSync(file, 'utf8'));
  if ('problem' in result)
    return none(
      `The baseline file ${shown} cannot be read: ${result.problem}. Write it again with: tunegate baseline`,
    );
  const { name, goal, use } = loaded.spec.metric;
  const { circumstances } = result;
  const wanted: Comparable = {
    metric: { name, goal, use },
    // The file is of another commit on purpose.
    circumstances: { ...circumstances, data: await dataFingerprint(gate.data, loaded.folder) },
  };
  const why = obstacles(result, wanted);
  if (why.length > 0)
    return none(
      `The results in ${shown} cannot be compared with: ${why.join('; ')}. Write it again with: tunegate baseline`,
    );
  const here = machineWords(env);
  return {
    found: true,
    result,
    how: `${shown}, written on ${result.at.slice(0, 10)}`,
    notices: circumstances.machine.startsWith(here)
      ? []
      : [`The baseline file ${shown} was measured on another machine: ${circumstances.machine}.`],
  };
}
