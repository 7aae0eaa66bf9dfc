import { randomStream } from '../math/random.ts';
import { studentTQuantile } from '../math/student-t.ts';

/** Seeds a side at which the gate looks, unless the spec says otherwise. */
const usualLooks = [3, 5, 7, 10];

/**
 * The numbers of seeds at which the evidence is looked at, rising, the cap last: 3, 5, 7 and 10 as far as the cap goes.
 *
 * @param cap most seeds a side, at least 1
 * @param wanted numbers of the spec; those above the cap are left out
 */
export function planLooks(cap: number, wanted: readonly number[] = usualLooks): readonly number[] {
  const before = [...new Set(wanted)].filter((look) => look < cap).sort((a, b) => a - b);
  return [...before, cap];
}

/** Fresh seeds that confirm what is near the line. */
export const confirmSeeds = 2;
/** Below this share of its level a p value is far from the line. */
export const farFromLine = 2 / 3;

export interface LookPlan {
  readonly looks: readonly number[];
  /** Of the whole procedure, one-sided, in (0.5, 1). */
  readonly confidence: number;
  /** Both sides share their seeds. */
  readonly paired: boolean;
  /** Degrees of freedom of the variance that is known from earlier comparisons; 0: none. */
  readonly historyDf?: number;
  /** What is near the line has to be confirmed by fresh seeds. */
  readonly confirmed?: boolean;
}

/** Simulated comparisons: the standard error of the level is a fiftieth of it at 95 %. */
const simulations = 50_000;
const known = new Map<string, number>();

/**
 * The level at which each single look is tested so that a head as good as its base is called worse at any of them with a
 * chance of 1 − confidence (Pocock 1977: the same level at every look); with one look it is 1 − confidence itself. A
 * confirmation makes false alarms rarer, which the level gives back as seeds that are saved and drops that are found; it is
 * never above 1 − confidence.
 *
 * Found by simulation with a fixed stream of random numbers. Without confirmation it agrees with the table of
 * group-sequential levels: looks {3, 5, 7, 10} at 0.05 give 0.017 for paired seeds, 0.020 with a history of ten degrees of
 * freedom or more.
 */
export function nominalLevel(plan: LookPlan): number {
  const { looks, confidence, paired, historyDf = 0, confirmed = false } = plan;
  const level = 1 - confidence;
  const tested = looks.filter((look) => look >= 2 || historyDf > 0);
  if (tested.length <= 1) return level;
  const key = JSON.stringify([tested, level, paired, historyDf, confirmed]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const comparisons = simulate({ ...plan, looks: tested });
  // Bisection on the level: the share of comparisons that pass the bound at any look rises with it.
  let [low, high] = [level / tested.length, level];
  for (let i = 0; i < 12; i++) {
    const middle = (low + high) / 2;
    if (shareBeyond(comparisons, middle, confirmed) > level) high = middle;
    else low = middle;
  }
  known.set(key, low);
  return low;
}

/** Simulated comparisons of equals, as they stand at one look. */
interface Standing {
  readonly seeds: number;
  readonly df: number;
  /** The t statistic of each comparison. */
  readonly t: Float64Array;
  /** Mean of the differences. */
  readonly mean: Float64Array;
}

function shareBeyond(
  { looks, at }: { readonly looks: readonly number[]; readonly at: ReadonlyMap<number, Standing> },
  level: number,
  confirmed: boolean,
): number {
  const plans = looks.map((look) => {
    const [here, later] = [at.get(look)!, at.get(look + confirmSeeds)];
    return {
      here,
      later: confirmed ? later : undefined,
      bound: studentTQuantile(1 - level, here.df),
      far: studentTQuantile(1 - level * farFromLine, here.df),
      laterBound: later ? studentTQuantile(1 - level, later.df) : 0,
    };
  });
  let beyond = 0;
  for (let run = 0; run < simulations; run++) {
    let tried = 0;
    for (const { here, later, bound, far, laterBound } of plans) {
      if (here.seeds <= tried || here.t[run]! <= bound) continue;
      const stands =
        !later ||
        here.t[run]! > far ||
        // As `nextStep` has it: all seeds still say so, and the fresh ones alone point the same way.
        (later.t[run]! > laterBound && later.mean[run]! * later.seeds > here.mean[run]! * here.seeds);
      if (stands) {
        beyond += 1;
        break;
      }
      tried = here.seeds + confirmSeeds;
    }
  }
  return beyond / simulations;
}

function simulate({ looks, paired, historyDf = 0, confirmed = false }: LookPlan) {
  const sizes = [...new Set(looks.flatMap((look) => (confirmed ? [look, look + confirmSeeds] : [look])))];
  const at = new Map<number, Standing>(
    sizes.map((seeds) => [
      seeds,
      {
        seeds,
        df: (paired ? seeds - 1 : 2 * (seeds - 1)) + historyDf,
        t: new Float64Array(simulations),
        mean: new Float64Array(simulations),
      },
    ]),
  );
  const last = Math.max(...sizes);
  const stream = randomStream(20260229, 'group sequential looks');
  for (let run = 0; run < simulations; run++) {
    // The variance that earlier comparisons found: that many squared normals.
    let history = 0;
    for (let i = 0; i < historyDf; i++) history += stream.normal() ** 2;
    let [sum, squares, sumOther, squaresOther] = [0, 0, 0, 0];
    for (let n = 1; n <= last; n++) {
      const x = stream.normal();
      sum += x;
      squares += x * x;
      if (!paired) {
        const y = stream.normal();
        sumOther += y;
        squaresOther += y * y;
      }
      const standing = at.get(n);
      if (!standing) continue;
      const within = squares - (sum * sum) / n + (paired ? 0 : squaresOther - (sumOther * sumOther) / n);
      const error = Math.sqrt((((history + within) / standing.df) * (paired ? 1 : 2)) / n);
      standing.mean[run] = (sum - sumOther) / n;
      standing.t[run] = standing.mean[run]! / error;
    }
  }
  return { looks, at };
}
