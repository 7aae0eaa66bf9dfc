import {
  type Board,
  type BoardRow,
  columnsThatFit,
  epochsOf,
  furtherTrials,
  shortName,
  splitRows,
  varyingPaths,
} from '../board.ts';
import { freshCell } from '../confirmation-words.ts';
import { frontLegend, goalColumns, goalTitle, missWords } from '../goal-words.ts';
import type { Results } from '../results.ts';
import {
  type Everywhere,
  folded,
  inCell,
  inMarkdown,
  literal,
  paragraph,
  type Safe,
  unbroken,
} from '../safe.ts';
import { type Cell, table, valueCell } from '../table.ts';
import { counted, duration, plural, stateWords } from '../words.ts';

export interface LeaderboardOptions {
  /** Rows before the fold. */
  readonly top: number;
  /** Whether the others follow, folded; they are counted in any case. */
  readonly rest: boolean;
  /** Most columns of parameters. */
  readonly columns: number;
}

/** The trials of the search, best first. */
export function leaderboardSection(
  results: Results,
  board: Board,
  options: LeaderboardOptions,
): readonly Safe<'block'>[] {
  if (board.rows.length === 0) return [];
  const { shown, rest } = splitRows(board.rows, options.top);
  const paths = varyingPaths(results, options.rest ? board.rows : shown);
  const columns = columnsThatFit(results, board, paths, (some) => some.length <= options.columns);
  const { say } = inMarkdown;
  const hidden =
    paths.length > columns.length
      ? paragraph(say`${plural(paths.length - columns.length, 'further parameter')} not shown.`)
      : undefined;
  const out = [drawRows(results, board, shown, columns, ensembleOf(results))];
  const legend = frontLegend(results, shown, inMarkdown);
  if (legend) out.push(paragraph(legend));
  if (hidden) out.push(hidden);
  if (rest.length > 0)
    out.push(
      options.rest
        ? folded(furtherTrials(rest), [drawRows(results, board, rest, columns)])
        : paragraph(say`And ${furtherTrials(rest)}.`),
    );
  return out;
}

function drawRows(
  results: Results,
  board: Board,
  rows: readonly BoardRow[],
  columns: readonly string[],
  ensemble?: Ensemble,
): Safe<'block'> {
  const fresh = results.confirmation !== undefined;
  const goals = goalColumns(results);
  const gpus = rows.some(({ trial }) => trial.device !== undefined);
  const header: Cell[] = [
    literal`rank`,
    literal`trial`,
    goalTitle(results.study.metric.name, results, inCell),
    ...(fresh ? [unbroken(literal`on fresh seeds`)] : []),
    ...goals.map((goal) => goalTitle(goal.name, results, inCell)),
    ...columns.map((path) => inCell.name(shortName(path, columns))),
    literal`epochs`,
    literal`duration`,
    ...(gpus ? [literal`GPU`] : []),
    literal`state`,
  ];
  const body = rows.map(({ rank, trial, incumbent, best, misses }): Cell[] => [
    rank === undefined ? literal`` : counted(rank),
    incumbent
      ? inCell.say`${number(trial.trial)}\u00a0ships\u00a0today`
      : best && fresh
        ? inCell.strong(number(trial.trial))
        : number(trial.trial),
    trial.score === undefined ? literal`–` : board.score(trial.score),
    ...(fresh ? [unbroken(freshCell(results, { trial, incumbent }))] : []),
    ...goals.map((goal) => goal.cell(trial)),
    ...columns.map((path) => valueCell(trial.config[path])),
    epochsOf(trial) as Everywhere,
    unbroken(duration(trial.durationMs)),
    ...(gpus ? [trial.device === undefined ? literal`` : inCell.name(trial.device, 20)] : []),
    missWords(misses, inCell) ?? unbroken(stateWords(trial)),
  ]);
  const first = ensemble
    ? [
        header.map((_, i): Cell => {
          if (i === 1) return unbroken(literal`ensemble of ${counted(ensemble.members.length)}`);
          if (i === 2) return board.score(ensemble.validation);
          return literal``;
        }),
      ]
    : [];
  return table(
    [header, ...first, ...body],
    `rlr${fresh ? 'r' : ''}${'r'.repeat(columns.length)}rr${gpus ? 'r' : ''}l`,
  );
}

type Ensemble = NonNullable<Results['model']>['ensemble'];

/** The mean of several models has a row of its own. */
function ensembleOf({ model }: Results): Ensemble | undefined {
  return model && model.ensemble.members.length > 1 ? model.ensemble : undefined;
}

/** `#12` would link to a pull request. */
function number(trial: number): Cell {
  return inCell.name(`#${trial}`);
}
