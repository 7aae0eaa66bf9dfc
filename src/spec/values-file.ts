import { isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { ConfigError, completeConfig, hashConfig, nestConfig } from '../space/config.ts';
import type { Config, Value } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import { at, type Finding, isMapping, type Path, show } from './finding.ts';
import type { ShippedConfig } from './ship-config.ts';
import { type Place, Source } from './source.ts';
import { applyEdits, type Edit, flow, lineEdits, ShipError, spell } from './text-edits.ts';
import { unknownValue } from './unknown-value.ts';

/** A JSON or YAML file with the values that ship today, which the spec names: programs read it without Tunegate. */
export interface ValuesFile {
  /** As messages name it. */
  readonly path: string;
  readonly text: string;
  /** Keys that lead to the values; empty for the whole file. */
  readonly at: readonly string[];
}

/**
 * The config that a values file ships: its values, and the defaults of the space where it has none. What belongs to no
 * parameter is passed over: such files hold more than what is tuned.
 *
 * @throws {SpecError} with the places of what is wrong
 */
export function readValues({ path: file, text, at: where }: ValuesFile, space: Space): Config {
  const source = new Source(file, text, 'a file of values');
  const values = at(source.read(), where);
  if (!isMapping(values))
    throw source.error([
      {
        path: where,
        message: `${where.length > 0 ? where.join('.') : 'the file'} should hold the values that ship today`,
        expected: 'a mapping of parameters to values',
        found: show(values),
      },
    ]);
  const roots = new Set(space.parameters.map(({ location }) => String(location[0])));
  const ours = Object.entries(values).filter(([key]) => roots.has(/^[^.[]*/.exec(key)![0]));
  try {
    return completeConfig(space, Object.fromEntries(ours));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw source.error(findingsOf(error.problems, values, where, space));
  }
}

/** What `completeConfig` says of values, with its places. */
function findingsOf(
  problems: readonly string[],
  values: object,
  where: readonly string[],
  space: Space,
): Finding[] {
  const named = problems.map((message) => ({ message, flat: message.split(':')[0]! }));
  const isUnknown = ({ message, flat }: (typeof named)[number]) => message === `${flat}: no such parameter`;
  const read = named
    .filter(isUnknown)
    .map(({ message, flat }) => ({ message, ...unknownValue(values, space, flat) }));
  // That a misspelt one is missing is the same mistake.
  const meant = new Set(read.map((value) => value.meant));
  return [
    ...read.map(({ meant: _, path, ...words }) => ({ ...words, path: [...where, ...path], atKey: true })),
    ...named
      .filter((problem) => !isUnknown(problem) && !meant.has(problem.flat))
      .map(({ message, flat }) => ({ path: pathOf(values, where, space, flat), message })),
  ];
}

/** Where a parameter stands in the file: nested, or under its flat path. */
function pathOf(values: object, where: readonly string[], space: Space, flat: string): Path {
  const parameter = space.parameters.find(({ path }) => path === flat);
  if (!parameter) return where;
  if (parameter.location.length > 1 && Object.hasOwn(values, flat)) return [...where, flat];
  const { location, role } = parameter;
  const inside = at(values, [...location, 'type']);
  return [...where, ...location, ...(role === 'option' && inside !== undefined ? ['type'] : [])];
}

/**
 * Where a values file says what it ships: flat path of a parameter → place of its value. Those that it does not have are
 * left out.
 */
export function valuePlaces(
  { path: file, text, at: where }: ValuesFile,
  space: Space,
  flatPaths: readonly string[],
): ReadonlyMap<string, Place> {
  const source = new Source(file, text, 'a file of values');
  const values = at(source.read(), where);
  const places = new Map<string, Place>();
  if (values === null || typeof values !== 'object') return places;
  for (const flat of flatPaths) {
    const place = source.place({ path: pathOf(values, where, space, flat) }, true);
    if (place) places.set(flat, place);
  }
  return places;
}

/**
 * Changes what a values file ships. Comments, order and formatting stay as they are; the result is read again to make
 * sure that it ships exactly `config`.
 *
 * @param config flat, complete
 * @throws {ShipError}
 */
export function shipValues(file: ValuesFile, space: Space, config: Config): ShippedConfig {
  const mark = file.text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = file.text.slice(mark.length);
  const document = parseDocument(body, { merge: true, resolveKnownTags: false, logLevel: 'error' });
  const holder = document.getIn(file.at, true);
  if (!isMap(holder)) throw new ShipError('its values are behind an alias');
  const before = readValues(file, space);
  const edits = new Editor(body).edits(holder, nestConfig(space, config), space, { before, config });
  const text = applyEdits(body, edits);
  let after: Config | undefined;
  try {
    after = readValues({ ...file, text }, space);
  } catch {
    // Said below.
  }
  if (after === undefined || hashConfig(space, after) !== hashConfig(space, config))
    throw new ShipError(
      'its values hang together in a way that changing them in place does not do justice to',
    );
  return { text: mark + text, edits: lineEdits(body, text) };
}

type Nested = Readonly<Record<string, unknown>>;

class Editor {
  readonly #text: string;
  /** JSON has no bare words. */
  readonly #json: boolean;
  readonly #edits: Edit[] = [];
  /** Where values stand that change: only these are added where the file does not have them. */
  readonly #changed = new Set<string>();

  constructor(text: string) {
    this.#text = text;
    this.#json = isJson(text);
  }

  /** What changes from one config to the other; a value that the file leaves to its default stays away where it can. */
  edits(
    holder: YAMLMap,
    nested: Nested,
    space: Space,
    { before, config }: { readonly before: Config; readonly config: Config },
  ): readonly Edit[] {
    for (const { path, location, role } of space.parameters)
      if (before[path] !== config[path])
        this.#changed.add(keyOf(role === 'option' ? [...location, 'type'] : location));
    const flat = space.parameters.filter(
      ({ path, location }) => location.length > 1 && path in config && pairOf(holder, path),
    );
    for (const { path, location } of flat) this.#value(nodeOf(holder, path), config[path], location);
    for (const [name, value] of Object.entries(nested)) {
      const own = space.parameters.filter(({ location }) => location[0] === name);
      const changed = own.some(({ path }) => before[path] !== config[path]);
      if (!changed) continue;
      // Spelled flat: its members have been set above.
      const spelledFlat = flat.some(({ location }) => location[0] === name);
      const head = value !== null && typeof value === 'object' && 'type' in value ? value.type : value;
      this.#member(holder, name, spelledFlat ? head : value, []);
    }
    return this.#edits;
  }

  #member(map: YAMLMap, name: string, value: unknown, above: Path): void {
    const path = [...above, name];
    if (pairOf(map, name)) this.#value(nodeOf(map, name), value, path);
    else if (typeof value === 'object' || this.#changed.has(keyOf(path))) this.#insert(map, name, value);
  }

  #value(node: Node, value: unknown, path: Path): void {
    if (isScalar(node) && typeof value !== 'object') {
      if (node.value !== value) this.#replace(node, this.#json ? JSON.stringify(value) : spell(value, node));
    } else if (isSeq(node) && Array.isArray(value) && node.items.length === value.length) {
      for (const [index, item] of node.items.entries())
        this.#value(item as Node, value[index], [...path, index]);
    } else if (
      isMap(node) &&
      isMapping(value) &&
      node.items.every(({ key }) => isScalar(key) && String(key.value) in value)
    ) {
      for (const [name, item] of Object.entries(value)) this.#member(node, name, item, path);
    } else if (isScalar(node) && isMapping(value) && Object.keys(value).length === 1 && 'type' in value) {
      // An option without parameters may be spelled by its name alone.
      this.#value(node, value['type'], path);
    } else this.#replace(node, this.#flow(value));
  }

  #replace(node: Node, text: string): void {
    if (!node.range || ('source' in node && !isScalar(node))) throw new ShipError('a value is an alias');
    const [start, end] = node.range;
    // A block ends with its last line's break, which the next line needs.
    this.#edits.push({ start, end: start + this.#text.slice(start, end).trimEnd().length, text });
  }

  #insert(map: YAMLMap, name: string, value: unknown): void {
    const member = this.#json
      ? `${JSON.stringify(name)}: ${this.#flow(value)}`
      : `${name}: ${this.#flow(value)}`;
    const first = map.items[0];
    const last = map.items.at(-1);
    if (!first || !last || !isNode(first.key) || !first.key.range) {
      this.#replace(map, this.#json ? `{ ${member} }` : `{ ${member} }`);
      return;
    }
    const start = first.key.range[0];
    // In a list the first member stands behind a dash.
    const indent = this.#text.slice(this.#text.lastIndexOf('\n', start - 1) + 1, start).replaceAll('-', ' ');
    const lineBreak = this.#text.includes('\r\n') ? '\r\n' : '\n';
    const ownLine = indent.trim() === '';
    if (!map.flow) {
      if (!ownLine) throw new ShipError('values begin in the middle of a line');
      this.#edits.push({ start, end: start, text: `${member}${lineBreak}${indent}` });
      return;
    }
    const end = isNode(last.value) && last.value.range ? last.value.range[1] : undefined;
    if (end === undefined) throw new ShipError('a value is empty');
    this.#edits.push({ start: end, end, text: `,${ownLine ? `${lineBreak}${indent}` : ' '}${member}` });
  }

  #flow(value: unknown): string {
    return this.#json ? inlineJson(value) : flow(value);
  }
}

function keyOf(path: Path): string {
  return path.join('\0');
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && String(key.value) === name);
}

function nodeOf(map: YAMLMap, name: string): Node {
  const value = pairOf(map, name)?.value;
  if (!isNode(value) || !value.range || value.range[0] === value.range[1])
    throw new ShipError(`${name} has no value to replace`);
  return value;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

function inlineJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inlineJson).join(', ')}]`;
  if (!isMapping(value)) return JSON.stringify(value as Value);
  const members = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${inlineJson(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
