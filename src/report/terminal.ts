import { createColors } from 'picocolors';
import { isNothingToChange } from '../confirm/nothing-to-change.ts';
import type { Conclusion, Verdict } from '../gate/verdict.ts';
import { insightOf } from '../insight/insight.ts';
import {
  type Board,
  type BoardRow,
  columnsThatFit,
  epochsOf,
  furtherTrials,
  leaderboard,
  shortName,
  splitRows,
  varyingPaths,
} from './board.ts';
import { configYaml } from './config-yaml.ts';
import { freshCell } from './confirmation-words.ts';
import { dotPlot } from './dot-plot.ts';
import { failedWords, failureGroups, failureReport } from './failures.ts';
import { frontLegend, goalColumns, goalTitle, missWords } from './goal-words.ts';
import { insightWords } from './insight-words.ts';
import { modelSentence, modelTables } from './model-words.ts';
import { otherMetrics, otherTitles } from './other-metrics.ts';
import { replayCommand } from './replay-command.ts';
import type { Results } from './results.ts';
import { runFacts } from './run-facts.ts';
import {
  type Everywhere,
  inTerminal,
  literal,
  type Safe,
  terminal,
  terminalLines,
  visibleLines,
} from './safe.ts';
import { cutTo, displayWidth, pad, wrap } from './terminal-width.ts';
import { completePairs, headline, searchWords, stopSentence } from './verdict-words.ts';
import {
  counted,
  differenceFormat,
  duration,
  intervalLevel,
  numberFormat,
  plural,
  short,
  stateWords,
  valueText,
  withSign,
} from './words.ts';

type Text = Safe<'terminal'>;
type Colors = ReturnType<typeof createColors>;
type Paint = (text: string) => string;

const { say, name, sentence } = inTerminal;
const plain: Paint = (text) => text;

/** Rows of the leaderboard that a terminal shows. */
const topRows = 10;

/**
 * The results for a terminal or a log: no line is longer than `width` columns (at least 40), and none is a command to
 * a terminal or to the runner.
 */
