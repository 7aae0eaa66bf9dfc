import { isActive } from './condition.ts';
import { contains, valueAt, valueCount } from './domain.ts';
import { countConfigs } from './enumerate.ts';
import { flattenDefinitions } from './flatten.ts';
import type { Config, Parameter, ParameterDefinitions, Value } from './parameter.ts';

/** A search space: the flat list of parameters, parents before children. Build with `createSpace`. */
export interface Space {
  readonly parameters: readonly Parameter[];
  /** Parameters with more than one value, in order: the axes of the unit cube that `encodeConfig` maps to. */
  readonly dimensions: readonly Dimension[];
  /** Number of different configs; Infinity if a parameter is continuous. */
  readonly size: number;
  /** The config made of all defaults; absent when an active parameter has no default. */
  readonly incumbent?: Config;
  /** Active parameters without a default (empty when there is an incumbent). */
  readonly missingDefaults: readonly string[];
  /** Ranges are only what configs have, and what a parameter depends on is not known: nothing is to be learned from it. */
  readonly observed?: true;
}

/** One axis of the unit cube. */
export interface Dimension {
  readonly parameter: Parameter;
  /** Continuous: any value of a range; ordinal: countable values with an order; categorical: without one. */
  readonly kind: 'continuous' | 'ordinal' | 'categorical';
  /** Number of values (Infinity for continuous). */
  readonly values: number;
}

/**
 * Builds the space that definitions describe.
 *
 * @throws {Error} on definitions that make no space: a condition on an unknown parameter, a cycle of conditions, a
 * default outside its domain. (Loading a spec finds these first, with positions.)
 */
export function createSpace(definitions: ParameterDefinitions): Space {
  const parameters = flattenDefinitions(definitions);
  for (const { path, domain, default: value } of parameters)
    if (value !== undefined && !contains(domain, value))
      throw new Error(`the default of ${path} is not one of its values: ${JSON.stringify(value)}`);
  return spaceOf(parameters);
}

/** The space of a flat list of parameters, parents before children. */
export function spaceOf(parameters: readonly Parameter[]): Space {
  const { incumbent, missing } = defaults(parameters);
  return {
    parameters,
    dimensions: dimensionsOf(parameters),
    size: countConfigs(parameters),
    ...(missing.length === 0 ? { incumbent } : {}),
    missingDefaults: missing,
  };
}

/** The parameters that have more than one value. */
export function dimensionsOf(parameters: readonly Parameter[]): readonly Dimension[] {
  return parameters
    .filter(({ domain }) => valueCount(domain) > 1)
    .map((parameter) => ({ parameter, kind: kindOf(parameter), values: valueCount(parameter.domain) }));
}

function kindOf({ domain }: Parameter): Dimension['kind'] {
  if (domain.type === 'bool' || (domain.type === 'choice' && !domain.ordered)) return 'categorical';
  return valueCount(domain) === Number.POSITIVE_INFINITY ? 'continuous' : 'ordinal';
}

function defaults(parameters: readonly Parameter[]): { incumbent: Config; missing: readonly string[] } {
  const incumbent: Record<string, Value> = {};
  const missing: string[] = [];
  for (const parameter of parameters) {
    if (!isActive(parameter, incumbent)) continue;
    const value =
      parameter.default ?? (valueCount(parameter.domain) === 1 ? valueAt(parameter.domain, 0) : undefined);
    if (value === undefined) missing.push(parameter.path);
    else incumbent[parameter.path] = value;
  }
  return { incumbent, missing };
}
