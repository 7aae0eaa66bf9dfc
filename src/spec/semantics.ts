import type {
  ChoiceDefinition,
  FloatDefinition,
  IntDefinition,
  ParameterDefinition,
  ParameterDefinitions,
  RepeatDefinition,
  Value,
  WhenTest,
} from '../space/parameter.ts';
import { suggest } from './explain.ts';
import { type Finding, show } from './finding.ts';
import { namePattern, type ParsedSpec } from './schema.ts';

/** What a schema cannot say: values against each other, names, conditions, what a budget needs. */

type Path = readonly (string | number)[];

export function checkSemantics(spec: ParsedSpec): Finding[] {
  return [...checkTrial(spec.trial), ...checkParams(spec.params), ...checkBudget(spec)];
}

export function checkTrial(trial: ParsedSpec['trial']): Finding[] {
  const findings: Finding[] = [];
  const { module, run, shell } = trial;
  if (module === undefined && run === undefined)
    findings.push({
      path: ['trial'],
      atKey: true,
      message: 'trial says neither `module` nor `run`',
      expected: '`module: ./model.ts` (TensorFlow.js), or `run: [python, train.py]` (any program)',
    });
  if (module !== undefined && run !== undefined)
    findings.push({
      path: ['trial', 'run'],
      atKey: true,
      message: 'trial has both `module` and `run`',
      expected: 'one of the two',
    });
  const misplaced = (key: string, other: string) => {
    if (Object.hasOwn(trial, key))
      findings.push({
        path: ['trial', key],
        atKey: true,
        message: `trial.${key} is for ${other} only`,
        suggestion: 'remove it',
      });
  };
  if (module !== undefined && run === undefined)
    for (const key of ['shell', 'stdout']) misplaced(key, 'commands (`run`)');
  if (run !== undefined && module === undefined) misplaced('backend', 'modules (`module`)');
  if (typeof run === 'string' && !shell)
    findings.push({
      path: ['trial', 'run'],
      message: 'trial.run is one text, but there is no shell to take it apart',
      expected: `a list: [${run
        .trim()
        .split(/\s+/)
        .map((word) => (/^[\w./=-]+$/.test(word) ? word : JSON.stringify(word)))
        .join(', ')}]`,
      suggestion: 'or set `shell: true`',
    });
  if (Array.isArray(run) && shell)
    findings.push({
      path: ['trial', 'run'],
      message: 'trial.run is a list, but `shell: true` takes one command line',
      expected: 'a text',
    });
  const patterns = typeof trial.stdout === 'string' ? [trial.stdout] : (trial.stdout ?? []);
  for (const [i, pattern] of patterns.entries()) {
    const path = typeof trial.stdout === 'string' ? ['trial', 'stdout'] : ['trial', 'stdout', i];
    try {
      new RegExp(pattern);
      if (!/\(\?<[A-Za-z_$]/.test(pattern))
        findings.push({
          path,
          message: 'the pattern names no metric',
          expected: 'a named group for each metric, such as loss=(?<loss>[0-9.]+)',
          found: show(pattern),
        });
    } catch (error) {
      findings.push({
        path,
        message: `the pattern is not a regular expression: ${(error as Error).message}`,
      });
    }
  }
  return findings;
}

function checkBudget({ budget, params }: ParsedSpec): Finding[] {
  if (budget.time !== undefined && budget.time < 1000)
    return [
      {
        path: ['budget', 'time'],
        message: 'budget.time is too short for any trial',
        expected: 'at least 1s',
      },
    ];
  if (budget.time === undefined && budget.trials === undefined && !isFiniteSpace(params))
    return [
      {
        path: ['budget'],
        atKey: true,
        message:
          'nothing would end the search: the budget has neither `time` nor `trials`, and the space is endless',
        expected: 'such as `budget: { time: 15m, trials: 60 }`',
      },
    ];
  return [];
}

function isFiniteSpace(definitions: ParameterDefinitions): boolean {
  return Object.values(definitions).every((definition) => {
    if (definition.type === 'float')
      return definition.step !== undefined || definition.min === definition.max;
    if (definition.type === 'repeat') return isFiniteSpace(definition.of);
    if (definition.type === 'choice') return Object.values(definition.options ?? {}).every(isFiniteSpace);
    return true;
  });
}

/** What a condition can see. */
interface Scope {
  readonly definitions: ParameterDefinitions;
  readonly outer?: Scope;
}

export function checkParams(params: ParameterDefinitions): Finding[] {
  if (Object.keys(params).length === 0)
    return [
      {
        path: ['params'],
        atKey: true,
        message: 'params is empty, so there is nothing to search',
        expected: 'at least one parameter',
      },
    ];
  return [
    ...checkDefinitions(params, ['params'], undefined, false),
    ...checkEnvironmentNames(params),
    ...checkCircles(params),
  ];
}

function checkDefinitions(
  definitions: ParameterDefinitions,
  path: Path,
  outer: Scope | undefined,
  underOption: boolean,
): Finding[] {
  const scope: Scope = { definitions, ...(outer ? { outer } : {}) };
  return Object.entries(definitions).flatMap(([name, definition]) => {
    const here = [...path, name];
    return [
      ...checkName(name, here, underOption),
      ...checkWhen(definition, name, here, scope),
      ...checkDefinition(definition, here, scope),
    ];
  });
}

function checkName(name: string, path: Path, underOption: boolean): Finding[] {
  if (!namePattern.test(name))
    return [
      {
        path,
        atKey: true,
        message: `${JSON.stringify(name)} is not a usable parameter name`,
        expected: 'letters, digits, _ and -, not beginning with a digit or -',
      },
    ];
  if (underOption && name === 'type')
    return [
      {
        path,
        atKey: true,
        message: 'a parameter of an option cannot be called "type"',
        expected: 'another name',
        suggestion: 'trials get { type: <the option>, … }, so that name is taken',
      },
    ];
  return [];
}

function checkDefinition(definition: ParameterDefinition, path: Path, scope: Scope): Finding[] {
  switch (definition.type) {
    case 'float':
    case 'int':
      return checkNumeric(definition, path);
    case 'choice':
      return checkChoice(definition, path, scope);
    case 'repeat':
      return checkRepeat(definition, path, scope);
    default:
      return [];
  }
}

function checkNumeric(
  { type, min, max, scale = 'linear', step, default: value }: FloatDefinition | IntDefinition,
  path: Path,
): Finding[] {
  if (min > max)
    return [
      {
        path: [...path, 'min'],
        message: `min is above max`,
        expected: `at most ${max}`,
        found: String(min),
        suggestion: 'exchange the two',
      },
    ];
  if (scale !== 'linear' && min <= 0)
    return [
      {
        path: [...path, 'min'],
        message: `scale: ${scale} needs a range above 0`,
        expected: 'min > 0',
        found: String(min),
        suggestion: 'raise min, or use scale: linear',
      },
    ];
  const findings = step === undefined ? [] : checkStep({ type, min, max, scale, step }, path);
  if (value !== undefined && findings.length === 0) {
    if (value < min || value > max)
      findings.push({
        path: [...path, 'default'],
        message: 'the default is outside the range',
        expected: `from ${min} to ${max}`,
        found: String(value),
      });
    else if (step !== undefined && !onGrid(value, min, max, scale, step))
      findings.push({
        path: [...path, 'default'],
        message: 'the default is not on the grid of the steps',
        expected: `one of ${grid(min, max, scale, step)}`,
        found: String(value),
      });
  }
  return findings;
}

function checkStep(
  {
    min,
    max,
    scale,
    step,
  }: {
    readonly type: string;
    readonly min: number;
    readonly max: number;
    readonly scale: string;
    readonly step: number;
  },
  path: Path,
): Finding[] {
  const at = [...path, 'step'];
  if (scale !== 'linear' && step <= 1)
    return [
      {
        path: at,
        message: `with scale: ${scale} the step is a ratio`,
        expected: 'more than 1, such as 2 for 16, 32, 64',
        found: String(step),
      },
    ];
  if (min === max) return [];
  const steps = scale === 'linear' ? (max - min) / step : Math.log(max / min) / Math.log(step);
  if (Math.abs(steps - Math.round(steps)) <= 1e-9 * Math.max(1, steps)) return [];
  const end = (count: number) => tidy(scale === 'linear' ? min + count * step : min * step ** count);
  const [below, above] = [end(Math.floor(steps)), end(Math.ceil(steps))];
  return [
    {
      path: [...path, 'max'],
      message: `max is not on the grid: the steps of ${step} from ${min} miss it`,
      expected: below === min ? `${above}` : `${below} or ${above}`,
      found: String(max),
    },
  ];
}

function onGrid(value: number, min: number, max: number, scale: string, step: number): boolean {
  const place =
    scale === 'linear'
      ? (value - min) / step
      : Math.log((scale === 'log' ? value : min + max - value) / min) / Math.log(step);
  return Math.abs(place - Math.round(place)) < 1e-9 * Math.max(1, Math.abs(place));
}

function grid(min: number, max: number, scale: string, step: number): string {
  const values: number[] = [];
  const at = (i: number) =>
    scale === 'linear' ? min + i * step : scale === 'log' ? min * step ** i : min + max - min * step ** i;
  for (let i = 0; values.length < 4 && at(i) <= max * (1 + 1e-12) && at(i) >= min * (1 - 1e-12) - 1e-300; i++)
    values.push(tidy(at(i)));
  return `${values.join(', ')}, …`;
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function checkChoice(definition: ChoiceDefinition, path: Path, scope: Scope): Finding[] {
  const { values, options, default: value } = definition;
  if ((values === undefined) === (options === undefined))
    return [
      {
        path,
        atKey: true,
        message:
          values === undefined
            ? 'a choice needs `values` or `options`'
            : 'a choice has `values` or `options`, not both',
        expected: '`values: [a, b]`, or `options:` with the parameters of each',
      },
    ];
  const findings: Finding[] = [];
  const known: readonly Value[] = values ?? Object.keys(options ?? {});
  for (const [i, item] of (values ?? []).entries())
    if (values!.indexOf(item) !== i)
      findings.push({
        path: [...path, 'values', i],
        message: `${show(item)} is listed twice`,
        suggestion: 'remove one',
      });
  if (options && known.length === 0)
    findings.push({ path: [...path, 'options'], message: 'a choice needs at least one option' });
  if (value !== undefined && !known.includes(value)) {
    const sameText = known.find((item) => String(item) === String(value));
    findings.push({
      path: [...path, 'default'],
      message: 'the default is not one of the values',
      expected: `one of ${known.map(show).join(', ')}`,
      found: show(value),
      ...(sameText === undefined
        ? suggest(String(value), known.map(String))
        : { suggestion: `write ${show(sameText)}: text and numbers are different values` }),
    });
  }
  for (const [option, children] of Object.entries(options ?? {})) {
    const at = [...path, 'options', option];
    if (!namePattern.test(option))
      findings.push({
        path: at,
        atKey: true,
        message: `${JSON.stringify(option)} is not a usable option name`,
        expected: 'letters, digits, _ and -, not beginning with a digit or -',
      });
    findings.push(...checkDefinitions(children, at, scope, true));
  }
  return findings;
}

function checkRepeat(
  { min, max, of, default: value }: RepeatDefinition,
  path: Path,
  scope: Scope,
): Finding[] {
  const findings: Finding[] = [];
  if (min > max)
    findings.push({
      path: [...path, 'min'],
      message: 'min is above max',
      expected: `at most ${max}`,
      found: String(min),
      suggestion: 'exchange the two',
    });
  if (Object.keys(of).length === 0)
    findings.push({
      path: [...path, 'of'],
      atKey: true,
      message: 'a block has no parameter',
      expected: 'at least one parameter in `of`',
    });
  const blocks = Array.isArray(value) ? value.length : (value as number | undefined);
  if (blocks !== undefined && min <= max && (blocks < min || blocks > max))
    findings.push({
      path: [...path, 'default'],
      message: `the default has ${blocks} block${blocks === 1 ? '' : 's'}`,
      expected: `from ${min} to ${max}`,
    });
  if (Array.isArray(value))
    for (const [i, block] of value.entries())
      findings.push(...checkBlock(block as Record<string, unknown>, of, [...path, 'default', i]));
  return [...findings, ...checkDefinitions(of, [...path, 'of'], scope, false)];
}

/** A block of a repeat's default against the definitions of a block. */
function checkBlock(
  block: Readonly<Record<string, unknown>>,
  of: ParameterDefinitions,
  path: Path,
): Finding[] {
  return Object.entries(block).flatMap(([name, item]): Finding[] => {
    const at = [...path, name];
    const definition = Object.hasOwn(of, name) ? of[name] : undefined;
    if (!definition)
      return [
        {
          path: at,
          atKey: true,
          message: `a block has no parameter ${JSON.stringify(name)}`,
          expected: `one of ${Object.keys(of).join(', ')}`,
          ...suggest(name, Object.keys(of)),
        },
      ];
    if (definition.type === 'choice' && definition.options && item !== null && typeof item === 'object') {
      const { type, ...children } = item as Record<string, unknown>;
      const options = definition.options[String(type)];
      if (!options)
        return [
          {
            path: at,
            message: `${show(type)} is not an option of ${name}`,
            expected: `type: one of ${Object.keys(definition.options).join(', ')}`,
          },
        ];
      return checkBlock(children, options, at);
    }
    if (definition.type === 'repeat')
      return checkRepeat({ ...definition, default: item as number }, at.slice(0, -1), { definitions: of })
        .filter((finding) => finding.path.at(-1) === 'default')
        .map((finding) => ({ ...finding, path: at }));
    if (item === null || typeof item === 'object')
      return [
        {
          path: at,
          message: `${name} is not a value`,
          expected: 'text, a number, true or false',
          found: show(item),
        },
      ];
    if (!isPossible(definition, item as Value))
      return [
        { path: at, message: `${show(item)} is not a value of ${name}`, expected: describe(definition) },
      ];
    return [];
  });
}

function describe(definition: ParameterDefinition): string {
  switch (definition.type) {
    case 'float':
    case 'int':
      return `from ${definition.min} to ${definition.max}${definition.step === undefined ? '' : ` in steps of ${definition.step}`}`;
    case 'choice':
      return `one of ${(definition.values ?? Object.keys(definition.options ?? {})).map(show).join(', ')}`;
    case 'bool':
      return 'true or false';
    case 'constant':
      return show(definition.value);
    case 'repeat':
      return `from ${definition.min} to ${definition.max} blocks`;
  }
}

/** Whether a parameter can ever have a value. */
function isPossible(definition: ParameterDefinition, value: Value): boolean {
  switch (definition.type) {
    case 'float':
    case 'int': {
      const { min, max, scale = 'linear', step } = definition;
      if (typeof value !== 'number' || value < min || value > max) return false;
      if (definition.type === 'int' && !Number.isInteger(value)) return false;
      return step === undefined || onGrid(value, min, max, scale, step);
    }
    case 'choice':
      return (definition.values ?? Object.keys(definition.options ?? {})).includes(value);
    case 'bool':
      return typeof value === 'boolean';
    case 'constant':
      return value === definition.value;
    case 'repeat':
      return (
        typeof value === 'number' &&
        Number.isInteger(value) &&
        value >= definition.min &&
        value <= definition.max
      );
  }
}

function checkWhen(definition: ParameterDefinition, name: string, path: Path, scope: Scope): Finding[] {
  return Object.entries(definition.when ?? {}).flatMap(([parent, test]): Finding[] => {
    const at = [...path, 'when', parent];
    const found = lookUp(parent, name, scope);
    if (!found) {
      const visible = visibleNames(scope).filter((other) => other !== name);
      return [
        {
          path: at,
          atKey: true,
          message:
            parent === name
              ? `${name} cannot depend on itself`
              : `${name} depends on ${JSON.stringify(parent)}, which is not a parameter that it can see`,
          expected:
            visible.length > 0 ? `one of ${visible.join(', ')}` : 'a parameter beside it or around it',
          ...suggest(parent, visible),
        },
      ];
    }
    return checkTest(test, found, parent, at);
  });
}

function checkTest(test: WhenTest, parent: ParameterDefinition, name: string, path: Path): Finding[] {
  if (Array.isArray(test) || typeof test !== 'object') {
    const values = (Array.isArray(test) ? test : [test]) as readonly Value[];
    return values.flatMap((value, i): Finding[] =>
      isPossible(parent, value)
        ? []
        : [
            {
              path: Array.isArray(test) ? [...path, i] : path,
              message: `${name} is never ${show(value)}`,
              expected: describe(parent),
              found: show(value),
            },
          ],
    );
  }
  const { min, max } = test as { readonly min?: number; readonly max?: number };
  if (
    !['float', 'int', 'repeat'].includes(parent.type) &&
    !(parent.type === 'choice' && parent.values?.every((item) => typeof item === 'number'))
  )
    return [
      {
        path,
        message: `${name} is not a number, so it has no range`,
        expected: `a value or a list of values: ${describe(parent)}`,
      },
    ];
  if (min === undefined && max === undefined)
    return [{ path, message: 'an empty range', expected: '{ min: … }, { max: … } or both' }];
  if (min !== undefined && max !== undefined && min > max)
    return [{ path, message: 'min is above max, so nothing passes', suggestion: 'exchange the two' }];
  if (parent.type === 'float' || parent.type === 'int' || parent.type === 'repeat')
    if ((min ?? parent.min) > parent.max || (max ?? parent.max) < parent.min)
      return [
        {
          path,
          message: `${name} is never in this range`,
          expected: `a range that meets ${parent.min} to ${parent.max}`,
        },
      ];
  return [];
}

function lookUp(name: string, from: string, scope: Scope): ParameterDefinition | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer)
    if (Object.hasOwn(at.definitions, name) && !(at === scope && name === from)) return at.definitions[name];
  return undefined;
}

