import type { Value } from '../../space/parameter.ts';
import { reachedStep } from '../../study/steps.ts';
import { type Board, type BoardRow, columnsThatFit, epochsOf, shortName, varyingPaths } from '../board.ts';
import { freshCell } from '../confirmation-words.ts';
import { frontLegend, goalColumns, goalTitle, missWords } from '../goal-words.ts';
import { otherMetrics, otherTitles } from '../other-metrics.ts';
import type { Results } from '../results.ts';
import { type Everywhere, html, inHtml, literal, type Safe } from '../safe.ts';
import { trainingNames } from '../training-names.ts';
import {
  counted,
  duration,
  numbered,
  numberFormat,
  plural,
  stateWords,
  valueText,
  withSign,
} from '../words.ts';

type Html = Safe<'html'>;
const { say, name, sentence, join } = inHtml;

/** Most rows; with more a browser gets slow, and the CSV has them all. */
const mostRows = 3000;
const mostColumns = 40;

interface Cell {
  readonly text: Html;
  /** What to sort by; absent: the text. Empty: always last. */
  readonly key?: number | string;
  /** Left-aligned; `wide`: broken into lines as well. */
  readonly align?: 'left' | 'wide';
}

interface Row {
  readonly cells: readonly Cell[];
  readonly mark?: 'best' | 'ships';
}

function table(header: readonly Cell[], rows: readonly Row[], sortable: boolean): Html {
  const head = join(
    header.map(
      ({ text, align }) => say`<th scope="col"${align ? literal` class="l"` : literal``}>${text}</th>`,
    ),
    '',
  );
  const body = rows.map(
    ({ cells, mark }) =>
      say`<tr${mark ? literal` class="${mark as Everywhere}"` : literal``}>${join(cells.map(cell), '')}</tr>\n`,
  );
  return say`<div class="table"><table${sortable ? literal` class="sortable"` : literal``}><thead><tr>${head}</tr></thead><tbody>\n${join(body, '')}</tbody></table></div>`;
}

function cell({ text, key, align }: Cell): Html {
  const kind = align ? literal` class="${(align === 'wide' ? 'l w' : 'l') as Everywhere}"` : literal``;
  const sort = key === undefined ? say`` : say` data-v="${html(sortKey(key), 80)}"`;
  return say`<td${kind}${sort}>${text}</td>`;
}

function sortKey(key: number | string): string {
  return typeof key === 'string' || Number.isFinite(key) ? String(key) : '';
}

/** All trials of the search, best first. */
export function leaderboardTable(results: Results, board: Board): Html {
  if (board.rows.length === 0) return say`<p>No trial was run.</p>`;
  const paths = varyingPaths(results, board.rows);
  const columns = columnsThatFit(results, board, paths, (some) => some.length <= mostColumns);
  const goals = goalColumns(results);
  const fresh = results.confirmation !== undefined;
  const gpus = board.rows.some(({ trial }) => trial.device !== undefined);
  const rows = board.rows.slice(0, mostRows);
  const header: Cell[] = [
    { text: literal`rank` },
    { text: literal`trial`, align: 'left' },
    { text: goalTitle(results.study.metric.name, results, inHtml) },
    ...(fresh ? [{ text: literal`on fresh seeds` }] : []),
    ...goals.map((goal) => ({ text: goalTitle(goal.name, results, inHtml) })),
    ...columns.map((path) => ({ text: name(shortName(path, columns)) })),
    { text: literal`epochs` },
    { text: literal`duration` },
    { text: literal`seed` },
    ...(gpus ? [{ text: literal`GPU` }] : []),
    { text: literal`proposed by`, align: 'left' },
    { text: literal`state`, align: 'left' },
  ];
  const body = rows.map((row): Row => {
    const { trial, rank } = row;
    const mark = row.best ? 'best' : row.incumbent ? 'ships' : undefined;
    return {
      ...(mark ? { mark } : {}),
      cells: [
        { text: rank === undefined ? literal`` : counted(rank), key: rank ?? '' },
        { text: trialCell(row), key: trial.trial, align: 'left' },
        {
          text: trial.score === undefined ? literal`–` : board.score(trial.score),
          key: trial.score ?? '',
        },
        ...(fresh ? [{ text: freshCell(results, row) }] : []),
        ...goals.map((goal): Cell => goalCell(goal.cell(trial))),
        ...columns.map((path) =>
          valueCell(Object.hasOwn(trial.config, path) ? trial.config[path] : undefined),
        ),
        { text: epochsOf(trial) as Everywhere, key: reachedStep(trial.reports) ?? '' },
        { text: duration(trial.durationMs), key: trial.durationMs },
        { text: numbered(trial.seed), key: trial.seed },
        ...(gpus ? [{ text: sentence(trial.device ?? '', 20) }] : []),
        { text: sentence(trial.origin, 60), align: 'left' as const },
        { text: stateCell(row), align: 'wide' as const },
      ],
    };
  });
  const legend = frontLegend(results, rows, inHtml);
  const more = board.rows.length - rows.length;
  return join(
    [
      table(header, body, true),
      ...(legend ? [say`<p class="note">${legend}</p>`] : []),
      ...(more > 0
        ? [say`<p class="note">And ${plural(more, 'further trial')}, which the CSV has.</p>`]
        : []),
    ],
    '',
  );
}

