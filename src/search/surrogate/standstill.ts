/** Standard deviations of the warped losses: a best loss that comes down by less than that in all stands still. */
const GAIN = 0.001;
/** After so many results without a gain. */
const STANDSTILL = 10;
/**
 * Of so many suggestions one goes elsewhere then; fewer where measurements are noisy, by the share of the signal's variance, so that the best
 * of them stands still by chance.
 */
const ELSEWHERE_OF = { exact: 4, noisy: 8 };
const NOISY = 0.003;

/**
 * Whether a trial should go where none has been, since the search stands still: at a local optimum, on a plateau, or in an option that is good
 * at once beside one that is better when it has been tuned. What nobody has seen neither a model nor the improvement that it expects tells of.
 * The turns are among those around the best, so that the others still say what is expected of any config.
 *
 * @param index number of the trial
 * @param shown what the results show, asked for at such turns only: warped losses in the order in which they were told, and the variance of
 * measurements as a share of the signal's
 */
export function looksElsewhere(
  index: number,
  shown: () => { readonly losses: ArrayLike<number>; readonly noise: number },
): boolean {
  if (index % ELSEWHERE_OF.exact !== 3) return false;
  const { losses, noise } = shown();
  const turn = index % (noise < NOISY ? ELSEWHERE_OF.exact : ELSEWHERE_OF.noisy);
  return turn === 3 && resultsSinceGain(losses) >= STANDSTILL;
}

/** How many results there are since the best loss came down; small steps count once they add up to a gain. */
export function resultsSinceGain(losses: ArrayLike<number>): number {
  let [before, at] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < losses.length; i++) if (losses[i]! < before - GAIN) [before, at] = [losses[i]!, i];
  return losses.length - 1 - at;
}
