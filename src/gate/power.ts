import { randomStream } from '../math/random.ts';
import type { Frame } from './compare.ts';
import { planLooks } from './looks.ts';
import { nextStep } from './sequential.ts';
import type { SeedPair } from './verdict.ts';

export interface PowerInput extends Frame {
  /** Standard deviation of the difference of two trainings with the same seed, above 0. */
  readonly deviation: number;
  /** Looks of the spec; absent: the usual ones. */
  readonly looks?: readonly number[] | undefined;
}

export interface Power {
  /** Most seeds a side. */
  readonly cap: number;
  /** Smallest true drop that is called `regressed` four times in five. */
  readonly detectable: number;
  /** Mean number of seeds a side that are trained where nothing has changed, and for the drop above. */
  readonly seedsUnchanged: number;
  readonly seedsRegressed: number;
}

const comparisons = 200;
const wanted = 0.8;

/**
 * What the gate finds with at most so many seeds a side, by playing its whole procedure with normal noise: every look, and
 * the confirmation of what is near the line. The stream of random numbers is fixed: the same input, the same answer.
 */
export function powerOf(cap: number, input: PowerInput): Power {
  const looks = planLooks(cap, input.looks);
  // In units of the noise, where the answer is between the limit and a few standard errors beyond it.
  let [low, high] = [input.maxDrop, input.maxDrop + 12 * input.deviation];
  for (let i = 0; i < 9; i++) {
    const middle = (low + high) / 2;
    if (play(middle, looks, input).found >= wanted) high = middle;
    else low = middle;
  }
  return {
    cap,
    detectable: high,
    seedsUnchanged: play(0, looks, input).seeds,
    seedsRegressed: play(high, looks, input).seeds,
  };
}

function play(
  drop: number,
  looks: readonly number[],
  { deviation, goal, ...frame }: PowerInput,
): { readonly found: number; readonly seeds: number } {
  let [found, seeds] = [0, 0];
  for (let run = 0; run < comparisons; run++) {
    const stream = randomStream(20260301, 'power', run);
    const worse = goal === 'maximize' ? -1 : 1;
    const pairs: SeedPair[] = [];
    let suspectedAt: number | undefined;
    for (;;) {
      const { looks: _, ...rest } = frame;
      const step = nextStep({
        ...rest,
        goal,
        pairs,
        looks,
        ...(suspectedAt === undefined ? {} : { suspectedAt }),
      });
      if (step.done) {
        if (step.verdict.conclusion === 'regressed') found += 1;
        break;
      }
      suspectedAt = step.confirms ? pairs.length : undefined;
      while (pairs.length < step.seeds)
        pairs.push({ seed: pairs.length, base: 0, head: worse * (drop + deviation * stream.normal()) });
    }
    seeds += pairs.length;
  }
  return { found: found / comparisons, seeds: seeds / comparisons };
}