function visibleNames(scope: Scope): string[] {
  return [...Object.keys(scope.definitions), ...(scope.outer ? visibleNames(scope.outer) : [])];
}

/** Siblings that depend on each other in a circle. (A child depends on its parents, never the other way.) */
function checkCircles(definitions: ParameterDefinitions, path: Path = ['params']): Finding[] {
  const findings: Finding[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (name: string, trail: readonly string[]): void => {
    if (state.get(name) === 'done' || !Object.hasOwn(definitions, name)) return;
    if (state.get(name) === 'open') {
      const circle = [...trail.slice(trail.indexOf(name)), name];
      findings.push({
        path: [...path, name, 'when'],
        atKey: true,
        message: `parameters depend on each other in a circle: ${circle.join(' → ')}`,
        suggestion: 'remove one of these conditions',
      });
      return;
    }
    state.set(name, 'open');
    for (const parent of Object.keys(definitions[name]!.when ?? {}))
      if (parent !== name) visit(parent, [...trail, name]);
    state.set(name, 'done');
  };
  for (const name of Object.keys(definitions)) visit(name, []);
  for (const [name, definition] of Object.entries(definitions)) {
    if (definition.type === 'repeat') findings.push(...checkCircles(definition.of, [...path, name, 'of']));
    if (definition.type === 'choice')
      for (const [option, children] of Object.entries(definition.options ?? {}))
        findings.push(...checkCircles(children, [...path, name, 'options', option]));
  }
  return findings;
}

/** Two names that become the same variable TUNEGATE_PARAM_<NAME>. */
function checkEnvironmentNames(params: ParameterDefinitions): Finding[] {
  const seen = new Map<string, string>();
  return Object.keys(params).flatMap((name): Finding[] => {
    const variable = name.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
    const other = seen.get(variable);
    seen.set(variable, name);
    return other === undefined
      ? []
      : [
          {
            path: ['params', name],
            atKey: true,
            message: `${name} and ${other} would be the same variable TUNEGATE_PARAM_${variable}`,
            suggestion: 'rename one of them',
          },
        ];
  });
}
