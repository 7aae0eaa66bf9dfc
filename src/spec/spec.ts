import type { ParameterDefinitions } from '../space/parameter.ts';
import type { ParsedSpec } from './schema.ts';

/** A spec as the rest of the program sees it: checked, defaults filled in, one shape for each kind of trial. */
export interface Spec {
  readonly version: 1;
  readonly name: string;
  readonly trial: TrialSpec;
  readonly metric: Readonly<ParsedSpec['metric']>;
  readonly params: ParameterDefinitions;
  readonly search: Readonly<ParsedSpec['search']>;
  readonly budget: BudgetSpec;
  /** false: no gate. */
  readonly gate: GateSpec | false;
}

export type TrialSpec = ModuleTrial | CommandTrial;
export type MetricSpec = Spec['metric'];
export type SearchSpec = Spec['search'];

/** Times in milliseconds. */
export type BudgetSpec = Readonly<ParsedSpec['budget']>;

interface TrialCommon {
  /** Extra environment of the trial, beside what the wire contract adds. */
  readonly env: Readonly<Record<string, string>>;
  /** Names of variables of the parent environment to pass on although they look like secrets. */
  readonly passEnv: readonly string[];
  /** Time limit of one trial, milliseconds. */
  readonly timeout?: number;
  /** Between SIGTERM and SIGKILL, milliseconds. */
  readonly grace: number;
  /** Most bytes of output kept per trial. */
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

/** From the shape of the file to the shape of the program. */
export function toSpec(parsed: ParsedSpec): Spec {
  const { trial, gate, ...rest } = parsed;
  const { module, run, shell, backend, stdout, env = {}, timeout, grace = 5000, output = 2 ** 20 } = trial;
  const common = {
    env,
    passEnv: trial['pass-env'] ?? [],
    grace,
    output,
    ...(timeout === undefined ? {} : { timeout }),
  };
  return {
    ...rest,
    trial:
      module !== undefined
        ? { ...common, module, backend: backend ?? 'auto' }
        : {
            ...common,
            run: run ?? [],
            shell: shell ?? false,
            stdout: typeof stdout === 'string' ? [stdout] : (stdout ?? []),
          },
    gate: gate === false ? false : toGate(gate),
  };
}

function toGate({ 'max-drop': maxDrop, ...rest }: Exclude<ParsedSpec['gate'], false>): GateSpec {
  return { maxDrop, ...rest };
}
