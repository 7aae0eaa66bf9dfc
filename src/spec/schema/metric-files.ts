import { z } from 'zod';

export const metricFile = z.strictObject({
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

/** Files that a command writes metrics to: one, or a list. */
export const metricFiles = z
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
