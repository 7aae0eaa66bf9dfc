import { type WarpShape, warpLosses } from '../surrogate/output-warp.ts';

/** A loss that a trial had at a rung; +∞: it failed there. */
export interface RungLoss {
  readonly id: number;
  readonly rung: number;
  readonly loss: number;
}

/** From so many trials in common on their spread at the rung below is a measure of the spread at a rung. */
const fewestCommon = 3;
/** While fewer are: the spread is taken to be half, since those that were promoted are alike. */
const usualSpread = 0.5;

/**
 * Brings the losses of all rungs to one scale, on which lower is better and which has mean 0: those of the lowest rung as
 * warped for a Gaussian process; those of each rung above so that the trials which have come from below keep the mean and
 * the deviation that they had there. So losses are only compared within a rung, the few that were promoted are not taken
 * for a sample of all, and a trial that was never promoted stands where its own rung has placed it. Failed trials stand
 * clearly above the worst (as in `warpLosses`).
 *
 * @param losses in any order; a trial at most once at each rung
 * @param shape how they are warped
 */
export function onOneScale(losses: readonly RungLoss[], shape: WarpShape = 'power'): Float64Array {
  const scaled = new Float64Array(losses.length).fill(Number.NaN);
  /** By trial: its value at the highest rung so far. */
  const below = new Map<number, number>();
  const rungs = [...new Set(losses.map(({ rung }) => rung))].sort((a, b) => a - b);
  for (const rung of rungs) {
    const here = [...losses.entries()].filter(([, item]) => item.rung === rung && Number.isFinite(item.loss));
    const { targets: warped } = warpLosses(
      here.map(([, { loss }]) => loss),
      shape,
    );
    const common = [...here.keys()].filter((k) => below.has(here[k]![1].id));
    const bring = bringing(
      common.map((k) => warped[k]!),
      common.map((k) => below.get(here[k]![1].id)!),
    );
    for (const [k, [i, { id }]] of here.entries()) {
      scaled[i] = bring(warped[k]!);
      below.set(id, scaled[i]!);
    }
  }
  const known = scaled.filter((value) => !Number.isNaN(value));
  const [best, worst] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 0];
  const values = scaled.map((value) => (Number.isNaN(value) ? worst + 0.5 * (worst - best) + 1 : value));
  const { mean } = moments(values);
  return values.map((value) => value - mean);
}

/** The rising line that gives the mean and deviation of `to` to `from`. */
function bringing(from: readonly number[], to: readonly number[]): (value: number) => number {
  if (from.length === 0) return (value) => value;
  const [a, b] = [moments(from), moments(to)];
  const sure = from.length >= fewestCommon && a.deviation > 0 && b.deviation > 0;
  const slope = sure ? b.deviation / a.deviation : usualSpread;
  return (value) => b.mean + (value - a.mean) * slope;
}

function moments(values: ArrayLike<number>): { readonly mean: number; readonly deviation: number } {
  const all = Array.from(values);
  const mean = all.reduce((sum, x) => sum + x, 0) / Math.max(1, all.length);
  const variance = all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, all.length);
  return { mean, deviation: Math.sqrt(variance) };
}
