import { z } from 'zod';

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

export const constraintsSchema = constraintsFile.transform((given) =>
  Object.entries(given).map(([name, bounds]) => ({ name, ...bounds })),
);
