import type { Feature } from '../dataset.ts';
import { seasonBefore } from '../families/series/naive.ts';
import { featureRows } from '../feature-rows.ts';
import type { History } from './history.ts';
import type { Panel } from './panel.ts';
import { type Frequency, timeAt } from './times.ts';

/** How a past becomes inputs of a regression. Plain data. */
export interface FeatureOptions {
  /** Newest values that are inputs. */
  readonly lags: number;
  /** What is predicted: the distance from the mean of the last seasons, from the last value, or from the value a season before. */
  readonly difference: 'none' | 'last' | 'season';
  /** Logarithms, of series whose values up to the origin are all above 0. */
  readonly log: boolean;
}

/** What all rows of a panel have in common. */
export interface Surroundings {
  readonly panel: Panel;
  readonly histories: readonly History[];
  /** Of the logarithms, where all values are above 0 at some step. */
  readonly logs: readonly (History | undefined)[];
  readonly season: number;
  /** Names of the series that the training has seen. */
  readonly names: readonly string[];
  /** Columns that are known ahead, and those that are not; one value for each row of the table. */
  readonly known: readonly Feature[];
  readonly past: readonly Feature[];
}

/** One value to predict: `ahead` steps (from 1) behind a step of a series, both counted from its beginning. */
export interface Cell {
  readonly series: number;
  readonly step: number;
  readonly ahead: number;
}

/** Inputs of cells, and how what is predicted becomes a value: target · scale + base, of logarithms where `logged`. */
export interface Cells {
  readonly features: readonly Feature[];
  readonly base: Float64Array;
  readonly scale: Float64Array;
  readonly logged: Uint8Array;
}

/** A deviation fades so fast with each step ahead, as an input beside the deviation itself. */
const fading = 0.8;
/** Longest season whose places are categories; longer ones are sines. */
const mostPlaces = 31;
const seasonsBack = 3;
/** Values are inputs in deviations of so many steps, at least. */
const fewestWide = 16;

/** Inputs from what is known at the step of each cell, columns known ahead apart: nothing behind it changes them. */
export function featuresOf(around: Surroundings, cells: readonly Cell[], options: FeatureOptions): Cells {
  const { season, names } = around;
  const n = cells.length;
  const numbers = new Map<string, Float64Array>();
  const set = (name: string, row: number, value: number) => {
    let values = numbers.get(name);
    if (!values) {
      values = new Float64Array(n).fill(Number.NaN);
      numbers.set(name, values);
    }
    values[row] = value;
  };
  const [base, scale, logged] = [new Float64Array(n), new Float64Array(n), new Uint8Array(n)];
  const wide = Math.max(fewestWide, 2 * season);
  const lagNames = Array.from({ length: options.lags }, (_, j) => `lag ${j}`);
  cells.forEach(({ series, step, ahead }, row) => {
    const history = pastOf(around, series, step, options.log);
    logged[row] = history === around.histories[series] ? 0 : 1;
    const { values, filled } = history;
    const { mean, deviation } = history.window(step, wide);
    const unit = Math.max(deviation, 1e-3 * Math.abs(logged[row] ? 1 : mean)) || 1;
    const last = filled[step]!;
    const before = seasonBefore(values, step, ahead, season, last);
    base[row] = options.difference === 'none' ? mean : options.difference === 'last' ? last : before;
    scale[row] = unit;
    const at = (t: number) => (t < 0 ? Number.NaN : values[t]!);
    for (let j = 0; j < options.lags; j++) {
      const of = at(step - j);
      const from =
        options.difference === 'none' ? mean : options.difference === 'last' ? last : at(step - j - season);
      set(lagNames[j]!, row, (of - from) / unit);
    }
    const [short, one, two] = [3, Math.max(4, season), 2 * Math.max(4, season)].map((count) =>
      history.window(step, count),
    );
    set('ahead', row, ahead);
    set('last', row, (last - one!.mean) / unit);
    set('last fading', row, ((last - one!.mean) / unit) * fading ** ahead);
    set('mean of 3', row, (short!.mean - mean) / unit);
    set('mean of a season', row, (one!.mean - mean) / unit);
    set('deviation of a season', row, one!.deviation / unit);
    // Half the distance of the means of two neighbouring windows is that of the wide one from the newer.
    const slope = (2 * (one!.mean - two!.mean)) / Math.max(4, season);
    set('slope', row, slope / unit);
    set('slope ahead', row, (slope * ahead) / unit);
    if (season > 1) {
      const same = step + ahead - season * Math.ceil(ahead / season);
      for (let back = 0; back < seasonsBack; back++)
        set(`season ${back + 1} before`, row, (at(same - back * season) - base[row]!) / unit);
      const change = last - at(step - season);
      set('since a season', row, change / unit);
      set('since a season, fading', row, (change / unit) * fading ** ahead);
      set('change of the mean in a season', row, ((one!.mean - two!.mean) * 2) / unit);
    }
  });
  const target = (cell: Cell) => around.panel.series[cell.series]!.start + cell.step + cell.ahead;
  return {
    features: [
      ...[...numbers].map(([name, values]): Feature => ({ kind: 'number', name, values })),
      ...calendar(around.panel.frequency, season, cells.map(target)),
      ...(names.length > 1 ? [seriesFeature(around, cells)] : []),
      ...around.known.map((feature) => taken(feature, around, cells, ({ step, ahead }) => step + ahead)),
      ...around.past.map((feature) => taken(feature, around, cells, ({ step }) => step)),
    ],
    base,
    scale,
    logged,
  };
}

