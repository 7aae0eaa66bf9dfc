import { upperMedian } from '../../math/median.ts';
import type { Panel } from './panel.ts';
import { frequencyWords, usualSeasons } from './times.ts';

/** Longest season that is looked for where steps say nothing of days and years. */
const longestAnywhere = 200;
/** So many series tell the season. */
const mostSeries = 50;

/**
 * The season in steps, 1 for none: where values a season apart are alike, and those half, a third or a quarter of one apart
 * are less so, in the autocorrelation of the series without their straight trends, or of their differences, where a level that
 * wanders hides the season.
 */
export function findSeason({ frequency, series }: Panel): { readonly season: number; readonly note: string } {
  const usual = usualSeasons(frequency);
  const long = [...series].sort((a, b) => b.values.length - a.values.length).slice(0, mostSeries);
  const correlations = [
    long.map(({ values }) => autocorrelation(detrended(values))),
    long.map(({ values }) => autocorrelation(differences(values))),
  ];
  const strength = (season: number): number =>
    Math.max(...correlations.map((of) => typicalStrength(of, season)));
  const typicalStrength = (of: readonly ((lag: number) => number)[], season: number): number => {
    const found = of.flatMap((correlation, i) => {
      const n = long[i]!.values.length;
      if (n < 2 * season + 2 || season < 2) return [];
      const at = (lag: number) => correlation(Math.max(1, Math.round(lag)));
      const between = Math.min(at(season / 2), at(season / 3), at(season / 4));
      return [Math.min(at(season) - between - 2 / Math.sqrt(n), at(season) - 2 / Math.sqrt(n))];
    });
    return upperMedian(found) ?? 0;
  };
  const anywhere = frequency.unit === 'number' || frequency.unit === 'year';
  const longest = Math.min(longestAnywhere, Math.floor((long[0]?.values.length ?? 0) / 4));
  const candidates = anywhere ? Array.from({ length: Math.max(0, longest - 1) }, (_, i) => i + 2) : usual;
  const scored = candidates
    .map((season) => ({ season, strength: strength(season) }))
    .filter(({ strength: of }) => of > (anywhere ? 0.25 : 0.1));
  // A season comes again after two of it: the shortest of about equally strong ones.
  const strongest = Math.max(0, ...scored.map(({ strength: of }) => of));
  const near = scored.filter(({ strength: of }) => of >= (anywhere ? 0.75 : 0.85) * strongest);
  const first = near[0]?.season ?? 0;
  const best = near
    .filter(({ season }) => season <= first * 1.5)
    .reduce<{ season: number; strength: number } | undefined>(
      (top, of) => (top && top.strength >= of.strength ? top : of),
      undefined,
    );
  return best
    ? { season: best.season, note: `Season: ${best.season} steps, found in the data.` }
    : {
        season: 1,
        note: `No season was found in the data (${frequencyWords(frequency)}); name one with \`season\` if there is one.`,
      };
}

/** Distances of neighbours less their mean; where a value is missing, 0. */
function differences(values: Float64Array): Float64Array {
  const steps = values.slice(1).map((value, i) => value - values[i]!);
  const known = steps.filter((step) => !Number.isNaN(step));
  const mean = known.reduce((sum, step) => sum + step, 0) / Math.max(1, known.length);
  return steps.map((step) => (Number.isNaN(step) ? 0 : step - mean));
}

/** Less the straight line of least squares; missing values become 0. */
function detrended(values: Float64Array): Float64Array {
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  values.forEach((y, x) => {
    if (Number.isNaN(y)) return;
    n += 1;
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
  });
  const slope = n * sxx - sx * sx === 0 ? 0 : (n * sxy - sx * sy) / (n * sxx - sx * sx);
  const level = (sy - slope * sx) / n;
  return values.map((y, x) => (Number.isNaN(y) ? 0 : y - level - slope * x));
}

function autocorrelation(x: Float64Array): (lag: number) => number {
  const variance = x.reduce((sum, value) => sum + value * value, 0);
  const known = new Map<number, number>();
  return (lag) => {
    let value = known.get(lag);
    if (value === undefined) {
      let sum = 0;
      for (let i = lag; i < x.length; i++) sum += x[i]! * x[i - lag]!;
      // Per pair, so that long lags count as much.
      value = variance > 0 && lag < x.length ? sum / (x.length - lag) / (variance / x.length) : 0;
      known.set(lag, value);
    }
    return value;
  };
}
