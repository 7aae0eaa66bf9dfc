import type { ModelOutcome } from '../../automl/outcome.ts';
import { inHtml, type Safe } from '../safe.ts';
import { figure, line, padded, placesScale, plot, xScale, yScale } from './svg.ts';

type Html = Safe<'html'>;
const { say, name, join } = inHtml;
type Drawn = NonNullable<NonNullable<ModelOutcome['test']>['forecast']>['drawn'][number];

const height = 250;

/** Forecasts of the test part beside what came, series by series. */
export function forecastCharts({ test, target }: ModelOutcome): readonly Html[] {
  const drawn = test?.forecast?.drawn ?? [];
  const charts = drawn.map((of) => chart(of, target)).filter((of) => of !== undefined);
  return charts.length === 0 ? [] : [say`<div class="charts">\n${join(charts, '')}\n</div>`];
}

function chart(
  { series, times, before, actual, predicted, lower, upper }: Drawn,
  target: string,
): Html | undefined {
  const all = [before, actual, predicted, lower, upper].flat().filter((value) => value !== null);
  const last = before.length + predicted.length - 1;
  if (all.length < 2 || last < 1) return undefined;
  const x = xScale([0, last]);
  const y = yScale(padded(Math.min(...all), Math.max(...all)), height);
  const points = (values: readonly (number | null)[], from: number) =>
    runs(values.map((value, i) => (value === null ? undefined : ([x.at(from + i), y.at(value)] as const))));
  const begins = before.length;
  const marks = [
    ...points([...before, ...actual], 0).map((run) => line(run, 'plain')),
    ...[lower, upper].flatMap((values) => points(values, begins).map((run) => line(run, 'ships'))),
    ...points(predicted, begins).map((run) => line(run, 'one')),
  ];
  const labels = placesScale([
    { place: 0, text: times[0] },
    { place: begins / last, text: times[1] },
    { place: 1, text: times[2] },
  ]);
  const title =
    series === ''
      ? say`${name(target)}: forecast and what came`
      : say`${name(series)}: forecast and what came`;
  const label = say`the forecast of the test part, its interval and what came`;
  return figure(title, plot({ ...x, ticks: labels.ticks }, y, height, label, marks), [
    { mark: 'plain', text: say`what came` },
    { mark: 'one', text: say`forecast` },
    { mark: 'ships', text: say`interval` },
  ]);
}

/** Lines without their gaps. */
function runs<P>(points: readonly (P | undefined)[]): readonly (readonly P[])[] {
  const found: P[][] = [[]];
  for (const point of points) {
    if (point === undefined) found.push([]);
    else found.at(-1)!.push(point);
  }
  return found.filter((run) => run.length > 1);
}
