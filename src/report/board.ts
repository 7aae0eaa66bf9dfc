import { insightOf } from '../insight/insight.ts';
import { hashConfig } from '../space/config.ts';
import { type Miss, misses, paretoFronts } from '../study/front.ts';
import { bestTrial, pausedTrials, rankTrials } from '../study/leaderboard.ts';
import { reachedStep } from '../study/steps.ts';
import type { TrialRecord } from '../study/study.ts';
import type { Results } from './results.ts';
import { type Everywhere, literal } from './safe.ts';
import { counted, type NumberFormat, numberFormat, plural } from './words.ts';

/** The leaderboard as data; markdown and the terminal each draw it. */
export interface Board {
  /** All search trials, best first. */
  readonly rows: readonly BoardRow[];
  /** Of the search: its score is the best of many. */
  readonly best?: TrialRecord;
  /** The config to take: the one that fresh seeds chose, else the best of the search. */
  readonly recommended?: TrialRecord;
  /** The trial of what ships today. */
  readonly incumbent?: TrialRecord;
  readonly score: NumberFormat;
}

export interface BoardRow {
  /** Absent for trials that did not complete, or miss a constraint. With several metrics: of its front. */
  readonly rank?: number;
  readonly trial: TrialRecord;
  readonly incumbent: boolean;
  readonly best: boolean;
  /** Constraints that it misses. */
  readonly misses: readonly Miss[];
}

export function leaderboard(results: Results): Board {
  const { study, space } = results;
  const hash = space.incumbent && hashConfig(space, space.incumbent);
  const ranked = rankTrials(study);
  const best = bestTrial(study);
  const incumbent =
    hash === undefined ? undefined : ranked.find(({ config }) => hashConfig(space, config) === hash);
  const confirmed = results.confirmation?.trial;
  const recommended =
    confirmed === undefined ? best : (ranked.find(({ trial }) => trial === confirmed) ?? best);
  const fronts = study.more?.length
    ? new Map(paretoFronts(study).flatMap((front, i) => front.map((trial) => [trial, i + 1] as const)))
    : undefined;
  const paused = pausedTrials(study.trials);
  const rows = ranked.map((trial, index) => {
    const missed = misses(study, trial);
    const counts =
      trial.state === 'completed' && trial.score !== undefined && missed.length === 0 && !paused.has(trial);
    const rank = fronts ? fronts.get(trial) : index + 1;
    return {
      trial,
      incumbent: trial === incumbent,
      best: trial === recommended,
      misses: missed,
      ...(counts && rank !== undefined ? { rank } : {}),
    };
  });
  return {
    rows,
    ...(best ? { best } : {}),
    ...(recommended ? { recommended } : {}),
    ...(incumbent ? { incumbent } : {}),
    score: numberFormat(ranked.flatMap(({ score }) => (score === undefined ? [] : [score]))),
  };
}

/**
 * The rows to show first (the incumbent's among them wherever it stands) and the rest. A front that is not much longer than the
 * top is shown whole: none of it is better than the others.
 */
export function splitRows(
  rows: readonly BoardRow[],
  top: number,
): { readonly shown: readonly BoardRow[]; readonly rest: readonly BoardRow[] } {
  const front = rows.filter(isOfFront).length;
  const first = (row: BoardRow, index: number) =>
    index < Math.max(top, Math.min(front, 2 * top)) || row.incumbent || row.best;
  return { shown: rows.filter(first), rest: rows.filter((row, index) => !first(row, index)) };
}

function isOfFront({ rank }: BoardRow): boolean {
  return rank === 1;
}

/** «39 further trials», «39 further trials, 3 of them on the front». */
export function furtherTrials(rest: readonly BoardRow[]): Everywhere {
  const front = rest.filter(isOfFront).length;
  const further = plural(rest.length, 'further trial');
  return front === 0 ? further : literal`${further}, ${counted(front)} of them on the front`;
}

/**
 * Of parameters those that fit, in the order of the space: where it is known which decide most, these, else the first.
 *
 * @param fits whether so many may be shown
 */
export function columnsThatFit(
  { study, space }: Results,
  { recommended }: Board,
  paths: readonly string[],
  fits: (columns: readonly string[]) => boolean,
): readonly string[] {
  if (fits(paths)) return paths;
  const { importance = [] } = insightOf(study, space, recommended?.trial);
  const shares = new Map(importance.map(({ path, share }) => [path, share]));
  const wanted = [...paths].sort((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0));
  for (let count = paths.length - 1; count > 0; count--) {
    const chosen = new Set(wanted.slice(0, count));
    const columns = paths.filter((path) => chosen.has(path));
    if (fits(columns)) return columns;
  }
  return [];
}

/** Parameters whose value is not the same in all rows and the incumbent, in the order of the space. */
export function varyingPaths(results: Results, rows: readonly BoardRow[]): readonly string[] {
  const configs = rows.map(({ trial }) => trial.config);
  if (results.space.incumbent) configs.push(results.space.incumbent);
  return results.space.parameters
    .map(({ path }) => path)
    .filter((path) => new Set(configs.map((config) => config[path])).size > 1);
}

/** The last part of a path where no other column has the same. */
export function shortName(path: string, columns: readonly string[]): string {
  const last = lastPart(path);
  return columns.filter((column) => lastPart(column) === last).length === 1 ? last : path;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1) || path;
}

/** How far a trial was trained, when it is known. */
export function epochsOf({ reports, resource }: TrialRecord): string {
  const step = reachedStep(reports);
  if (step === undefined) return '';
  return resource !== undefined && step < resource ? `${step}/${resource}` : String(step);
}

/** By how much the best trial beats the incumbent's, positive when it does; undefined when either is unknown. */
export function gain(
  { best, incumbent }: Pick<Board, 'best' | 'incumbent'>,
  goal: 'minimize' | 'maximize',
): number | undefined {
  if (best?.score === undefined || incumbent?.score === undefined || incumbent.state !== 'completed')
    return undefined;
  return goal === 'maximize' ? best.score - incumbent.score : incumbent.score - best.score;
}
