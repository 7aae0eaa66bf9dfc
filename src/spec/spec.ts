import type { ParameterDefinitions } from '../space/parameter.ts';

/** CONTRACT (to be generated from the zod schema with the same shape): the spec after parsing and defaults. */
export interface Spec {
  readonly version: 1;
  readonly name: string;
  readonly trial: TrialSpec;
  readonly metric: MetricSpec;
  readonly params: ParameterDefinitions;
  readonly search: { readonly strategy: 'auto' | 'random' | 'grid' | 'sobol' | 'tpe'; readonly seed: number; readonly repeats: boolean };
  readonly budget: BudgetSpec;
  /** false: no gate. */
  readonly gate: GateSpec | false;
}

export type TrialSpec = ModuleTrial | CommandTrial;

interface TrialCommon {
  /** Extra environment of the trial, beside what the wire contract adds. */
  readonly env: Readonly<Record<string, string>>;
  /** Names of variables of the parent environment to pass on although they look like secrets. */
  readonly passEnv: readonly string[];
  /** Time limit of one trial, milliseconds. */
  readonly timeout?: number;
  /** Between SIGTERM and SIGKILL, milliseconds (default 5 s). */
  readonly grace: number;
  /** Most bytes of output kept per trial (default 1 MiB). */
  readonly output: number;
}

export interface ModuleTrial extends TrialCommon {
  /** Path of the user's module, relative to the spec file. */
  readonly module: string;
  readonly backend: 'auto' | 'tfjs-node-gpu' | 'tfjs-node' | 'wasm' | 'cpu';
}

export interface CommandTrial extends TrialCommon {
  /** Program and arguments; with `shell: true` a command line given to the shell. */
  readonly run: readonly string[] | string;
  readonly shell: boolean;
  /** Regular expressions over standard output: named groups become metrics (`step` the step). */
  readonly stdout: readonly string[];
}

export interface MetricSpec {
  readonly name: string;
  readonly goal: 'minimize' | 'maximize';
  /** Which reported value is the trial's score: the last one (default) or the best one. */
  readonly use: 'last' | 'best';
}

export interface BudgetSpec {
  /** Everything the step does, milliseconds. */
  readonly time?: number;
  readonly trials?: number;
  /** Epochs (resource) of one trial. */
  readonly epochs?: number;
  readonly workers: number | 'auto';
}

export interface GateSpec {
  /** Tolerated drop of the metric, in its own units. */
  readonly maxDrop: number;
  /** Confidence of the one-sided test, in (0.5, 1). */
  readonly confidence: number;
  /** Seeds a side. */
  readonly seeds: number;
  readonly baseline: 'auto' | 'rerun';
  /** A git ref that names the base when the event does not. */
  readonly base?: string;
}
