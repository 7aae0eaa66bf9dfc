import { likeliestOfEquals } from '../../confirm/equal-scores.ts';
import {
  type Candidate,
  type Confirmation,
  chooseCandidate,
  type FinalScore,
  judgeConfirmation,
} from '../../confirm/judge.ts';
import { fullTrainings, inOneGo, planConfirmation } from '../../confirm/plan.ts';
import { hashConfig } from '../../space/config.ts';
import type { Config } from '../../space/parameter.ts';
import { type Clock, systemClock } from '../../study/clock.ts';
import type { StudyEvent } from '../../study/event.ts';
import { type StudyFold, sameJob } from '../../study/fold.ts';
import { misses, recommend } from '../../study/front.ts';
import { brokenBound, lastValue } from '../../study/goals.ts';
import type { Journal } from '../../study/journal.ts';
import { rankTrials } from '../../study/leaderboard.ts';
import { trialSeed } from '../../study/seeds.ts';
import type { Study, TrialRecord, TrialRole } from '../../study/study.ts';
import { runTrainings, type TrainingJob } from '../../study/trainings.ts';
import type { TrialRunner } from '../../trial/trial.ts';
import type { LoadedSpec } from '../load-spec.ts';

export interface ConfirmPhaseOptions {
  readonly loaded: LoadedSpec;
  readonly study: Study;
  readonly journal: Journal;
  readonly folder: string;
  readonly runners: readonly TrialRunner[];
  /** What head trains: the gate's trainings of the incumbent with the same code are not done again. */
  readonly headCode: string;
  readonly deadline?: number;
  readonly signal: AbortSignal;
  readonly clock?: Clock;
  readonly onEvent: (event: StudyEvent) => void;
  /** Told what will be trained before it is. */
  readonly onPlan: (text: string) => void;
}

export interface ConfirmPhase {
  readonly confirmation?: Confirmation;
  /** Why there is none, or less than planned. */
  readonly notice?: string;
  readonly cancelled: boolean;
}

/**
 * Trains the best configs of a search again on fresh seeds: first all of them, to choose one, then the chosen one and
 * the incumbent on further seeds, which tell the number. A best-of-N score is never told as a result.
 */
