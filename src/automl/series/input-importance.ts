import { type RandomStream, randomStream } from '../../math/random.ts';
import { exchangeRows, importanceRepeats, rankImportance, rowsForImportance } from '../evaluation.ts';
import type { FinishOrder } from '../finish-order.ts';
import { lossOf } from '../members.ts';
import type { ModelOutcome } from '../outcome.ts';
import type { Table } from '../table.ts';
import { calendar, type Surroundings } from './features.ts';
import { endOf, type Series } from './panel.ts';
import { encodeColumns, historiesOf, type SeriesData } from './series-data.ts';
import { forecastModel, type SeriesModel } from './series-model.ts';
import { actualsOf, scoreForecasts, type Window } from './windows.ts';

/** What is forecast, and what from. */
interface Asked {
  readonly around: Surroundings;
  readonly windows: readonly Window[];
}

interface Input {
  readonly name: string;
  /** The same forecasts to make, from another value of it. */
  readonly change: (asked: Asked, random: RandomStream) => Asked;
}

/** A forecast takes as long as so many predictions of rows of a table, as each member makes its inputs of the past. */
const predictionsOfForecast = 3;
/** Going through so many steps of a past takes as long as one prediction, and as much memory as should be. */
const stepsOfPrediction = 200;

/**
 * By how much a score of forecasts gets worse when an input is taken from elsewhere in the data (permutation importance, Breiman
 * 2001): mean and standard deviation over five times, the most important first. What changes is what people give, not what
 * a family makes of it, and all members forecast again, so that one number holds for ensembles of any families (model reliance of
 * whole classes of models: Fisher, Rudin and Dominici 2019, «All models are wrong, but many are useful»):
 *
 * - newest values: the past is turned by whole seasons, so that it ends with older values of the same places in the season;
 * - place in the season: the values of each season of the past are turned, while the seasons follow each other as they did;
 * - calendar: the steps of a series lie at earlier dates;
 * - the column that tells series apart: each has the name of another one, and what was learned of that;
 * - another column: rows have values of rows drawn from all.
 *
 * The past is turned, not shuffled, as models have learned from none that jumps from value to value (Hooker, Mentch and Zhou 2021).
 * Many windows tell no more than some of them.
 */
export function inputImportance(
  model: SeriesModel,
  data: SeriesData,
  { around, windows }: Asked,
  order: Pick<FinishOrder, 'metric' | 'goal' | 'seed'>,
): NonNullable<ModelOutcome['test']>['importance'] {
  const inputs = inputsOf(model, data);
  const steps = windows.reduce((sum, of) => sum + of.origin + 1 - around.panel.series[of.series]!.start, 0);
  const each = predictionsOfForecast * model.horizon + steps / (windows.length * stepsOfPrediction);
  const some = rowsForImportance(windows.length, inputs.length, order.seed, each);
  if (some.length === 0) return [];
  const asked = { around, windows: Array.from(some, (w) => windows[w]!) };
  const actuals = actualsOf(around.panel, around.histories, asked.windows, model.horizon);
  const loss = (of: Asked) =>
    lossOf(scoreForecasts(actuals, forecastModel(model, of.around, of.windows)), order)[0]!;
  const changed = inputs.map(({ name, change }, index) => {
    const random = randomStream(order.seed, 'importance', index);
    const losses = Array.from({ length: importanceRepeats }, () => loss(change(asked, random)));
    return { column: name, losses };
  });
  return rankImportance(changed, loss(asked));
}

