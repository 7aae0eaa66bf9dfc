import { z } from 'zod';

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

export const metricsSchema = metricsFile.transform((given) => {
  const [main, ...more] = [given].flat();
  return { ...main!, more };
});
