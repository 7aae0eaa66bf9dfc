import type { Candidate, Confirmation } from '../confirm/judge.ts';
import { shipsMissing } from '../confirm/nothing-to-change.ts';
import type { Board } from './board.ts';
import type { Results } from './results.ts';
import { type Everywhere, literal, type Safe, type Sink, type Voice } from './safe.ts';
import {
  counted,
  differenceFormat,
  intervalLevel,
  type NumberFormat,
  numberFormat,
  percent,
  plural,
  short,
  withSign,
} from './words.ts';

/** What fresh seeds say of the best config of the search: the number to believe, and whether it beats what ships today. */
export function confirmationWords<S extends Sink>(
  results: Results,
  confirmation: Confirmation,
  voice: Voice<S>,
): Safe<S> {
  const { study } = results;
  const { mean, interval, final, trial, level, deterministic } = confirmation;
  const metric = voice.name(study.metric.name);
  const number = voice.name(`#${trial}`);
  const worked = workedSeeds(confirmation);
  if (mean === undefined)
    return voice.say`The best config of the search, ${number}, failed on ${plural(final.length, 'fresh seed')}${bothFailed(confirmation)}: it is not one to ship.`;
  const format = confirmationFormat(confirmation);
  const spread = deterministic
    ? literal`other seeds give the same`
    : interval
      ? literal`${percent(level)} interval ${format(interval[0])} to ${format(interval[1])} on ${plural(worked, 'fresh seed')}`
      : literal`on ${plural(worked, 'fresh seed')}`;
  const failed =
    worked < final.length
      ? literal` It failed on ${counted(final.length - worked)} of ${plural(final.length, 'fresh seed')}.`
      : literal``;
  const best = voice.say`Best config: ${number} with ${metric} ${format(mean)} (${spread})`;
  return voice.say`${best}${againstWords(confirmation, results)}${failed}`;
}

function bothFailed({ final, against }: Confirmation): Everywhere {
  return against && final.every(({ incumbent }) => incumbent === undefined)
    ? literal`, and so did what ships today`
    : literal``;
}

/** Seeds of the last round with which the chosen config was trained without failing: what its mean is of. */
function workedSeeds({ final }: Confirmation): number {
  return final.filter(({ recommended }) => recommended !== undefined).length;
}

function againstWords({ against, misses }: Confirmation, results: Results): Everywhere {
  if (misses) return literal`. On fresh seeds it misses a constraint: it is not one to ship.`;
  if (!against) return literal`.`;
  const { difference, interval, goal, conclusion } = against;
  if (difference === undefined) return literal`; what ships today failed on them.`;
  const gain = goal === 'maximize' ? difference : -difference;
  const exact = interval !== undefined && interval[0] === interval[1];
  const format: NumberFormat = exact ? (value) => short(value) : differenceFormat(difference, interval, 0);
  const range =
    interval && interval[0] !== interval[1]
      ? literal` (${intervalLevel(against)} interval of the gain ${withSign(goal === 'maximize' ? interval[0] : -interval[1], format)} to ${withSign(goal === 'maximize' ? interval[1] : -interval[0], format)})`
      : literal``;
  switch (conclusion) {
    case 'improved':
      return literal`: better than what ships today by ${format(gain)}${range}.`;
    case 'regressed':
      if (results.study.more?.length)
        return literal`: worse than what ships today by ${format(-gain)}${range}, which is the price of the other metrics.`;
      return shipsMissing(results)
        ? literal`: worse than what ships today by ${format(-gain)}${range}, which misses a constraint.`
        : literal`: worse than what ships today by ${format(-gain)}${range}, so there is nothing to change.`;
    default:
      return gain === 0
        ? literal`: no better than what ships today${range}.`
        : literal`, ${withSign(gain, format)} against what ships today${range}: not enough to be sure that it is better.`;
  }
}

/** How scores on fresh seeds are written. */
export function confirmationFormat({ candidates, final, mean, interval }: Confirmation) {
  const scores = [
    ...candidates.flatMap(({ scores, searchScore }) => [...scores, searchScore]),
    ...final.flatMap(({ recommended, incumbent }) => [recommended, incumbent]),
    mean,
    ...(interval ?? []),
  ];
  return numberFormat(scores.filter((value) => value !== undefined && value !== null));
}

/** What a candidate scored on fresh seeds, for its row in the leaderboard; undefined for a trial that is none. */
export function freshScore(confirmation: Confirmation, trial: number): Everywhere | undefined {
  const candidate = confirmation.candidates.find((item) => item.trial === trial);
  if (!candidate) return undefined;
  const format = confirmationFormat(confirmation);
  if (trial === confirmation.trial && confirmation.mean !== undefined)
    return literal`${format(confirmation.mean)} (${counted(workedSeeds(confirmation))})`;
  const { mean, count } = meanOf(candidate);
  if (candidate.scores.length === 0) return undefined;
  return mean === undefined ? literal`failed` : literal`${format(mean)} (${counted(count)})`;
}

function meanOf({ scores }: Candidate): { readonly mean?: number; readonly count: number } {
  const worked = scores.filter((score) => score !== null);
  if (worked.length === 0) return { count: 0 };
  return { mean: worked.reduce((sum, score) => sum + score / worked.length, 0), count: worked.length };
}

/** The incumbent's mean on the fresh seeds, for its row. */
export function freshIncumbent({ confirmation }: Results): Everywhere | undefined {
  const scores = (confirmation?.final ?? []).flatMap(({ incumbent }) => incumbent ?? []);
  if (!confirmation || scores.length === 0) return undefined;
  const mean = scores.reduce((sum, score) => sum + score / scores.length, 0);
  return literal`${confirmationFormat(confirmation)(mean)} (${counted(scores.length)})`;
}

/** A row's score on fresh seeds. */
export function freshCell(
  results: Results,
  row: Pick<Board['rows'][number], 'incumbent' | 'trial'>,
): Everywhere {
  const { confirmation } = results;
  if (!confirmation) return literal``;
  return (row.incumbent ? freshIncumbent(results) : freshScore(confirmation, row.trial.trial)) ?? literal``;
}
