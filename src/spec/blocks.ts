import type {
  ParameterDefinition,
  ParameterDefinitions,
  RepeatDefinition,
  Value,
} from '../space/parameter.ts';
import { closestWord } from './closest.ts';
import { type Finding, isMapping, list, type Path, show } from './finding.ts';
import { describe, isPossible, saysValues } from './possible.ts';

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

/**
 * What is wrong with a config in its nested form. What is missing of it is not looked at.
 *
 * @param broken names of further parameters, of whose values nothing can be said
 */
export function checkValues(
  config: unknown,
  params: ParameterDefinitions,
  path: Path,
  broken: ReadonlySet<string> = new Set(),
): Finding[] {
  return checkBlock(config, params, path, { noun: 'config', has: 'params have', broken });
}

/** Whose values are looked at, in words. */
interface Owner {
  readonly noun: string;
  /** Before the parameters that it has: `a block has`. */
  readonly has: string;
  /** What to write where it has none. */
  readonly none?: string;
  /** Names of further parameters, of whose values nothing can be said. */
  readonly broken?: ReadonlySet<string>;
  /** Of an option, all that there are: what one does not have may belong to another. */
  readonly options?: Readonly<Record<string, ParameterDefinitions>>;
}

const aBlock: Owner = { noun: 'block', has: 'a block has' };

function anOption(option: string, options: Owner['options'] & object): Owner {
  return {
    noun: 'config',
    has: `the option ${option} has`,
    none: `\`type: ${option}\` alone: ${option} has no parameters`,
    options,
  };
}

function checkBlock(block: unknown, of: ParameterDefinitions, path: Path, owner = aBlock): Finding[] {
  if (block === null || typeof block !== 'object' || Array.isArray(block))
    return [
      {
        path,
        message: `this is not a ${owner.noun}`,
        expected: 'a mapping of parameter to value',
        found: show(block),
      },
    ];
  return Object.entries(block).flatMap(([name, item]): Finding[] => {
    const definition = Object.hasOwn(of, name) ? of[name] : undefined;
    if (definition) return checkItem(item, definition, name, [...path, name]);
    return owner.broken?.has(name) ? [] : [unknownName(name, of, [...path, name], owner)];
  });
}

function unknownName(
  name: string,
  of: ParameterDefinitions,
  path: Path,
  { has, none = 'no parameter', options = {}, broken = new Set() }: Owner,
): Finding {
  const known = [...new Set([...Object.keys(of), ...broken])];
  const others = Object.keys(options).filter((option) => Object.hasOwn(options[option]!, name));
  const near = closestWord(name, known);
  const suggestion =
    others.length > 0
      ? `it is a parameter of ${list(others)}`
      : near && `did you mean ${JSON.stringify(near)}?`;
  return {
    path,
    atKey: true,
    message: `${has} no parameter ${JSON.stringify(name)}`,
    expected: known.length > 0 ? `one of ${list(known)}` : none,
    ...(suggestion ? { suggestion } : {}),
  };
}

function checkItem(item: unknown, definition: ParameterDefinition, name: string, path: Path): Finding[] {
  if (definition.type !== 'repeat' && !saysValues(definition)) return [];
  if (definition.type === 'repeat') return checkBlocks(item, definition, name, path);
  if (definition.type === 'choice' && definition.options && isMapping(item)) {
    const { type: chosen, ...children } = item;
    const options = definition.options;
    if (typeof chosen !== 'string' || !Object.hasOwn(options, chosen)) {
      const near = typeof chosen === 'string' ? closestWord(chosen, Object.keys(options)) : undefined;
      return [
        {
          path: chosen === undefined ? path : [...path, 'type'],
          message:
            chosen === undefined
              ? `this does not say which option ${name} has`
              : `${show(chosen)} is not an option of ${name}`,
          expected: `\`type:\` and one of ${list(Object.keys(options))}`,
          ...(near === undefined ? {} : { suggestion: `did you mean ${JSON.stringify(near)}?` }),
        },
      ];
    }
    return checkBlock(children, options[chosen]!, path, anOption(chosen, options));
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
