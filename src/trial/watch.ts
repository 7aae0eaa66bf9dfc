import { type Failure, timeoutFailure } from './failure.ts';

/** Waiting without leftovers: no timer and no listener outlives what it was for. */

const longestTimer = 2 ** 31 - 1;

/**
 * Calls back when the signal aborts (also when it has already) or the time is up, whichever comes first, at most once.
 *
 * @param timeout milliseconds
 * @returns what ends the watch
 */
export function watch(
  signal: AbortSignal,
  timeout: number | undefined,
  onEnd: (end: 'interrupted' | Failure) => void,
): () => void {
  const finish = (end: 'interrupted' | Failure) => {
    unwatch();
    onEnd(end);
  };
  const abort = () => finish('interrupted');
  const timer =
    timeout === undefined
      ? undefined
      : // Beyond its longest time a timer would fire at once.
        setTimeout(() => finish(timeoutFailure(timeout)), Math.min(timeout, longestTimer));
  const unwatch = () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  };
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  return unwatch;
}

/** Whether the promise is fulfilled within so many milliseconds. */
export async function within(promise: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
