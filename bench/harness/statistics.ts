import { randomStream } from '../../src/math/random.ts';

export const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

export const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** Of the numbers themselves (divided by their count). */
export function deviation(numbers: readonly number[]): number {
  const centre = mean(numbers);
  return Math.sqrt(mean(numbers.map((x) => (x - centre) ** 2)));
}

/** The mean of paired differences and its 95 % interval by the bootstrap (percentiles of 2,000 resamples). */
export function pairedDifference(
  a: readonly number[],
  b: readonly number[],
): { readonly mean: number; readonly low: number; readonly high: number } {
  const differences = a.map((x, i) => x - b[i]!);
  const stream = randomStream(0, 'bootstrap');
  const means = Array.from({ length: 2000 }, () =>
    mean(differences.map(() => differences[stream.integer(differences.length)]!)),
  ).sort((x, y) => x - y);
  return { mean: mean(differences), low: means[49]!, high: means[1949]! };
}

/** Share of pairs in which the first is lower; ties count half. */
export function lower(a: readonly number[], b: readonly number[]): number {
  return mean(a.map((x, i) => (x < b[i]! ? 1 : x === b[i]! ? 0.5 : 0)));
}

/** After how many trials a mean curve is as low as a level; undefined: not within it. */
export function trialsTo(curve: readonly number[], level: number): number | undefined {
  const at = curve.findIndex((value) => value <= level);
  return at < 0 ? undefined : at + 1;
}
