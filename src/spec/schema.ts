import { z } from 'zod';
import type {
  BoolDefinition,
  ChoiceDefinition,
  ConstantDefinition,
  FloatDefinition,
  IntDefinition,
  ParameterDefinition,
  ParameterDefinitions,
  RepeatDefinition,
} from '../space/parameter.ts';
import { fragmentNames } from './fragments.ts';
import { durationPattern, parseDuration, parseSize, sizePattern } from './quantities.ts';
import { taskTypes } from './task.ts';

/**
 * The schema of a spec, in one place: types (`spec.ts`), the published JSON Schema and the documentation come from
 * here. What no schema can say (a default outside its range, a condition on nothing) is in `semantics.ts`.
 *
 * `trialFile` and `gateFile` have the shape of the file, with keys in kebab-case; the spec has what the program makes
 * of them.
 */

/** The version of the spec's format that this program reads. */
export const specVersion = 1;

export const namePattern = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** For people: what `namePattern` allows. */
export const nameWords = 'letters, digits, _ and -, not beginning with a digit or -';

const value = z.union([z.string(), z.number(), z.boolean()]);
const names = z.string().meta({ pattern: namePattern.source });

/** In the file `15m` or seconds, in the program milliseconds. */
const duration = z
  .union([
    z.string().meta({ pattern: durationPattern, examples: ['15m', '90s', '1h30m'] }),
    z.number().min(0),
  ])
  .transform((text, context) => {
    const ms = parseDuration(text);
    if (ms !== undefined) return ms;
    context.addIssue({ code: 'custom', message: 'duration' });
    return z.NEVER;
  });

/** In the file `1MiB` or bytes, in the program bytes. */
const size = z
  .union([z.string().meta({ pattern: sizePattern, examples: ['1MiB', '512KiB'] }), z.number().min(1024)])
  .transform((text, context) => {
    const bytes = parseSize(text);
    if (bytes !== undefined && bytes >= 1024) return bytes;
    context.addIssue({ code: 'custom', message: 'size' });
    return z.NEVER;
  });

const whenTest = z.union([
  value,
  z.array(value).min(1),
  z.strictObject({ min: z.number().exactOptional(), max: z.number().exactOptional() }),
]);

const conditional = {
  when: z
    .record(z.string(), whenTest)
    .exactOptional()
    .describe(
      'The parameter exists only when every named one passes: a value, a list of values, or a range { min, max }. Names are looked up among the siblings first, then further out.',
    ),
};

const numeric = {
  scale: z
    .enum(['linear', 'log', 'reverse-log'])
    .exactOptional()
    .meta({ default: 'linear' })
    .describe(
      'How the range is walked: evenly (linear), evenly in the logarithm (log, for learning rates), or with the most values near `max` (reverse-log: min + max - a value drawn on the log scale). Both logarithms need `min` above 0. Default linear.',
    ),
};

export const floatSchema = z.strictObject({
  type: z.literal('float').describe('A real number.'),
  min: z.number().describe('Smallest value, inclusive.'),
  max: z.number().describe('Largest value, inclusive.'),
  ...numeric,
  step: z
    .number()
    .positive()
    .exactOptional()
    .describe('Distance of neighbouring values; with a log scale their ratio. `max` must be on the grid.'),
  default: z.number().exactOptional().describe('The value shipped today.'),
  ...conditional,
});

export const intSchema = z.strictObject({
  type: z.literal('int').describe('A whole number.'),
  min: z.int().describe('Smallest value, inclusive.'),
  max: z.int().describe('Largest value, inclusive.'),
  ...numeric,
  step: z
    .int()
    .positive()
    .exactOptional()
    .describe('Distance of neighbouring values; with a log scale their ratio. `max` must be on the grid.'),
  default: z.int().exactOptional().describe('The value shipped today.'),
  ...conditional,
});

export const choiceSchema = z
  .strictObject({
    type: z.literal('choice').describe('One of several values.'),
    values: z.array(value).min(1).exactOptional().describe('The values: strings, numbers or booleans.'),
    get options() {
      return z
        .record(names, z.union([definitionsSchema, z.null().transform(() => ({}))]))
        .exactOptional()
        .describe('Instead of `values`: each option with the parameters that exist only under it.');
    },
    ordered: z
      .boolean()
      .exactOptional()
      .meta({ default: false })
      .describe('The order of `values` means something, as for batch sizes. Default false.'),
    default: value.exactOptional().describe('The value shipped today.'),
    ...conditional,
  })
  .meta({ oneOf: [{ required: ['values'] }, { required: ['options'] }] });

