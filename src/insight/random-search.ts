import { normalCdf } from '../math/normal.ts';
import { randomStream } from '../math/random.ts';
import { encodeConfig } from '../space/encode.ts';
import { sampleConfig } from '../space/sample.ts';
import type { Space } from '../space/space.ts';
import { fitKeeping, type Keeping } from './keeping.ts';
import { fewestTrials, type Observation } from './observation.ts';
import type { Surrogate } from './surrogate.ts';

/** What as many random configs as a search has tried would have come to. */
export interface RandomSearch {
  /** The expected loss of the best of them, as it would have been measured: never below the best that was observed. */
  readonly loss: number;
  /** The best of them would have been about as good as the best of the search, as far as the model can tell. */
  readonly asGood: boolean;
}

/** Origins of configs that were not chosen by any result. */
const unguided = new Set([
  'incumbent',
  'initial design',
  'initial population',
  'exploration',
  'random',
  'restart',
  'sobol',
  'grid',
  'what is left',
  'try first',
  'earlier study',
]);
/** Configs that are drawn, and losses between which their distribution is summed up. */
const draws = 2000;
const steps = 200;
/**
 * What the model does not know may make so much of a difference, of the way from a middling config to the best of the random ones.
 * Of 209 studies of functions and tables (40 or 60 trials of four strategies) something is said of 126, which was off by
 * −0.16 to 0.09 of that way (5 to 95 %), −0.01 in the median. The least of the unguided trials, drawn with replacement, would have been
 * off by 0.20 in the median and above 0.66 in one of twenty: to the advantage of the search.
 */
const trusted = 0.2;

/**
 * The expected best of as many random configs. A few unguided trials cannot say what the best of many more would be, so it is
 * the model of all trials that is asked: each of many configs of the space has a distribution of what a trial of it would show (what
 * the model expects, how unsure it is of that, and noise), all together have that of a random config, F, and the least of n
 * is below a loss with the probability 1 − (1 − F)ⁿ. That takes configs to be independent of each other, which makes the random ones
 * better than they are where the model is unsure: to the disadvantage of the search, never to its advantage.
 *
 * On a finite space no config is drawn twice: n is then as many draws with replacement as miss a given config as seldom. What
 * misses a constraint is not among the best.
 *
 * @param keeping the model of the constraints, asked for where it is needed
 * @returns undefined with fewer than 30 trials, where no trial was chosen by a result, where the space has no more configs than were tried,
 *   and where the model has learned nothing, or too little to say
 */
export function randomSearch(
  space: Space,
  observations: readonly Observation[],
  surrogate: Surrogate | undefined,
  keeping: () => Keeping = () => fitKeeping(space, observations),
): RandomSearch | undefined {
  const kept = observations.filter(({ misses }) => !misses).map(({ loss }) => loss);
  if (observations.length < fewestTrials || !surrogate || kept.length === 0) return undefined;
  if (observations.every(({ origin }) => unguided.has(origin))) return undefined;
  const count = independentDraws(observations.length, space.size);
  if (count === undefined || !surrogate.hasLearned()) return undefined;
  const keeps = keeping();
  const stream = randomStream(0, 'random search');
  const drawn = Array.from({ length: draws }, () => {
    const point = encodeConfig(space, sampleConfig(space, stream));
    return { ...surrogate.predict(point), keeps: keeps(point) };
  });
  const [best, worst] = [Math.min(...kept), Math.max(...kept)];
  const expected = leastOf(count, drawn, surrogate, best, worst);
  // As if the model were sure of itself.
  const sure = leastOf(
    count,
    drawn.map((one) => ({ ...one, variance: 0 })),
    surrogate,
    best,
    worst,
  );
  const middling = surrogate.unwarped(drawn.map(({ mean }) => mean).sort((a, b) => a - b)[draws / 2]!);
  const known = Math.abs(sure.loss - expected.loss) <= trusted * (middling - expected.loss);
  const asGood = sure.chance >= 0.5;
  // Where it depends on what the model does not know who would have won, nothing is said.
  return known && asGood === expected.chance >= 0.5 ? { loss: expected.loss, asGood } : undefined;
}

/** ln(1 − n / size) / ln(1 − 1 / size); undefined where that many are all. */
function independentDraws(count: number, size: number): number | undefined {
  if (!Number.isFinite(size)) return count;
  return count < size ? Math.log1p(-count / size) / Math.log1p(-1 / size) : undefined;
}

interface Drawn {
  readonly mean: number;
  readonly variance: number;
  readonly keeps: number;
}

/**
 * The expected least of so many draws, and the chance that it is as low as the best of the search. Of configs that all miss a constraint the
 * best is like the worst one that keeps them.
 */
function leastOf(
  count: number,
  drawn: readonly Drawn[],
  { noiseVariance, unwarped }: Pick<Surrogate, 'noiseVariance' | 'unwarped'>,
  best: number,
  worst: number,
): { readonly loss: number; readonly chance: number } {
  const seen = drawn.map(({ mean, variance, keeps }) => ({
    mean,
    deviation: Math.sqrt(Math.max(variance + noiseVariance, 1e-12)),
    keeps,
  }));
  const low = Math.min(...seen.map(({ mean, deviation }) => mean - 5 * deviation));
  const high = Math.max(...seen.map(({ mean, deviation }) => mean + 5 * deviation));
  let [loss, chance, before] = [0, 0, 0];
  for (let step = 0; step <= steps; step++) {
    const target = low + ((high - low) * step) / steps;
    const below = seen.reduce(
      (sum, { mean, deviation, keeps }) => sum + (keeps * normalCdf((target - mean) / deviation)) / draws,
      0,
    );
    const reached = 1 - (1 - Math.min(1, below)) ** count;
    const here = unwarped(target);
    loss += (reached - before) * Math.max(best, here);
    if (here <= best) chance = reached;
    before = reached;
  }
  return { loss: loss + (1 - before) * worst, chance };
}
