import { byMerit, firstFront, fronts, isFeasible, type Result } from '../search/merit.ts';
import { constraintMisses, finalValue, lastValue } from './goals.ts';
import { lossOf } from './score.ts';
import type { Constraint, Study, TrialRecord } from './study.ts';

/** What the trials of a study come to where several metrics or constraints count: pure functions of the study. */

/** What of a study says which of its trials are good. */
export type Judged = Pick<Study, 'trials' | 'metric' | 'more' | 'constraints'>;

/** All metrics that a study is after, the main one first. */
export function objectives({
  metric,
  more = [],
}: Pick<Study, 'metric' | 'more'>): readonly Study['metric'][] {
  return [metric, ...more];
}

/** The value of each metric that the study is after; undefined where the trial has none. */
export function objectiveValues(
  { more = [] }: Pick<Study, 'more'>,
  { score, reports }: TrialRecord,
): readonly (number | undefined)[] {
  return [score, ...more.map((metric) => finalValue(metric, reports))];
}

/** A bound that a trial misses. */
export interface Miss {
  readonly constraint: Constraint;
  /** Absent: never reported. */
  readonly value?: number;
}

/** The constraints that a trial misses; none for one that has not completed. */
export function misses(
  { constraints = [] }: Pick<Study, 'constraints'>,
  trial: TrialRecord,
): readonly Miss[] {
  if (trial.state !== 'completed') return [];
  return constraints.flatMap((constraint) => {
    if (constraintMisses([constraint], trial.reports).every((miss) => miss <= 0)) return [];
    const value = lastValue(constraint.name, trial.reports);
    return [{ constraint, ...(value === undefined ? {} : { value }) }];
  });
}

/** Completed search trials that keep every constraint and have every metric, in fronts: the first is the best. */
export function paretoFronts(study: Judged): readonly (readonly TrialRecord[])[] {
  return fronts(judgedTrials(study).filter(isFeasible)).map(byMainMetric);
}

/** The front: no completed trial is as good in every metric and better in one. By the main metric, best first. */
export function paretoFront(study: Judged): readonly TrialRecord[] {
  return byMainMetric(firstFront(judgedTrials(study).filter(isFeasible)));
}

function byMainMetric(front: readonly JudgedTrial[]): readonly TrialRecord[] {
  return [...front].sort((a, b) => a.losses![0]! - b.losses![0]! || a.id - b.id).map(({ trial }) => trial);
}

/** Completed trials that miss a constraint, the nearest miss first. */
export function infeasibleTrials(study: Judged): readonly TrialRecord[] {
  return byMerit(judgedTrials(study).filter((result) => !isFeasible(result))).map(({ trial }) => trial);
}

type JudgedTrial = Result & { readonly trial: TrialRecord };

function judgedTrials(study: Judged): readonly JudgedTrial[] {
  const all = objectives(study);
  const completed = study.trials.filter(({ role, state }) => role === 'search' && state === 'completed');
  return completed.flatMap((trial): JudgedTrial[] => {
    const losses = objectiveValues(study, trial).map((value, k) =>
      value === undefined ? Number.NaN : lossOf(all[k]!, value),
    );
    if (losses.some(Number.isNaN)) return [];
    const constraints = constraintMisses(study.constraints ?? [], trial.reports);
    return [{ id: trial.trial, loss: losses[0], losses, constraints, trial }];
  });
}

/** The config to take of a front, and why this one. */
export interface Recommendation {
  readonly trial: TrialRecord;
  /**
   * `only`: the front is one trial (or all of it scores alike). `better`: of those on the front that are at least as good
   * in every metric as what ships today, the best compromise. `compromise`: of the whole front.
   */
  readonly reason: 'only' | 'better' | 'compromise';
  /** How many it was chosen from. */
  readonly among: number;
}

/**
 * Of the front the trial that is nearest (in a straight line) to the best of every metric, each scaled to its range on the
 * front; what is at least as good as the incumbent everywhere goes before the rest, unless the
 * incumbent itself misses a constraint.
 */
export function recommend(study: Judged): Recommendation | undefined {
  const front = paretoFront(study);
  if (front.length === 0) return undefined;
  const all = objectives(study);
  const losses = new Map(
    front.map((trial) => [trial, objectiveValues(study, trial).map((value, k) => lossOf(all[k]!, value!))]),
  );
  const incumbent = study.trials.find(({ role, origin }) => role === 'search' && origin === 'incumbent');
  const shipped =
    incumbent?.state === 'completed' && misses(study, incumbent).length === 0
      ? objectiveValues(study, incumbent)
      : [];
  const isBetter = (trial: TrialRecord) =>
    trial !== incumbent &&
    shipped.every((value, k) => value !== undefined && losses.get(trial)![k]! <= lossOf(all[k]!, value));
  const better = shipped.length > 0 ? front.filter(isBetter) : [];
  const among = better.length > 0 ? better : front;
  const ranges = all.map((_, k) => {
    const values = front.map((trial) => losses.get(trial)![k]!);
    return { best: Math.min(...values), worst: Math.max(...values) };
  });
  const distance = (trial: TrialRecord) =>
    Math.hypot(
      ...losses.get(trial)!.map((loss, k) => {
        const { best, worst } = ranges[k]!;
        // Halves first: the range of two huge numbers overflows.
        return worst > best ? (loss / 2 - best / 2) / (worst / 2 - best / 2) : 0;
      }),
    );
  const [chosen] = [...among].sort((a, b) => distance(a) - distance(b) || a.trial - b.trial);
  const alike = ranges.every(({ best, worst }) => best === worst);
  return {
    trial: chosen!,
    reason: alike ? 'only' : better.length > 0 ? 'better' : 'compromise',
    among: among.length,
  };
}
