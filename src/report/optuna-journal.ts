import { indexOf } from '../space/domain.ts';
import type { Config, Domain, Parameter, Value } from '../space/parameter.ts';
import { misses, objectives, objectiveValues } from '../study/front.ts';
import { constraintMisses } from '../study/goals.ts';
import { pausedTrials } from '../study/leaderboard.ts';
import type { TrialRecord } from '../study/study.ts';
import type { StudyTimes } from '../study/times.ts';
import type { Results } from './results.ts';

/** Operations of Optuna's journal (`optuna.storages.journal.JournalOperation`). */
const operations = { createStudy: 0, studyUserAttr: 2, studySystemAttr: 3, createTrial: 4 } as const;
/** `optuna.trial.TrialState`. */
const states = { running: 0, complete: 1, pruned: 2, fail: 3 } as const;
/** `optuna.study.StudyDirection`. */
const directions = { minimize: 1, maximize: 2 } as const;

/**
 * The search as a journal of Optuna (`JournalStorage` with `JournalFileBackend`, Optuna 3.1 and later), for its
 * dashboard and its analyses. Trainings of the gate and on fresh seeds are no trials of a search and are left out.
 *
 * Optuna has no scale measured from the upper end (it becomes a linear one), no steps on a log scale (they are left
 * out), and no completed trial without a number (it becomes a failed one). A trial that stopped at a lower resource is
 * a pruned one there.
 */
export function renderOptunaJournal(results: Results, times: StudyTimes): string {
  const { study, space, version } = results;
  const goals = objectives(study);
  const paused = pausedTrials(study.trials);
  const trials = study.trials
    .filter(({ role }) => role === 'search')
    .sort((a, b) => a.trial - b.trial)
    .map((trial) => trialRecord(results, space.parameters, trial, times, paused.has(trial)));
  const facts = { strategy: study.strategy, seed: study.seed, version, spec: results.specPath };
  const records = [
    {
      op_code: operations.createStudy,
      study_name: study.name,
      directions: goals.map(({ goal }) => directions[goal]),
    },
    {
      op_code: operations.studySystemAttr,
      study_id: 0,
      system_attr: { 'study:metric_names': goals.map(({ name }) => name) },
    },
    ...Object.entries(facts).map(([key, value]) => ({
      op_code: operations.studyUserAttr,
      study_id: 0,
      user_attr: { [`tunegate:${key}`]: value },
    })),
    ...trials,
  ];
  return records.map((record) => `${JSON.stringify({ worker_id: 'tunegate', ...record })}\n`).join('');
}

function trialRecord(
  { study }: Results,
  parameters: readonly Parameter[],
  trial: TrialRecord,
  times: StudyTimes,
  paused: boolean,
): object {
  const active = parameters.filter(({ path }) => Object.hasOwn(trial.config, path));
  const values = objectiveValues(study, trial);
  const finite = values.filter((value) => value !== undefined && Number.isFinite(value));
  const state = stateOf(trial, paused, finite.length === values.length);
  // Optuna wants a single value by itself and has none for a pruned trial with several metrics.
  const shown = state === states.complete || (state === states.pruned && values.length === 1) ? finite : [];
  const known = times.trials.get(trial.trial);
  const start = known?.start ?? times.created;
  const end = known?.end ?? new Date(Date.parse(start) + trial.durationMs).toISOString();
  return {
    op_code: operations.createTrial,
    study_id: 0,
    state,
    value: values.length === 1 ? (shown[0] ?? null) : null,
    values: values.length > 1 && shown.length > 0 ? shown : null,
    datetime_start: utc(start),
    ...(state === states.running ? {} : { datetime_complete: utc(end) }),
    distributions: Object.fromEntries(
      active.map(({ path, domain }) => [path, JSON.stringify(distribution(domain))]),
    ),
    params: Object.fromEntries(
      active.map(({ path, domain }) => [path, internal(domain, (trial.config as Config)[path]!)]),
    ),
    user_attrs: userAttributes(study, trial),
    system_attrs: study.constraints?.length
      ? { constraints: constraintMisses(study.constraints, trial.reports).map(bounded) }
      : {},
    intermediate_values: Object.fromEntries(
      trial.reports.flatMap(({ step, metrics }) => {
        const { name } = study.metric;
        const value = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
        return value !== undefined && Number.isFinite(value) && Number.isFinite(step)
          ? [[String(Math.round(step)), value]]
          : [];
      }),
    ),
  };
}

function stateOf(trial: TrialRecord, paused: boolean, finite: boolean): number {
  switch (trial.state) {
    case 'running':
      return states.running;
    case 'pruned':
      return states.pruned;
    case 'completed':
      if (paused) return states.pruned;
      return finite ? states.complete : states.fail;
    case 'failed':
    case 'interrupted':
      return states.fail;
  }
}

function userAttributes(study: Results['study'], trial: TrialRecord): object {
  const { origin, seed, durationMs, reason, message, backend, metrics } = trial;
  const missed = misses(study, trial).map(({ constraint }) => constraint.name);
  const all = {
    trial: trial.trial,
    state: trial.state,
    origin,
    seed,
    durationMs,
    reason,
    message,
    backend,
    ...(missed.length > 0 ? { misses: missed } : {}),
  };
  return Object.fromEntries([
    ...Object.entries(all).flatMap(([key, value]) =>
      value === undefined ? [] : [[`tunegate:${key}`, value]],
    ),
    ...Object.entries(metrics).flatMap(([key, value]) => (Number.isFinite(value) ? [[key, value]] : [])),
  ]);
}

/** `optuna.distributions.distribution_to_json`. */
function distribution(domain: Domain): object {
  switch (domain.type) {
    case 'float':
    case 'int': {
      const { min: low, max: high, scale, step } = domain;
      const log = scale === 'log';
      const steps = scale === 'linear' ? step : undefined;
      return domain.type === 'int'
        ? { name: 'IntDistribution', attributes: { log, step: steps ?? 1, low, high } }
        : { name: 'FloatDistribution', attributes: { step: steps ?? null, low, high, log } };
    }
    case 'choice':
      return { name: 'CategoricalDistribution', attributes: { choices: domain.values } };
    case 'bool':
      return { name: 'CategoricalDistribution', attributes: { choices: [false, true] } };
    case 'constant':
      return { name: 'CategoricalDistribution', attributes: { choices: [domain.value] } };
  }
}

/** How Optuna keeps a value: the number, or the index among the choices. */
function internal(domain: Domain, value: Value): number {
  return domain.type === 'float' || domain.type === 'int' ? Number(value) : indexOf(domain, value);
}

/** JSON has no word for infinity. */
function bounded(value: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
}

/** Optuna reads times with the parser of Python 3.8, which knows no `Z`. */
function utc(time: string): string {
  return time.replace(/Z$/, '+00:00');
}
