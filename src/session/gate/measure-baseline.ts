import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type MeasuredBaseline, writeMeasured } from '../../baseline/measured.ts';
import { headState } from '../../github/head.ts';
import { nestConfig } from '../../space/config.ts';
import type { StudyEvent } from '../../study/event.ts';
import { fingerprint } from '../../study/fingerprint.ts';
import { openJournal } from '../../study/journal.ts';
import { studyMark } from '../../study/leftovers.ts';
import { createTrialRunner } from '../../trial/runner.ts';
import { resolveWorkers, thisMachine } from '../../trial/workers.ts';
import type { LoadedSpec } from '../load-spec.ts';
import { placeOf } from '../place.ts';
import { ownDataBranch } from './gate-stage.ts';
import { measuredOf, storeMeasured } from './stored-baseline.ts';
import { HeadTrainings, storedSeeds } from './stored-gate.ts';

/** Where a baseline goes. */
export type BaselineTarget =
  /** A file to commit; default the spec's `gate.file`. */
  | { readonly kind: 'file'; readonly file?: string }
  /** The data branch of the remote. */
  | { readonly kind: 'store' };

export interface MeasureBaselineOptions {
  readonly loaded: LoadedSpec;
  readonly target: BaselineTarget;
  readonly host: { readonly path: string; readonly node: string };
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly onEvent: (event: StudyEvent) => void;
}

/** What ships cannot be made a baseline. The message is a sentence for people. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

/**
 * Trains what the work tree ships with the gate's seeds, and keeps the scores as a baseline.
 *
 * @returns the baseline, and where it is now, for people
 * @throws {BaselineError}
 */
export async function measureBaseline(
  options: MeasureBaselineOptions,
): Promise<{ readonly baseline: MeasuredBaseline; readonly where: string }> {
  const { loaded, target, host, env, signal, onEvent } = options;
  const { spec, space } = loaded;
  const { gate } = spec;
  if (gate === false)
    throw new BaselineError('The spec turns the gate off (gate: false): a baseline is for the gate.');
  const fileOfSpec = gate.file;
  const incumbent = space.incumbent;
  if (!incumbent)
    throw new BaselineError(
      `The spec does not say what ships today: ${space.missingDefaults.join(', ')} ${space.missingDefaults.length === 1 ? 'has' : 'have'} no default.`,
    );
  const { repo, folder, specPath } = await placeOf(loaded);
  if (repo.kind === 'none')
    throw new BaselineError(`A baseline names the commit that it is of, but ${repo.reason}.`);
  const head = await headState(repo);
  if (!head.sha)
    throw new BaselineError('A baseline names the commit that it is of, but nothing is committed yet.');
  const branch = target.kind === 'store' ? await ownDataBranch(repo) : undefined;
  if (target.kind === 'store' && !branch)
    throw new BaselineError('The repository has no remote named origin where results could be stored.');
  if (target.kind === 'store' && head.dirty)
    throw new BaselineError(
      'Files are changed that are not committed: what is stored has to be of a commit.',
    );

  const workers = resolveWorkers(
    spec.budget.workers,
    spec.trial,
    thisMachine(env),
    spec.budget['trials-per-gpu'],
  );
  const work = path.join(folder, 'baseline');
  const runners = workers.devices.map((device) =>
    createTrialRunner(spec.trial, {
      cwd: loaded.folder,
      hostPath: host.path,
      node: host.node,
      env: { ...workers.env, ...env, ...studyMark(work) },
      ...(device === undefined ? {} : { device }),
      nest: (config) => nestConfig(space, config),
    }),
  );
  const journal = await openJournal(
    path.join(work, 'journal.jsonl'),
    {
      name: spec.name,
      metric: spec.metric,
      strategy: 'baseline',
      seed: spec.search.seed,
      space: fingerprint(space.parameters),
      spec: fingerprint({ trial: spec.trial, epochs: spec.budget.epochs }),
      code: head.fingerprint,
    },
    { fresh: true },
  );
  try {
    const trainings = new HeadTrainings({
      loaded,
      headCode: head.fingerprint,
      incumbent,
      journal,
      folder: work,
      headRunners: runners,
      signal,
      onEvent,
    });
    await trainings.train(storedSeeds({ loaded, gate }));
    if (trainings.end === 'cancelled') throw new BaselineError('Cancelled: nothing was written.');
    const baseline = await measuredOf({
      loaded,
      gate,
      repo,
      specPath,
      env,
      commit: head.sha,
      trials: trainings.trials,
    });
    if (!baseline) {
      const message = trainings.trials.find(({ state }) => state === 'failed')?.message;
      throw new BaselineError(
        message === undefined
          ? 'The spec has to be committed before its baseline can be written.'
          : `What ships cannot be trained: ${message}`,
      );
    }
    return { baseline, where: await keep(baseline) };
  } finally {
    journal.close();
    await Promise.all(runners.map((runner) => runner.close()));
  }

  async function keep(baseline: MeasuredBaseline): Promise<string> {
    if (target.kind === 'store') {
      const problem = await storeMeasured({ branch: branch!, key: path.basename(folder) }, baseline);
      if (problem !== undefined) throw new BaselineError(problem);
      return `the branch ${branch!.name}`;
    }
    // A path of the command line is relative to where it is given, one of the spec to the spec.
    const [shown, from] = target.file === undefined ? [fileOfSpec, loaded.folder] : [target.file, ''];
    writeFileSync(path.resolve(from, shown), writeMeasured(baseline));
    return shown;
  }
}
