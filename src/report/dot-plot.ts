import type { SeedPair } from '../gate/verdict.ts';
import { type Everywhere, literal } from './safe.ts';
import { numberFormat } from './words.ts';

/** Places on the axis. */
const places = 49;

/**
 * The scores of both sides as dots on one axis, in text: a line for each side and one for the ends of the axis. Where
 * several share a place their number stands there. Empty without two different scores.
 */
export function dotPlot(pairs: readonly SeedPair[]): readonly Everywhere[] {
  const sides = (['base', 'head'] as const).map((side) =>
    pairs.map((pair) => pair[side]).filter((score) => score !== undefined && Number.isFinite(score)),
  );
  const all = sides.flat() as number[];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (!(high > low) || !Number.isFinite(high - low)) return [];
  const lines = sides.map((scores, side) => {
    const counts = new Array<number>(places).fill(0);
    for (const score of scores as number[])
      counts[Math.round(((score - low) / (high - low)) * (places - 1))]! += 1;
    const dots = counts
      .map((count) => (count === 0 ? ' ' : count === 1 ? '•' : String(Math.min(9, count))))
      .join('');
    return `${side === 0 ? 'base' : 'head'} │${dots}│` as Everywhere;
  });
  const format = numberFormat(all);
  const [from, to] = [format(low), format(high)];
  const gap = ' '.repeat(Math.max(1, places - from.length - to.length)) as Everywhere;
  return [...lines, literal`      ${from}${gap}${to}`];
}
