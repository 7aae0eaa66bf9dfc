import { isMap, isNode, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { hashConfig } from '../space/config.ts';
import type { Config, ParameterDefinition, ParameterDefinitions } from '../space/parameter.ts';
import { createSpace } from '../space/space.ts';
import type { Path } from './finding.ts';
import { loadSpec } from './load.ts';
import { applyEdits, type Edit, flow, type LineEdit, lineEdits, ShipError, spell } from './text-edits.ts';

export { type LineEdit, ShipError } from './text-edits.ts';

/** A spec that ships other values: only the `default`s differ, everything else is byte for byte what it was. */
export interface ShippedConfig {
  readonly text: string;
  /** Lines of the new text that are not in the old one, from 1. */
  readonly edits: readonly LineEdit[];
}

/**
 * Changes what a spec ships: sets the `default` of each parameter to its value in `config`. Comments, order and
 * formatting stay as they are. The result is read again to make sure that it ships exactly `config`.
 *
 * @param text a spec that `loadSpec` accepts
 * @param config flat, complete
 * @throws {ShipError}
 */
export function shipConfig(text: string, config: Config): ShippedConfig {
  const { params } = loadSpec('spec', text);
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(mark.length);
  const document = parseDocument(body, { merge: true, resolveKnownTags: false, logLevel: 'error' });
  const edits: Edit[] = [];
  const own = document.get('params', true);
  const brought: string[] = [];
  const place = (path: Path) => {
    const node = document.getIn(path, true);
    if (!isMap(node))
      throw new ShipError(
        `${path.slice(1).join('.')} is written with an alias, and others may use what it names`,
      );
    return node;
  };
  setDefaults(params, config, ['params'], '', (path, definition, value) => {
    if (sameValue(definition.default, value)) return;
    // Included: its definition is written out, with the new default.
    if (path.length === 2 && !(isMap(own) && own.has(path[1])))
      brought.push(`${path[1]}: ${flow({ ...definition, default: value })}`);
    else edits.push(editDefault(place(path), value, body));
  });
  if (brought.length > 0) edits.push(addParams(document, brought, body));
  const edited = applyEdits(body, edits);
  const space = createSpace(readAgain(edited).params);
  if (space.incumbent === undefined || hashConfig(space, space.incumbent) !== hashConfig(space, config))
    throw new ShipError(
      'its values hang together in a way that changing them in place does not do justice to',
    );
  return { text: mark + edited, edits: lineEdits(body, edited) };
}

type Shippable = Exclude<ParameterDefinition, { type: 'constant' }>;
type SetDefault = (path: Path, definition: Shippable, value: unknown) => void;

/** Walks the parameters that are active in `config`. */
function setDefaults(
  definitions: ParameterDefinitions,
  config: Config,
  path: Path,
  prefix: string,
  set: SetDefault,
): void {
  for (const [name, definition] of Object.entries(definitions)) {
    const flat = prefix + name;
    const here = [...path, name];
    const value = config[flat];
    if (value === undefined || definition.type === 'constant') continue;
    if (definition.type === 'repeat') {
      const blocks = Array.from({ length: Number(value) }, (_, index) =>
        nestBlock(definition.of, config, `${flat}[${index}].`),
      );
      const [first] = blocks;
      const uniform = blocks.every((block) => JSON.stringify(block) === JSON.stringify(first));
      if (Array.isArray(definition.default) || !uniform) set(here, definition, blocks);
      else {
        set(here, definition, value);
        if (first) setDefaults(definition.of, config, [...here, 'of'], `${flat}[0].`, set);
      }
      continue;
    }
    set(here, definition, value);
    if (definition.type === 'choice' && definition.options)
      setDefaults(
        definition.options[String(value)] ?? {},
        config,
        [...here, 'options', String(value)],
        `${flat}.${value}.`,
        set,
      );
  }
}

/** One block of a repeat as its `default` spells it. */
function nestBlock(
  definitions: ParameterDefinitions,
  config: Config,
  prefix: string,
): Readonly<Record<string, unknown>> {
  const block: Record<string, unknown> = {};
  for (const [name, definition] of Object.entries(definitions)) {
    const value = config[prefix + name];
    if (value === undefined || definition.type === 'constant') continue;
    if (definition.type === 'repeat')
      block[name] = Array.from({ length: Number(value) }, (_, index) =>
        nestBlock(definition.of, config, `${prefix}${name}[${index}].`),
      );
    else if (definition.type === 'choice' && definition.options)
      block[name] = {
        type: value,
        ...nestBlock(definition.options[String(value)] ?? {}, config, `${prefix}${name}.${value}.`),
      };
    else block[name] = value;
  }
  return block;
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function editDefault(definition: YAMLMap, value: unknown, text: string): Edit {
  const pair = definition.items.find(({ key }) => isScalar(key) && key.value === 'default') as
    | Pair
    | undefined;
  if (pair) {
    const node = pair.value;
    if (!isNode(node) || !node.range || node.range[0] === node.range[1])
      throw new ShipError('a default has no value to replace');
    if ('source' in node && !isScalar(node)) throw new ShipError('a default is an alias');
    const [start, end] = node.range;
    return {
      start,
      // A block ends with its last line's break, which the next line needs.
      end: start + text.slice(start, end).trimEnd().length,
      text: spell(value, isScalar(node) ? node : undefined),
    };
  }
  const first = definition.items[0];
  if (!first || !isNode(first.key) || !first.key.range) throw new ShipError('a parameter has no members');
  const member = `default: ${spell(value)}`;
  if (definition.flow) {
    const last = definition.items.at(-1)!;
    const end = isNode(last.value) && last.value.range ? last.value.range[1] : undefined;
    if (end === undefined) throw new ShipError('a parameter ends without a value');
    return { start: end, end, text: `, ${member}` };
  }
  // Before the first member, whose line has the indentation that this one needs.
  const start = first.key.range[0];
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start);
  if (indent.trim() !== '') throw new ShipError('a parameter begins in the middle of a line');
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return { start, end: start, text: `${member}${lineBreak}${indent}` };
}

/** Definitions that the spec has not, at the beginning of its `params`, or behind `include` or `task`. */
function addParams(document: ReturnType<typeof parseDocument>, lines: readonly string[], text: string): Edit {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const params = document.get('params', true);
  if (isMap(params)) {
    const first = params.items[0];
    if (!first || !isNode(first.key) || !first.key.range) throw new ShipError('params has no members');
    const start = first.key.range[0];
    const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    const between = params.flow ? ', ' : `${lineBreak}${indent}`;
    if (!params.flow && indent.trim() !== '') throw new ShipError('params begin in the middle of a line');
    return { start, end: start, text: lines.map((line) => `${line}${between}`).join('') };
  }
  const include = document.get('include', true) ?? document.get('task', true);
  if (!isNode(include) || !include.range) throw new ShipError('there is no place for params');
  const end = text.indexOf('\n', include.range[1] - 1);
  const at = end === -1 ? text.length : end + 1;
  const block = ['params:', ...lines.map((line) => `  ${line}`)].join(lineBreak);
  return { start: at, end: at, text: end === -1 ? `${lineBreak}${block}` : `${block}${lineBreak}` };
}

function readAgain(text: string) {
  try {
    return loadSpec('spec', text);
  } catch {
    throw new ShipError(
      'its values hang together in a way that changing them in place does not do justice to',
    );
  }
}

/**
 * The definitions with other values to ship: the `default`s of the parameters that are active in `config` are its values.
 *
 * @param config flat, complete
 */
export function withShipped(definitions: ParameterDefinitions, config: Config): ParameterDefinitions {
  const changed = structuredClone(definitions) as ParameterDefinitions;
  setDefaults(definitions, config, [], '', (path, _, value) => {
    const definition = path.reduce<unknown>(
      (at, key) => (at as Record<string | number, unknown>)[key],
      changed,
    );
    (definition as { default?: unknown }).default = value;
  });
  return changed;
}
