import { closestWord } from './closest.ts';
import { at, type Finding, list, name, type Path } from './finding.ts';
import { strategyNames } from './schema/search.ts';
import { ownersOf, sectionAt, shapeAt } from './sections.ts';
import { foreignKey, foreignValue, type Section } from './words.ts';

type Words = Omit<Finding, 'path' | 'atKey'>;
type Meaning = { readonly suggestion?: string; readonly meant?: string };

/** A key that does not belong where it stands, and the key that it stands for, if that is clear. */
export function explainKey(
  key: string,
  parent: Path,
  document: unknown,
): Words & { readonly meant?: string } {
  const around = at(document, parent);
  const present = around !== null && typeof around === 'object' ? Object.keys(around) : [];
  const inRange = parent.at(-2) === 'when' || (parent[0] === 'constraints' && parent.length === 2);
  const known = inRange
    ? ['min', 'max']
    : Object.keys(shapeAt(parent, document)).filter((other) => other !== '$schema');
  const free = known.filter((other) => !present.includes(other));
  return {
    message: `unknown key ${JSON.stringify(key)} ${parent.length === 0 ? 'at the top of the spec' : `in ${name(parent)}`}`,
    expected: known.length > 0 ? `one of ${list(known, 20)}` : 'no key',
    ...(inRange
      ? meaningInRange(key)
      : meaningOf(key, at(document, [...parent, key]), sectionAt(parent), parent, free)),
  };
}

function meaningOf(
  key: string,
  value: unknown,
  section: Section | undefined,
  parent: Path,
  free: readonly string[],
): Meaning {
  const foreign = section && foreignKey(key, section);
  if (foreign && free.includes(foreign)) return { suggestion: written(key, value, foreign), meant: foreign };
  const near = closestWord(key, free);
  if (near) return { suggestion: `did you mean ${JSON.stringify(near)}?`, meant: near };
  const { sections, types } = ownersOf(key);
  if (section === 'parameter' && types.length > 0)
    return { suggestion: `\`${key}\` belongs to \`type: ${types.join('`, `type: ')}\`` };
  const owners = sections.filter((other) => other !== section);
  if (owners.length > 0)
    return {
      suggestion: `\`${key}\` stands ${owners.map(whereIs).join(' or ')}, not ${whereIs(section ?? parent)}`,
    };
  if (section === 'parameter' || section === undefined) return {};
  const others = (['trial', 'metric', 'search', 'budget', 'gate', 'top'] as const).filter(
    (other) => other !== section && foreignKey(key, other) !== undefined,
  );
  const [other] = others;
  return other ? { suggestion: `here this is \`${foreignKey(key, other)}\` ${whereIs(other)}` } : {};
}

function whereIs(place: Section | Path): string {
  if (place === 'top') return 'at the top of the spec';
  return `in \`${typeof place === 'string' ? place : name(place)}\``;
}

const enumerations: Readonly<Record<string, readonly string[]>> = {
  goal: ['minimize', 'maximize'],
  scale: ['linear', 'log', 'reverse-log'],
  strategy: strategyNames,
  use: ['last', 'best'],
};

/** How a key of another tool is written here, with its value where that has another name too. */
function written(key: string, value: unknown, target: string): string {
  const here = (text: string) => `here this is written \`${text}\``;
  if (key === 'alpha' && typeof value === 'number')
    return here(`${target}: ${Number((1 - value).toFixed(6))}`);
  if ((key === 'minutes' || key === 'hours') && typeof value === 'number')
    return here(`${target}: ${value}${key[0]}`);
  const known = enumerations[target];
  if (!known) return `here this key is \`${target}\``;
  const word = key === 'log' ? (value === false ? 'linear' : 'log') : String(value);
  const right = known.includes(word) ? word : foreignValue(target, word);
  return right
    ? here(`${target}: ${right}`)
    : here(known.map((other) => `${target}: ${other}`).join('` or `'));
}

/** Comparisons of other languages in the range of a condition. */
function meaningInRange(key: string): Meaning {
  if (/^(in|eq|equals?|is|values?|any_?of|==?)$/i.test(key))
    return { suggestion: 'write the value, or a list of values, in place of this mapping' };
  if (/^(gte?|ge|>=?|above|at_?least|from|low|greater.*)$/i.test(key))
    return { suggestion: 'here this is written `min`, which is inclusive' };
  if (/^(lte?|le|<=?|below|at_?most|to|high|less.*)$/i.test(key))
    return { suggestion: 'here this is written `max`, which is inclusive' };
  if (/^(not|ne|!=|not_?in)$/i.test(key)) return { suggestion: 'list the values that it may have' };
  const near = closestWord(key, ['min', 'max']);
  return near ? { suggestion: `did you mean ${JSON.stringify(near)}?` } : {};
}
