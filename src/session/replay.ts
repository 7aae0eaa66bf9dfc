import path from 'node:path';
import { checkConfig, nestConfig } from '../space/config.ts';
import { readStudy } from '../study/journal.ts';
import type { TrialRecord } from '../study/study.ts';
import { createTrialRunner } from '../trial/runner.ts';
import type { Report, TrialOutcome } from '../trial/trial.ts';
import type { LoadedSpec } from './load-spec.ts';
import { studyFiles } from './study-folder.ts';

export interface ReplayOptions {
  readonly loaded: LoadedSpec;
  /** Folder of the study. */
  readonly folder: string;
  readonly trial: number;
  /** Instead of the trial's own. */
  readonly seed?: number;
  readonly host: { readonly path: string; readonly node: string };
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly onReport: (report: Report) => void;
}

export interface Replay {
  /** As the study has it. */
  readonly recorded: TrialRecord;
  readonly outcome: TrialOutcome;
  /** The last and the best value that was reported now, as the spec's `use` says. */
  readonly score: number | undefined;
  /** Where its config, metrics and output are. */
  readonly folder: string;
}

/** There is no such trial. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
}

/** Trains one search trial of the last study again: same config, same seed, same epochs, the code as it is now. */
export async function replayTrial(options: ReplayOptions): Promise<Replay> {
  const { loaded, trial, onReport } = options;
  const { metric } = loaded.spec;
  const study = readStudy(path.join(options.folder, studyFiles.journal)).study();
  const recorded = study.trials.find((item) => item.role === 'search' && item.trial === trial);
  if (!recorded) {
    const count = study.trials.filter(({ role }) => role === 'search').length;
    throw new ReplayError(
      count === 0
        ? 'The study has no trial yet.'
        : `There is no trial ${trial}: the study has trials 0 to ${count - 1}.`,
    );
  }
  const folder = path.join(options.folder, 'replays', String(trial));
  const runner = createTrialRunner(loaded.spec.trial, {
    cwd: loaded.folder,
    hostPath: options.host.path,
    node: options.host.node,
    env: options.env,
    nest: (config) => nestConfig(loaded.space, config),
  });
  let score: number | undefined;
  try {
    const outcome = await runner.run({
      trial,
      config: checkConfig(loaded.space, recorded.config),
      seed: options.seed ?? recorded.seed,
      metric: metric.name,
      folder,
      checkpoints: path.join(folder, 'checkpoints'),
      signal: options.signal,
      ...(recorded.resource === undefined ? {} : { resource: recorded.resource }),
      ...(loaded.spec.trial.timeout === undefined ? {} : { timeout: loaded.spec.trial.timeout }),
      onReport: (report) => {
        const value = report.metrics[metric.name];
        const better = score === undefined || (metric.goal === 'maximize' ? value! > score : value! < score);
        if (value !== undefined && (metric.use === 'last' || better)) score = value;
        onReport(report);
        return 'continue';
      },
    });
    return { recorded, outcome, score, folder };
  } finally {
    await runner.close();
  }
}
