import type { Value } from '../space/parameter.ts';
import { misses, objectives, objectiveValues, paretoFront } from '../study/front.ts';
import { lastValue } from '../study/goals.ts';
import { reachedStep } from '../study/steps.ts';
import type { TrialRecord } from '../study/study.ts';
import { leaderboard } from './board.ts';
import type { Results } from './results.ts';

type Field = Value | undefined;

/**
 * One row per trial of the search and per training of the gate, with all parameters (`params.…`, empty where inactive)
 * and the metrics of the last report (`metrics.…`); with several metrics or constraints also the values by which trials are
 * judged (`objectives.…`, `constraints.…`), `feasible` and `front`. RFC 4180: comma, CRLF, quotes doubled. A text that a spreadsheet
 * would take for a formula begins with an apostrophe.
 */
export function renderCsv(results: Results): string {
  const { study, space } = results;
  const ranks = new Map(leaderboard(results).rows.map(({ trial, rank }) => [trial, rank]));
  const paths = space.parameters.map(({ path }) => path);
  const metrics = [...new Set(study.trials.flatMap((trial) => Object.keys(trial.metrics)))];
  const goals = goalFields(results);
  const header = [
    ...columns.map(([title]) => title),
    'rank',
    ...goals.map(([title]) => title),
    ...paths.map((path) => `params.${path}`),
    ...metrics.map((name) => `metrics.${name}`),
  ];
  const rows = study.trials.map((trial) => [
    ...columns.map(([, read]) => read(trial)),
    ranks.get(trial),
    ...goals.map(([, read]) => read(trial)),
    ...paths.map((path) => trial.config[path]),
    ...metrics.map((name) => (Object.hasOwn(trial.metrics, name) ? trial.metrics[name] : undefined)),
  ]);
  return [header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

const columns: readonly (readonly [string, (trial: TrialRecord) => Field])[] = [
  ['role', ({ role }) => role],
  ['trial', ({ trial }) => trial],
  ['state', ({ state }) => state],
  ['reason', ({ reason }) => reason],
  ['message', ({ message }) => message],
  ['score', ({ score }) => score],
  ['seed', ({ seed }) => seed],
  ['origin', ({ origin }) => origin],
  ['epochs', ({ reports }) => reachedStep(reports)],
  ['resource', ({ resource }) => resource],
  ['duration_ms', ({ durationMs }) => Math.round(durationMs)],
  ['backend', ({ backend }) => backend],
  ['gpu', ({ device }) => device],
];

/** Where there are several metrics or constraints: the value of each by which trials are judged, and what came of it. */
function goalFields({ study }: Results): readonly (readonly [string, (trial: TrialRecord) => Field])[] {
  const { more = [], constraints = [] } = study;
  if (more.length === 0 && constraints.length === 0) return [];
  const front = new Set(paretoFront(study));
  return [
    ...objectives(study).map(
      ({ name }, k) =>
        [`objectives.${name}`, (trial: TrialRecord) => objectiveValues(study, trial)[k]] as const,
    ),
    ...constraints.map(
      ({ name }) => [`constraints.${name}`, (trial: TrialRecord) => lastValue(name, trial.reports)] as const,
    ),
    ['feasible', (trial) => (trial.state === 'completed' ? misses(study, trial).length === 0 : undefined)],
    ['front', (trial) => (trial.role === 'search' ? front.has(trial) : undefined)],
  ];
}

function field(value: Field): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = harmless(value.replace(/\p{Surrogate}/gu, '\ufffd').replaceAll('\0', ''));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What begins like a formula, also behind white space or in its full-width form, is made text. */
function harmless(text: string): string {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}
