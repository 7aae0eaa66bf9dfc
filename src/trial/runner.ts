import type { Config } from '../space/parameter.ts';
import type { TrialSpec } from '../spec/spec.ts';
import { commandRunner } from './command.ts';
import { moduleRunner } from './module.ts';
import type { TrialRunner } from './trial.ts';

export interface RunnerOptions {
  /** Folder of the spec: trials run there. */
  readonly cwd: string;
  /** The surroundings; secrets in it do not reach trials. */
  readonly env: NodeJS.ProcessEnv;
  /** The built trial host, and the Node that runs it. */
  readonly hostPath: string;
  readonly node: string;
  /** The nested form of a config. */
  readonly nest: (config: Config) => Record<string, unknown>;
}

/** The runner of one worker for the kind of trial that a spec describes. */
export function createTrialRunner(trial: TrialSpec, options: RunnerOptions): TrialRunner {
  return 'module' in trial ? moduleRunner(trial, options) : commandRunner(trial, options);
}
