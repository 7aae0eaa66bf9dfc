import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from './errors.ts';

export interface RetryPolicy {
  /** Tries in all. */
  readonly attempts: number;
  /** Wait before the second try, milliseconds; doubles with each further one. */
  readonly backoffMs: number;
  /** Longest wait that GitHub may ask for, milliseconds; if it asks for more, we give up. */
  readonly longestWaitMs: number;
}

export const defaultRetry: RetryPolicy = { attempts: 3, backoffMs: 1000, longestWaitMs: 20_000 };

/**
 * Tries again while GitHub is unavailable.
 *
 * The answer to a write may be lost after the write was done. So `work` must be repeatable: an update, or a write that
 * looks first whether it is there already. `attempt` counts from 0, so that a look that costs a request can wait for a
 * repetition.
 */
export async function withRetry<T>(policy: RetryPolicy, work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      if (!(error instanceof Unavailable) || attempt + 1 >= policy.attempts) throw error;
      const wait = error.retryAfter === undefined ? policy.backoffMs * 2 ** attempt : error.retryAfter * 1000;
      if (wait > policy.longestWaitMs) throw error;
      await sleep(wait);
    }
  }
}