function trialCell({ trial, incumbent, best }: BoardRow): Html {
  const number = literal`#${numbered(trial.trial)}`;
  const badges = [
    ...(best ? [literal`<span class="badge">best</span>`] : []),
    ...(incumbent ? [literal`<span class="badge">ships today</span>`] : []),
  ];
  return join([number, ...badges], ' ');
}

function stateCell({ trial, misses }: BoardRow): Html {
  const state = missWords(misses, inHtml) ?? stateWords(trial);
  return trial.message ? say`${state}: ${sentence(trial.message, 200)}` : state;
}

function goalCell(text: Everywhere): Cell {
  const value = Number(text.replace('−', '-'));
  return { text, key: Number.isNaN(value) ? '' : value };
}

function valueCell(value: Value | undefined): Cell {
  if (value === undefined) return { text: literal``, key: '' };
  const text = sentence(valueText(value), 60);
  return typeof value === 'number' ? { text, key: value } : { text };
}

/** The trainings of the gate and of the confirmation, with what became of them. */
export function trainingsTable(results: Results): Html | undefined {
  const { study } = results;
  const trials = study.trials.filter(({ role }) => role !== 'search');
  if (trials.length === 0) return undefined;
  const format = numberFormat(trials.flatMap(({ score }) => score ?? []));
  const nameOf = trainingNames(results, inHtml);
  const header: Cell[] = [
    { text: literal`what`, align: 'left' },
    { text: literal`seed` },
    { text: name(study.metric.name) },
    { text: literal`duration` },
    { text: literal`state`, align: 'left' },
  ];
  const rows = trials.slice(0, mostRows).map(
    (trial): Row => ({
      cells: [
        { text: nameOf(trial), align: 'left' },
        { text: numbered(trial.seed), key: trial.seed },
        { text: trial.score === undefined ? literal`–` : format(trial.score), key: trial.score ?? '' },
        { text: duration(trial.durationMs), key: trial.durationMs },
        { text: stateCell({ trial, misses: [], incumbent: false, best: false }), align: 'wide' },
      ],
    }),
  );
  return table(header, rows, true);
}

/** Values that head ships and the base does not. */
export function shippedTable({ baseConfig, space }: Results): Html | undefined {
  const head = space.incumbent;
  if (!baseConfig || !head) return undefined;
  const paths = [...new Set([...Object.keys(baseConfig), ...Object.keys(head)])].filter(
    (path) => baseConfig[path] !== head[path],
  );
  if (paths.length === 0) return undefined;
  return table(
    [{ text: literal`shipped value`, align: 'left' }, { text: literal`base` }, { text: literal`head` }],
    paths.slice(0, 100).map((path) => ({
      cells: [{ text: name(path), align: 'left' }, valueCell(baseConfig[path]), valueCell(head[path])],
    })),
    false,
  );
}

/** Base and head of the gate, seed by seed. */
export function seedsTable({ verdict }: Results): Html | undefined {
  if (!verdict || verdict.pairs.length === 0) return undefined;
  const format = numberFormat(verdict.pairs.flatMap(({ base, head }) => [base ?? [], head ?? []].flat()));
  const score = (value: number | undefined): Cell => ({
    text: value === undefined ? literal`–` : format(value),
  });
  return table(
    [
      { text: literal`seed` },
      { text: literal`base` },
      { text: literal`head` },
      { text: literal`difference` },
    ],
    verdict.pairs.map(({ seed, base, head }) => ({
      cells: [
        { text: numbered(seed) },
        score(base),
        score(head),
        { text: base === undefined || head === undefined ? literal`–` : withSign(head - base, format) },
      ],
    })),
    false,
  );
}

/** The further metrics of the gate. */
export function otherMetricsTable({ verdict }: Results): Html | undefined {
  const { shown } = verdict ? otherMetrics(verdict, 200) : { shown: [] };
  if (shown.length === 0) return undefined;
  return table(
    [{ text: literal`further metric`, align: 'left' }, ...otherTitles.map((text) => ({ text }))],
    shown.map(({ name: of, cells }) => ({
      cells: [{ text: name(of), align: 'left' }, ...cells.map((text) => ({ text }))],
    })),
    false,
  );
}

/** A table of cells that need no sorting. */
export function plainTable({
  header,
  rows,
  align,
}: {
  readonly header: readonly Html[];
  readonly rows: readonly (readonly Html[])[];
  readonly align: string;
}): Html {
  const cellOf = (text: Html, column: number): Cell => ({
    text,
    ...(align[column] === 'l' ? { align: 'left' } : {}),
  });
  return table(
    header.map(cellOf),
    rows.map((row) => ({ cells: row.map(cellOf) })),
    false,
  );
}
