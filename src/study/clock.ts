/** Time as the study sees it: monotonic milliseconds from an arbitrary origin. */
export interface Clock {
  now(): number;
  /** Calls back once the clock shows `time` or later. Returns what cancels it. */
  at(time: number, callback: () => void): () => void;
}

/** Longest delay that a Node timer takes (2³¹ − 1 ms); longer ones fire at once. */
const longestTimer = 2 ** 31 - 1;

/** `performance.now()` and timers. */
export const systemClock: Clock = {
  now: () => performance.now(),
  at(time, callback) {
    let timer: NodeJS.Timeout;
    const arm = () => {
      const left = time - performance.now();
      if (left <= 0) callback();
      else timer = setTimeout(arm, Math.min(Math.ceil(left), longestTimer));
    };
    timer = setTimeout(arm, 0);
    return () => clearTimeout(timer);
  },
};
