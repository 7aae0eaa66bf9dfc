import type { Config } from '../space/parameter.ts';
import type { TrialSpec } from '../spec/spec.ts';
import { commandRunner } from './command.ts';
import { passedSecrets, withMask } from './mask.ts';
import { moduleRunner } from './module.ts';
import type { Hurry } from './patience.ts';
import { withPythonPackage } from './python.ts';
import type { TrialRunner } from './trial.ts';

export interface RunnerOptions {
  /** Folder of the spec: trials run there. */
  readonly cwd: string;
  /** The surroundings; secrets in it do not reach trials. */
  readonly env: NodeJS.ProcessEnv;
  /** The built trial host, and the Node that runs it. */
  readonly hostPath: string;
  readonly node: string;
  /** The GPU that the trials of this runner see, as `CUDA_VISIBLE_DEVICES` names it. Absent: as the surroundings have it. */
  readonly device?: string;
  /** Metrics that modules shall report beside those of the study, where they cost no training. */
  readonly furtherMetrics?: readonly string[];
  /** What is left of the grace that the spec gives. */
  readonly hurry?: Hurry;
  /** The nested form of a config. */
  readonly nest: (config: Config) => Record<string, unknown>;
}

/** The runner of one worker for the kind of trial that a spec describes. */
export function createTrialRunner(trial: TrialSpec, options: RunnerOptions): TrialRunner {
  const { device } = options;
  // The spec's own variables win over it, as over everything else.
  const own =
    device === undefined ? options : { ...options, env: { ...options.env, CUDA_VISIBLE_DEVICES: device } };
  const runner = withMask(runnerOf(trial, own), passedSecrets(options.env, trial));
  return device === undefined ? runner : withDevice(runner, device);
}

function runnerOf(trial: TrialSpec, options: RunnerOptions): TrialRunner {
  if ('module' in trial) return moduleRunner(trial, options);
  const env = withPythonPackage(options.env, options.hostPath);
  if ('run' in trial) return commandRunner(trial, { ...options, env });
  const { script, keras, interpreter, warm, ...common } = trial;
  if (keras || warm)
    // Any growth is too much for a process that is to serve one trial only.
    return moduleRunner(trial, warm ? options : { ...options, hostMemoryBytes: Number.NEGATIVE_INFINITY });
  return commandRunner(
    { ...common, run: [interpreter, script], shell: false, stdout: [] },
    { ...options, env },
  );
}

function withDevice(runner: TrialRunner, device: string): TrialRunner {
  return {
    device,
    get backend() {
      return runner.backend;
    },
    get notes() {
      return runner.notes ?? [];
    },
    run: (request) => runner.run(request),
    close: () => runner.close(),
  };
}