function pastOf({ histories, logs }: Surroundings, series: number, step: number, log: boolean): History {
  const history = histories[series]!;
  return log && history.positive(step) ? (logs[series] ?? history) : history;
}

/** What a model says of cells, as values. */
export function valuesOf({ base, scale, logged }: Cells, targets: Float64Array): Float64Array {
  return targets.map((target, row) => {
    const value = base[row]! + scale[row]! * target;
    return logged[row] ? Math.exp(value) : value;
  });
}

/** What a model should say for cells to have these values. */
export function targetsOf({ base, scale, logged }: Cells, values: Float64Array): Float64Array {
  return values.map((value, row) => ((logged[row] ? Math.log(value) : value) - base[row]!) / scale[row]!);
}

function category(name: string, codes: Int32Array, levels: number): Feature {
  return { kind: 'category', name, codes, levels: Array.from({ length: levels }, (_, i) => String(i)) };
}

/** Where in the season, the year, the week and the day steps of the grid lie. */
export function calendar(frequency: Frequency, season: number, steps: readonly number[]): Feature[] {
  const { unit } = frequency;
  const found: Feature[] = [];
  const of = (name: string, levels: number, part: (step: number) => number) =>
    found.push(category(name, Int32Array.from(steps, part), levels));
  const place = (step: number) => ((step % season) + season) % season;
  if (season > 1 && season <= mostPlaces) of('place in the season', season, place);
  else if (season > mostPlaces)
    for (const harmonic of [1, 2])
      for (const [name, wave] of [
        ['sine', Math.sin],
        ['cosine', Math.cos],
      ] as const)
        found.push({
          kind: 'number',
          name: `${name} ${harmonic} of the season`,
          values: Float64Array.from(steps, (step) => wave((2 * Math.PI * harmonic * place(step)) / season)),
        });
  if (unit !== 'second' && unit !== 'weekday') return found;
  const date = (step: number) => new Date(timeAt(frequency, step) * 1000);
  const length = unit === 'weekday' ? 86_400 : frequency.every;
  if (length <= 28 * 86_400) of('month', 12, (step) => date(step).getUTCMonth());
  if (length <= 86_400 && season !== 7) of('weekday', 7, (step) => date(step).getUTCDay());
  if (length < 86_400 && season !== 24) of('hour', 24, (step) => date(step).getUTCHours());
  return found;
}

function seriesFeature({ panel, names }: Surroundings, cells: readonly Cell[]): Feature {
  const index = new Map(names.map((name, i) => [name, i]));
  const codes = Int32Array.from(cells, ({ series }) => index.get(panel.series[series]!.name) ?? -1);
  return { kind: 'category', name: 'series', codes, levels: names };
}

/** A column at a step of each cell. */
function taken(
  feature: Feature,
  { panel }: Surroundings,
  cells: readonly Cell[],
  step: (cell: Cell) => number,
): Feature {
  const rows = Int32Array.from(cells, (cell) => panel.series[cell.series]!.rows[step(cell)] ?? -1);
  return featureRows(feature, rows);
}
