import { isTurned } from '../../math/rank-correlation.ts';
import type { Climber } from './rungs.ts';

/** Trials at the top that it takes, and standard errors below 0: it is looked at again with every trial that comes there. */
const sure = { trials: 6, errors: 3 };

/**
 * The lowest rung above all that are seen to mislead: which rank the trials that came to the top the other way round than the top does,
 * by Spearman's rank correlation, surely: trials were chosen by the rung, which alone makes correlations low. Such rungs cost few epochs and
 * all the good configs. One that says nothing costs few epochs alone, and takes many trials to be seen.
 *
 * @param top the highest rung
 */
export function lowestForetelling(climbers: readonly Climber[], top: number): number {
  for (let rung = top - 1; rung >= 0; rung--) if (misleads(climbers, rung, top)) return rung + 1;
  return 0;
}

function misleads(climbers: readonly Climber[], rung: number, top: number): boolean {
  const pairs = climbers
    .map(({ losses }) => [losses[rung]!, losses[top]!] as const)
    .filter((losses) => losses.every(Number.isFinite));
  return pairs.length >= sure.trials && isTurned(pairs, sure.errors);
}
