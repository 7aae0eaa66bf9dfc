import type { BudgetSpec } from '../spec/spec.ts';
import { type TimeLimit, timeLimit } from '../study/time-limit.ts';
import type { Hurry } from '../trial/patience.ts';
import { hurryOf, untilDeadline } from './hurry.ts';

export interface SessionTimeOptions {
  readonly signal: AbortSignal;
  /** Whoever cancels leaves little time (7.5 s for a step of GitHub Actions): trials are then ended at once. */
  readonly hurriedCancel?: boolean;
  /** When the step began (milliseconds of `performance.now()`): the budget of time counts from there. */
  readonly startedAt: number;
  /** Kept back of the budget of time for what follows the session (milliseconds). */
  readonly reserveMs: number;
}

/** The time that a session has. */
export interface SessionTime {
  /** Absent: as long as it takes. */
  readonly limit?: TimeLimit;
  /** When its phases must be over, milliseconds of `performance.now()`. */
  readonly deadline?: number;
  /** What is left of the grace that the spec gives its trials. */
  readonly hurry: Hurry;
  /** For what comes before the first trial: the end of the time cuts it short as a cancel does. */
  readonly signal: AbortSignal;
}

export function sessionTime(budget: BudgetSpec, options: SessionTimeOptions): SessionTime {
  const limit = timeLimit(budget);
  const deadline = limit === undefined ? undefined : options.startedAt + limit.ms - options.reserveMs;
  return {
    ...(limit === undefined ? {} : { limit }),
    ...(deadline === undefined ? {} : { deadline }),
    hurry: hurryOf({
      ...(options.hurriedCancel ? { cancelled: options.signal } : {}),
      ...(deadline === undefined ? {} : { deadline }),
      ...(limit === undefined ? {} : { timeMs: limit.ms }),
    }),
    signal: untilDeadline(options.signal, deadline),
  };
}