export function renderTerminal(
  results: Results,
  options: { readonly colour: boolean; readonly width: number },
): string {
  const colors = createColors(options.colour);
  const width = Math.max(40, Math.floor(options.width));
  const board = leaderboard(results);
  const sections: readonly (readonly string[])[] = [
    verdictLines(results, board, colors, width),
    regressionLines(results, colors, width),
    results.verdict && !results.gateOnly ? wrap(searchWords(results, board, inTerminal), width) : [],
    results.gateOnly ? [] : wrap(stopSentence(results, inTerminal), width),
    boardLines(results, board, colors, width),
    modelLines(results, colors, width),
    configLines(results, board, colors, width),
    insightLines(results, board, colors, width),
    failureLines(results, colors, width),
    results.notices.flatMap((notice) => wrap(say`Note: ${sentence(notice)}`, width, '  ')),
    factLines(results, colors, width),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const paints: Readonly<Record<Conclusion, 'green' | 'red' | 'yellow'>> = {
  improved: 'green',
  unchanged: 'green',
  regressed: 'red',
  inconclusive: 'yellow',
  'no-baseline': 'yellow',
  error: 'red',
};

function verdictLines(results: Results, board: Board, colors: Colors, width: number): readonly string[] {
  const paint = results.verdict ? colors[paints[results.verdict.conclusion]] : plain;
  return wrap(headline(results, board, inTerminal), width).map((line) => colors.bold(paint(line)));
}

function regressionLines({ verdict, base, head }: Results, colors: Colors, width: number): readonly string[] {
  if (!verdict || verdict.pairs.length === 0) return [];
  const { difference, interval, maxDrop, pairs } = verdict;
  const values = [...pairs.flatMap((pair) => [pair.base, pair.head]), verdict.base, verdict.head];
  const format = numberFormat(values.filter((value) => value !== undefined));
  const change = differenceFormat(difference ?? 0, interval, maxDrop);
  const cell = (value: number | undefined) => (value === undefined ? literal`failed` : format(value));
  const mean = (value: number | undefined) => (value === undefined ? literal`–` : format(value));
  const seeds = pairs.map(({ seed, base: b, head: h }): Text[] => [
    say`seed ${name(String(seed))}`,
    cell(b),
    cell(h),
    b === undefined || h === undefined ? literal`–` : withSign(h - b, format),
  ]);
  const means: Text[] = [
    say`mean of ${plural(completePairs(pairs), 'seed')}`,
    mean(verdict.base),
    mean(verdict.head),
    difference === undefined ? literal`–` : withSign(difference, change),
  ];
  const header: Text[] = [literal`Regression check`, literal`base`, literal`head`, literal`difference`];
  const limit =
    interval && interval[0] !== interval[1]
      ? say`${intervalLevel(verdict)} interval ${withSign(interval[0], change)} to ${withSign(interval[1], change)}, limit ${short(maxDrop, 6)}`
      : say`limit ${short(maxDrop, 6)}`;
  const baseWords = base ? say`base ${name(base.sha.slice(0, 7))} (${sentence(base.how, 120)})` : undefined;
  const headWords = head?.sha
    ? say`head ${name(head.sha.slice(0, 7))}${head.dirty ? literal` with changes that are not committed` : literal``}`
    : undefined;
  const what = [limit, baseWords, headWords].filter((item) => item !== undefined);
  return [
    ...draw([header, ...seeds, means], 'lrrr', colors, width),
    ...(width >= 60 ? dotPlot(pairs) : []),
    ...what.flatMap((line) => wrap(line, width, '  ')),
    ...otherLines(verdict, colors, width),
  ];
}

function otherLines(verdict: Verdict, colors: Colors, width: number): readonly string[] {
  const { shown, rest } = otherMetrics(verdict);
  if (shown.length === 0) return [];
  const rows = shown.map(({ name: of, cells }): Text[] => [name(of), ...cells]);
  return [
    ...draw([[literal`Further metrics`, ...otherTitles], ...rows], 'lrrrrrl', colors, width),
    ...(rest > 0 ? wrap(say`${counted(rest)} more further from the limit.`, width, '  ') : []),
  ];
}

function boardLines(results: Results, board: Board, colors: Colors, width: number): readonly string[] {
  if (board.rows.length === 0) return [];
  const { shown, rest } = splitRows(board.rows, topRows);
  const paths = varyingPaths(results, shown);
  const widths = (columns: readonly string[]) =>
    columnWidths(boardTable(results, board, shown, columns).rows).reduce((sum, size) => sum + size + 2, -2);
  const columns = columnsThatFit(results, board, paths, (some) => widths(some) <= width);
  const { rows, align } = boardTable(results, board, shown, columns);
  const paint = (index: number): Paint => {
    const row = shown[index - 1];
    return row?.best
      ? colors.green
      : row?.incumbent
        ? colors.cyan
        : row?.rank === undefined
          ? colors.dim
          : plain;
  };
  const hidden = paths.length - columns.length;
  const legend = frontLegend(results, shown, inTerminal);
  const notes = [
    ...(legend ? [legend] : []),
    ...(shown.some(({ incumbent }) => incumbent) ? [literal`* ships today.`] : []),
    ...(rest.length > 0 ? [say`And ${furtherTrials(rest)}.`] : []),
    ...(hidden > 0 ? [say`${plural(hidden, 'further parameter')} not shown.`] : []),
  ];
  return [
    ...draw(rows, align, colors, width, paint),
    ...wrap(inTerminal.join(notes, ' '), width).map((line) => colors.dim(line)),
  ];
}

function boardTable(
  results: Results,
  board: Board,
  shown: readonly BoardRow[],
  columns: readonly string[],
): { readonly rows: readonly (readonly Text[])[]; readonly align: string } {
  const goals = goalColumns(results);
  const header: Text[] = [
    literal`rank`,
    literal`trial`,
    goalTitle(results.study.metric.name, results, inTerminal, 30),
    ...(results.confirmation ? [literal`fresh seeds`] : []),
    ...goals.map((goal) => goalTitle(goal.name, results, inTerminal, 30)),
    ...columns.map((path) => name(shortName(path, columns), 30)),
    literal`epochs`,
    literal`duration`,
    literal`state`,
  ];
  const body = shown.map(({ rank, trial, incumbent, misses }): Text[] => [
    rank === undefined ? literal`` : counted(rank),
    incumbent ? say`* ${name(`#${trial.trial}`)}` : name(`#${trial.trial}`),
    trial.score === undefined ? literal`–` : board.score(trial.score),
    ...(results.confirmation ? [freshCell(results, { trial, incumbent })] : []),
    ...goals.map((goal) => goal.cell(trial)),
    ...columns.map((path) => name(valueText(trial.config[path]), 24)),
    epochsOf(trial) as Everywhere,
    duration(trial.durationMs),
    missWords(misses, inTerminal) ?? stateWords(trial),
  ]);
  return {
    rows: [header, ...body],
    align: `rrr${results.confirmation ? 'r' : ''}${'r'.repeat(goals.length + columns.length)}rrl`,
  };
}

function columnWidths(rows: readonly (readonly string[])[]): readonly number[] {
  return rows[0]!.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column]!))));
}

