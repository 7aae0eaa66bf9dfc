import { plural } from '../plural.ts';
import { hashConfig } from '../space/config.ts';
import type { Config } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import { isTold, type StudyFold, sameJob } from '../study/fold.ts';
import { misses, recommend } from '../study/front.ts';
import { brokenBound, lastValue } from '../study/goals.ts';
import { rankTrials } from '../study/leaderboard.ts';
import { trialSeed } from '../study/seeds.ts';
import type { Study, TrialRecord, TrialRole } from '../study/study.ts';
import { likeliestOfEquals } from './equal-scores.ts';
import {
  type Candidate,
  type Confirmation,
  chooseCandidate,
  type FinalScore,
  judgeConfirmation,
  mean,
} from './judge.ts';
import { type ConfirmPlan, fullTrainings, planConfirmation } from './plan.ts';

/** A config to train with a fresh seed, outside the search. */
export interface ConfirmJob {
  readonly role: 'confirm';
  readonly config: Config;
  readonly seed: number;
  /** Epochs (or other resource) of a full training. */
  readonly resource?: number;
  /** What is trained: a training of other code is not taken for this one. */
  readonly code: string;
}

export interface ConfirmStageOptions {
  readonly space: Space;
  /** What the search came to. */
  readonly study: Study;
  /** The journal's, which grows while the stage lasts. */
  readonly fold: StudyFold;
  /** The study's. */
  readonly seed: number;
  /** `confirm` of the spec: fresh seeds by the budget, or so many. */
  readonly wanted: true | number;
  readonly fullResource?: number;
  readonly code: string;
  /** Of the one-sided test against what ships, in (0.5, 1): that of the gate. Default 0.95. */
  readonly confidence?: number;
  /** Most trainings that there is time for, by the trials that may be trained again. Default: any number. */
  readonly affordable?: (best: readonly TrialRecord[]) => number;
}

/**
 * The best configs of a search trained again on fresh seeds: first all of them, to choose one, then the chosen one and the incumbent on
 * further seeds, which tell the number. A best-of-N score is never told as a result.
 *
 * What is due and what it says is a function of the journal alone, whoever trains.
 */
export class ConfirmStage {
  readonly plan: ConfirmPlan;
  /** The trials of the search whose configs are trained again, best first. */
  readonly candidates: readonly TrialRecord[];
  readonly #options: ConfirmStageOptions;

  /** Undefined where no trial may be trained again; `no time` where there is none left for it. */
  static of(options: ConfirmStageOptions): ConfirmStage | 'no time' | undefined {
    const { space, study, fullResource, affordable = () => Number.POSITIVE_INFINITY, wanted } = options;
    const best = worthConfirming(options);
    if (best.length === 0) return undefined;
    const ships = space.incumbent;
    // By the gate: what an earlier, cancelled confirm stage has trained must not change the plan.
    const known =
      ships !== undefined &&
      knownScore(options.fold, jobOf(options, ships, finalSeedOf(options, 0)), ['head']) !== undefined;
    const plan = planConfirmation({
      searched: fullTrainings(study, fullResource),
      available: best.length,
      affordable: affordable(best),
      perFinalSeed: ships === undefined || known ? 1 : 2,
      ...(typeof wanted === 'number' ? { wanted } : {}),
    });
    return plan ? new ConfirmStage(options, plan, best) : 'no time';
  }

  private constructor(options: ConfirmStageOptions, plan: ConfirmPlan, best: readonly TrialRecord[]) {
    this.#options = options;
    this.plan = plan;
    this.candidates = likeliestOfEquals(best, options.study, options.space).slice(0, plan.candidates);
  }

  /** For people: what will be trained. */
  get words(): string {
    const { candidates, choiceSeeds, finalSeeds } = this.plan;
    return choiceSeeds === 0
      ? `Confirming the best config on ${plural(finalSeeds, 'fresh seed')}`
      : `Confirming: the best ${candidates} configs on ${plural(choiceSeeds, 'fresh seed')} each, then the one chosen on ${finalSeeds} more`;
  }

  /** The trainings of this round that are not known yet, the most urgent first; none when the stage is over. */
  get due(): readonly ConfirmJob[] {
    const first = this.#unknown(this.#choiceJobs());
    if (first.length > 0) return first;
    const one = this.#unknown(this.#finalJobs(1));
    // A training without chance in it needs no second seed.
    return one.length > 0 || this.#judged(1).deterministic
      ? one
      : this.#unknown(this.#finalJobs(this.plan.finalSeeds));
  }

  /** What the trainings so far say. */
  get confirmation(): Confirmation {
    return this.#judged(this.plan.finalSeeds);
  }

