import type { ParameterDefinitions } from '../space/parameter.ts';
import type { Finding, Path } from './finding.ts';
import { namePattern } from './schema/params.ts';

/**
 * Parameters that would reach a trial in the same environment variable TUNEGATE_PARAM_<NAME>, in which everything but
 * letters and digits is an underscore: `a-b` and `a_b`, but also `layers[0].units` and `layers_0_units`. Names that are not
 * usable anyway are left out: they will be others.
 */
export function checkVariables(params: ParameterDefinitions): Finding[] {
  const seen: Variable[] = [];
  return variablesOf(params, ['params'], '').flatMap((variable): Finding[] => {
    const other = seen.find((earlier) => canBeSame(earlier.parts, variable.parts));
    seen.push(variable);
    return other === undefined
      ? []
      : [
          {
            path: variable.path,
            atKey: true,
            message: `${variable.shown} and ${other.shown} would be the same variable ${nameOf(variable.parts)}`,
            suggestion: 'rename one of them',
          },
        ];
  });
}

interface Variable {
  readonly path: Path;
  readonly shown: string;
  /** The words between underscores; `#` is the index of any block. */
  readonly parts: readonly string[];
}

function variablesOf(definitions: ParameterDefinitions, path: Path, prefix: string): Variable[] {
  return usable(definitions).flatMap(([name, definition]): Variable[] => {
    const here = [...path, name];
    const shown = prefix + name;
    const own = { path: here, shown, parts: partsOf(shown) };
    if (definition.type === 'repeat')
      return [own, ...variablesOf(definition.of, [...here, 'of'], `${shown}[#].`)];
    if (definition.type === 'choice')
      return [
        own,
        ...usable(definition.options ?? {}).flatMap(([option, children]) =>
          variablesOf(children, [...here, 'options', option], `${shown}.${option}.`),
        ),
      ];
    return [own];
  });
}

function usable<T>(named: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(named).filter(([name]) => namePattern.test(name));
}

function partsOf(shown: string): string[] {
  // As the variables are made: runs of other characters become one underscore, and none stands at the end.
  return shown
    .toUpperCase()
    .replace(/[^A-Z0-9#]+/g, '_')
    .replace(/_$/, '')
    .split('_');
}

function canBeSame(a: readonly string[], b: readonly string[]): boolean {
  const same = (x: string, y: string) => x === y || (x === '#' && /^\d+$/.test(y));
  return a.length === b.length && a.every((part, i) => same(part, b[i]!) || same(b[i]!, part));
}

function nameOf(parts: readonly string[]): string {
  return `TUNEGATE_PARAM_${parts.join('_').replaceAll('#', '0')}`;
}
