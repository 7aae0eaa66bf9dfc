import { z } from 'zod';
import { metricFiles } from './metric-files.ts';
import { duration, size } from './quantities.ts';
import type { taskFile } from './task.ts';

/** The keys that say what a trial is, one of them in each spec. */
export const trialKinds = ['module', 'keras', 'python', 'run'] as const;
const ofKind = trialKinds.map((kind) => ({ required: [kind] }));

export const trialFile = z
  .strictObject({
    module: z
      .string()
      .min(1)
      .exactOptional()
      .describe(
        'A TensorFlow.js module (.ts, .mts, .js, .mjs, .cjs), relative to the spec. It exports build(hp) and data(), or objective(trial). What it asks hp for is the search space where `params` are left out.',
      ),
    keras: z
      .string()
      .min(1)
      .exactOptional()
      .describe(
        'Instead of `module`: a Python script for Keras Tuner, unchanged: a build_model(hp) or a HyperModel, and tuner.search(...) or data. What it asks hp for is the search space, together with `params`, which may be left out.',
      ),
    python: z
      .string()
      .min(1)
      .exactOptional()
      .describe(
        'Instead of `module`: a Python script that reads its config and reports with the package `tunegate`. One process runs it for one trial after another, so that libraries load once.',
      ),
    run: z
      .union([z.array(z.string()).min(1), z.string().min(1)])
      .exactOptional()
      .describe(
        'Instead of `module`: a training command, as a list of program and arguments. `{name}` stands for a parameter, `{args}` for all of them as --name=value. A single text only with `shell: true`.',
      ),
    shell: z
      .boolean()
      .exactOptional()
      .meta({ default: false })
      .describe('With `run`: it is one command line for the shell. Default false.'),
    backend: z
      .enum(['auto', 'tfjs-node-gpu', 'tfjs-node', 'wasm', 'cpu'])
      .exactOptional()
      .meta({ default: 'auto' })
      .describe(
        'With `module`: the TensorFlow.js backend. `auto` times a few steps of the first trial on tfjs-node-gpu and tfjs-node, where your project has them, and on wasm, and keeps the fastest for the whole study. Default auto.',
      ),
    discover: z
      .boolean()
      .exactOptional()
      .describe(
        'With `keras` or `module`: build(hp) (of a module its fit or objective, too) is run before the search to find the parameters that it asks for, beside those of `params`. Default true for `keras`, and for a `module` where the spec has no `params`.',
      ),
    interpreter: z
      .string()
      .min(1)
      .exactOptional()
      .meta({ default: 'python3' })
      .describe('With `keras` or `python`: the Python that runs it. Default python3.'),
    warm: z
      .boolean()
      .exactOptional()
      .meta({ default: true })
      .describe(
        'With `keras` or `python`: one process serves many trials. false: each trial has a process of its own. Default true.',
      ),
    stdout: z
      .union([z.string(), z.array(z.string()).min(1)])
      .exactOptional()
      .describe(
        'With `run`: regular expressions that find metrics in what the command prints. Each named group is a metric, `step` is the step: loss=(?<loss>[0-9.]+).',
      ),
    metrics: metricFiles
      .exactOptional()
      .describe(
        'With `run`: files that the command writes metrics to by itself, relative to the spec: JSON, JSON Lines, CSV, YAML and TOML (as DVC has them), or a folder of TensorBoard. They are read while it runs. A path, `{ file, format, step, values }`, or a list.',
      ),
    env: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String))
      .exactOptional()
      .describe('Extra environment variables of the trial.'),
    'pass-env': z
      .array(z.string())
      .exactOptional()
      .describe(
        'Variables of the surrounding environment that look like secrets and shall reach the trial all the same.',
      ),
    timeout: duration.exactOptional().describe('Longest time of one trial.'),
    resume: z
      .boolean()
      .exactOptional()
      .describe(
        'A trial goes on from what it left in its checkpoint folder when it is run again for more epochs. `asha` then lets trials pause and promotes the best; without it all run for the full epochs and are stopped early. Default true for a `module` that exports `build` and `data` without a training of its own (`fit`, `objective`), else false.',
      ),
    idle: duration
      .exactOptional()
      .describe(
        'Longest time without a report, from the start to the first one included: for trials that hang.',
      ),
    memory: size
      .exactOptional()
      .describe(
        'Most memory of one trial, all its processes together; with `module` of the process that serves one trial after another (Linux and macOS).',
      ),
    retries: z
      .int()
      .min(0)
      .max(10)
      .exactOptional()
      .meta({ default: 0 })
      .describe(
        'How often a training is tried again that crashed, was killed by a signal, hung (`idle`) or could not be started. What depends on the config (NaN, memory, time, infeasible) and what is wrong each time (no metric, malformed report) is not tried again. Default 0.',
      ),
    grace: duration
      .exactOptional()
      .meta({ default: '5s' })
      .describe('Time between SIGTERM and SIGKILL. Default 5s.'),
    output: size
      .exactOptional()
      .meta({ default: '1MiB' })
      .describe('Most output kept of one trial. Default 1MiB.'),
  })
  // Of no kind where another program trains.
  .meta({ oneOf: [...ofKind, { not: { anyOf: ofKind } }] })
  .describe(
    'What is trained: a TensorFlow.js module, a script for Keras Tuner, a Python script or a command, exactly one of them. None, or no `trial` at all, where another program trains (`tunegate ask`).',
  );

/** A trial of one kind, with what the file leaves out. */
export const trialSchema = trialFile.transform(
  ({
    module,
    keras,
    python,
    run,
    shell,
    backend,
    discover,
    interpreter = 'python3',
    warm = true,
    stdout,
    metrics,
    env = {},
    timeout,
    idle,
    memory,
    resume,
    retries,
    grace = 5000,
    output = 2 ** 20,
    ...rest
  }) => {
    const common = {
      env,
      passEnv: rest['pass-env'] ?? [],
      grace,
      output,
      ...(retries === undefined ? {} : { retries }),
      ...(resume === undefined ? {} : { resume }),
      ...(timeout === undefined ? {} : { timeout }),
      ...(idle === undefined ? {} : { idle }),
      ...(memory === undefined ? {} : { memory }),
    };
    const found: { readonly discover?: boolean } = discover === undefined ? {} : { discover };
    const asked: { readonly task?: z.output<typeof taskFile> } = {};
    if (module !== undefined)
      return { ...common, ...found, ...asked, module, backend: backend ?? ('auto' as const) };
    const script = keras ?? python;
    if (script !== undefined)
      return { ...common, ...found, script, keras: keras !== undefined, interpreter, warm };
    return {
      ...common,
      run: run ?? [],
      shell: shell ?? false,
      stdout: [stdout ?? []].flat(),
      ...(metrics === undefined ? {} : { metrics }),
    };
  },
);
