import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Candidate } from '../../automl/finish-order.ts';
import { discardModel, madeModel, outcomeFile } from '../../automl/finished-files.ts';
import { type ModelOutcome, modelOutcome } from '../../automl/outcome.ts';
import { hasTrained } from '../../automl/trained-model.ts';
import type { TrialSpec } from '../../spec/spec.ts';
import { lastCheckpoints } from '../../study/folders.ts';
import { rankTrials } from '../../study/leaderboard.ts';
import type { Study, TrialRecord } from '../../study/study.ts';
import type { Failure } from '../../trial/failure.ts';
import { type HostOptions, ModuleHost } from '../../trial/module-host.ts';
import type { LoadedSpec } from '../load-spec.ts';
import { studyFiles } from '../study-folder.ts';

export interface ModelPhaseOptions {
  readonly loaded: LoadedSpec;
  /** The spec's, on the backend that the study trained on. */
  readonly trial: TrialSpec;
  readonly study: Study;
  /** Trial that fresh seeds have chosen. */
  readonly recommended?: number;
  /** Of the study: the model is written below it. */
  readonly folder: string;
  readonly host: Omit<HostOptions, 'cwd'>;
  /** For everything (milliseconds); absent: as long as the trials of it took, and a little more. */
  readonly limitMs?: number;
  readonly signal: AbortSignal;
  readonly onPlan: (text: string) => void;
}

export interface ModelPhase {
  readonly model?: ModelOutcome;
  /** Why there is none. */
  readonly notice?: string;
}

/** Of so many of the best trials the models are kept, for an ensemble that needs no further training. */
export const keptTrials = 6;
/** Configs that the ensemble is chosen from. */
const mostCandidates = 20;
/** Without a limit of time: at least so long. */
const leastMs = 120_000;
/** A host may take half as long again as it was told. */
const slack = 1.5;

/**
 * Makes the model of a task from the best configs of its search, into the folder `model` of the study. A model of an earlier
 * run stays until there is a new one.
 */
export async function runModelPhase(options: ModelPhaseOptions): Promise<ModelPhase> {
  const { loaded, trial, study, folder, signal } = options;
  const candidates = candidatesOf(options);
  if (!('module' in trial) || !trial.task || candidates.length === 0 || signal.aborted) return {};
  const took = study.trials.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const limitMs = options.limitMs ?? Math.max(leastMs, 3 * took);
  if (limitMs <= 0) return { notice: failed('no time was left for it') };
  options.onPlan(
    candidates.length === 1
      ? 'Making the model: of the one config that has completed'
      : `Making the model: an ensemble of the best ${candidates.length} configs`,
  );
  const target = path.join(folder, studyFiles.model);
  const made = `${target}.new`;
  discardModel(made);
  let host: ModuleHost | undefined;
  try {
    host = new ModuleHost(trial, { ...options.host, cwd: loaded.folder });
    const begun = performance.now();
    const ready = await host.load(signal);
    if (ready === 'interrupted') return {};
    if ('reason' in ready) return { notice: failed(ready.message) };
    const left = limitMs - (performance.now() - begun);
    if (left <= 0) return { notice: failed('no time was left for it') };
    const { name: metric, goal } = loaded.spec.metric;
    const order = { candidates, metric, goal, limitMs: left / slack, folder: made, seed: study.seed };
    const end = await host.finish(order, signal);
    if (end === 'interrupted') return {};
    // Cut off while it was making a better one, or still looking at what the model is worth, a model is there. What is given
    // up goes on until it is ended.
    if (end !== 'written') await host.close();
    const found = madeModel(made);
    if (found === undefined)
      return { notice: failed(end === 'written' ? 'nothing was written' : end.message) };
    rmSync(target, { recursive: true, force: true });
    renameSync(found, target);
    return { model: readOutcome(folder)!, ...(end === 'written' ? {} : { notice: cutShort(end) }) };
  } catch (error) {
    return { notice: failed((error as Error).message) };
  } finally {
    await host?.close();
    discardModel(made);
  }
}

function cutShort({ reason, message }: Failure): string {
  if (reason === 'timeout')
    return 'There was no time to say all of how good the model is: `tunegate export --fresh` does.';
  return `Not all was done for the model: ${firstLine(message)}. \`tunegate export --fresh\` makes it anew.`;
}

function failed(why: string): string {
  return `The model was not made: ${firstLine(why)}. \`tunegate export\` makes it from what the search has found.`;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!.replace(/[.\s]+$/, '');
}

/**
 * The best first, then the best of each other family, for a mean of unlike models gains most; each config once. A family of
 * which every trial was stopped early is there with the best of these.
 */
function candidatesOf({ loaded, study, recommended, folder }: ModelPhaseOptions): Candidate[] {
  const full = loaded.spec.budget.epochs;
  const scored = rankTrials(study).filter(({ score }) => score !== undefined && Number.isFinite(score));
  const ranked = scored.filter(
    ({ state, resource }) => state === 'completed' && (full === undefined || (resource ?? full) >= full),
  );
  const [best] = [...ranked.filter(({ trial }) => trial === recommended), ...ranked];
  if (!best) return [];
  const ofFamilies = new Map<unknown, TrialRecord>();
  const early = scored.filter(({ state }) => state === 'pruned' || state === 'completed');
  for (const record of [best, ...ranked, ...early])
    if (!ofFamilies.has(record.config['family'])) ofFamilies.set(record.config['family'], record);
  const found = new Map<string, Candidate>();
  for (const { trial, config, seed, resource, ...record } of [...ofFamilies.values(), ...ranked]) {
    const key = JSON.stringify(config);
    const share = full === undefined || resource === undefined ? 1 : Math.min(1, resource / full);
    const durationMs = record.durationMs / share;
    if (found.has(key)) continue;
    const checkpoints = record.state === 'completed' ? lastCheckpoints(folder, trial) : undefined;
    found.set(key, {
      trial,
      config: { ...config },
      seed,
      durationMs,
      score: record.score ?? Number.NaN,
      ...(checkpoints !== undefined && hasTrained(checkpoints) ? { trained: checkpoints } : {}),
    });
  }
  return [...found.values()].slice(0, mostCandidates);
}

/** What the last study of a task has made; undefined when there is none. */
function readOutcome(folder: string): ModelOutcome | undefined {
  const file = path.join(folder, studyFiles.model, outcomeFile);
  return existsSync(file) ? modelOutcome.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}