export async function runConfirmPhase(options: ConfirmPhaseOptions): Promise<ConfirmPhase> {
  const { loaded, study, journal, deadline, clock = systemClock } = options;
  const { spec, space } = loaded;
  const ships = space.incumbent;
  const incumbentHash = ships && hashConfig(space, ships);
  const full = spec.budget.epochs;
  // Of several metrics only the recommended trial: fresh seeds of one metric could not choose on the front.
  const standing = study.more?.length ? [recommend(study)?.trial ?? []].flat() : rankTrials(study);
  const best = standing.filter(
    (trial) =>
      misses(study, trial).length === 0 &&
      trial.state === 'completed' &&
      trial.score !== undefined &&
      Number.isFinite(trial.score) &&
      (full === undefined || (trial.resource ?? full) >= full) &&
      hashConfig(space, trial.config) !== incumbentHash,
  );
  if (best.length === 0 || spec.search.confirm === false) return { cancelled: false };

  const job = (config: Config, seed: number): Omit<TrainingJob, 'trial'> => ({
    role: 'confirm',
    config,
    seed,
    code: options.headCode,
    ...(full === undefined ? {} : { resource: full }),
  });
  const finalSeed = (index: number) => trialSeed(spec.search.seed, 'gate', index);
  const choiceSeed = (index: number) => trialSeed(spec.search.seed, 'confirm', index);
  const before = journal.fold;
  // By the gate: what an earlier, cancelled confirm stage has trained must not change the plan.
  const known = ships !== undefined && knownScore(before, job(ships, finalSeed(0)), ['head']) !== undefined;
  const perTraining = median(best.map(({ trial }) => inOneGo(before.find('search', trial)!)));
  const left = deadline === undefined ? Number.POSITIVE_INFINITY : deadline - clock.now();
  const plan = planConfirmation({
    searched: fullTrainings(study, full),
    available: best.length,
    affordable:
      left === Number.POSITIVE_INFINITY
        ? left
        : Math.floor((0.95 * left) / Math.max(1, perTraining)) * options.runners.length,
    perFinalSeed: ships === undefined || known ? 1 : 2,
    ...(typeof spec.search.confirm === 'number' ? { wanted: spec.search.confirm } : {}),
  });
  if (!plan)
    return {
      cancelled: false,
      notice:
        'No time was left to train the best config again: its score is the best of many and optimistic.',
    };
  options.onPlan(
    plan.choiceSeeds === 0
      ? `Confirming the best config on ${plan.finalSeeds} fresh seeds`
      : `Confirming: the best ${plan.candidates} configs on ${plan.choiceSeeds} fresh ${plan.choiceSeeds === 1 ? 'seed' : 'seeds'} each, then the one chosen on ${plan.finalSeeds} more`,
  );

  const choice = likeliestOfEquals(best, study, space)
    .slice(0, plan.candidates)
    .map((trial) => ({
      trial,
      seeds: Array.from({ length: plan.choiceSeeds }, (_, index) => choiceSeed(index)),
    }));
  // Seed by seed, so that an end of the time leaves all candidates alike.
  const first = await train(
    Array.from({ length: plan.choiceSeeds }, (_, index) =>
      choice.map(({ trial }) => job(trial.config, choiceSeed(index))),
    ).flat(),
  );
  const candidates: Candidate[] = choice.map(({ trial, seeds }) => ({
    trial: trial.trial,
    searchScore: trial.score!,
    scores: seeds.flatMap((seed) => told(job(trial.config, seed)).map((score) => score ?? null)),
  }));
  // What turns out to miss a constraint on fresh seeds is chosen only where all do.
  const keeping = candidates.filter((candidate) => freshMisses(configOf(candidate.trial)).length === 0);
  const chosen = chooseCandidate(keeping.length > 0 ? keeping : candidates, study.metric.goal)!;
  const config = configOf(chosen.trial);

  let end = first;
  let seeds: readonly number[] = [];
  for (const count of [1, plan.finalSeeds]) {
    if (end !== 'done' || seeds.length >= count) break;
    // A training without chance in it needs no second seed.
    if (seeds.length > 0 && judged(seeds).deterministic) break;
    seeds = Array.from({ length: count }, (_, index) => finalSeed(index));
    end = await train(
      seeds.flatMap((seed) => [
        job(config, seed),
        ...(ships === undefined || knownScore(journal.fold, job(ships, seed)) !== undefined
          ? []
          : [job(ships, seed)]),
      ]),
    );
  }
  const confirmation = judged(seeds);
  const notices = [
    ...(end === 'time' ? ['The time was up before the confirm stage had done all that it planned.'] : []),
    ...freshMisses(config).map(
      (words) => `On fresh seeds the best config, trial ${chosen.trial}, misses a constraint: ${words}.`,
    ),
  ];
  return {
    ...(confirmation.final.some(({ recommended }) => recommended !== undefined) ||
    (end === 'done' && confirmation.final.length > 0)
      ? { confirmation }
      : {}),
    ...(notices.length > 0 ? { notice: notices.join(' ') } : {}),
    cancelled: end === 'cancelled',
  };

  function configOf(number: number): Config {
    return best.find(({ trial }) => trial === number)!.config;
  }

  /** Constraints that a config misses in the mean of its trainings on fresh seeds, in words. */
  function freshMisses(of: Config): readonly string[] {
    const trainings = journal.fold.trials.filter(
      (trial) => trial.role === 'confirm' && sameJob(trial, job(of, trial.seed)),
    );
    return (study.constraints ?? []).flatMap((constraint) => {
      const { name } = constraint;
      const values = trainings.flatMap(({ segments }) => {
        const { reports = [], end } = segments.at(-1) ?? {};
        return lastValue(name, reports) ?? (end?.state === 'completed' ? Number.NaN : []);
      });
      if (values.length === 0) return [];
      const mean = values.reduce((sum, value) => sum + value / values.length, 0);
      if (Number.isNaN(mean)) return [`${name} has no value on a fresh seed`];
      const bound = brokenBound(constraint, mean);
      return bound === undefined ? [] : [`${name} is ${shown(mean)} in the mean, ${bound} is asked for`];
    });
  }

  async function train(jobs: readonly Omit<TrainingJob, 'trial'>[]): Promise<'done' | 'time' | 'cancelled'> {
    if (jobs.length === 0) return options.signal.aborted ? 'cancelled' : 'done';
    const fold = journal.fold;
    const taken = fold.trials.filter(({ role }) => role === 'confirm');
    let free = taken.reduce((most, { trial }) => Math.max(most, trial + 1), 0);
    const numbered = jobs.map((item): TrainingJob => {
      const same = taken.find((trial) => sameJob(trial, item));
      return { ...item, trial: same ? same.trial : free++ };
    });
    const { end: how } = await runTrainings(numbered, {
      journal,
      runners: { confirm: options.runners },
      folder: options.folder,
      signal: options.signal,
      clock,
      onEvent: options.onEvent,
      ...(deadline === undefined ? {} : { deadline }),
      ...(spec.trial.timeout === undefined ? {} : { trialTimeout: spec.trial.timeout }),
      ...(spec.trial.retries === undefined ? {} : { retries: spec.trial.retries }),
    });
    return how;
  }

  /** The score of a training that has ended: none when it was not run, undefined in it when it failed. */
  function told(item: Omit<TrainingJob, 'trial'>): readonly (number | undefined)[] {
    const score = knownScore(journal.fold, item);
    return score === undefined ? [] : [score.value];
  }

  function judged(finalSeeds: readonly number[]): Confirmation {
    const final = finalSeeds.flatMap((seed): FinalScore[] => {
      const recommended = told(job(config, seed));
      const incumbent = ships === undefined ? [] : told(job(ships, seed));
      if (recommended.length === 0 || (ships !== undefined && incumbent.length === 0)) return [];
      return [
        {
          seed,
          ...(recommended[0] === undefined ? {} : { recommended: recommended[0] }),
          ...(incumbent[0] === undefined ? {} : { incumbent: incumbent[0] }),
        },
      ];
    });
    return judgeConfirmation({
      goal: study.metric.goal,
      confidence: spec.gate ? spec.gate.confidence : 0.95,
      candidates,
      trial: chosen.trial,
      final,
      withIncumbent: ships !== undefined,
    });
  }
}

/** What the journal knows of a training, done by the confirm stage or by the gate at head. */
function knownScore(
  fold: StudyFold,
  job: Omit<TrainingJob, 'trial'>,
  roles: readonly TrialRole[] = ['confirm', 'head'],
): { readonly value: number | undefined } | undefined {
  const trial = fold.trials.find((item) => roles.includes(item.role) && sameJob(item, job));
  const end = trial?.segments.at(-1)?.end;
  if (!end || end.state === 'interrupted') return undefined;
  return { value: end.state === 'completed' && Number.isFinite(end.score) ? end.score : undefined };
}

function shown(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function median(values: readonly TrialRecord['durationMs'][]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
