import { existsSync } from 'node:fs';
import path from 'node:path';
import { compare, gateError, noBaseline } from '../gate/compare.ts';
import type { SeedPair, Verdict } from '../gate/verdict.ts';
import type { BaseCommit } from '../github/base-commit.ts';
import type { GitRepo } from '../github/repository.ts';
import { withWorktree } from '../github/worktree.ts';
import type { Config } from '../space/parameter.ts';
import { SpecError } from '../spec/problem.ts';
import type { GateSpec, Spec } from '../spec/spec.ts';
import type { StudyEvent } from '../study/event.ts';
import type { Journal } from '../study/journal.ts';
import { trialSeed } from '../study/seeds.ts';
import type { TrialRecord } from '../study/study.ts';
import { runTrainings, type TrainingJob } from '../study/trainings.ts';
import type { TrialRunner } from '../trial/trial.ts';
import { type LoadedSpec, readSpec } from './load-spec.ts';

export interface GatePhaseOptions {
  readonly loaded: LoadedSpec;
  readonly gate: GateSpec;
  readonly repo: GitRepo;
  readonly base: Extract<BaseCommit, { found: true }>;
  /** What head trains: names its trainings in the journal. */
  readonly headCode: string;
  readonly journal: Journal;
  readonly folder: string;
  readonly headRunners: readonly TrialRunner[];
  /** As many runners for another side. */
  readonly makeRunners: (side: LoadedSpec) => readonly TrialRunner[];
  readonly deadline?: number;
  readonly signal: AbortSignal;
  readonly onEvent: (event: StudyEvent) => void;
}

export interface GatePhase {
  readonly verdict: Verdict;
  readonly baseConfig?: Config;
  readonly notices: readonly string[];
}

/**
 * Trains the incumbent of head and base with the same seeds, base in a worktree with its own spec and code, and
 * compares. Trainings alternate between the sides, so that a drift of the machine or a deadline hits both alike.
 */
export async function runGatePhase(options: GatePhaseOptions): Promise<GatePhase> {
  const { loaded, gate, repo, base } = options;
  const frame = gateFrame(loaded.spec, gate);
  const incumbent = loaded.space.incumbent;
  if (!incumbent) {
    const missing = loaded.space.missingDefaults;
    return {
      verdict: noBaseline(
        `The spec does not say what ships today: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ' …' : ''} ${missing.length === 1 ? 'has' : 'have'} no default.`,
        frame,
      ),
      notices: [],
    };
  }
  return await withWorktree(repo, base.sha, loaded.folder, async (worktree) => {
    const side = readBase(loaded, path.join(worktree.folder, path.basename(loaded.path)), base.sha);
    if (typeof side === 'string') return { verdict: noBaseline(side, frame), notices: worktree.notices };
    const baseIncumbent = side.space.incumbent;
    if (!baseIncumbent)
      return {
        verdict: noBaseline(
          `The spec at the base commit has parameters without a default: ${side.space.missingDefaults.slice(0, 5).join(', ')}.`,
          frame,
        ),
        notices: worktree.notices,
      };
    const baseRunners = options.makeRunners(side);
    try {
      const pairs = await trainPairs(options, incumbent, side, baseIncumbent, baseRunners);
      const notices = [...worktree.notices, ...pairs.notices];
      return { verdict: judge(pairs, frame), baseConfig: baseIncumbent, notices };
    } finally {
      await Promise.all(baseRunners.map((runner) => runner.close()));
    }
  });
}

/** What every verdict of this spec has in common. */
export function gateFrame({ metric }: Spec, gate: GateSpec) {
  return { goal: metric.goal, maxDrop: gate.maxDrop, confidence: gate.confidence };
}

