import type { Strategy } from '../../search/strategy.ts';
import { earlyEndOf } from '../../study/early-end.ts';
import type { StudyEvent } from '../../study/event.ts';
import type { Journal } from '../../study/journal.ts';
import { runStudy, type StudyBudget } from '../../study/loop.ts';
import { trialSeed } from '../../study/seeds.ts';
import type { Study } from '../../study/study.ts';
import type { Thinker } from '../../study/thinker.ts';
import type { TimeLimit } from '../../study/time-limit.ts';
import type { TrialRunner } from '../../trial/trial.ts';
import { dropNotice } from '../budget.ts';
import type { LoadedSpec } from '../load-spec.ts';
import { keptTrials } from './model-phase.ts';

export interface SearchPhaseOptions {
  readonly loaded: LoadedSpec;
  /** Fresh. */
  readonly strategy: Strategy;
  readonly thinker?: Thinker | undefined;
  readonly journal: Journal;
  readonly folder: string;
  readonly runners: readonly TrialRunner[];
  /** Whether trials go on from where they paused. */
  readonly resumable: boolean;
  readonly deadline?: number | undefined;
  /** As of `StudyBudget`. */
  readonly keptBack?: StudyBudget['keptBack'] | undefined;
  /** What the deadline comes from. */
  readonly limit?: TimeLimit | undefined;
  /** Longest time of one trial, milliseconds. */
  readonly trialTimeout?: number | undefined;
  readonly signal: AbortSignal;
  readonly onEvent: (event: StudyEvent) => void;
  readonly notice: (text: string) => void;
}

/** Searches until the budget of the spec is spent. */
export async function runSearchPhase(options: SearchPhaseOptions): Promise<Study> {
  const { loaded, strategy, thinker, journal, folder, runners, signal, onEvent, notice } = options;
  const { resumable, deadline, keptBack, limit, trialTimeout } = options;
  const { search, budget, trial } = loaded.spec;
  const dropped = new Set<number>();
  const searched = await runStudy({
    space: loaded.space,
    strategy,
    ...(thinker ? { thinker } : {}),
    journal,
    runners,
    budget: {
      ...(budget.trials === undefined ? {} : { trials: budget.trials }),
      ...(budget.epochs === undefined ? {} : { resource: budget.epochs }),
      ...(budget['total-epochs'] === undefined ? {} : { epochs: budget['total-epochs'] }),
      ...(deadline === undefined ? {} : { deadline }),
      ...(keptBack === undefined ? {} : { keptBack }),
      ...(limit === undefined ? {} : { deadlineBy: limit.by }),
      ...(budget.disk === undefined ? {} : { disk: budget.disk }),
      early: earlyEndOf(budget),
    },
    seedOf: (number) => trialSeed(search.seed, 'search', number),
    folder,
    signal,
    onEvent,
    onDrop: (number) => dropped.add(number),
    ...('module' in trial && trial.task ? { keepBest: keptTrials } : {}),
    ...(trialTimeout === undefined ? {} : { trialTimeout }),
    ...(trial.retries === undefined ? {} : { retries: trial.retries }),
    resumable,
    ...(search.inherit ? { inherits: true } : {}),
  });
  if (dropped.size > 0) notice(dropNotice(dropped.size, budget.disk));
  return searched;
}
