import { z } from 'zod';

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

export const gateSchema = gateFile.transform(({ 'max-drop': maxDrop, ...rest }) => ({ maxDrop, ...rest }));
