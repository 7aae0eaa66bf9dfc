import type { ParameterDefinition, ParameterDefinitions, Value, WhenTest } from '../space/parameter.ts';
import { closestWord } from './closest.ts';
import { type Finding, list, type Path, show } from './finding.ts';
import { choicesOf, describe, isNumeric, isPossible, meets, saysValues } from './possible.ts';

/** The definitions that a condition can see: its siblings, then those around them. */
export interface Scope {
  readonly definitions: ParameterDefinitions;
  readonly outer?: Scope;
  /** Names that exist, but whose definitions are not sound: nothing can be said of conditions on them. */
  readonly broken?: ReadonlySet<string>;
}

/** What is wrong with the condition of a parameter: names that mean nothing, tests that cannot pass. */
export function checkWhen(
  definition: ParameterDefinition,
  name: string,
  path: Path,
  scope: Scope,
): Finding[] {
  return Object.entries(definition.when ?? {}).flatMap(([parent, test]): Finding[] => {
    const at = [...path, 'when', parent];
    const found = lookUp(parent, name, scope);
    if (found) return saysValues(found) ? checkTest(test, found, parent, at) : [];
    if (isBroken(parent, scope)) return [];
    const visible = [...new Set(visibleNames(scope))].filter((other) => other !== name);
    const near = closestWord(parent, visible);
    return [
      {
        path: at,
        atKey: true,
        message:
          parent === name
            ? `${name} cannot depend on itself`
            : `${name} depends on ${JSON.stringify(parent)}, which is not a parameter that it can see`,
        expected: visible.length > 0 ? `one of ${list(visible)}` : 'a parameter beside it or around it',
        ...(near && parent !== name ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : {}),
      },
    ];
  });
}

function checkTest(test: WhenTest, parent: ParameterDefinition, name: string, path: Path): Finding[] {
  if (isRange(test)) return checkRange(test, parent, name, path);
  const many = Array.isArray(test);
  return (many ? (test as readonly Value[]) : [test as Value]).flatMap((value, i): Finding[] => {
    if (isPossible(parent, value)) return [];
    return [
      {
        path: many ? [...path, i] : path,
        message: `${name} is never ${show(value)}`,
        expected: describe(parent),
        found: show(value),
        ...meaning(value, parent),
      },
    ];
  });
}

/** What a value that can never be was meant to be. */
function meaning(value: Value, parent: ParameterDefinition): { readonly suggestion?: string } {
  if (typeof value === 'string') {
    const comparison = /^([<>]=?)\s*(-?[\d.]+)$/.exec(value.trim());
    if (comparison) {
      const [, sign, bound] = comparison;
      return {
        suggestion: `a range is written { ${sign!.startsWith('>') ? 'min' : 'max'}: ${bound} }, bound included`,
      };
    }
    if (parent.type === 'bool' && /^(yes|no|on|off|true|false)$/i.test(value))
      return { suggestion: `that is text; write ${/^(yes|on|true)$/i.test(value)}` };
  }
  const known = choicesOf(parent);
  const sameText = known.find((item) => String(item) === String(value));
  if (sameText !== undefined)
    return { suggestion: `write ${show(sameText)}: text and numbers are different values` };
  const near = closestWord(String(value), known.map(String));
  return near ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : {};
}

function isRange(test: WhenTest): test is { readonly min?: number; readonly max?: number } {
  return typeof test === 'object' && !Array.isArray(test);
}

function checkRange(
  {
    min = Number.NEGATIVE_INFINITY,
    max = Number.POSITIVE_INFINITY,
  }: { readonly min?: number; readonly max?: number },
  parent: ParameterDefinition,
  name: string,
  path: Path,
): Finding[] {
  if (!isNumeric(parent))
    return [
      {
        path,
        message: `${name} is not a number, so no range can test it`,
        expected: `a value, or a list of values: ${describe(parent)}`,
      },
    ];
  if (min === Number.NEGATIVE_INFINITY && max === Number.POSITIVE_INFINITY)
    return [{ path, message: `the range for ${name} is empty`, expected: '{ min: … }, { max: … } or both' }];
  if (min > max)
    return [{ path, message: 'min is above max, so nothing passes', suggestion: 'exchange the two' }];
  if (!meets(parent, min, max))
    return [
      {
        path,
        message: `${name} is never in this range`,
        expected: `a range that holds some value of ${name}: ${describe(parent)}`,
      },
    ];
  return [];
}

function lookUp(name: string, from: string, scope: Scope): ParameterDefinition | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer)
    if (Object.hasOwn(at.definitions, name) && !(at === scope && name === from)) return at.definitions[name];
  return undefined;
}

function isBroken(name: string, { broken, outer }: Scope): boolean {
  return broken?.has(name) || (outer !== undefined && isBroken(name, outer));
}

function visibleNames(scope: Scope): string[] {
  return [
    ...Object.keys(scope.definitions),
    ...(scope.broken ?? []),
    ...(scope.outer ? visibleNames(scope.outer) : []),
  ];
}

/** Siblings that depend on each other in a circle. (A child depends on its parents, never the other way.) */
export function checkCircles(definitions: ParameterDefinitions, path: Path = ['params']): Finding[] {
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
