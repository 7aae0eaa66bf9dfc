import { together } from '../plural.ts';
import type { ParameterDefinition, ParameterDefinitions } from '../space/parameter.ts';
import { name, type Path } from './finding.ts';
import { placesIn } from './load.ts';

/** Fewest numbers whose order is hardly chance. */
const fewest = 3;

/**
 * What could be said in a spec that is fine as it is: that the values of a choice are numbers in order, of which the search
 * knows nothing. Undefined where there is nothing to say.
 *
 * @param text of the spec
 */
export function orderHint(text: string, params: ParameterDefinitions): string | undefined {
  const placeOf = placesIn(text);
  const places = inOrder(params, ['params']).flatMap((path) => {
    const place = placeOf([...path, 'values']);
    // What a task or an include brings is not the user's to change.
    return place ? [`${name(path.slice(1))} (line ${place.line})`] : [];
  });
  if (places.length === 0) return undefined;
  return `Hint: the values of ${together(places)} are numbers in order: \`ordered: true\` lets the search make use of that, \`ordered: false\` says that it means nothing.`;
}

/** Where the choices of numbers in order are that do not say whether that means something. */
function inOrder(params: ParameterDefinitions, above: Path): Path[] {
  return Object.entries(params).flatMap(([key, definition]): Path[] => {
    const path = [...above, key];
    if (definition.type === 'repeat') return inOrder(definition.of, [...path, 'of']);
    if (definition.type !== 'choice') return [];
    if (definition.options)
      return Object.entries(definition.options).flatMap(([option, children]) =>
        inOrder(children, [...path, 'options', option]),
      );
    return definition.ordered === undefined && isMonotone(definition) ? [path] : [];
  });
}

function isMonotone({ values = [] }: Extract<ParameterDefinition, { type: 'choice' }>): boolean {
  if (values.length < fewest) return false;
  const numbers = values.filter((value) => typeof value === 'number');
  const steps = numbers.slice(1).map((value, i) => Math.sign(value - numbers[i]!));
  return numbers.length === values.length && steps.every((step) => step === steps[0]);
}
