import { type FoldedTrial, isTold } from '../study/fold.ts';
import { reachedStep } from '../study/steps.ts';
import { endedTrials, type Study, type TrialRecord } from '../study/study.ts';

/** Most configs of a search that are trained again. */
export const mostCandidates = 5;
/** Fresh seeds a candidate gets at most before one is chosen. */
const mostChoiceSeeds = 3;
/** Fresh seeds of the last round: at least these, and at most. */
const leastFinalSeeds = 3;
const mostFinalSeeds = 5;
/** Trainings of the confirm stage for each of the search: 13 % of all. */
const share = 0.15;
/** Share of the time of a search that is kept for the confirm stage, and up to which more is where that is too little for any. */
export const confirmTimeShare = 0.13;
const mostConfirmTimeShare = 0.3;
/** Of the time that is left so much is planned with. */
const timeToPlan = 0.95;

/** How the best configs of a search are trained again. */
export interface ConfirmPlan {
  /** How many of the best are trained with `choiceSeeds` fresh seeds each; 0 seeds where one is all there is time for. */
  readonly candidates: number;
  readonly choiceSeeds: number;
  /** Further seeds that the chosen one is trained with, and the incumbent beside it. */
  readonly finalSeeds: number;
}

/** Seeds of the last round without which there is no number to tell. */
export function leastSeeds(wanted = leastFinalSeeds): number {
  return Math.min(2, wanted);
}

export interface ConfirmRoom {
  /** How many full trainings the search came to. */
  readonly searched: number;
  /** Search trials to choose from. */
  readonly available: number;
  /** Most trainings that there is time for. */
  readonly affordable: number;
  /** Trainings that a seed of the last round costs: the incumbent's may be known from the gate. */
  readonly perFinalSeed: 1 | 2;
  /** Fresh seeds of the last round as the spec says; absent: by the budget. */
  readonly wanted?: number;
}

/**
 * Divides the confirm stage: the last round first, since without it there is no number to tell, then as many candidates
 * as the rest pays for. Undefined when two seeds of the last round are not to be had.
 */
export function planConfirmation(room: ConfirmRoom): ConfirmPlan | undefined {
  const { searched, available, affordable, perFinalSeed, wanted } = room;
  if (available === 0) return undefined;
  const least = wanted ?? leastFinalSeeds;
  const budget = Math.min(affordable, Math.max(least * perFinalSeed, Math.round(share * searched)));
  const sure = Math.min(least, Math.floor(budget / perFinalSeed));
  if (sure < leastSeeds(wanted)) return undefined;
  const rest = budget - sure * perFinalSeed;
  const candidates = Math.min(mostCandidates, available, rest);
  if (candidates < 2) return { candidates: 1, choiceSeeds: 0, finalSeeds: more(sure, rest) };
  const choiceSeeds = Math.min(mostChoiceSeeds, Math.floor(rest / candidates));
  return { candidates, choiceSeeds, finalSeeds: more(sure, rest - candidates * choiceSeeds) };

  function more(seeds: number, trainings: number): number {
    return wanted === undefined
      ? Math.min(Math.max(seeds, mostFinalSeeds), seeds + Math.floor(trainings / perFinalSeed))
      : seeds;
  }
}

/** How many trainings fit into a time, side by side; milliseconds, each as long as `training`. */
export function affordableTrainings(left: number, training: number, workers: number): number {
  return Math.floor((timeToPlan * left) / Math.max(1, training)) * workers;
}

/**
 * What the smallest confirm stage needs beyond what is kept for it in any case, milliseconds: two seeds are often more than its share
 * where trials are few. 0 where even the largest share would not do.
 *
 * @param left of the time of the search and the confirm stage together
 */
export function furtherConfirmTime(
  left: number,
  {
    trainings,
    training,
    workers,
  }: { readonly trainings: number; readonly training: number; readonly workers: number },
): number {
  const needed = (Math.ceil(trainings / workers) * training) / timeToPlan;
  return needed > mostConfirmTimeShare * left ? 0 : Math.max(0, needed - confirmTimeShare * left);
}

/**
 * To how many full trainings the search came: trials that were stopped early, failed or paused count by how far they went. One that
 * completed has done what it was asked for, also where it reported once, at its end, or ended by itself: on a fresh seed it costs as much.
 */
export function fullTrainings(study: Pick<Study, 'trials'>, fullResource: number | undefined): number {
  return endedTrials(study.trials).reduce((sum, trial) => sum + shareOfFull(trial, fullResource), 0);
}

function shareOfFull({ reports, resource, state }: TrialRecord, full: number | undefined): number {
  const reached = state === 'completed' ? resource : (reachedStep(reports) ?? resource);
  // One that reported no step may have cost as much as any.
  return full === undefined || reached === undefined ? 1 : Math.min(1, reached / full);
}

/**
 * How long the training of a trial would take in one go, milliseconds. Each segment of one that paused begins with a
 * start-up: so no longer than all of them together, nor than any of them scaled to all epochs.
 */
export function inOneGo({ segments }: Pick<FoldedTrial, 'segments'>): number {
  const told = segments.filter(isTold);
  const took = told.map(({ end }) => end?.durationMs ?? 0);
  const all = took.reduce((sum, ms) => sum + ms, 0);
  const full = told.at(-1)?.resource;
  if (full === undefined) return all;
  const scaled = told.map(
    ({ resource = 0 }, i) => (took[i]! * full) / Math.max(0, resource - (told[i - 1]?.resource ?? 0)),
  );
  return Math.min(all, ...scaled.filter(Number.isFinite));
}

/** Milliseconds that these trials would take in one go, the quickest first. */
export function trainingTimes(trials: readonly Pick<FoldedTrial, 'segments'>[]): readonly number[] {
  return trials.map(inOneGo).sort((a, b) => a - b);
}

/** The middle one of some times in order; 0 where there is none. */
export function typicalTime(times: readonly number[]): number {
  return times[Math.floor(times.length / 2)] ?? 0;
}