function inputsOf(
  { target, time, series, season, horizon }: SeriesModel,
  { table, columns, whole, search }: SeriesData,
): Input[] {
  const covariates = (part: 'known' | 'past'): Input[] => {
    const all = encodeColumns(table, columns[part]);
    return all.map(({ column }, c) => ({
      name: column,
      change: ({ around, windows }, random) => ({
        around: {
          ...around,
          [part]: exchangeRows(all, c, otherRows({ around, windows }, table, horizon, random)),
        },
        windows,
      }),
    }));
  };
  return [
    { name: `${target}: newest values`, change: withOlderValues },
    ...(season > 1 ? [{ name: `${target}: place in the season`, change: withOtherPlaces }] : []),
    ...(calendar(whole.frequency, season, []).length > 0
      ? [{ name: `${time}: calendar`, change: withEarlierDates }]
      : []),
    ...(series !== undefined && search.series.length > 1 ? [{ name: series, change: withOtherNames }] : []),
    ...covariates('known'),
    ...covariates('past'),
  ];
}

/** A row for each row of the table: another one where windows see it. Of a long table that is little. */
function otherRows(
  { around, windows }: Asked,
  { lines }: Table,
  horizon: number,
  random: RandomStream,
): Int32Array {
  const others = lines.map((_, row) => row);
  for (const { series, origin } of windows) {
    const { start, rows } = around.panel.series[series]!;
    const seen = rows.subarray(origin - start, origin - start + 1 + horizon);
    for (const row of seen) if (row >= 0) others[row] = random.integer(lines.length);
  }
  return others;
}

/** From 1 to n - 1; 0 where there is none. */
function another(n: number, random: RandomStream): number {
  return n < 2 ? 0 : 1 + random.integer(n - 1);
}

function withOlderValues(asked: Asked, random: RandomStream): Asked {
  const { season } = asked.around;
  return withPast(asked, (past) =>
    turned(past, season, another(Math.floor(past.length / season), random), 0),
  );
}

function withOtherPlaces(asked: Asked, random: RandomStream): Asked {
  const { season } = asked.around;
  return withPast(asked, (past) => turned(past, season, 0, another(season, random)));
}

function withEarlierDates({ around, windows }: Asked, random: RandomStream): Asked {
  const { panel } = around;
  const first = panel.series.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const span = endOf(panel) - first;
  const earlier = panel.series.map(() => another(span, random));
  const series = panel.series.map((of, i) => ({ ...of, start: of.start - earlier[i]! }));
  return {
    around: { ...around, panel: { ...panel, series } },
    windows: windows.map(({ series: index, origin }) => ({
      series: index,
      origin: origin - earlier[index]!,
    })),
  };
}

function withOtherNames({ around, windows }: Asked, random: RandomStream): Asked {
  const { panel, names } = around;
  const other = new Map(
    names.map((name, i) => [name, names[(i + another(names.length, random)) % names.length]!]),
  );
  const series = panel.series.map((of) => ({ ...of, name: other.get(of.name)! }));
  return { around: { ...around, panel: { ...panel, series } }, windows };
}

/** Each window as a series of its own that ends at the origin, with another past. */
function withPast({ around, windows }: Asked, change: (past: Float64Array) => Float64Array): Asked {
  const series = windows.map(({ series: index, origin }): Series => {
    const { name, start, values, rows } = around.panel.series[index]!;
    const past = change(values.subarray(0, origin - start + 1));
    // A series begins with a value that is known.
    const first = past.findIndex((value) => !Number.isNaN(value));
    return { name, start: start + first, values: past.subarray(first), rows: rows.subarray(first) };
  });
  const panel = { ...around.panel, series };
  return {
    around: { ...around, panel, ...historiesOf(panel, around.season) },
    windows: windows.map(({ origin }, i) => ({ series: i, origin })),
  };
}

/** The whole seasons up to the newest value, turned by some of them, and the values of each by some places. */
function turned(past: Float64Array, season: number, seasons: number, places: number): Float64Array {
  const count = Math.floor(past.length / season);
  const first = past.length - count * season;
  return past.map((value, i) => {
    if (i < first) return value;
    const [s, place] = [Math.floor((i - first) / season), (i - first) % season];
    return past[first + ((s + seasons) % count) * season + ((place + places) % season)]!;
  });
}
