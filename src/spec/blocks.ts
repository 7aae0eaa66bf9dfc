import type {
  ParameterDefinition,
  ParameterDefinitions,
  RepeatDefinition,
  Value,
} from '../space/parameter.ts';
import { closestWord } from './closest.ts';
import { type Finding, isMapping, list, type Path, show } from './finding.ts';
import { describe, isPossible } from './possible.ts';

/** What is wrong with the blocks that a repeat ships today: how many, and each of them. */
export function checkBlocks(
  value: unknown,
  { min, max, of }: Pick<RepeatDefinition, 'min' | 'max' | 'of'>,
  name: string,
  path: Path,
): Finding[] {
  const blocks = Array.isArray(value) ? value : undefined;
  const count = blocks ? blocks.length : value;
  if (typeof count !== 'number' || !Number.isInteger(count))
    return [
      {
        path,
        message: `this is not the blocks of ${name}`,
        expected: 'how many, or a list of them',
        found: show(value),
      },
    ];
  const findings: Finding[] = [];
  if (min <= max && (count < min || count > max))
    findings.push({
      path,
      message: `the default of ${name} has ${count} block${count === 1 ? '' : 's'}`,
      expected: `from ${min} to ${max}`,
    });
  return [...findings, ...(blocks ?? []).flatMap((block, i) => checkBlock(block, of, [...path, i]))];
}

/** What is wrong with a config in its nested form. What is missing of it is not looked at. */
export function checkValues(config: unknown, params: ParameterDefinitions, path: Path): Finding[] {
  return checkBlock(config, params, path, 'config', 'params have');
}

function checkBlock(
  block: unknown,
  of: ParameterDefinitions,
  path: Path,
  noun = 'block',
  owner = 'a block has',
): Finding[] {
  if (block === null || typeof block !== 'object' || Array.isArray(block))
    return [
      {
        path,
        message: `this is not a ${noun}`,
        expected: 'a mapping of parameter to value',
        found: show(block),
      },
    ];
  return Object.entries(block).flatMap(([name, item]): Finding[] => {
    const definition = Object.hasOwn(of, name) ? of[name] : undefined;
    if (definition) return checkItem(item, definition, name, [...path, name]);
    const near = closestWord(name, Object.keys(of));
    return [
      {
        path: [...path, name],
        atKey: true,
        message: `${owner} no parameter ${JSON.stringify(name)}`,
        expected: Object.keys(of).length > 0 ? `one of ${list(Object.keys(of))}` : 'no parameter',
        ...(near ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : {}),
      },
    ];
  });
}

function checkItem(item: unknown, definition: ParameterDefinition, name: string, path: Path): Finding[] {
  if (definition.type === 'repeat') return checkBlocks(item, definition, name, path);
  if (definition.type === 'choice' && definition.options && isMapping(item)) {
    const { type: chosen, ...children } = item;
    const options = definition.options;
    if (typeof chosen !== 'string' || !Object.hasOwn(options, chosen))
      return [
        {
          path: chosen === undefined ? path : [...path, 'type'],
          message:
            chosen === undefined
              ? `this does not say which option ${name} has`
              : `${show(chosen)} is not an option of ${name}`,
          expected: `\`type:\` and one of ${list(Object.keys(options))}`,
        },
      ];
    return checkBlock(children, options[chosen]!, path);
  }
  if (item === null || typeof item === 'object')
    return [{ path, message: `${name} is not a value`, expected: describe(definition), found: show(item) }];
  return isPossible(definition, item as Value)
    ? []
    : [
        {
          path,
          message: `${show(item)} is not a value of ${name}`,
          expected: describe(definition),
          found: show(item),
        },
      ];
}
