import type { Verdict } from '../../gate/verdict.ts';
import { dotPlot } from '../dot-plot.ts';
import { otherMetrics, otherTitles } from '../other-metrics.ts';
import { compareCommand } from '../replay-command.ts';
import type { Results } from '../results.ts';
import {
  codeBlock,
  type Everywhere,
  folded,
  inCell,
  inMarkdown,
  literal,
  paragraph,
  type Safe,
} from '../safe.ts';
import { type Cell, table, valueCell } from '../table.ts';
import { completePairs } from '../verdict-words.ts';
import {
  counted,
  differenceFormat,
  intervalLevel,
  numberFormat,
  percent,
  short,
  withSign,
} from '../words.ts';

const { say, name, sentence } = inMarkdown;
const none: Everywhere = literal`–`;

/** Base and head side by side, and what they are. */
export function regressionCheck(results: Results): readonly Safe<'block'>[] {
  const { verdict } = results;
  if (!verdict || verdict.pairs.length === 0) return [];
  const what = paragraph(compared(results));
  return verdict.difference === undefined
    ? [what]
    : [mainTable(results, verdict), ...otherTable(verdict), what];
}

function mainTable({ study }: Results, verdict: Verdict): Safe<'block'> {
  const { base, head, difference, interval, maxDrop } = verdict;
  const means = numberFormat(scores(verdict));
  const change = differenceFormat(difference ?? 0, interval, maxDrop);
  const header: Cell[] = [
    inCell.name(study.metric.name),
    literal`base`,
    literal`head`,
    literal`difference`,
    literal`${intervalLevel(verdict)} interval`,
    literal`limit`,
    literal`seeds`,
  ];
  const row: Cell[] = [
    literal`mean`,
    base === undefined ? none : means(base),
    head === undefined ? none : means(head),
    difference === undefined ? none : withSign(difference, change),
    interval === undefined
      ? none
      : interval[0] === interval[1]
        ? literal`exact`
        : literal`${withSign(interval[0], change)} to ${withSign(interval[1], change)}`,
    short(maxDrop, 6),
    seedCount(verdict),
  ];
  return table([header, row], 'lrrrrrr');
}

function otherTable(verdict: Verdict): readonly Safe<'block'>[] {
  const { shown, rest } = otherMetrics(verdict);
  if (shown.length === 0) return [];
  const rows = shown.map(({ name: of, cells }): Cell[] => [inCell.name(of), ...cells]);
  return [
    table([[literal`further metric`, ...otherTitles], ...rows], 'lrrrrrl'),
    ...(rest > 0
      ? [
          paragraph(
            say`${counted(rest)} more ${rest === 1 ? literal`is` : literal`are`} further from the limit: the files of the run have them.`,
          ),
        ]
      : []),
  ];
}

function seedCount({ pairs }: Verdict): Everywhere {
  const complete = completePairs(pairs);
  return complete === pairs.length
    ? counted(complete)
    : literal`${counted(complete)} of ${counted(pairs.length)}`;
}

function scores({ pairs, base, head }: Verdict): readonly number[] {
  return [...pairs.flatMap((pair) => [pair.base, pair.head]), base, head].filter(
    (value) => value !== undefined,
  );
}

/** What was compared with what. */
function compared({ base, head }: Results): Safe<'markdown'> {
  const headWords = head?.sha ? name(head.sha.slice(0, 7)) : say`the files as they are`;
  const dirty = head?.sha && head.dirty ? say` with changes that are not committed` : say``;
  const baseWords = base ? say`${name(base.sha.slice(0, 7))} (${sentence(base.how, 120)})` : say`unknown`;
  return say`Base is ${baseWords}, head is ${headWords}${dirty}; both were trained with their own shipped values and the same seeds.`;
}

/** Seed by seed, and the numbers behind the verdict. */
export function regressionDetails(results: Results): Safe<'block'> | undefined {
  const { verdict } = results;
  if (!verdict || verdict.pairs.length === 0) return undefined;
  const format = numberFormat(scores(verdict));
  const rows = verdict.pairs.map(({ seed, base, head }): Cell[] => [
    inCell.name(String(seed)),
    base === undefined ? literal`failed` : format(base),
    head === undefined ? literal`failed` : format(head),
    base === undefined || head === undefined ? none : withSign(head - base, format),
  ]);
  const header: Cell[] = [literal`seed`, literal`base`, literal`head`, literal`difference`];
  const plot = dotPlot(verdict.pairs);
  return folded(literal`Regression check, seed by seed`, [
    table([header, ...rows], 'rrrr'),
    plot.length > 0 ? codeBlock(plot.join('\n')) : undefined,
    paragraph(statistics(verdict)),
    shippedChanges(results),
    paragraph(say`To compare again, in a checkout of the head:`),
    codeBlock(compareCommand(results), { language: 'sh' }),
  ]);
}

function statistics({ pWorse, detectable, confidence, goal }: Verdict): Safe<'markdown'> {
  const better = goal === 'maximize' ? literal`higher` : literal`lower`;
  const p = pWorse === undefined ? literal`` : literal` p = ${short(pWorse, 2)}.`;
  const power =
    detectable === undefined
      ? literal``
      : literal` This many seeds find a change to the worse of ${short(detectable, 2)} four times in five.`;
  return say`One-sided paired test that head is worse (${better} is better), at ${percent(confidence)} confidence.${p}${power}`;
}

function shippedChanges({ baseConfig, space }: Results): Safe<'block'> | undefined {
  const head = space.incumbent;
  if (!baseConfig || !head) return undefined;
  const paths = [...new Set([...Object.keys(baseConfig), ...Object.keys(head)])].filter(
    (path) => baseConfig[path] !== head[path],
  );
  if (paths.length === 0) return undefined;
  const rows = paths
    .slice(0, 50)
    .map((path): Cell[] => [inCell.name(path), valueCell(baseConfig[path]), valueCell(head[path])]);
  return table([[literal`shipped value`, literal`base`, literal`head`], ...rows], 'lrr');
}