  /** Constraints that the chosen config misses in the mean of its trainings on fresh seeds, in words. */
  get notices(): readonly string[] {
    const { trial, config } = this.#chosen();
    return this.#freshMisses(config, [...this.#choiceSeeds, ...this.#finalSeeds(this.plan.finalSeeds)]).map(
      (words) => `On fresh seeds the best config, trial ${trial}, misses a constraint: ${words}.`,
    );
  }

  // Seed by seed, so that an end of the time leaves all candidates alike.
  #choiceJobs(): readonly ConfirmJob[] {
    return this.#choiceSeeds.flatMap((seed) =>
      this.candidates.map(({ config }) => jobOf(this.#options, config, seed)),
    );
  }

  #finalJobs(seeds: number): readonly ConfirmJob[] {
    const { config } = this.#chosen();
    const ships = this.#options.space.incumbent;
    return this.#finalSeeds(seeds).flatMap((seed) =>
      [config, ...(ships === undefined ? [] : [ships])].map((one) => jobOf(this.#options, one, seed)),
    );
  }

  get #choiceSeeds(): readonly number[] {
    const { seed } = this.#options;
    return Array.from({ length: this.plan.choiceSeeds }, (_, index) => trialSeed(seed, 'confirm', index));
  }

  #finalSeeds(count: number): readonly number[] {
    return Array.from({ length: count }, (_, index) => finalSeedOf(this.#options, index));
  }

  #unknown(jobs: readonly ConfirmJob[]): readonly ConfirmJob[] {
    return jobs.filter((job) => knownScore(this.#options.fold, job) === undefined);
  }

  #scored(): readonly Candidate[] {
    return this.candidates.map(({ trial, score, config }) => ({
      trial,
      searchScore: score!,
      scores: this.#choiceSeeds.flatMap((seed) => this.#told(config, seed)).map((told) => told ?? null),
    }));
  }

  /** What turns out to miss a constraint on the seeds of the choice is chosen only where all do. */
  #chosen(): TrialRecord {
    const all = this.#scored();
    const keeping = all.filter(
      (_, i) => this.#freshMisses(this.candidates[i]!.config, this.#choiceSeeds).length === 0,
    );
    const chosen = chooseCandidate(keeping.length > 0 ? keeping : all, this.#options.study.metric.goal)!;
    return this.candidates.find(({ trial }) => trial === chosen.trial)!;
  }

  #judged(seeds: number): Confirmation {
    const { study, space, confidence = 0.95 } = this.#options;
    const ships = space.incumbent;
    const { trial, config } = this.#chosen();
    const final = this.#finalSeeds(seeds).flatMap((seed): FinalScore[] => {
      const recommended = this.#told(config, seed);
      const incumbent = ships === undefined ? [] : this.#told(ships, seed);
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
      confidence,
      searched: searchedScores(study),
      candidates: this.#scored(),
      trial,
      final,
      misses: this.#freshMisses(config, [...this.#choiceSeeds, ...this.#finalSeeds(seeds)]).length > 0,
      withIncumbent: ships !== undefined,
    });
  }

  /** The score of a training that has ended: none when it was not run, undefined in it when it failed. */
  #told(config: Config, seed: number): readonly (number | undefined)[] {
    const score = knownScore(this.#options.fold, jobOf(this.#options, config, seed));
    return score === undefined ? [] : [score.value];
  }

  /** Constraints that a config misses in the mean of its trainings with these seeds, in words. */
  #freshMisses(config: Config, seeds: readonly number[]): readonly string[] {
    const { fold, study } = this.#options;
    const trainings = fold.trials.filter(
      (trial) =>
        trial.role === 'confirm' &&
        seeds.includes(trial.seed) &&
        sameJob(trial, jobOf(this.#options, config, trial.seed)),
    );
    return (study.constraints ?? []).flatMap((constraint) => {
      const { name } = constraint;
      const values = trainings.flatMap(({ segments }) => {
        const { reports = [], end } = segments.at(-1) ?? {};
        return lastValue(name, reports) ?? (end?.state === 'completed' ? Number.NaN : []);
      });
      if (values.length === 0) return [];
      const middle = mean(values);
      if (Number.isNaN(middle)) return [`${name} has no value on a fresh seed`];
      const bound = brokenBound(constraint, middle);
      return bound === undefined ? [] : [`${name} is ${shown(middle)} in the mean, ${bound} is asked for`];
    });
  }
}

/** The scores of the completed trials of a search, best first. */
export function searchedScores(study: Study): readonly number[] {
  return rankTrials(study).flatMap(({ state, score }) =>
    state === 'completed' && score !== undefined && Number.isFinite(score) ? [score] : [],
  );
}

/** The trials that may be trained again, best first, each config once: what ships is trained beside them. */
function worthConfirming({ space, study, fullResource }: ConfirmStageOptions): readonly TrialRecord[] {
  const ships = space.incumbent;
  const seen = new Set(ships && [hashConfig(space, ships)]);
  const isNew = ({ config }: TrialRecord) => seen.size < seen.add(hashConfig(space, config)).size;
  // Of several metrics only the recommended trial: fresh seeds of one metric could not choose on the front.
  const standing = study.more?.length ? [recommend(study)?.trial ?? []].flat() : rankTrials(study);
  return standing.filter(
    (trial) =>
      misses(study, trial).length === 0 &&
      trial.state === 'completed' &&
      trial.score !== undefined &&
      Number.isFinite(trial.score) &&
      (fullResource === undefined || (trial.resource ?? fullResource) >= fullResource) &&
      isNew(trial),
  );
}

function jobOf({ code, fullResource }: ConfirmStageOptions, config: Config, seed: number): ConfirmJob {
  return {
    role: 'confirm',
    config,
    seed,
    code,
    ...(fullResource === undefined ? {} : { resource: fullResource }),
  };
}

/** The gate's: both sides are trained with the same. */
function finalSeedOf({ seed }: ConfirmStageOptions, index: number): number {
  return trialSeed(seed, 'gate', index);
}

/** What the journal knows of a training, done by the confirm stage or by the gate at head. */
function knownScore(
  fold: StudyFold,
  job: ConfirmJob,
  roles: readonly TrialRole[] = ['confirm', 'head'],
): { readonly value: number | undefined } | undefined {
  // One of them may have been cut short, such as the gate's at its deadline, and the other not.
  const end = fold.trials
    .filter((item) => roles.includes(item.role) && sameJob(item, job))
    .flatMap(({ segments }) => segments.at(-1) ?? [])
    .find(isTold)?.end;
  return end && { value: end.state === 'completed' && Number.isFinite(end.score) ? end.score : undefined };
}

function shown(value: number): string {
  return String(Number(value.toPrecision(4)));
}
