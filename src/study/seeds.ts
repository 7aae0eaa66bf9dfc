import { randomStream } from '../math/random.ts';

/**
 * The seed of a training: an integer in [0, 2³¹), the same for the same study, purpose and index everywhere.
 *
 * Each search trial has its own (`trialSeed(seed, 'search', trial)`). One seed for all of them would compare configs
 * on the same noise, and measured on tuning tables it does no harm, but it finds the config that suits this one seed,
 * and a result that hangs on a lucky seed should show as noise instead. The gate's seeds
 * (`trialSeed(seed, 'gate', index)`) are shared by both sides, which pairs them, and are none of the search's, so
 * that the gate never measures on the seeds that the config was chosen on.
 */
export function trialSeed(studySeed: number, purpose: string, index: number): number {
  return randomStream(studySeed, `seed ${purpose}`, index).integer(2 ** 31);
}
