import { z } from 'zod';
import { duration, size } from './quantities.ts';

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
        'End the search early when its model expects next to nothing from further trials: less than 0.1 % of the standard deviation of the results as it sees them (such as by their logarithm, where they span orders of magnitude), five suggestions in a row. For strategies with a model (`bayesian`). Default false.',
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
  .describe(
    'When to stop. A large or continuous space needs a limit: `time`, `trials`, `cost`, `total-epochs` or `no-improvement`.',
  );
