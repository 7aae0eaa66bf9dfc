import {
  type Judged,
  type Miss,
  misses,
  objectives,
  objectiveValues,
  paretoFront,
  type Recommendation,
  recommend,
} from '../study/front.ts';
import { lastValue } from '../study/goals.ts';
import type { Constraint, TrialRecord } from '../study/study.ts';
import type { Board, BoardRow } from './board.ts';
import type { Results } from './results.ts';
import { type Everywhere, literal, type Safe, type Sink, type Voice } from './safe.ts';
import { counted, type NumberFormat, numberFormat, plural, short } from './words.ts';

/** A metric of the leaderboard beside the main one. */
export interface GoalColumn {
  readonly name: string;
  readonly cell: (trial: TrialRecord) => Everywhere;
}

/** Columns for the further metrics, and for those that have a constraint. */
export function goalColumns({ study }: Results): readonly GoalColumn[] {
  const further = (study.more ?? []).map(({ name }, k) => ({
    name,
    value: (trial: TrialRecord) => objectiveValues(study, trial)[k + 1],
  }));
  const known = new Set(objectives(study).map(({ name }) => name));
  const bounded = (study.constraints ?? [])
    .filter(({ name }) => !known.has(name))
    .map(({ name }) => ({ name, value: (trial: TrialRecord) => lastValue(name, trial.reports) }));
  return [...further, ...bounded].map(({ name, value }) => {
    const format = formatOf(study, value);
    return {
      name,
      cell: (trial: TrialRecord) => {
        const found = value(trial);
        return found === undefined ? literal`–` : format(found);
      },
    };
  });
}

function formatOf(study: Results['study'], value: (trial: TrialRecord) => number | undefined): NumberFormat {
  return numberFormat(
    study.trials.filter(({ role }) => role === 'search').flatMap((trial) => value(trial) ?? []),
  );
}

/** The title of a metric's column, with its bounds: «latency_ms ≤ 20». */
export function goalTitle<S extends Sink>(
  name: string,
  { study }: Results,
  voice: Voice<S>,
  limit?: number,
): Safe<S> {
  const constraint = study.constraints?.find((item) => item.name === name);
  const title = voice.name(name, limit);
  return constraint ? voice.say`${title} ${boundWords(constraint)}` : title;
}

function boundWords({ min, max }: Constraint): Everywhere {
  if (min === undefined) return literal`≤ ${short(max ?? 0, 6)}`;
  return max === undefined ? literal`≥ ${short(min, 6)}` : literal`${short(min, 6)} to ${short(max, 6)}`;
}

/** «misses latency_ms», for the state of a trial that does; undefined for any other. */
export function missWords<S extends Sink>(missed: readonly Miss[], voice: Voice<S>): Safe<S> | undefined {
  if (missed.length === 0) return undefined;
  return voice.say`misses ${voice.join(
    missed.map(({ constraint }) => voice.name(constraint.name)),
    ', ',
  )}`;
}

/** What the ranks mean where there are several metrics, and some of the rows that are shown have one. */
export function frontLegend<S extends Sink>(
  { study }: Results,
  rows: readonly BoardRow[],
  voice: Voice<S>,
): Safe<S> | undefined {
  if (!study.more?.length || rows.every(({ rank }) => rank === undefined)) return undefined;
  const sides = objectives(study).map(({ name, goal }) =>
    goal === 'maximize' ? voice.say`higher ${voice.name(name)}` : voice.say`lower ${voice.name(name)}`,
  );
  return voice.say`Rank 1 is the front: no other trial${thatKeeps(study)} is as good in every metric and better in one (${voice.join(sides, ', ')}).`;
}

/** What a search for several metrics recommends, and why this config of the front. */
export function frontWords<S extends Sink>(results: Results, voice: Voice<S>): Safe<S> | undefined {
  const { study } = results;
  if (!study.more?.length) return undefined;
  const found = recommend(study);
  if (!found) return undefined;
  const values = valueWords(study, found.trial, voice);
  return voice.say`Recommended: ${voice.name(`#${found.trial.trial}`)} with ${values}: ${reasonWords(study, found)}.`;
}

/** Why the confirmed config is the recommended one; for after the words on its fresh seeds. */
export function frontReason<S extends Sink>({ study }: Results, voice: Voice<S>): Safe<S> | undefined {
  if (!study.more?.length) return undefined;
  const found = recommend(study);
  return (
    found &&
    voice.say`In the search it had ${valueWords(study, found.trial, voice)}: ${reasonWords(study, found)}.`
  );
}

function valueWords<S extends Sink>(study: Results['study'], trial: TrialRecord, voice: Voice<S>): Safe<S> {
  const values = objectiveValues(study, trial);
  const parts = objectives(study).map(({ name }, k) => {
    const format = formatOf(study, (other) => objectiveValues(study, other)[k]);
    return voice.say`${voice.name(name)} ${format(values[k] ?? Number.NaN)}`;
  });
  const last = parts.at(-1)!;
  return parts.length === 1 ? last : voice.say`${voice.join(parts.slice(0, -1), ', ')} and ${last}`;
}

/** Which trials others are compared with. */
function thatKeeps({ constraints }: Judged): Everywhere {
  return constraints?.length ? literal` that keeps the constraints` : literal``;
}

function reasonWords(study: Judged, { reason, among }: Recommendation): Everywhere {
  const front = paretoFront(study).length;
  switch (reason) {
    case 'only':
      return literal`no other trial${thatKeeps(study)} is better in any metric`;
    case 'better':
      return among === 1
        ? literal`of ${plural(front, 'config')} on the front it is the only one that is at least as good as what ships today in every metric`
        : literal`of the ${counted(among)} configs on the front that are at least as good as what ships today in every metric it is nearest to the best of each`;
    case 'compromise':
      return literal`of the ${counted(front)} configs on the front it is nearest to the best of each metric`;
  }
}

/** How many trials miss a constraint; which is nearest, where none keeps them. */
export function constraintWords<S extends Sink>(
  { study }: Results,
  board: Board,
  voice: Voice<S>,
): Safe<S> | undefined {
  if (!study.constraints?.length) return undefined;
  const completed = board.rows.filter(({ trial }) => trial.state === 'completed');
  const missed = completed.filter(({ trial }) => misses(study, trial).length > 0);
  if (missed.length === 0) return undefined;
  if (missed.length < completed.length)
    return voice.say`${plural(missed.length, 'trial misses', 'trials miss')} a constraint and cannot win.`;
  const nearest = missed[0]!.trial;
  return voice.say`No trial keeps the constraints. The nearest is ${voice.name(`#${nearest.trial}`)}: ${missedBounds(misses(study, nearest), voice)}.`;
}

/** «latency_ms is 31, asked for is ≤ 28», of each constraint that a trial misses. */
export function missedBounds<S extends Sink>(missed: readonly Miss[], voice: Voice<S>): Safe<S> {
  const how = missed.map(
    ({ constraint, value }) =>
      voice.say`${voice.name(constraint.name)} is ${value === undefined ? literal`unknown` : short(value, 4)}, asked for is ${boundWords(constraint)}`,
  );
  return voice.join(how, '; ');
}
