import { inHtml, literal, type Safe } from '../safe.ts';
import { numberFormat } from '../words.ts';
import { dot, figure, line, padded, plot, px, xScale } from './svg.ts';

type Html = Safe<'html'>;
const { say } = inHtml;

export interface PairRow {
  readonly label: Html;
  readonly before?: number;
  readonly after?: number;
}

/** Pairs of scores of one seed, a row each: a line from one to the other. */
export function pairChart(
  title: Html,
  rows: readonly PairRow[],
  words: { readonly before: Html; readonly after: Html },
): Html | undefined {
  const values = rows.flatMap(({ before, after }) => [before, after]).filter((value) => value !== undefined);
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return undefined;
  const shown = rows.slice(0, 60);
  const rowHeight = 24;
  const tall = shown.length * rowHeight + 48;
  const x = xScale(padded(Math.min(...finite), Math.max(...finite)), { from: 88 });
  const format = numberFormat(finite);
  const marks = shown.flatMap(({ label, before, after }, index) => {
    const y = 12 + rowHeight * (index + 0.5);
    const text = say`<text class="tick" x="78" y="${px(y + 4)}" text-anchor="end">${label}</text>`;
    const both = before !== undefined && after !== undefined;
    return [
      text,
      ...(both
        ? [
            line(
              [
                [x.at(before), y],
                [x.at(after), y],
              ],
              'plain',
            ),
          ]
        : []),
      ...(before === undefined
        ? []
        : [dot(x.at(before), y, 'ships', say`${words.before}: ${format(before)}`, 5)]),
      ...(after === undefined ? [] : [dot(x.at(after), y, 'best', say`${words.after}: ${format(after)}`, 5)]),
    ];
  });
  return figure(
    title,
    plot(x, undefined, tall, literal`scores of every seed`, marks),
    [
      { mark: 'ships', text: words.before },
      { mark: 'best', text: words.after },
    ],
    rows.some(({ before, after }) => before === undefined || after === undefined)
      ? say`A side without a point failed, or was not trained.`
      : undefined,
  );
}
