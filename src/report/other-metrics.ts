import type { MetricVerdict, Verdict } from '../gate/verdict.ts';
import { type Everywhere, literal } from './safe.ts';
import { conclusionMark, counted, differenceFormat, numberFormat, short, withSign } from './words.ts';

/** A further metric of the gate in words, the same in every report. */
export interface OtherMetric {
  /** As the trial reported it: not safe anywhere. */
  readonly name: string;
  /** Base, head, difference with its interval, limit, number of seeds, verdict. */
  readonly cells: readonly Everywhere[];
}

/** Most of them that a report shows by themselves: those that regressed, then those nearest to it. */
const mostRows = 10;
const none = literal`–`;

/** Titles of the cells. */
export const otherTitles: readonly Everywhere[] = [
  literal`base`,
  literal`head`,
  literal`difference`,
  literal`limit`,
  literal`seeds`,
  literal`verdict`,
];

/** The further metrics that the gate looked at, the worst first, and how many are left out. */
export function otherMetrics(
  { others = [] }: Verdict,
  most = mostRows,
): { readonly shown: readonly OtherMetric[]; readonly rest: number } {
  const shown = worstFirst(others).slice(0, most).map(inWords);
  return { shown, rest: others.length - shown.length };
}

/** Regressed ones first, then by how far the drop is from its limit. */
function worstFirst(others: readonly MetricVerdict[]): readonly MetricVerdict[] {
  const rank = ({ verdict, gates }: MetricVerdict) =>
    verdict.conclusion === 'regressed' ? (gates ? 0 : 1) : verdict.difference === undefined ? 2 : 3;
  return [...others].sort((a, b) => rank(a) - rank(b) || urgency(b.verdict) - urgency(a.verdict));
}

/** What the drop is beyond its limit, in units of its own uncertainty: comparable between metrics. */
function urgency({ difference = 0, interval, goal, maxDrop }: Verdict): number {
  const drop = (goal === 'maximize' ? -1 : 1) * difference;
  const half = interval ? (interval[1] - interval[0]) / 2 : 0;
  return (drop - maxDrop) / (half || Math.abs(difference) || 1);
}

function inWords({ name, gates, verdict }: MetricVerdict): OtherMetric {
  const { base, head, difference, interval, maxDrop, pairs, conclusion } = verdict;
  const format = numberFormat(
    [...pairs.flatMap((pair) => [pair.base, pair.head]), base, head].filter((value) => value !== undefined),
  );
  const change = differenceFormat(difference ?? 0, interval, maxDrop);
  return {
    name,
    cells: [
      base === undefined ? none : format(base),
      head === undefined ? none : format(head),
      difference === undefined
        ? none
        : interval && interval[0] !== interval[1]
          ? literal`${withSign(difference, change)} (${withSign(interval[0], change)} to ${withSign(interval[1], change)})`
          : withSign(difference, change),
      short(maxDrop, 6),
      counted(pairs.length),
      literal`${conclusionMark[conclusion]} ${words[conclusion]}${gates ? literal`` : literal`, for information`}`,
    ],
  };
}

const words: Readonly<Record<Verdict['conclusion'], Everywhere>> = {
  improved: literal`improved`,
  unchanged: literal`unchanged`,
  regressed: literal`regressed`,
  inconclusive: literal`unclear`,
  'no-baseline': literal`not at the base`,
  error: literal`not reported`,
};
