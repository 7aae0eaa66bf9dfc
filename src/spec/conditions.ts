import type { ParameterDefinition, ParameterDefinitions, Value, WhenTest } from '../space/parameter.ts';
import { suggest } from './explain.ts';
import { type Finding, show } from './finding.ts';
import { describe, isPossible } from './possible.ts';

/** Conditions: what they may name, what they may ask, and no circles. */

type Path = Finding['path'];

/** What a condition can see. */
export interface Scope {
  readonly definitions: ParameterDefinitions;
  readonly outer?: Scope;
}

export function checkWhen(
  definition: ParameterDefinition,
  name: string,
  path: Path,
  scope: Scope,
): Finding[] {
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
