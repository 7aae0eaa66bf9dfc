import { statSync } from 'node:fs';
import path from 'node:path';
import {
  confirmTimeShare,
  furtherConfirmTime,
  leastSeeds,
  trainingTimes,
  typicalTime,
} from '../../confirm/plan.ts';
import type { TrialSpec } from '../../spec/spec.ts';
import { type Clock, systemClock } from '../../study/clock.ts';
import type { StudyFold } from '../../study/fold.ts';
import type { LoadedSpec } from '../load-spec.ts';

/** How the search and what follows it share the time that is left. All on the clock's milliseconds; absent: no limit. */
export interface TimeShares {
  readonly searchDeadline?: number;
  /** What the confirm stage needs before that, by what trials have taken so far: milliseconds. */
  readonly keptBack?: (fold: StudyFold) => number;
  readonly confirmDeadline?: number;
  /** Longest time of one trial. */
  readonly trialTimeout?: number;
}

/** What the stages after the search need is kept back from it. */
export function shareTime(
  loaded: LoadedSpec,
  deadline: number | undefined,
  workers: number,
  clock: Clock = systemClock,
): TimeShares {
  const { spec, folder } = loaded;
  const left = deadline === undefined ? 0 : Math.max(0, deadline - clock.now());
  const { model, trial } = modelTimeOf(spec.trial, folder, left);
  const trialTimeout = spec.trial.timeout ?? (trial && left > 0 ? trial * left : undefined);
  const confirmDeadline = deadline === undefined ? undefined : deadline - model * left;
  const confirms = spec.search.confirm !== false;
  return {
    ...(confirmDeadline === undefined
      ? {}
      : { confirmDeadline, searchDeadline: confirmDeadline - (confirms ? confirmTimeShare * left : 0) }),
    ...(confirmDeadline !== undefined && confirms
      ? { keptBack: (fold) => keptBack(loaded, fold, left, workers) }
      : {}),
    ...(trialTimeout === undefined ? {} : { trialTimeout }),
  };
}

/** What the smallest confirm stage needs beyond its share, as trials have gone so far. */
function keptBack({ spec, space }: LoadedSpec, fold: StudyFold, left: number, workers: number): number {
  const { confirm } = spec.search;
  const full = spec.budget.epochs ?? 0;
  const done = fold.trials.filter(({ role, segments }) => {
    const { end, resource = full } = segments.at(-1) ?? {};
    return role === 'search' && end?.state === 'completed' && resource >= full;
  });
  // The gate's trainings of what ships stand beside those of the best.
  const known = space.incumbent === undefined || fold.trials.some(({ role }) => role === 'head');
  const seeds = leastSeeds(typeof confirm === 'number' ? confirm : undefined);
  const trainings = seeds * (known ? 1 : 2);
  const times = trainingTimes(done);
  const training = typicalTime(times);
  const further = furtherConfirmTime(left, { trainings, training, workers });
  if (further === 0) return 0;
  // The search begins what the quickest trial would have time for; another one takes longer, though seldom twice the usual.
  return further + Math.min(times.at(-1)!, 2 * training) - times[0]!;
}

/** Bytes from which on a data file is large: reading it, and each training, takes a good part of a short budget. */
const largeData = { text: 2 ** 24, parquet: 2 ** 22 };

/** What of the time of a search is kept for making the model of a task, and how long a trial of it may take at most. */
interface ModelTime {
  /** Share of the time. */
  readonly model: number;
  /** Share of the time; absent: as long as there is time. */
  readonly trial?: number;
}

/** Of a short time a larger share is kept: what makes a model has to start first. */
const leastModelMs = 10_000;
const mostModelShare = 0.3;

/**
 * By how large its data file is.
 *
 * @param leftMs of the budget
 */
function modelTimeOf(trial: TrialSpec, folder: string, leftMs: number): ModelTime {
  if (!('module' in trial) || !trial.task) return { model: 0 };
  const { data } = trial.task;
  const size = statSync(path.resolve(folder, data), { throwIfNoEntry: false })?.size ?? 0;
  const isLarge = size >= (data.toLowerCase().endsWith('.parquet') ? largeData.parquet : largeData.text);
  if (isLarge) return { model: mostModelShare, trial: 0.3 };
  return { model: Math.min(mostModelShare, Math.max(0.1, leastModelMs / Math.max(1, leftMs))) };
}
