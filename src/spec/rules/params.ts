import type {
  ChoiceDefinition,
  ParameterDefinition,
  ParameterDefinitions,
  RepeatDefinition,
} from '../../space/parameter.ts';
import { checkBlocks } from '../blocks.ts';
import { closestWord } from '../closest.ts';
import { checkCircles, checkWhen, type Scope } from '../conditions.ts';
import { type Finding, list, type Path, show } from '../finding.ts';
import { checkNumeric } from '../numeric-range.ts';
import { choicesOf, countParameters } from '../possible.ts';
import { namePattern, nameWords } from '../schema/params.ts';
import { checkVariables } from '../variables.ts';

/** What the flat space may have; a hundred blocks of a hundred parameters. */
const mostParameters = 10_000;

/** A spec without parameters, where none are found in its code. */
export const noParams: Finding = {
  path: [],
  atKey: true,
  message: 'the spec has no `params`',
  expected:
    '`params:` and below it the parameters, such as `learning_rate: { type: float, min: 1e-4, max: 0.1, scale: log }`',
};

/** The same, where they would be if it were not driven by another program. */
export const noParamsDriven: Finding = {
  ...noParams,
  message: 'the spec has no `params`, and where another program trains, no code is looked into for them',
};

/**
 * What is wrong with the definitions of a space.
 *
 * @param broken names of further parameters, whose definitions are not sound
 */
export function checkParams(params: ParameterDefinitions, broken: ReadonlySet<string>): Finding[] {
  if (Object.keys(params).length + broken.size === 0)
    return [
      {
        path: ['params'],
        atKey: true,
        message: 'params is empty, so there is nothing to search',
        expected:
          'at least one parameter, such as `learning_rate: { type: float, min: 1e-4, max: 0.1, scale: log }`',
      },
    ];
  const parameters = countParameters(params);
  if (parameters > mostParameters)
    return [
      {
        path: ['params'],
        atKey: true,
        message: `these are ${parameters} parameters, counting those of a repeat once for each block`,
        expected: `at most ${mostParameters}`,
        suggestion: 'lower the `max` of the repeats',
      },
    ];
  return [
    ...checkDefinitions({ definitions: params, broken }, ['params'], false),
    ...checkVariables(params),
    ...checkCircles(params),
  ];
}

function checkDefinitions(scope: Scope, path: Path, underOption: boolean): Finding[] {
  return Object.entries(scope.definitions).flatMap(([name, definition]) => {
    const here = [...path, name];
    return [
      ...checkName(name, here, underOption),
      ...checkWhen(definition, name, here, scope),
      ...checkDefinition(definition, name, here, scope),
    ];
  });
}

function checkName(name: string, path: Path, underOption: boolean): Finding[] {
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
  return checkWord(name, path, 'parameter');
}

function checkWord(word: string, path: Path, what: string): Finding[] {
  const refuse = (words: Omit<Finding, 'path'>): Finding[] => [{ path, atKey: true, ...words }];
  if (!namePattern.test(word)) {
    const usable = word.replace(/[^A-Za-z0-9_-]+/g, '_').replace(/^(?=[\d-])/, '_');
    return refuse({
      message: `${JSON.stringify(word)} is not a usable name of ${what === 'option' ? 'an' : 'a'} ${what}`,
      expected: nameWords,
      ...(/^[ -~]*[A-Za-z][ -~]*$/.test(word) ? { suggestion: `such as ${usable}` } : {}),
    });
  }
  // Configs are plain objects in modules, where these names mean something else.
  if (word in Object.prototype)
    return refuse({
      message: `${JSON.stringify(word)} is a name that every object of JavaScript has already`,
      expected: 'another name',
    });
  return [];
}

function checkDefinition(definition: ParameterDefinition, name: string, path: Path, scope: Scope): Finding[] {
  switch (definition.type) {
    case 'float':
    case 'int':
      return checkNumeric(definition, name, path);
    case 'choice':
      return checkChoice(definition, name, path, scope);
    case 'repeat':
      return checkRepeat(definition, name, path, scope);
    default:
      return [];
  }
}

function checkChoice(definition: ChoiceDefinition, name: string, path: Path, scope: Scope): Finding[] {
  const { values, options } = definition;
  if (values === undefined && options === undefined)
    return [
      {
        path,
        atKey: true,
        message: `${name} is a choice without \`values\` or \`options\``,
        expected: '`values: [a, b]`, or `options:` with the parameters of each',
      },
    ];
  if (values !== undefined && options !== undefined)
    return [
      {
        path: [...path, 'options'],
        atKey: true,
        message: `${name} has both \`values\` and \`options\``,
        expected: '`values: [a, b]`, or `options:` with the parameters of each',
      },
    ];
  const twice = (values ?? []).flatMap((item, i): Finding[] =>
    values!.indexOf(item) === i
      ? []
      : [
          {
            path: [...path, 'values', i],
            message: `${show(item)} is listed twice`,
            suggestion: 'remove one',
          },
        ],
  );
  const none: Finding[] =
    options && Object.keys(options).length === 0
      ? [{ path: [...path, 'options'], message: `${name} has no option`, expected: 'at least one' }]
      : [];
  const inOptions = Object.entries(options ?? {}).flatMap(([option, children]) => {
    const here = [...path, 'options', option];
    return [
      ...checkWord(option, here, 'option'),
      ...checkDefinitions({ definitions: children, outer: scope }, here, true),
    ];
  });
  return [...twice, ...none, ...checkChosen(definition, name, path), ...inOptions];
}

function checkChosen(definition: ChoiceDefinition, name: string, path: Path): Finding[] {
  const value = definition.default;
  const known = choicesOf(definition);
  if (value === undefined || known.length === 0 || known.includes(value)) return [];
  const sameText = known.find((item) => String(item) === String(value));
  const near = closestWord(String(value), known.map(String));
  return [
    {
      path: [...path, 'default'],
      message: `the default of ${name} is not one of its ${definition.options ? 'options' : 'values'}`,
      expected: `one of ${list(known.map(show))}`,
      found: show(value),
      ...(sameText !== undefined
        ? { suggestion: `write ${show(sameText)}: text, numbers and booleans are different values` }
        : near
          ? { suggestion: `did you mean ${JSON.stringify(near)}?` }
          : {}),
    },
  ];
}

function checkRepeat(definition: RepeatDefinition, name: string, path: Path, scope: Scope): Finding[] {
  const { min, max, of, default: value } = definition;
  const findings: Finding[] = [];
  if (min > max)
    findings.push({
      path: [...path, 'min'],
      message: `the min of ${name} is above its max`,
      expected: `at most ${max}`,
      found: String(min),
      suggestion: 'exchange the two',
    });
  if (Object.keys(of).length === 0)
    findings.push({
      path: [...path, 'of'],
      atKey: true,
      message: `the blocks of ${name} have no parameter`,
      expected: 'at least one parameter in `of`',
    });
  return [
    ...findings,
    ...(value === undefined ? [] : checkBlocks(value, definition, name, [...path, 'default'])),
    ...checkDefinitions({ definitions: of, outer: scope }, [...path, 'of'], false),
  ];
}
