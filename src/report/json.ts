import { insightOf } from '../insight/insight.ts';
import { hashConfig, nestConfig } from '../space/config.ts';
import type { Config } from '../space/parameter.ts';
import { misses, objectives, objectiveValues, paretoFront, recommend } from '../study/front.ts';
import type { Study, TrialRecord } from '../study/study.ts';
import { leaderboard } from './board.ts';
import type { Results } from './results.ts';

/**
 * `results.json`, for programs. Fields are only ever added within one `schemaVersion`; an absent field is unknown.
 *
 * JSON has no NaN and no infinity: such a number is `null`, and `nonFinite` names each by its JSON pointer with what it
 * was (`NaN`, `Infinity`, `-Infinity`).
 *
 * | field | what |
 * |---|---|
 * | `schemaVersion` | 1 |
 * | `version`, `spec`, `backend`, `hardware` | Tunegate's version, the spec's path, what trained, on what |
 * | `study` | `name`, `metric` (`name`, `goal`), `more` metrics and `constraints` where there are any, `seed`, `strategy`, `stop` (`reason`, `detail`; null: no end on record) |
 * | `verdict` | the gate's verdict as in the docs; null without a gate |
 * | `head`, `base` | what was compared; null where unknown. `base.config` is what the base ships |
 * | `incumbent` | `config` that ships today and its search `trial`; null where the spec has no defaults |
 * | `best` | `trial`, `score`, flat `config`, `nested` config of the best completed trial; null: none |
 * | `front` | with several metrics: numbers of the `trials` on it, and the `recommended` one (`reason`: only, better or compromise) |
 * | `gateOnly` | true: nothing was searched, as was wished |
 * | `confirmation` | what the best configs scored on fresh seeds: `trial` (recommended), `mean`, `interval` (`level`), `improved`, `against` (a verdict; base = what ships), `candidates`, `final`; null: not trained again |
 * | `model` | with a `task`: the model that was made, and how good it is, as `evaluation.json` has it; else absent |
 * | `insight` | what the search learned: `importance` of parameters, `dependence` of the loss on the first of them, `boundaries`, `ablation` from what ships to the best, `progress`, `failures`, `noise`, and `level` where trials after fewer epochs were learned from; with several metrics `metric`, the one by which it was learned |
 * | `budget` | `planned` and `spent`, times in milliseconds |
 * | `space` | every parameter: `path`, `domain`, `conditions`, `default` |
 * | `trials` | search trials, trainings on fresh seeds (`confirm`) and the gate's (`role`) in the order of the journal, with `rank` and `reports`; `objectives` and `feasible` where more than the score counts |
 * | `notices` | sentences for people |
 */
export function renderJson(results: Results): string {
  const nonFinite: NonFinite[] = [];
  const body = finite(resultsFile(results), '', nonFinite) as object;
  return `${JSON.stringify({ schemaVersion: 1, ...body, nonFinite }, undefined, 2)}\n`;
}

interface NonFinite {
  readonly pointer: string;
  readonly value: string;
}

function resultsFile(results: Results): Readonly<Record<string, unknown>> {
  const { study, space, version, verdict, head, base, baseConfig, budget, backend, hardware, specPath } =
    results;
  const { trials, stop, name, metric, more, constraints, seed, strategy } = study;
  const board = leaderboard(results);
  const ranks = new Map(board.rows.map(({ trial, rank }) => [trial, rank]));
  return {
    version,
    spec: specPath,
    backend,
    hardware,
    study: {
      name,
      metric,
      ...(more ? { more } : {}),
      ...(constraints ? { constraints } : {}),
      seed,
      strategy,
      stop: stop ?? null,
    },
    verdict: verdict ?? null,
    head: head ?? null,
    base: base ? { ...base, config: baseConfig ?? null } : null,
    incumbent: space.incumbent
      ? {
          config: space.incumbent,
          trial: board.incumbent?.trial ?? null,
          score: board.incumbent?.score ?? null,
        }
      : null,
    best: board.best
      ? {
          trial: board.best.trial,
          score: board.best.score,
          config: board.best.config,
          nested: nestConfig(space, board.best.config),
        }
      : null,
    ...(more?.length ? { front: frontFile(study) } : {}),
    gateOnly: results.gateOnly ?? false,
    confirmation: results.confirmation ?? null,
    ...(results.model ? { model: results.model } : {}),
    insight: {
      ...(more?.length ? { metric: metric.name } : {}),
      ...insightOf(study, space, board.recommended?.trial),
    },
    budget,
    space: {
      size: Number.isFinite(space.size) ? space.size : null,
      parameters: space.parameters.map(({ path, domain, conditions, default: value }) => ({
        path,
        domain,
        conditions,
        ...(value === undefined ? {} : { default: value }),
      })),
    },
    trials: trials.map((trial) => ({
      ...trialFile(trial, ranks.get(trial), (config) => hashConfig(space, config)),
      ...(more?.length || constraints?.length ? goalsOf(study, trial) : {}),
    })),
    notices: results.notices,
  };
}

function frontFile(study: Study): object {
  const found = recommend(study);
  return {
    trials: paretoFront(study).map(({ trial }) => trial),
    recommended: found ? { trial: found.trial.trial, reason: found.reason, among: found.among } : null,
  };
}

/** The values by which a trial is judged, where there is more than its score. */
function goalsOf(study: Study, trial: TrialRecord): object {
  const values = objectiveValues(study, trial);
  const named = objectives(study).map(({ name }, k) => [name, values[k] ?? null] as const);
  return {
    objectives: Object.fromEntries(named),
    ...(trial.state === 'completed' ? { feasible: misses(study, trial).length === 0 } : {}),
  };
}

function trialFile(
  { reports, ...trial }: TrialRecord,
  rank: number | undefined,
  hash: (config: Config) => string,
): object {
  return { ...trial, ...(rank === undefined ? {} : { rank }), hash: hash(trial.config), reports };
}

/** The same value with null for numbers that JSON does not have; each is noted. */
function finite(value: unknown, pointer: string, notes: NonFinite[]): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    notes.push({ pointer, value: String(value) });
    return null;
  }
  if (Array.isArray(value)) return value.map((item, index) => finite(item, `${pointer}/${index}`, notes));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      finite(item, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, notes),
    ]),
  );
}
