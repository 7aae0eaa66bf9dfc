import type { z } from 'zod';
import { ConfigError, completeConfig } from '../space/config.ts';
import type { ParameterDefinitions } from '../space/parameter.ts';
import { createSpace } from '../space/space.ts';
import { checkValues } from './blocks.ts';
import { explainKey } from './explain-key.ts';
import { at, type Finding, type Path } from './finding.ts';
import { checkParams } from './parameter-rules.ts';
import { countConfigs } from './possible.ts';
import { longestDuration } from './quantities.ts';
import {
  budgetSchema,
  constraintFile,
  definitionsSchema,
  gateFile,
  metricSchema,
  searchSchema,
  trialFile,
} from './schema.ts';
import { checkMetricFiles, checkTrial } from './trial-rules.ts';

/**
 * What a schema cannot say: values against each other, names, conditions, what a budget needs. What is sound in itself
 * is looked at, whatever is wrong with the rest, so that all problems come at once.
 *
 * @param driven another program trains and ends the search: no code is looked into for parameters, and no budget is needed
 */
export function checkSections(document: unknown, driven = false): Finding[] {
  const trial = soundPart(trialFile, 'trial', document);
  const params = soundPart(definitionsSchema, 'params', document);
  const budget = soundPart(budgetSchema.prefault({}), 'budget', document);
  const search = searchSchema.prefault({}).safeParse(at(document, ['search'])).data;
  const absent = isMapping(document) && at(document, ['params']) === undefined;
  const includes = at(document, ['include']) !== undefined;
  const discovers = trial !== undefined && findsParameters(trial.data, absent && !includes);
  const found = discovers && !driven;
  const inParams =
    absent || !params
      ? absent && !found && !includes
        ? [discovers ? noParamsDriven : noParams]
        : []
      : checkParams(params.data, params.broken);
  const whole =
    (params?.broken.size === 0 || absent) && inParams.length === 0 ? (params?.data ?? {}) : undefined;
  return [
    ...(trial ? checkTrial(trial.data, trial.broken, driven) : []),
    ...(trial && budget && !trial.broken.has('metrics') && !budget.broken.has('workers')
      ? checkMetricFiles(trial.data, budget.data)
      : []),
    ...(search && trial ? [...checkProxies(search, trial.data), ...checkInherit(search, trial.data)] : []),
    ...(search ? checkCandidates(search) : []),
    ...checkMetrics(document),
    ...checkConstraints(document),
    ...(search ? checkOneMetric(search, document) : []),
    ...inParams,
    ...(whole && !found ? checkTryFirst(at(document, ['search', 'try-first']), whole) : []),
    ...(budget ? checkTime(budget.data) : []),
    ...checkGate(document),
    ...(budget && !budget.broken.has('epochs') ? checkTotalEpochs(budget.data) : []),
    ...(search && budget && !budget.broken.has('epochs') ? checkRungs(search, budget.data) : []),
    ...(search ? checkUnused(search, document) : []),
    ...(!driven && budget && whole && !budget.broken.has('time') && !budget.broken.has('trials')
      ? checkEnd(budget.data, search?.repeats ?? false, found ? undefined : whole)
      : []),
  ];
}

/**
 * What a schema accepts of a section when the keys with problems are left out, and those keys (with what they are meant
 * to be); undefined when that is nothing.
 */
function soundPart<T>(
  schema: z.ZodType<T>,
  section: string,
  document: unknown,
): { readonly data: T; readonly broken: ReadonlySet<string> } | undefined {
  const value = at(document, [section]);
  const whole = schema.safeParse(value);
  if (whole.success) return { data: whole.data, broken: new Set() };
  if (value === null || typeof value !== 'object') return undefined;
  const broken = whole.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0
      ? issue.keys.flatMap((key) => [key, explainKey(key, [section], document).meant ?? key])
      : [String(issue.path[0] ?? '')],
  );
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !broken.includes(key)));
  const part = schema.safeParse(rest);
  return part.success ? { data: part.data, broken: new Set(broken) } : undefined;
}

/** The metrics that are sound, with their places: one, or those of a list. */
function metricsOf(document: unknown): { readonly name: string; readonly path: Path }[] {
  const value = at(document, ['metric']);
  const places: Path[] = Array.isArray(value) ? value.map((_, i) => ['metric', i]) : [['metric']];
  return places.flatMap((path) => {
    const metric = metricSchema.safeParse(at(document, path)).data;
    return metric ? [{ name: metric.name, path: [...path, 'name'] }] : [];
  });
}

function checkMetrics(document: unknown): Finding[] {
  const metrics = metricsOf(document);
  return metrics.flatMap(({ name, path }, i): Finding[] => {
    if (name === 'step') return [{ path, ...calledStep }];
    if (metrics.findIndex((other) => other.name === name) === i) return [];
    return [
      { path, message: `the metric ${JSON.stringify(name)} is there twice`, expected: 'each metric once' },
    ];
  });
}

