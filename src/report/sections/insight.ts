import { insightOf } from '../../insight/insight.ts';
import type { Board } from '../board.ts';
import { insightWords } from '../insight-words.ts';
import { barChart, lineChart, lineColours } from '../mermaid.ts';
import type { Results } from '../results.ts';
import { bullets, folded, inMarkdown, literal, paragraph, type Safe } from '../safe.ts';

/** Curves that are drawn of the best trials. */
const shownCurves = 3;

/** What the search learned, with charts. */
export function insightSection(results: Results, board: Board): Safe<'block'> | undefined {
  const { study, space } = results;
  const insight = insightOf(study, space, board.recommended?.trial);
  const words = insightWords(results, insight, inMarkdown);
  const sign = study.metric.goal === 'maximize' ? -1 : 1;
  const lines = curves(results, board);
  const charts = [
    lineChart('Best score so far', 'trials', study.metric.name, [
      { values: insight.progress.best.map((loss) => sign * loss) },
    ]),
    lineChart(`Learning curves of the best ${shownCurves}`, 'reports', study.metric.name, lines),
    legend(lines.map(({ trial }) => trial)),
    barChart(
      'What decided about being among the best',
      'share',
      (insight.importance ?? [])
        .slice(0, 6)
        .map(({ path, share }) => ({ label: path, value: Number(share.toFixed(3)) })),
    ),
  ].filter((chart) => chart !== undefined);
  if (words.length === 0 && charts.length === 0) return undefined;
  return folded(literal`What the search learned`, [words.length > 0 ? bullets(words) : undefined, ...charts]);
}

/** Mermaid's charts have none of their own. */
function legend(trials: readonly number[]): Safe<'block'> | undefined {
  if (trials.length < 2) return undefined;
  const { say, name, join } = inMarkdown;
  return paragraph(
    join(
      trials.map((trial, index) => say`${lineColours[index]!}: ${name(`#${trial}`)}`),
      ', ',
    ),
  );
}

function curves(
  { study }: Results,
  board: Board,
): readonly { readonly trial: number; readonly values: readonly number[] }[] {
  return board.rows
    .filter(({ rank }) => rank !== undefined)
    .slice(0, shownCurves)
    .map(({ trial }) => ({
      trial: trial.trial,
      values: trial.reports.flatMap(({ metrics }) => {
        const value = metrics[study.metric.name];
        return value === undefined || !Number.isFinite(value) ? [] : [value];
      }),
    }))
    .filter(({ values }) => values.length >= 3);
}