/** The spec of the base commit, or why it cannot be compared with. */
function readBase(head: LoadedSpec, file: string, sha: string): LoadedSpec | string {
  const name = path.basename(head.path);
  const short = sha.slice(0, 7);
  if (!existsSync(file))
    return `The base commit ${short} has no ${name}, so there is nothing to compare with yet.`;
  let base: LoadedSpec;
  try {
    base = readSpec(file, `${name} at ${short}`);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    const first = error.problems[0];
    return `The ${name} of the base commit ${short} cannot be read${first ? ` (line ${first.line}: ${first.message})` : ''}.`;
  }
  const [was, is] = [base.spec.metric, head.spec.metric];
  if (was.name !== is.name || was.goal !== is.goal || was.use !== is.use)
    return `The base commit ${short} measures ${describe(was)} and this one ${describe(is)}, which cannot be compared.`;
  return base;
}

function describe({ name, goal, use }: Spec['metric']): string {
  return `${name} (${goal}, ${use} value)`;
}

interface TrainedPairs {
  readonly pairs: readonly SeedPair[];
  readonly end: 'done' | 'time' | 'cancelled';
  readonly failures: { readonly head?: string; readonly base?: string };
  readonly notices: readonly string[];
}

async function trainPairs(
  options: GatePhaseOptions,
  incumbent: Config,
  side: LoadedSpec,
  baseIncumbent: Config,
  baseRunners: readonly TrialRunner[],
): Promise<TrainedPairs> {
  const { gate, loaded, journal } = options;
  const seeds = Array.from({ length: gate.seeds }, (_, index) =>
    trialSeed(loaded.spec.search.seed, 'gate', index),
  );
  const epochs = ({ spec }: LoadedSpec) =>
    spec.budget.epochs === undefined ? {} : { resource: spec.budget.epochs };
  const jobs = seeds.flatMap((seed, trial): TrainingJob[] => [
    { role: 'base', trial, config: baseIncumbent, seed, code: options.base.sha, ...epochs(side) },
    { role: 'head', trial, config: incumbent, seed, code: options.headCode, ...epochs(loaded) },
  ]);
  const trainings = await runTrainings(jobs, {
    journal,
    runners: { head: options.headRunners, base: baseRunners },
    folder: options.folder,
    signal: options.signal,
    onEvent: options.onEvent,
    ...(options.deadline === undefined ? {} : { deadline: options.deadline }),
    ...(loaded.spec.trial.timeout === undefined ? {} : { trialTimeout: loaded.spec.trial.timeout }),
    ...(loaded.spec.trial.retries === undefined ? {} : { retries: loaded.spec.trial.retries }),
  });
  const of = (role: 'head' | 'base', index: number) =>
    trainings.trials.find((trial) => trial.role === role && trial.trial === index);
  const pairs = seeds.flatMap((seed, index): SeedPair[] => {
    const [base, head] = [of('base', index), of('head', index)];
    // A training that was not run or was cut short says nothing about its side.
    if (!base || !head || !ended(base) || !ended(head)) return [];
    return [
      {
        seed,
        ...(base.score === undefined ? {} : { base: base.score }),
        ...(head.score === undefined ? {} : { head: head.score }),
      },
    ];
  });
  const failure = (role: 'head' | 'base') =>
    trainings.trials.find((trial) => trial.role === role && trial.state === 'failed')?.message;
  const [headFailure, baseFailure] = [failure('head'), failure('base')];
  const cut = pairs.length < seeds.length && trainings.end === 'time';
  return {
    pairs,
    end: trainings.end,
    failures: {
      ...(headFailure === undefined ? {} : { head: headFailure }),
      ...(baseFailure === undefined ? {} : { base: baseFailure }),
    },
    notices: cut
      ? [`The gate compared ${pairs.length} of ${seeds.length} seeds: its half of the time budget was spent.`]
      : [],
  };
}

function ended({ state }: TrialRecord): boolean {
  return state === 'completed' || state === 'failed';
}

function judge({ pairs, end, failures }: TrainedPairs, frame: ReturnType<typeof gateFrame>): Verdict {
  if (end === 'cancelled' && pairs.length === 0)
    return gateError('The run was cancelled before the comparison was made.', frame);
  const verdict = compare({ pairs, ...frame });
  const message = failures.head ?? failures.base;
  return message === undefined || verdict.conclusion === 'improved'
    ? verdict
    : { ...verdict, reason: `${verdict.reason} ${failures.head ? 'Head' : 'Base'} says: ${message}` };
}
