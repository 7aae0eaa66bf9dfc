import type { Confirmation } from '../../confirm/judge.ts';
import { affordableTrainings, trainingTimes, typicalTime } from '../../confirm/plan.ts';
import { type ConfirmJob, ConfirmStage } from '../../confirm/stage.ts';
import type { ProgressEvent } from '../../report/progress.ts';
import { type Clock, systemClock } from '../../study/clock.ts';
import type { StudyEvent } from '../../study/event.ts';
import { sameJob } from '../../study/fold.ts';
import type { Journal } from '../../study/journal.ts';
import { trialsByConfig } from '../../study/leaderboard.ts';
import type { Study } from '../../study/study.ts';
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
  readonly onEvent: (event: ProgressEvent) => void;
  /** Told what will be trained before it is. */
  readonly onPlan: (text: string) => void;
}

export interface ConfirmPhase {
  readonly confirmation?: Confirmation;
  /** Why there is none, or less than planned. */
  readonly notice?: string;
  readonly cancelled: boolean;
}

/** Trains what the confirm stage of a search asks for, until it is over or the time is. */
export async function runConfirmPhase(options: ConfirmPhaseOptions): Promise<ConfirmPhase> {
  const { loaded, study, journal, deadline, clock = systemClock } = options;
  const { spec, space } = loaded;
  const { confirm: wanted } = spec.search;
  if (wanted === false) return { cancelled: false };
  const left = deadline === undefined ? Number.POSITIVE_INFINITY : deadline - clock.now();
  const stage = ConfirmStage.of({
    space,
    study,
    fold: journal.fold,
    seed: spec.search.seed,
    wanted,
    ...(spec.budget.epochs === undefined ? {} : { fullResource: spec.budget.epochs }),
    code: options.headCode,
    ...(spec.gate ? { confidence: spec.gate.confidence } : {}),
    affordable: (best) =>
      left === Number.POSITIVE_INFINITY
        ? left
        : affordableTrainings(
            left,
            typicalTime(trainingTimes(best.map(({ trial }) => journal.fold.find('search', trial)!))),
            options.runners.length,
          ),
  });
  if (stage === undefined) return { cancelled: false };
  if (stage === 'no time')
    return {
      cancelled: false,
      notice:
        'No time was left to train the best config again: its score is the best of many and optimistic.',
    };
  options.onPlan(stage.words);
  const trialOf = trialsByConfig(study, space);
  let end: 'done' | 'time' | 'cancelled' = options.signal.aborted ? 'cancelled' : 'done';
  for (let { due } = stage; end === 'done' && due.length > 0; { due } = stage) end = await train(due);
  const { confirmation } = stage;
  const notices = [
    ...(end === 'time' ? ['The time was up before the confirm stage had done all that it planned.'] : []),
    ...(end === 'cancelled' ? ['The confirm stage was cut short: the next run goes on with it.'] : []),
    ...stage.notices,
  ];
  return {
    ...(confirmation.final.some(({ recommended }) => recommended !== undefined) ||
    (end === 'done' && confirmation.final.length > 0)
      ? { confirmation }
      : {}),
    ...(notices.length > 0 ? { notice: notices.join(' ') } : {}),
    cancelled: end === 'cancelled',
  };

  /** Whoever watches sees which config is trained again. */
  function confirmedBy(event: StudyEvent): { readonly confirms?: number } {
    const training = 'trial' in event ? event.trial : undefined;
    const known = typeof training === 'number' ? journal.fold.find('confirm', training) : training;
    const confirms = known && trialOf(known.config)?.trial;
    return confirms === undefined ? {} : { confirms };
  }

  async function train(jobs: readonly ConfirmJob[]): Promise<'done' | 'time' | 'cancelled'> {
    const taken = journal.fold.trials.filter(({ role }) => role === 'confirm');
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
      onEvent: (event) => options.onEvent({ ...event, ...confirmedBy(event) }),
      ...(deadline === undefined ? {} : { deadline }),
      ...(spec.trial.timeout === undefined ? {} : { trialTimeout: spec.trial.timeout }),
      ...(spec.trial.retries === undefined ? {} : { retries: spec.trial.retries }),
    });
    return how;
  }
}