export const boolSchema = z.strictObject({
  type: z.literal('bool').describe('true or false.'),
  default: z.boolean().exactOptional().describe('The value shipped today.'),
  ...conditional,
});

export const constantSchema = z.strictObject({
  type: z.literal('constant').describe('A fixed value that trials get like any other.'),
  value: value.describe('The value.'),
  ...conditional,
});

export const repeatSchema = z.strictObject({
  type: z
    .literal('repeat')
    .describe('A number of blocks, each with its own parameters: the layers of a network.'),
  min: z.int().min(0).describe('Fewest blocks.'),
  max: z.int().min(1).max(64).describe('Most blocks, at most 64.'),
  get of() {
    return definitionsSchema.describe('The parameters of one block.');
  },
  default: z
    .union([z.int().min(0), z.array(z.record(z.string(), z.unknown()))])
    .exactOptional()
    .describe(
      'What ships today: how many blocks (with the defaults of `of`), or the blocks themselves as a list.',
    ),
  ...conditional,
});

export const parameterSchemas = {
  float: floatSchema,
  int: intSchema,
  choice: choiceSchema,
  bool: boolSchema,
  constant: constantSchema,
  repeat: repeatSchema,
};

export type ParameterType = keyof typeof parameterSchemas;

// The types that a union of recursive schemas infers are too wide to read: what fits is shown here.
floatSchema satisfies z.ZodType<FloatDefinition>;
intSchema satisfies z.ZodType<IntDefinition>;
choiceSchema satisfies z.ZodType<ChoiceDefinition>;
boolSchema satisfies z.ZodType<BoolDefinition>;
constantSchema satisfies z.ZodType<ConstantDefinition>;
repeatSchema satisfies z.ZodType<RepeatDefinition>;

const parameterSchema: z.ZodType<ParameterDefinition> = z
  .discriminatedUnion('type', [
    floatSchema,
    intSchema,
    choiceSchema,
    boolSchema,
    constantSchema,
    repeatSchema,
  ])
  .meta({ id: 'parameter' });

export const definitionsSchema: z.ZodType<ParameterDefinitions> = z.record(names, parameterSchema);

export const taskFile = z
  .strictObject({
    type: z
      .enum(taskTypes)
      .describe(
        'What is learned: a category (classification), a number (regression), or the next values of series (forecasting).',
      ),
    data: z
      .string()
      .min(1)
      .describe(
        'The data, relative to the spec: a file .csv, .tsv, .parquet, or .jsonl with one object a line. Of `text-classification` and `image-classification` also a folder with a folder of .txt files or images for each class, and of images .npz.',
      ),
    target: z
      .string()
      .min(1)
      .default('label')
      .describe(
        'The column to predict. It may be left out of a folder with a folder for each class, and of images in .npz.',
      ),
    text: z
      .string()
      .min(1)
      .exactOptional()
      .describe(
        'Of a text task: the column to read. Default: the only one of free text; of a folder `text`.',
      ),
    image: z
      .string()
      .min(1)
      .exactOptional()
      .meta({ default: 'image' })
      .describe(
        'The column of paths of images, relative to the table. A table without it is one of pixels: all columns but `target`, `ignore` and `group`.',
      ),
    shape: z
      .array(z.int().min(1))
      .min(2)
      .max(3)
      .exactOptional()
      .describe(
        'Height, width and (if more than one) channels of images that are pixels in a row, such as [28, 28, 1]. Default: a square.',
      ),
    size: z
      .int()
      .min(4)
      .max(256)
      .exactOptional()
      .meta({ default: 32 })
      .describe(
        'Pixels of the longest side of an image: larger ones are made smaller. Twice as many take four times as long.',
      ),
    ignore: z
      .array(z.string().min(1))
      .default([])
      .describe('Columns that models must not see, such as identifiers and what is known only afterwards.'),
    group: z
      .string()
      .min(1)
      .exactOptional()
      .describe(
        'A column whose values must not be split: rows of one patient, say, are trained on or scored on together.',
      ),
    time: z
      .string()
      .min(1)
      .exactOptional()
      .describe(
        'A column of times or numbers: models are trained on the older rows and scored on the newest fifth. Forecasts need it: dates, months, quarters, years or whole numbers, at regular steps.',
      ),
    horizon: z.int().min(1).max(10_000).exactOptional().describe('Of forecasts: how many steps ahead.'),
    series: z
      .string()
      .min(1)
      .exactOptional()
      .describe('Of forecasts: a column that tells several series apart.'),
    season: z
      .int()
      .min(1)
      .max(10_000)
      .exactOptional()
      .describe('Of forecasts: steps after which things come again; 1: never. Default: found in the data.'),
    known: z
      .array(z.string().min(1))
      .exactOptional()
      .describe(
        'Of forecasts: columns whose values are known ahead, such as holidays and planned prices. Of all others only the past is used.',
      ),
    test: z
      .union([z.number().min(0), z.string().min(1)])
      .exactOptional()
      .meta({ default: 0.2 })
      .describe(
        'What no trial sees, to say at the end how good the model is: a share of the rows (at most 0.5), or a data file of its own, relative to the spec. Of forecasts also a number of last steps; by default as many as the horizon has. 0: nothing.',
      ),
  })
  .describe(
    'Instead of `trial`, `params` and, if you like, `metric`: data from which Tunegate finds a model by itself.',
  );

