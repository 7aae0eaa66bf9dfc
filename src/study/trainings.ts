import type { Config } from '../space/parameter.ts';
import type { TrialRunner } from '../trial/trial.ts';
import { tooLate } from './budget.ts';
import { type Clock, systemClock } from './clock.ts';
import { drive, type Nothing, type Plan } from './drive.ts';
import type { StudyEvent } from './event.ts';
import { type FoldedTrial, isTold, type StudyFold, sameJob } from './fold.ts';
import { dropTrainingCheckpoints } from './folders.ts';
import type { Journal } from './journal.ts';
import type { TrialRecord } from './study.ts';

/** Training one config with one seed, outside the search. */
export interface TrainingJob {
  /** `head` and `base`: a side of the gate, each with its own folder and runners. `confirm`: a config of the search. */
  readonly role: 'head' | 'base' | 'confirm';
  /** Index of the seed; for `confirm` any number that no other config or seed has. */
  readonly trial: number;
  readonly config: Config;
  readonly seed: number;
  /** Epochs (or other resource) of the training, as the side's own spec says. */
  readonly resource?: number;
  /** What the side trains, a commit for example: a training of another one is not taken for this one. */
  readonly code?: string;
}

export interface RunTrainingsOptions {
  /** Open; whoever opened it closes it. The metric is its header's. */
  readonly journal: Journal;
  /** For each side one runner for each worker; as many on both sides that have jobs. */
  readonly runners: Readonly<Partial<Record<TrainingJob['role'], readonly TrialRunner[]>>>;
  /** When running trainings are interrupted: milliseconds of `clock`. */
  readonly deadline?: number;
  readonly folder: string;
  readonly signal?: AbortSignal;
  readonly trialTimeout?: number;
  /** How often a training that failed by accident is tried again. Default 0. */
  readonly retries?: number;
  readonly clock?: Clock;
  readonly onEvent?: (event: StudyEvent) => void;
}

export interface Trainings {
  /** One for each job that was started, now or by an earlier process, in the order of the jobs. */
  readonly trials: readonly TrialRecord[];
  /** `done`: every job has ended by itself (completed or failed). */
  readonly end: 'done' | 'time' | 'cancelled';
  readonly detail: string;
}

/**
 * Trains jobs in the given order on as many workers as there are runners of a side. Jobs that the journal has the end
 * of (with the same config, seed, resource and code) are not run again; those that were cut short are. Rejects as
 * `runStudy` does.
 */
export async function runTrainings(
  jobs: readonly TrainingJob[],
  options: RunTrainingsOptions,
): Promise<Trainings> {
  const { journal, runners, clock = systemClock, deadline } = options;
  const { fold } = journal;
  const plans = jobs.map(planOf);
  const queue = plans.filter((plan) => !isDone(fold, plan));
  const sides = [...new Set(jobs.map((job) => job.role))];
  const runnersOf = (side: TrainingJob['role']) => runners[side] ?? [];
  const workers = Math.min(...sides.map((side) => runnersOf(side).length));
  if (sides.length > 0 && workers === 0)
    throw new Error(`${sides.find((side) => runnersOf(side).length === 0)} has jobs but no runner`);

  const next = (): Plan | Nothing<'done' | 'time'> => {
    if (queue.length === 0) return { over: { reason: 'done', detail: 'every training has ended' } };
    const late = tooLate(fold, sides.includes('confirm') ? 'search' : 'gate', deadline, clock);
    if (late) return { over: late };
    const plan = queue.shift()!;
    const known = matching(fold, plan);
    return known ? { ...plan, known } : plan;
  };
  const { reason, detail } = await drive<'done' | 'time'>({
    journal,
    workers,
    runnerOf: (role, worker) => runnersOf(role as TrainingJob['role'])[worker]!,
    folder: options.folder,
    trialTimeout: options.trialTimeout,
    retries: options.retries ?? 0,
    deadline,
    clock,
    signal: options.signal,
    next,
    onEnd: ({ role, trial }) => dropTrainingCheckpoints(options.folder, role, trial),
    onEvent: options.onEvent ?? (() => {}),
  });
  const trials = plans.flatMap((plan) => {
    const trial = matching(fold, plan);
    return trial ? [fold.record(trial)] : [];
  });
  // Work that a deadline or a cancel came too late to touch is done all the same.
  const end = plans.every((plan) => isDone(fold, plan)) ? 'done' : reason;
  return { trials, end, detail: end === reason ? detail : 'every training has ended' };
}

function planOf(job: TrainingJob): Plan {
  return {
    role: job.role,
    trial: job.trial,
    segment: 0,
    config: job.config,
    seed: job.seed,
    origin: job.role === 'confirm' ? 'confirm' : 'gate',
    ...(job.resource === undefined ? {} : { resource: job.resource }),
    ...(job.code === undefined ? {} : { code: job.code }),
  };
}

/** The training of this very job, if the journal has it. */
function matching(fold: StudyFold, plan: Plan): FoldedTrial | undefined {
  const trial = fold.find(plan.role, plan.trial);
  return trial && sameJob(trial, plan) ? trial : undefined;
}

function isDone(fold: StudyFold, plan: Plan): boolean {
  return matching(fold, plan)?.segments.every(isTold) ?? false;
}
