import type { ParameterDefinitions } from '../space/parameter.ts';
import type { Path } from './finding.ts';
import { loadSpec, placesIn } from './load.ts';
import type { Place } from './source.ts';

/**
 * Where a spec says what it ships: flat path of a parameter (`optimizer.sgd.momentum`, `layers[1].units`) → place of its
 * `default`. Parameters whose value stands nowhere (no default, or one that comes through an alias) are left out.
 *
 * @param text a spec that `loadSpec` accepts
 */
export function defaultPlaces(text: string, flatPaths: readonly string[]): ReadonlyMap<string, Place> {
  const { params } = loadSpec('spec', text);
  const placeOf = placesIn(text);
  const places = new Map<string, Place>();
  for (const flat of flatPaths) {
    const path = defaultPath(params, flat, ['params']);
    const place = path && placeOf(path);
    if (place) places.set(flat, place);
  }
  return places;
}

/** Follows a flat path through the definitions. */
function defaultPath(definitions: ParameterDefinitions, flat: string, path: Path): Path | undefined {
  for (const [name, definition] of Object.entries(definitions)) {
    if (flat !== name && !flat.startsWith(`${name}.`) && !flat.startsWith(`${name}[`)) continue;
    const here = [...path, name];
    if (flat === name) return [...here, 'default'];
    const rest = flat.slice(name.length);
    if (definition.type === 'repeat') {
      const block = /^\[\d+\]\.(.+)$/s.exec(rest)?.[1];
      // Blocks that are written out stand in the default of the repeat itself.
      if (Array.isArray(definition.default)) return [...here, 'default'];
      return block === undefined ? undefined : defaultPath(definition.of, block, [...here, 'of']);
    }
    if (definition.type !== 'choice' || !definition.options) continue;
    for (const [option, children] of Object.entries(definition.options)) {
      if (!rest.startsWith(`.${option}.`)) continue;
      const found = defaultPath(children, rest.slice(option.length + 2), [...here, 'options', option]);
      if (found) return found;
    }
  }
  return undefined;
}