const metricFile = z.strictObject({
  file: z
    .string()
    .min(1)
    .describe(
      'The file, or a folder of TensorBoard, relative to the spec. `{trial}`, `{checkpoints}` and parameters as in `run`.',
    ),
  format: z
    .enum(['json', 'jsonl', 'csv', 'tsv', 'yaml', 'toml', 'tensorboard'])
    .exactOptional()
    .describe('What is in it. Default by its ending; without one of these it is of TensorBoard.'),
  step: z
    .string()
    .min(1)
    .exactOptional()
    .meta({ default: 'step' })
    .describe(
      'Dotted key or column of the step, such as `epoch`. Default `step`; rows without it are counted.',
    ),
  'first-step': z
    .int()
    .min(0)
    .max(1)
    .exactOptional()
    .describe(
      'What the program calls its first step. Default: 0 where the first row of a training says so, else 1. Programs that continue from checkpoints and count from 0 need it.',
    ),
  values: z
    .record(z.string().min(1), z.string().min(1))
    .exactOptional()
    .describe(
      'Metric name to dotted key, column or tag: `{ val_accuracy: eval.accuracy }`. Without it every number is a metric under its own name.',
    ),
});

const metricFiles = z
  .union([
    z.string().min(1),
    metricFile,
    z
      .array(z.union([z.string().min(1), metricFile]))
      .min(1)
      .max(8),
  ])
  .transform((given) =>
    [given].flat().map((item) => {
      if (typeof item === 'string') return { file: item };
      const { 'first-step': firstStep, ...rest } = item;
      return firstStep === undefined ? rest : { ...rest, firstStep };
    }),
  );

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

