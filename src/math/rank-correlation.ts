/** Ranks from 0; equal values share the mean of theirs. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const result = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++;
    for (let i = from; i <= to; i++) result[order[i]!] = (from + to) / 2;
    from = to + 1;
  }
  return result;
}

/**
 * Spearman's rank correlation of two rows of finite numbers, of the same length: −1 to 1. 0 where one of them is constant,
 * or there are fewer than two values.
 */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const middle = (x.length - 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i]! - middle, y[i]! - middle];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

/** Whether the second of each pair is surely ranked the other way round than the first, by so many standard errors. */
export function isTurned(pairs: readonly (readonly [number, number])[], errors?: number): boolean {
  const correlation = rankCorrelation(
    pairs.map(([first]) => first),
    pairs.map(([, second]) => second),
  );
  return isSurelyBelow(0, correlation, pairs.length, errors);
}

/**
 * Whether a rank correlation of so many pairs is so many standard errors below a bound that it is hardly luck, by Fisher's transform with
 * the standard error 1/√(n − 3): never of fewer than four.
 */
export function isSurelyBelow(bound: number, correlation: number, pairs: number, errors = 2): boolean {
  return pairs > 3 && Math.atanh(correlation) < Math.atanh(bound) - errors / Math.sqrt(pairs - 3);
}