/** An aligned table; the first row is its header. Lines that are still too long are cut. */
function draw(
  rows: readonly (readonly Text[])[],
  align: string,
  colors: Colors,
  width: number,
  paint: (row: number) => Paint = () => plain,
): readonly string[] {
  const widths = columnWidths(rows);
  return rows.map((row, index) => {
    const cells = row.map((cell, column) =>
      pad(cell, widths[column]!, align[column] === 'l' ? 'left' : 'right'),
    );
    const line = cutTo(cells.join('  ').trimEnd(), width);
    return index === 0 ? colors.bold(line) : paint(index)(line);
  });
}

function configLines(results: Results, board: Board, colors: Colors, width: number): readonly string[] {
  const { recommended: best, incumbent } = board;
  if (!best || best === incumbent || isNothingToChange(results)) return [];
  const yaml = visibleLines(configYaml(results.space, best.config), { limit: 8000 });
  return [
    colors.bold(say`Config of trial ${name(`#${best.trial}`)}`),
    // The files of the run have long values whole.
    ...yaml.map((line) => cutTo(`  ${terminalLine(line)}`, width)),
    ...(results.driven
      ? []
      : wrap(say`Train it again: ${terminal(replayCommand(results, best.trial), 300)}`, width, '  ')),
  ];
}

/** A line of a block; its indentation matters. */
function terminalLine(line: string): string {
  const indent = /^ */.exec(line)![0];
  return indent + terminal(line, 400);
}

function modelLines({ model }: Results, colors: Colors, width: number): readonly string[] {
  if (!model) return [];
  return [
    colors.bold(literal`Model`),
    ...wrap(modelSentence(model, inTerminal), width, '  '),
    ...modelTables(model, inTerminal)
      .slice(0, 1)
      .flatMap(({ header, rows, align }) => draw([header, ...rows], align, colors, width)),
  ];
}

function insightLines(results: Results, board: Board, colors: Colors, width: number): readonly string[] {
  const insight = insightOf(results.study, results.space, board.recommended?.trial);
  const words = insightWords(results, insight, inTerminal);
  if (words.length === 0) return [];
  return [
    colors.bold(literal`What the search learned`),
    ...words.flatMap((text) => wrap(say`- ${text}`, width, '  ')),
  ];
}

function failureLines(results: Results, colors: Colors, width: number): readonly string[] {
  const groups = failureGroups(results);
  if (groups.length === 0) return [];
  const { lines, log } = failureReport(results, inTerminal);
  return [
    colors.bold(failedWords(groups.flatMap(({ trials }) => trials))),
    ...lines.flatMap((line) => wrap(say`- ${line}`, width, '  ')),
    ...(log
      ? [
          ...wrap(log.title, width),
          ...terminalLines(log.tail, 2048)
            .slice(-15)
            .map((line) => colors.dim(cutTo(`  ${line}`, width))),
        ]
      : []),
  ];
}

function factLines(results: Results, colors: Colors, width: number): readonly string[] {
  const facts = runFacts(results, inTerminal);
  const widest = Math.max(...facts.map(({ label }) => displayWidth(label)));
  return facts.flatMap(({ label, text }) => {
    const lines = wrap(text, width - widest - 2);
    return lines.map((line, index) =>
      colors.dim(`${pad(index === 0 ? label : '', widest, 'left')}  ${line}`),
    );
  });
}
