import { type Clock, systemClock } from '../study/clock.ts';
import type { Hurry } from '../trial/patience.ts';

/** A runner of CI gives a cancelled step 7.5 s for everything. */
const cancelledGraceMs = 1500;
/** How far a study may go beyond its budget of time: so much of it, but at least … */
const overrunShare = 0.01;
/** … milliseconds, of which the reports need some, too. */
const leastOverrunMs = 500;
/** Longest delay that a Node timer takes (2³¹ − 1 ms). */
const longestTimer = 2 ** 31 - 1;
/** What a signal takes to act. */
const leastGraceMs = 50;

/**
 * What is left of the grace that a spec gives its trials: little once the step was cancelled, and when the time is up no
 * more than a study may overrun.
 */
export function hurryOf({
  cancelled,
  deadline,
  timeMs,
  clock = systemClock,
}: {
  /** Present: cancelling leaves little time. */
  readonly cancelled?: AbortSignal;
  /** When the time is up. */
  readonly deadline?: number;
  /** The whole budget of time. */
  readonly timeMs?: number;
  readonly clock?: Clock;
}): Hurry {
  const end =
    deadline === undefined ? undefined : deadline + Math.max(leastOverrunMs, overrunShare * (timeMs ?? 0));
  return () => {
    const now = clock.now();
    const late =
      deadline === undefined || end === undefined || now < deadline
        ? undefined
        : Math.max(leastGraceMs, end - now);
    if (!cancelled?.aborted) return late;
    return Math.min(cancelledGraceMs, late ?? cancelledGraceMs);
  };
}

/** A signal that aborts with another one, or when the time is up: then with a `TimeoutError` as its reason. */
export function untilDeadline(
  signal: AbortSignal,
  deadline: number | undefined,
  clock: Clock = systemClock,
): AbortSignal {
  if (deadline === undefined) return signal;
  const left = Math.min(longestTimer, Math.max(0, Math.ceil(deadline - clock.now())));
  return AbortSignal.any([signal, AbortSignal.timeout(left)]);
}
