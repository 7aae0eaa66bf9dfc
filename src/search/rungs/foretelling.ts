import { isSurelyBelow, rankCorrelation } from '../../math/rank-correlation.ts';
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
  const both = climbers.filter(({ losses }) => Number.isFinite(losses[rung]) && Number.isFinite(losses[top]));
  const correlation = rankCorrelation(
    both.map(({ losses }) => losses[rung]!),
    both.map(({ losses }) => losses[top]!),
  );
  return both.length >= sure.trials && isSurelyBelow(0, correlation, both.length, sure.errors);
}
