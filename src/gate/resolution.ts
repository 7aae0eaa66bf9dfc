/** Values are taken for multiples of a step when they are so to this share of their size: the accuracy of 32 bits. */
const rounding = 1e-6;
/** Steps below this share of a score's size are as good as none: an accuracy on ten thousand images. */
export const finest = 1e-4;

/**
 * The step of a metric that has few values, as an accuracy on a hundred images has: the largest number that all gaps
 * between its scores are multiples of. 0 where there is none to be seen: all scores are equal, or their gaps have no
 * common measure above a ten-thousandth of their size.
 *
 * @param scores finite, of both sides and all seeds
 */
export function resolutionOf(scores: readonly number[]): number {
  const scale = Math.max(...scores.map(Math.abs));
  const sorted = [...scores].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((score, index) => score - sorted[index]!);
  const step = gaps.reduce((common, gap) => commonMeasure(common, gap, rounding * scale), 0);
  return step > finest * scale && Number.isFinite(step) ? step : 0;
}

/** Euclid's algorithm on measured lengths: what is below `error` counts as nothing, and a multiple may miss by as much. */
function commonMeasure(a: number, b: number, error: number): number {
  let [long, short] = a > b ? [a, b] : [b, a];
  while (short > error) {
    const rest = long % short;
    [long, short] = [short, short - rest < error ? 0 : rest];
  }
  return long;
}

/**
 * The chance that two scores are equal by luck, where one score has this standard deviation and both are rounded to
 * multiples of a step: about step / (σ √(4π)), the density of their difference at 0 times the step.
 */
export function chanceOfTie(step: number, deviation: number): number {
  return Math.min(1, step / (deviation * Math.sqrt(4 * Math.PI)));
}
