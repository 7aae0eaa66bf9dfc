import type { Space } from '../space/space.ts';
import { type Ablation, trustedAblation } from './ablation.ts';
import { type BoundaryWarning, promisingBounds } from './boundary.ts';
import { type DependencePoint, partialDependence } from './dependence.ts';
import { type SharedFailure, sharedFailures } from './failures.ts';
import { freshGain } from './fresh-gain.ts';
import { type Importance, importance } from './importance.ts';
import { fitKeeping, type Keeping } from './keeping.ts';
import { comparable, type Level } from './level.ts';
import { byMerit, type Observation, observationsOf, type Seen, stopsTrials } from './observation.ts';
import { type SearchProgress, searchProgress } from './progress.ts';
import { randomSearch } from './random-search.ts';
import { fitSurrogate } from './surrogate.ts';

/** What a study says beyond its winner. Every part is absent where there is too little to say it from. */
export interface Insight {
  readonly importance?: readonly Importance[];
  /** Of the parameters that decide most, the greatest first. */
  readonly dependence: readonly { readonly path: string; readonly points: readonly DependencePoint[] }[];
  readonly boundaries: readonly BoundaryWarning[];
  readonly ablation?: Ablation;
  readonly progress: SearchProgress;
  /** What all but `progress` and `failures` is learned from; absent: from the trials that were trained in full. */
  readonly level?: Level;
  /** Share of the variation that the same config would show again, by the model. */
  readonly noise?: number;
  readonly failures: readonly SharedFailure[];
}

/** Parameters whose dependence is shown, and from which share of the importance on. */
const mostDependences = 3;
const leastShare = 0.1;

/** One study is asked about by every report: the model is fitted once. */
const known = new WeakMap<object, Map<number | undefined, Insight>>();

/**
 * Pure; remembered for as long as the study lives.
 *
 * @param best number of the search trial that is recommended; absent: the one with the least loss of those that keep the
 *   constraints
 */
export function insightOf(study: Seen, space: Space, best?: number): Insight {
  const ofStudy = known.get(study) ?? new Map<number | undefined, Insight>();
  known.set(study, ofStudy);
  const insight = ofStudy.get(best) ?? learn(study, space, best);
  ofStudy.set(best, insight);
  return insight;
}

function learn(study: Seen, space: Space, best: number | undefined): Insight {
  const full = observationsOf(study);
  const winner = winnerOf(full, best);
  // What a search by few epochs, or by luck, took for a gain: nothing is to be learned of how it came about.
  const isRefuted = winner !== undefined && (freshGain(study, space, winner.config) ?? 0) < 0;
  const { observations, level } = isRefuted ? { observations: full } : comparable(study, full);
  // As it was at the level.
  const then = level ? observations.find(({ trial }) => trial === winner?.trial) : winner;
  const surrogate = space.observed ? undefined : fitSurrogate(space, observations);
  let fitted: Keeping | undefined;
  const keeping = () => {
    fitted ??= fitKeeping(space, observations);
    return fitted;
  };
  const parts = importance(space, observations, surrogate, keeping);
  const ablation =
    surrogate && then && !isRefuted ? trustedAblation(space, surrogate, observations, then) : undefined;
  return {
    ...(parts ? { importance: parts } : {}),
    dependence: surrogate
      ? (parts ?? [])
          .slice(0, mostDependences)
          .filter(({ share }) => share >= leastShare)
          .map(({ path }) => ({ path, points: partialDependence(space, surrogate, observations, path) }))
      : [],
    boundaries: then && surrogate ? promisingBounds(space, surrogate, observations, then.config) : [],
    ...(ablation ? { ablation } : {}),
    progress: searchProgress(
      full,
      stopsTrials(study) ? undefined : randomSearch(space, full, surrogate, level ? undefined : keeping),
    ),
    ...(level ? { level } : {}),
    ...(surrogate ? { noise: surrogate.noise } : {}),
    failures: sharedFailures(space, study.trials),
  };
}

function winnerOf(full: readonly Observation[], best: number | undefined): Observation | undefined {
  return full.find(({ trial }) => trial === best) ?? full.filter(({ misses }) => !misses).sort(byMerit)[0];
}