/** What stops or pauses trials early goes by the main metric alone. */
function checkOneMetric(
  { strategy, ...search }: z.output<typeof searchSchema>,
  document: unknown,
): Finding[] {
  const several = metricsOf(document).length > 1;
  const constraints = at(document, ['constraints']);
  const constrained =
    constraints !== null && typeof constraints === 'object' && Object.keys(constraints).length > 0;
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

const calledStep = {
  message: 'a metric cannot be called "step"',
  expected: 'another name',
  suggestion: 'in reports `step` says how far the training is',
};

function checkConstraints(document: unknown): Finding[] {
  const constraints = at(document, ['constraints']);
  if (constraints === null || typeof constraints !== 'object' || Array.isArray(constraints)) return [];
  return Object.entries(constraints).flatMap(([metric, bounds]): Finding[] => {
    const path = ['constraints', metric];
    const { data } = constraintFile.safeParse(bounds);
    if (!data) return [];
    const { min, max } = data;
    if (metric === 'step') return [{ path, atKey: true, ...calledStep }];
    if (min === undefined && max === undefined)
      return [
        { path, message: `the constraint on ${metric} asks for nothing`, expected: '`min:`, `max:` or both' },
      ];
    if (min !== undefined && max !== undefined && min > max)
      return [
        {
          path,
          message: `nothing keeps the constraint on ${metric}: min is above max`,
          expected: 'min at most max',
          found: `min ${min}, max ${max}`,
        },
      ];
    return [];
  });
}

/** A budget of all epochs is for trials of known length. */
function checkTotalEpochs({ epochs, 'total-epochs': total }: z.output<typeof budgetSchema>): Finding[] {
  if (total === undefined || (epochs !== undefined && epochs <= total)) return [];
  const path = ['budget', 'total-epochs'];
  if (epochs === undefined)
    return [
      {
        path,
        message: 'the budget limits the epochs of all trials, but does not say how many one has',
        expected: '`epochs` beside it',
      },
    ];
  return [
    {
      path,
      message: `no trial fits into this budget: one has ${epochs} epochs`,
      expected: `at least ${epochs}`,
      found: String(total),
      ofSearch: true,
    },
  ];
}

function checkTime({ time, cost, price }: z.output<typeof budgetSchema>): Finding[] {
  const path = ['budget', 'time'];
  if (cost !== undefined && price === undefined)
    return [
      {
        path: ['budget', 'cost'],
        message: 'the budget limits the cost, but does not say what an hour costs',
        expected: '`price` beside it, such as `budget: { cost: 0.50, price: 0.36 }`',
      },
    ];
  if (cost !== undefined && price !== undefined && cost / price < 1 / 3600)
    return [
      {
        path: ['budget', 'cost'],
        message: `budget.cost is too little for any trial: at ${price} an hour it buys less than a second`,
        expected: `at least ${Number((price / 3600).toPrecision(2))}`,
        found: String(cost),
      },
    ];
  if (time !== undefined && time < 1000)
    return [{ path, message: 'budget.time is too short for any trial', expected: 'at least 1s' }];
  if (time !== undefined && time > longestDuration)
    return [{ path, message: 'budget.time is too long', expected: 'at most 24d' }];
  return [];
}

/** Configs to try first: values that are none, then what has neither a value nor a default. */
function checkTryFirst(configs: unknown, params: ParameterDefinitions): Finding[] {
  if (!Array.isArray(configs)) return [];
  return configs.flatMap((config: unknown, i): Finding[] => {
    const path = ['search', 'try-first', i];
    if (!isMapping(config)) return [];
    const findings = checkValues(config, params, path);
    if (findings.length > 0) return findings;
    try {
      completeConfig(createSpace(params), config as Readonly<Record<string, unknown>>);
      return [];
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const message = `this config cannot be tried: ${error.problems.join('; ')}`;
      return [{ path, message }];
    }
  });
}

/** A floor has to be on the side that is worse, and a look at no more seeds than there are. */
function checkGate(document: unknown): Finding[] {
  const gate = gateFile.partial().safeParse(at(document, ['gate'])).data;
  const metric = at(document, ['metric']);
  const goal = at(Array.isArray(metric) ? metric[0] : metric, ['goal']);
  if (!gate) return [];
  const [wrong, right] = goal === 'maximize' ? (['max', 'min'] as const) : (['min', 'max'] as const);
  const findings: Finding[] = [];
  if ((goal === 'maximize' || goal === 'minimize') && gate[wrong] !== undefined)
    findings.push({
      path: ['gate', wrong],
      atKey: true,
      message: `gate.${wrong} would hold back a head that is good: the goal is to ${goal}`,
      expected: `\`${right}\``,
    });
  const main = at(Array.isArray(metric) ? metric[0] : metric, ['name']);
  for (const [name, rule] of Object.entries(gate.metrics ?? {})) {
    if (name === main)
      findings.push({
        path: ['gate', 'metrics', name],
        atKey: true,
        message: `${name} is the metric of the study, which the gate compares anyway`,
        expected: 'its limit as gate.max-drop, and other metrics here',
      });
    const [off, on] = rule.goal === 'maximize' ? (['max', 'min'] as const) : (['min', 'max'] as const);
    if (rule[off] !== undefined)
      findings.push({
        path: ['gate', 'metrics', name, off],
        atKey: true,
        message: `${off} would hold back a head that is good: the goal of ${name} is to ${rule.goal}`,
        expected: `\`${on}\``,
      });
  }
  const late = gate.looks?.findIndex((look) => look > (gate.seeds ?? 10)) ?? -1;
  if (late >= 0)
    findings.push({
      path: ['gate', 'looks', late],
      message: `there is no look at ${gate.looks![late]} seeds: the gate trains ${gate.seeds ?? 10} a side at most`,
      expected: 'looks up to `gate.seeds`',
    });
  return findings;
}

/** What climbs resources needs to know how far they go. */
function checkRungs(
  search: z.output<typeof searchSchema>,
  { epochs }: z.output<typeof budgetSchema>,
): Finding[] {
  const { strategy, 'min-epochs': least } = search;
  const climbs = strategy === 'asha' || strategy === 'hyperband';
  if (climbs && epochs === undefined)
    return [
      {
        path: ['search', 'strategy'],
        message: `${strategy} gives trials few epochs at first and the best of them more, but the budget does not say how many are all`,
        expected: '`budget: { epochs: 27 }`, or another strategy',
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

/** Settings of one kind of strategy, and the strategies that have a use for them. */
const settings = [
  { keys: ['eta', 'min-epochs'], of: ['asha', 'hyperband'] },
  { keys: ['population', 'tournament'], of: ['evolution'] },
  { keys: ['points'], of: ['grid'] },
] as const;

/** What `auto` will choose is not known here: it may have settings for each. */
function checkUnused(
  { strategy, 'early-stopping': stopping }: z.output<typeof searchSchema>,
  document: unknown,
): Finding[] {
  if (strategy === 'auto') return [];
  return settings.flatMap(({ keys, of }) => {
    if (of.some((name) => name === strategy)) return [];
    const unused = keys.filter(
      (key) =>
        at(document, ['search', key]) !== undefined && !(key === 'min-epochs' && stopping === 'median'),
    );
    return unused.map((key) => ({
      path: ['search', key],
      atKey: true,
      message: `\`${key}\` means nothing to the strategy ${strategy}`,
      expected: `\`strategy: ${of[0]}\`${of.slice(1).map((name) => ` or \`${name}\``)}`,
      suggestion: 'remove it',
      unused: true as const,
    }));
  });
}

function checkInherit(
  { inherit, strategy }: z.output<typeof searchSchema>,
  { module }: z.output<typeof trialFile>,
): Finding[] {
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

function checkProxies(
  { proxies }: z.output<typeof searchSchema>,
  { module }: z.output<typeof trialFile>,
): Finding[] {
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

function checkCandidates({ proxies, candidates }: z.output<typeof searchSchema>): Finding[] {
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

/** A search of more configs needs a limit, even if it would end some day. */
const endlessConfigs = 10_000;

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const noParams: Finding = {
  path: [],
  atKey: true,
  message: 'the spec has no `params`',
  expected:
    '`params:` and below it the parameters, such as `learning_rate: { type: float, min: 1e-4, max: 0.1, scale: log }`',
};

const noParamsDriven: Finding = {
  ...noParams,
  message: 'the spec has no `params`, and where another program trains, no code is looked into for them',
};

/** Whether the parameters are found in the code of a trial, at least in part. */
function findsParameters({ keras, module, discover }: z.output<typeof trialFile>, none: boolean): boolean {
  if (module !== undefined) return discover ?? none;
  return keras !== undefined && discover !== false;
}

/** Something has to end a search: the budget, or a space that is soon covered. */
function checkEnd(
  { time, trials, cost, 'total-epochs': total, 'no-improvement': stall }: z.output<typeof budgetSchema>,
  repeats: boolean,
  params: ParameterDefinitions | undefined,
): Finding[] {
  if ([time, trials, cost, total, stall].some((limit) => limit !== undefined)) return [];
  const configs = params ? countConfigs(params) : undefined;
  if (configs !== undefined && configs <= endlessConfigs && !repeats) return [];
  const why =
    configs === undefined
      ? 'what there is to search is found in the code'
      : configs === Number.POSITIVE_INFINITY
        ? 'the space has infinitely many configs'
        : configs > endlessConfigs
          ? `the space has about ${Number(configs.toPrecision(1))} configs`
          : '`search.repeats` tries configs again and again';
  return [
    {
      path: ['budget'],
      atKey: true,
      message: `nothing would end the search: ${why}, and the budget has neither \`time\` nor \`trials\``,
      expected: 'such as `budget: { time: 15m, trials: 60 }`',
    },
  ];
}
