import type { Parameter } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import { closestWord } from './closest.ts';
import { at, type Finding, list, type Path } from './finding.ts';

/** A value in a file that belongs to no parameter: its place, and what to do about it. */
export interface UnknownValue extends Pick<Finding, 'path' | 'expected' | 'suggestion'> {
  /** Flat path of the parameter that its name is nearly the one of. */
  readonly meant?: string;
}

/** @param flat how `flattenConfig` names it: the keys that lead to it, with dots */
export function unknownValue(values: object, space: Space, flat: string): UnknownValue {
  const path = locationOf(values, flat);
  const [key, holder] = [String(path.at(-1)), path.slice(0, -1)];
  // At the top it may be a flat path.
  if (holder.length === 0) return { path, ...nearest(key, space.parameters, (parameter) => parameter.path) };
  const owner = space.parameters.find(({ location }) => isSame(location, holder));
  const beside = space.parameters.filter(({ location }) => isSame(location.slice(0, -1), holder));
  if (owner?.role !== 'option') return { path, ...nearest(key, beside, nameOf) };
  const option = String(at(values, [...holder, 'type']));
  const own = beside.filter((parameter) => parameter.path.startsWith(`${owner.path}.${option}.`));
  const others = beside
    .filter((parameter) => nameOf(parameter) === key)
    .map((parameter) => parameter.path.slice(owner.path.length + 1, -(key.length + 1)));
  return {
    path,
    expected:
      own.length > 0 ? `one of ${list(own.map(nameOf))}` : `no further key: ${option} has no parameters`,
    ...(others.length > 0
      ? { suggestion: `it is a parameter of ${list(others)}` }
      : nearest(key, own, nameOf)),
  };
}

function nearest(
  key: string,
  parameters: readonly Parameter[],
  nameIn: (parameter: Parameter) => string,
): Pick<UnknownValue, 'suggestion' | 'meant'> {
  const near = closestWord(key, parameters.map(nameIn));
  const meant = parameters.find((parameter) => nameIn(parameter) === near);
  return near === undefined || !meant
    ? {}
    : { suggestion: `did you mean ${JSON.stringify(near)}?`, meant: meant.path };
}

function nameOf({ location }: Parameter): string {
  return String(location.at(-1));
}

function isSame(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((key, i) => String(key) === String(b[i]));
}

/** The keys that lead to a value. A key may have dots itself. */
function locationOf(value: unknown, flat: string): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  const keys = Object.keys(value);
  if (keys.includes(flat)) return [flat];
  const key = keys.find((head) => flat.startsWith(`${head}.`));
  return key === undefined ? [] : [key, ...locationOf(at(value, [key]), flat.slice(key.length + 1))];
}