const trialSchema = trialFile.transform(
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

export const metricSchema = z
  .strictObject({
    name: z.string().min(1).describe('Name of the metric, as the trial reports it.'),
    goal: z.enum(['minimize', 'maximize']).describe('Which way is better. Never guessed from the name.'),
    use: z
      .enum(['last', 'best'])
      .default('last')
      .describe(
        'Which report is the score of a trial: the last one, or the best one (optimistic on noisy curves).',
      ),
  })
  .describe('What is measured.');

/** One metric, or several of which the first is the main one. */
const metricsFile = z
  .union([metricSchema, z.array(metricSchema).min(1).max(8)])
  .describe(
    'What is measured. A list where several metrics matter: the search looks for the best trade-offs between them, and the gate compares the first.',
  );

const metricsSchema = metricsFile.transform((given) => {
  const [main, ...more] = [given].flat();
  return { ...main!, more };
});

export const constraintFile = z
  .strictObject({
    min: z.number().exactOptional().describe('Smallest value that is good enough.'),
    max: z.number().exactOptional().describe('Largest value that is good enough.'),
  })
  .describe('Between which values a metric must stay, inclusive.');

/** What a config has to keep, whatever its score, by the name of a metric. */
const constraintsFile = z
  .record(z.string().min(1).max(200), constraintFile)
  .describe(
    'What a config must keep to win, whatever its score: metric name to `{ max: 20 }`, `{ min: 0.9 }` or both. Any metric that trials report; its last value counts.',
  );

const constraintsSchema = constraintsFile.transform((given) =>
  Object.entries(given).map(([name, bounds]) => ({ name, ...bounds })),
);

/** Scores of a network that was not trained: higher is taken for better. */
export const proxyNames = ['synflow', 'jacob_cov', 'parameters', 'flops'] as const;

export const strategyNames = [
  'auto',
  'bayesian',
  'tpe',
  'asha',
  'hyperband',
  'evolution',
  'local',
  'random',
  'grid',
  'sobol',
] as const;

export const searchSchema = z
  .strictObject({
    strategy: z
      .enum(strategyNames)
      .default('auto')
      .describe(
        'How configs are chosen. `auto` covers a small finite space completely (grid), spreads trials evenly that all run at once (sobol), gives up hopeless trials early where `time` is the budget and trials have 9 `epochs` or more (asha), and models a large space else (bayesian).',
      ),
    seed: z.int().default(0).describe('Everything random follows from it.'),
    repeats: z.boolean().default(false).describe('Allow a config to be tried again.'),
    confirm: z
      .union([z.boolean(), z.int().min(1).max(100)])
      .default(true)
      .describe(
        'Train the best configs again on fresh seeds when the search is over: the score of the winner, and whether it beats what ships today, come from there. For every 20 trials of the search about 3 more trainings (at least 3), within 13 % of `time`. A number: with so many fresh seeds. Default true.',
      ),
    'try-first': z
      .array(z.record(z.string(), z.unknown()))
      .min(1)
      .exactOptional()
      .describe(
        'Configs to try before anything else but what ships today, in this order: each a mapping like a config, missing parameters at their default.',
      ),
    'warm-start': z
      .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
      .exactOptional()
      .describe(
        'Earlier studies to learn from: journals and CSV files, relative to the spec; `*`, `?` and `**` stand for any name, character and folders. They are trusted only as far as the first trials bear them out.',
      ),
    inherit: z
      .boolean()
      .exactOptional()
      .meta({ default: false })
      .describe(
        'With `evolution` or `local` and a `module` that exports `build`: a trial begins with the weights of the one that it is a change of, as far as they fit. Default false.',
      ),
    proxies: z
      .array(z.enum(proxyNames))
      .min(1)
      .exactOptional()
      .describe(
        'With a `module` that exports `build`: scores that need no training. Random configs are ranked by them before the search and the best tried first; the report says how far they could be trusted.',
      ),
    candidates: z
      .int()
      .min(2)
      .max(5000)
      .exactOptional()
      .meta({ default: 60 })
      .describe('With `proxies`: how many random configs are ranked, at most for a minute. Default 60.'),
    eta: z
      .number()
      .min(2)
      .max(100)
      .exactOptional()
      .meta({ default: 4 })
      .describe(
        'With `asha` and `hyperband`: each rung has so many times the epochs of the one below, and so many times fewer trials. Default 4.',
      ),
    'min-epochs': z
      .int()
      .min(1)
      .exactOptional()
      .describe(
        'Epochs that every trial gets: the lowest rung of `asha` and `hyperband`, the warm-up of median stopping. Default `epochs` / eta³, at least 1.',
      ),
    'early-stopping': z
      .enum(['none', 'median', 'wilcoxon'])
      .exactOptional()
      .meta({ default: 'none' })
      .describe(
        'Stops trials of any strategy before their end. `median`: whose best is worse than the median of the others up to then. `wilcoxon`: for trials whose steps are folds or seeds, when they are worse than the best one on the same steps (p < 0.1). Default none.',
      ),
    points: z.int().min(2).max(1000).default(5).describe('Values per continuous parameter in a grid.'),
    population: z
      .int()
      .min(2)
      .max(10_000)
      .exactOptional()
      .describe(
        'With `evolution`: how many of the newest trials are alive. Default 20, a fifth of a smaller budget of trials.',
      ),
    tournament: z
      .int()
      .min(1)
      .max(10_000)
      .exactOptional()
      .describe('With `evolution`: how many of them meet to choose a parent. Default a quarter.'),
  })
  .describe('How to search.');

export const budgetSchema = z
  .strictObject({
    time: duration
      .exactOptional()
      .describe('Time for everything the step does, the gate and posting included.'),
    trials: z.int().min(1).exactOptional().describe('Most trials of the search.'),
    epochs: z.int().min(1).exactOptional().describe('Epochs of one trial (its resource).'),
    'total-epochs': z
      .int()
      .min(1)
      .exactOptional()
      .describe(
        'Most epochs of all trials of the search together, whatever each of them got. What goes on from a checkpoint counts from there.',
      ),
    cost: z
      .number()
      .positive()
      .exactOptional()
      .describe(
        'What the run may cost, in the currency of `price`: it ends as with a `time` that costs so much. Where both are given the shorter time holds.',
      ),
    price: z
      .number()
      .positive()
      .exactOptional()
      .describe(
        'What an hour of the runner costs, in any currency. The report then says what the run has cost.',
      ),
    disk: size
      .exactOptional()
      .describe(
        'Most space of the checkpoints that paused trials leave to go on from. Beyond it those of the worst are deleted first: such a trial trains from scratch if it goes on.',
      ),
    workers: z
      .union([z.literal('auto'), z.int().min(1).max(256)])
      .default('auto')
      .describe('Trials that run at once. `auto`: by the GPUs of the machine, else by its cores and memory.'),
    'no-improvement': z
      .int()
      .min(1)
      .exactOptional()
      .describe('End the search early after so many trials in a row that were no improvement.'),
    'early-end': z
      .boolean()
      .exactOptional()
      .meta({ default: false })
      .describe(
        'End the search early when its model expects next to nothing from further trials: less than 0.1 % of the standard deviation of the results, five suggestions in a row. For strategies with a model (`bayesian`). Default false.',
      ),
    'trials-per-gpu': z
      .int()
      .min(0)
      .max(64)
      .exactOptional()
      .meta({ default: 1 })
      .describe(
        'Trials that share a GPU, where there are any (nvidia-smi, or CUDA_VISIBLE_DEVICES where it is set): each gets one by CUDA_VISIBLE_DEVICES. 0: trials do not use them. Default 1.',
      ),
  })
  .describe('When to stop. A large or continuous space needs `time` or `trials`.');

/** A metric beside the main one, as the gate looks at it. */
export const gateMetricFile = z
  .strictObject({
    goal: z.enum(['minimize', 'maximize']).describe('Which way is better. Never guessed from the name.'),
    'max-drop': z
      .number()
      .min(0)
      .default(0)
      .describe("How much worse it may get, whichever way that is, in the metric's own units."),
    min: z.number().exactOptional().describe('With `goal: maximize`: what head must reach anyway.'),
    max: z.number().exactOptional().describe('With `goal: minimize`: what head must not exceed anyway.'),
    gates: z
      .boolean()
      .default(true)
      .describe('A regression of it fails the check; false: it is only shown. Default true.'),
  })
  .describe('What may happen to a further metric.');

export const gateFile = z.strictObject({
  'max-drop': z
    .number()
    .min(0)
    .default(0)
    .describe("How much worse the metric may get, in the metric's own units."),
  confidence: z.number().gt(0.5).lt(1).default(0.95).describe('Confidence of the one-sided test.'),
  seeds: z
    .int()
    .min(1)
    .max(100)
    .default(10)
    .describe('Most trainings a side. Fewer are done when the answer is known before.'),
  looks: z
    .array(z.int().min(2).max(100))
    .min(1)
    .exactOptional()
    .describe(
      'At how many seeds a side the evidence is looked at; the last look is at `seeds`. The chance of a false alarm over all looks is 1 − confidence. Default 3, 5, 7, 10 as far as `seeds` goes.',
    ),
  min: z
    .number()
    .exactOptional()
    .describe('For a metric to maximise: head must reach this score, whatever the base has.'),
  max: z
    .number()
    .exactOptional()
    .describe('For a metric to minimise: head must not go above this score, whatever the base has.'),
  metrics: z
    .record(z.string().min(1).max(200), gateMetricFile)
    .default({})
    .describe(
      'Further metrics that must not get worse, by the name that trials report; `*` stands for any characters, for slices such as `accuracy/*`. The chance of a false alarm over all that gate stays 1 − confidence (Holm).',
    ),
  baseline: z
    .enum(['auto', 'rerun', 'stored', 'file'])
    .default('auto')
    .describe(
      'Where the baseline comes from. `rerun`: the base commit is trained again in this run. `stored`: results that a run on the default branch left on the branch `tunegate-data`, trained again where none can be compared with. `file`: results in a committed file. `auto`: rerun, or where there is no base commit to train what is stored or in the file.',
    ),
  file: z
    .string()
    .min(1)
    .default('tunegate-baseline.json')
    .describe('The file of a committed baseline, relative to the spec. `tunegate baseline` writes it.'),
  data: z
    .array(z.string().min(1))
    .default([])
    .describe(
      'Files outside of git that trials read, such as `data/**`, relative to the spec. Stored results are used only while their content is the same.',
    ),
  paths: z
    .array(z.string().min(1))
    .min(1)
    .exactOptional()
    .describe(
      'What trainings read, relative to the spec, such as `src/**` and `!**/*.md`: where none of it has changed since the base, nothing is trained and the verdict is `unchanged`. The spec itself is always among it. Absent: everything in the repository.',
    ),
  setup: z
    .union([z.array(z.string()).min(1), z.string().min(1)])
    .exactOptional()
    .describe(
      'Installs the dependencies of the base in its own checkout, where they are not those of the head: a list of program and arguments, or one line for the shell. Without it the base is trained with what is installed for the head.',
    ),
  base: z
    .string()
    .min(1)
    .exactOptional()
    .describe('Branch, tag or commit to compare with where the event names none.'),
});

const gateSchema = gateFile.transform(({ 'max-drop': maxDrop, ...rest }) => ({ maxDrop, ...rest }));

export const valuesSchema = z.strictObject({
  file: z.string().min(1).describe('The file, relative to the spec.'),
  at: z
    .string()
    .min(1)
    .exactOptional()
    .describe('Keys that lead to the values, with dots: `train.hyperparameters`. Default: the whole file.'),
});

/** Which ones there are is checked apart, with what was meant. */
const fragmentName = z.string().meta({ enum: fragmentNames });

/** A spec: its input is the file, its output what the program works with. */
export const specSchema = z
  .strictObject({
    $schema: z.string().exactOptional().describe('For editors: where the JSON Schema of this file is.'),
    version: z.literal(specVersion).default(specVersion).describe("Version of the spec's format."),
    name: z.string().min(1).max(100).describe('Name of the study.'),
    task: taskFile.exactOptional(),
    trial: trialSchema,
    metric: metricsSchema,
    constraints: constraintsSchema.prefault({}),
    include: z
      .union([fragmentName, z.array(fragmentName).min(1)])
      .exactOptional()
      .describe(
        'Parameters that come with Tunegate, one set or several: Keras Tuner\u2019s spaces of well-known networks. A parameter in `params` comes before one of the same name.',
      ),
    // A schema of its own: the reference to the other one would hide what is inside.
    params: z
      .record(names, parameterSchema)
      .prefault({})
      .describe(
        'The search space: parameter name to definition. May be left out with `keras` and `module`: then it is what hp is asked for; and with `include`.',
      ),
    values: z
      .union([z.string().min(1), valuesSchema])
      .exactOptional()
      .describe(
        'A JSON or YAML file, relative to the spec, with the values that ship today. They come before the `default`s, and better values are proposed in it.',
      ),
    search: searchSchema.prefault({}),
    budget: budgetSchema.prefault({}),
    gate: z
      .union([z.literal(false), gateSchema])
      .prefault({})
      .describe('The regression check; false turns it off.'),
  })
  .describe('A tuning spec of Tunegate.');

/** The same for a search that another program drives: what is trained is that program's affair. */
export const drivenSpecSchema = specSchema.extend({
  trial: trialFile.prefault({}).transform(({ resume = false }) => ({ resume })),
});
