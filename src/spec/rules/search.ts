import type { z } from 'zod';
import { ConfigError, completeConfig } from '../../space/config.ts';
import type { ParameterDefinitions } from '../../space/parameter.ts';
import { createSpace } from '../../space/space.ts';
import { checkValues } from '../blocks.ts';
import { at, type Finding, isMapping, show } from '../finding.ts';
import type { budgetSchema } from '../schema/budget.ts';
import type { searchSchema } from '../schema/search.ts';
import type { trialFile } from '../schema/trial.ts';
import { metricsOf } from './metric.ts';

type Search = z.output<typeof searchSchema>;
type Budget = z.output<typeof budgetSchema>;
type Trial = z.output<typeof trialFile>;

/** What stops or pauses trials early goes by the main metric alone. */
export function checkOneMetric({ strategy, ...search }: Search, document: unknown): Finding[] {
  const several = metricsOf(document).length > 1;
  const constraints = at(document, ['constraints']);
  const constrained = isMapping(constraints) && Object.keys(constraints).length > 0;
  const judged = several ? 'several metrics' : 'constraints';
  if ((several || constrained) && (strategy === 'asha' || strategy === 'hyperband'))
    return [
      {
        path: ['search', 'strategy'],
        message: `\`strategy: ${strategy}\` pauses trials by one metric, and this spec has ${judged}`,
        expected: 'one of auto, bayesian, tpe, evolution, local, random, grid, sobol',
        found: strategy,
      },
    ];
  if (several && search['early-stopping'] !== undefined && search['early-stopping'] !== 'none')
    return [
      {
        path: ['search', 'early-stopping'],
        message: 'trials cannot be stopped early by one metric where several matter',
        expected: 'none',
        found: search['early-stopping'],
      },
    ];
  return [];
}

/**
 * Configs to try first: values that are none, then what has neither a value nor a default.
 *
 * @param broken names of further parameters where the space is not sound, so that nothing is known of what is missing
 */
export function checkTryFirst(
  configs: unknown,
  params: ParameterDefinitions,
  broken?: ReadonlySet<string>,
): Finding[] {
  if (!Array.isArray(configs)) return [];
  return configs.flatMap((config: unknown, i): Finding[] => {
    const path = ['search', 'try-first', i];
    if (!isMapping(config)) return [];
    const findings = checkValues(config, params, path, broken);
    if (findings.length > 0 || broken) return findings;
    const problems = completing(params, config);
    return problems.length === 0
      ? []
      : [{ path, message: `this config cannot be tried: ${problems.join('; ')}` }];
  });
}

/** Configs that a task begins with: what keeps them from being tried is a parameter that the spec changes or adds. */
export function checkStarts(starts: readonly unknown[], params: ParameterDefinitions): Finding[] {
  return starts.flatMap((start) => {
    const values = start as Readonly<Record<string, unknown>>;
    const findings = checkValues(values, params, []);
    if (findings.length > 0)
      return findings.map(({ path: [name = ''], message }) => ({
        path: ['params', name],
        atKey: true,
        message: `${message}, and a config that the task begins with has it`,
        expected: `a parameter that can be ${show(values[name])}`,
        suggestion: beginOtherwise,
      }));
    return completing(params, values).map((problem) => {
      const [flat = '', ...words] = problem.split(': ');
      return {
        path: ['params', ...(/^[^.[]+/.exec(flat) ?? [])],
        atKey: true,
        message: `${flat} has no default, and the configs that the task begins with need one`,
        expected: words.join(': ').replace(/^missing \(expected (.*)\)$/s, '`default:` and $1'),
        suggestion: beginOtherwise,
      };
    });
  });
}

const beginOtherwise = 'or name the configs to begin with yourself, in `search.try-first`';

/** What a config lacks, or has and may not. */
function completing(
  params: ParameterDefinitions,
  config: Readonly<Record<string, unknown>>,
): readonly string[] {
  try {
    completeConfig(createSpace(params), config);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
}

/** What climbs resources needs to know how far they go. */
export function checkRungs(search: Search, { epochs }: Budget): Finding[] {
  const { strategy, 'min-epochs': least } = search;
  const climbs = strategy === 'asha' || strategy === 'hyperband';
  if (climbs && epochs === undefined)
    return [
      {
        path: ['search', 'strategy'],
        message: `${strategy} gives trials few epochs at first and the best of them more, but the budget does not say how many are all`,
        expected: '`budget: { epochs: 27 }`, or another strategy',
        lacks: true,
      },
    ];
  if (least === undefined || epochs === undefined || least <= epochs) return [];
  return [
    {
      path: ['search', 'min-epochs'],
      message: `search.min-epochs is more than a trial has (budget.epochs: ${epochs})`,
      expected: `at most ${epochs}`,
      ofSearch: true,
    },
  ];
}

/** What takes a model that Tunegate builds itself. */
export function checkDriven({ proxies, inherit }: Search): Finding[] {
  const elsewhere = (key: string, message: string): Finding => ({
    path: ['search', key],
    atKey: true,
    message: `${message}, and here another program trains`,
    suggestion: 'remove it',
  });
  return [
    ...(proxies ? [elsewhere('proxies', '`proxies` are scores of a model that Tunegate builds')] : []),
    ...(inherit ? [elsewhere('inherit', '`inherit` hands on weights that Tunegate has kept')] : []),
  ];
}

export function checkInherit({ inherit, strategy }: Search, { module }: Trial): Finding[] {
  if (!inherit) return [];
  const about = { path: ['search', 'inherit'], atKey: true };
  if (module === undefined)
    return [
      {
        ...about,
        message: '`inherit` hands on the weights of a TensorFlow.js model, and this trial has no `module`',
        suggestion: 'remove it',
      },
    ];
  if (strategy === 'evolution' || strategy === 'local') return [];
  return [
    {
      ...about,
      message: `the strategy ${strategy} does not change one trial into another, so nothing can be inherited`,
      expected: '`strategy: evolution` or `local`',
      unused: true,
    },
  ];
}

export function checkProxies({ proxies }: Search, { module }: Trial): Finding[] {
  if (proxies === undefined || module !== undefined) return [];
  return [
    {
      path: ['search', 'proxies'],
      atKey: true,
      message: '`proxies` are scores of a TensorFlow.js model, and this trial has no `module`',
      suggestion: 'remove it',
    },
  ];
}

export function checkCandidates({ proxies, candidates }: Search): Finding[] {
  if (candidates === undefined || proxies !== undefined) return [];
  return [
    {
      path: ['search', 'candidates'],
      atKey: true,
      message: '`candidates` are ranked by `proxies`, and there are none',
      expected: '`proxies: [synflow, flops]` beside it',
    },
  ];
}
