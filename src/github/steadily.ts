export interface Steady<T> {
  /** Asks for work on a value; a later value takes the place of one that still waits. */
  show(value: T): void;
  /** No further work; resolves when none is under way. */
  close(): Promise<void>;
}

/**
 * Does work for the newest of many values: at most once in `intervalMs`, never twice at a time, the first one at the end
 * of the first interval. Failures are swallowed.
 */
export function steadily<T>(intervalMs: number, work: (value: T) => Promise<void>): Steady<T> {
  let waiting: { readonly value: T } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let closed = false;

  function arm(): void {
    if (closed || timer || running) return;
    timer = setTimeout(start, intervalMs);
    // Progress must not keep the process alive.
    timer.unref();
  }

  function start(): void {
    timer = undefined;
    const next = waiting;
    waiting = undefined;
    if (!next) return;
    running = work(next.value)
      .catch(() => {})
      .finally(() => {
        running = undefined;
        if (waiting) arm();
      });
  }

  return {
    show(value) {
      waiting = { value };
      arm();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
