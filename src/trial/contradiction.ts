import type { Value } from '../space/parameter.ts';
import type { Declared, DeclaredDefinition } from './declared.ts';
import type { SpecParameter } from './discover.ts';
import { DiscoveryError } from './discovery-error.ts';

/**
 * Code that says where it asks for a parameter must say the same of it each time.
 *
 * @throws {DiscoveryError} that names both places
 */
export function checkAgainstBefore(before: Declared, now: Declared): void {
  if (now.place === undefined || now.read || same(before.definition, now.definition)) return;
  const here = before.place === now.place;
  throw new DiscoveryError(
    `the parameter ${now.name} is ${words(before.definition)} at ${before.place}, but ` +
      `${words(now.definition)} ${here ? 'there with other values of the parameters before' : `at ${now.place}`}: ` +
      (here
        ? 'a range must not depend on other parameters; give the parameter a name for each range'
        : 'one of the two needs a name of its own (hp.nameScope gives one)'),
  );
}

/**
 * All that the spec lets a parameter be must be what the code can take.
 *
 * @throws {DiscoveryError} that names both places
 */
export function checkAgainstSpec(declared: Declared, { definition, place }: SpecParameter): void {
  if (declared.place === undefined || declared.read || takes(declared.definition, definition)) return;
  throw new DiscoveryError(
    `the parameter ${declared.name} is ${words(definition)} in the spec (${place}), but the code takes ` +
      `${words(declared.definition)} (${declared.place}): bring the two together, or remove it from \`params\``,
  );
}

function takes(code: DeclaredDefinition, spec: DeclaredDefinition): boolean {
  // What is fixed in the code is the spec's to change.
  if (code.type === 'constant') return true;
  if (spec.type === 'int' || spec.type === 'float') {
    if (code.type !== 'int' && code.type !== 'float') return false;
    return (code.type === 'float' || spec.type === 'int') && spec.min >= code.min && spec.max <= code.max;
  }
  return valuesOf(spec).every((value) => isValue(code, value));
}

function isValue(code: DeclaredDefinition, value: Value): boolean {
  switch (code.type) {
    case 'bool':
      return typeof value === 'boolean';
    case 'choice':
      return code.values?.includes(value) ?? true;
    case 'constant':
      return true;
    case 'int':
    case 'float':
      return (
        typeof value === 'number' &&
        (code.type === 'float' || Number.isInteger(value)) &&
        value >= code.min &&
        value <= code.max
      );
  }
}

function valuesOf(spec: DeclaredDefinition): readonly Value[] {
  if (spec.type === 'choice') return spec.values ?? [];
  if (spec.type === 'constant') return [spec.value];
  return [false, true];
}

function words(definition: DeclaredDefinition): string {
  switch (definition.type) {
    case 'int':
    case 'float': {
      const { type, min, max, step, scale, default: first } = definition;
      const more = [
        step === undefined ? [] : [`step ${step}`],
        scale === undefined ? [] : [scale],
        first === undefined ? [] : [`default ${first}`],
      ].flat();
      const range = `${type === 'int' ? 'a whole number' : 'a number'} from ${min} to ${max}`;
      return more.length === 0 ? range : `${range} (${more.join(', ')})`;
    }
    case 'choice':
      return `one of ${definition.values?.join(', ')}${definition.default === undefined ? '' : ` (default ${definition.default})`}`;
    case 'bool':
      return `true or false${definition.default === undefined ? '' : ` (default ${definition.default})`}`;
    case 'constant':
      return `fixed at ${definition.value}`;
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
