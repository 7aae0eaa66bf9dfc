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

export interface LookPlan {
  readonly looks: readonly number[];
  /** Of the whole procedure, one-sided, in (0.5, 1). */
  readonly confidence: number;
  /** Both sides share their seeds. */
  readonly paired: boolean;
  /** Degrees of freedom of the variance that is known from earlier comparisons; 0: none. */
  readonly historyDf?: number;
}

/** Simulated comparisons: the standard error of the level is a fiftieth of it at 95 %. */
const simulations = 50_000;
const known = new Map<string, number>();

/**
 * The level at which each single look is tested so that a head as good as its base is called worse at any of them with a
 * chance of 1 − confidence (Pocock 1977: the same level at every look). With one look it is 1 − confidence itself.
 *
 * Found by simulation with a fixed stream of random numbers. It
 * agrees with the table of group-sequential levels: looks {3, 5, 7, 10} at 0.05 give 0.017 for paired seeds, 0.020 with a
 * history of ten degrees of freedom or more.
 */
export function nominalLevel({ looks, confidence, paired, historyDf = 0 }: LookPlan): number {
  const level = 1 - confidence;
  const tested = looks.filter((look) => look >= 2 || historyDf > 0);
  if (tested.length <= 1) return level;
  const key = JSON.stringify([tested, level, paired, historyDf]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const values = simulate(tested, paired, historyDf);
  const dfs = tested.map((look) => (paired ? look - 1 : 2 * (look - 1)) + historyDf);
  // Bisection on the level: the share of comparisons that pass the bound at any look rises with it.
  let [low, high] = [level / tested.length, level];
  for (let i = 0; i < 12; i++) {
    const middle = (low + high) / 2;
    const bounds = dfs.map((df) => studentTQuantile(1 - middle, df));
    if (shareBeyond(values, bounds) > level) high = middle;
    else low = middle;
  }
  known.set(key, low);
  return low;
}

function shareBeyond(values: readonly Float64Array[], bounds: readonly number[]): number {
  let beyond = 0;
  for (let run = 0; run < simulations; run++)
    if (bounds.some((bound, look) => values[look]![run]! > bound)) beyond += 1;
  return beyond / simulations;
}

/** The t statistic of so many comparisons of equals, at each look. */
function simulate(looks: readonly number[], paired: boolean, historyDf: number): readonly Float64Array[] {
  const values = looks.map(() => new Float64Array(simulations));
  const stream = randomStream(20260229, 'group sequential looks');
  for (let run = 0; run < simulations; run++) {
    // The variance that earlier comparisons found: that many squared normals.
    let history = 0;
    for (let i = 0; i < historyDf; i++) history += stream.normal() ** 2;
    let [sum, squares, sumOther, squaresOther] = [0, 0, 0, 0];
    for (let n = 1, next = 0; next < looks.length; n++) {
      const x = stream.normal();
      sum += x;
      squares += x * x;
      if (!paired) {
        const y = stream.normal();
        sumOther += y;
        squaresOther += y * y;
      }
      if (n !== looks[next]) continue;
      const within = squares - (sum * sum) / n + (paired ? 0 : squaresOther - (sumOther * sumOther) / n);
      const df = (paired ? n - 1 : 2 * (n - 1)) + historyDf;
      const error = Math.sqrt((((history + within) / df) * (paired ? 1 : 2)) / n);
      values[next]![run] = (sum - sumOther) / n / error;
      next += 1;
    }
  }
  return values;
}
