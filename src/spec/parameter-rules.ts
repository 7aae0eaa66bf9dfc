import type {
  ChoiceDefinition,
  ParameterDefinition,
  ParameterDefinitions,
  RepeatDefinition,
  Value,
} from '../space/parameter.ts';
import { checkCircles, checkWhen, type Scope } from './conditions.ts';
import { suggest } from './explain.ts';
import { type Finding, show } from './finding.ts';
import { checkNumeric } from './numeric-range.ts';
import { describe, isPossible } from './possible.ts';
import { namePattern } from './schema.ts';

type Path = Finding['path'];

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
