import { z } from 'zod';

/** Scores of a network that was not trained: higher is taken for better. */
const proxyNames = ['synflow', 'jacob_cov', 'parameters', 'flops'] as const;

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
        'How configs are chosen. `auto` covers a small finite space completely (grid), spreads trials evenly that all run at once (sobol), gives up hopeless trials early where `time` or `total-epochs` is the limit and trials have 9 `epochs` or more (asha), and models a large space else (bayesian).',
      ),
    seed: z.int().default(0).describe('Everything random follows from it.'),
    repeats: z.boolean().default(false).describe('Allow a config to be tried again.'),
    confirm: z
      .union([z.boolean(), z.int().min(1).max(100)])
      .default(true)
      .describe(
        'Train the best configs again on fresh seeds when the search is over: the score of the winner, and whether it beats what ships today, come from there. For every 20 trials of the search about 3 more trainings (at least 3), within 13 % of `time`, or up to 30 % where that is too little for two seeds. A number: with so many fresh seeds. Default true; false in a search that another program drives.',
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
        'Epochs that every trial gets: the lowest rung of `asha` and `hyperband`, the warm-up of median stopping. Default `epochs` / eta³, rounded; where that is 0, / eta², or / eta, and 1 at least.',
      ),
    'early-stopping': z
      .enum(['none', 'median', 'wilcoxon'])
      .exactOptional()
      .meta({ default: 'none' })
      .describe(
        'Stops trials of any strategy before their end. `median`: whose best is worse than the median of the others up to then. `wilcoxon`: for trials whose steps are folds or seeds, when they are worse than the best one on the same steps (p < 0.1). Default none.',
      ),
    points: z
      .int()
      .min(2)
      .max(1000)
      .exactOptional()
      .meta({ default: 5 })
      .describe('Values per continuous parameter in a grid. Default 5.'),
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
