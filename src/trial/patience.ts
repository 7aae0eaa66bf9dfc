/**
 * How long what is to end may take, milliseconds in all; asked again while it is waited, as it may shrink: a step of CI
 * was cancelled, or the budget of time is spent.
 */
export type Patience = () => number;

/** Most patience, milliseconds from now on; undefined: there is no hurry. */
export type Hurry = () => number | undefined;

/** The grace of a spec, or what a hurry leaves of it. */
export function patienceOf(graceMs: number, hurry: Hurry | undefined): Patience {
  return () => Math.min(graceMs, hurry?.() ?? graceMs);
}

/** Whether the promise is fulfilled while there is patience. */
export async function withinPatience(promise: Promise<unknown>, patience: Patience): Promise<boolean> {
  const begun = performance.now();
  let done = false;
  const settled = promise.then(() => {
    done = true;
  });
  for (;;) {
    const left = patience() - (performance.now() - begun);
    if (done || left <= 0) return done;
    let timer: NodeJS.Timeout | undefined;
    const pause = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.min(left, 100));
    });
    try {
      await Promise.race([settled, pause]);
    } finally {
      clearTimeout(timer);
    }
  }
}
