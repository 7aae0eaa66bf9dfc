import { markdownTable } from 'markdown-table';
import { parse } from 'yaml';
import { specJsonSchema } from '../src/spec/json-schema.ts';

/** The parts of docs/ that are made from the schema of the spec and from action.yml. */

/** Pages with generated parts, in docs/. */
export const pages = ['spec.md', 'action.md'] as const;

/** The part of JSON Schema that the spec's schema uses. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly examples?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** Name of each part → its text, to stand between `<!-- generated NAME -->` and `<!-- /generated -->`. */
export function generatedParts(actionYml: string): ReadonlyMap<string, string> {
  const spec = specJsonSchema() as Schema;
  const sections = ['trial', 'task', 'metric', 'search', 'budget', 'gate'];
  const action = parse(actionYml) as {
    readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
    readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  };
  return new Map([
    ['spec', keyTable(spec, spec)],
    ...sections.map((name): [string, string] => [name, keyTable(sectionOf(spec.properties![name]!), spec)]),
    ['constraints', keyTable(spec.properties!['constraints']!.additionalProperties as Schema, spec)],
    ...kindsOfParameter(spec).map(([name, schema]): [string, string] => [name, keyTable(schema, spec)]),
    [
      'inputs',
      table(
        ['input', 'default', ''],
        Object.entries(action.inputs).map(([name, { default: value, description }]) => [
          code(name),
          value === '' ? '' : code(value),
          description,
        ]),
      ),
    ],
    [
      'outputs',
      table(
        ['output', ''],
        Object.entries(action.outputs).map(([name, { description }]) => [code(name), description]),
      ),
    ],
  ]);
}

/**
 * The page with its generated parts made anew.
 *
 * @throws Error when the page asks for a part that there is not
 */
export function fillGenerated(page: string, parts: ReadonlyMap<string, string>): string {
  return page.replace(
    /(<!-- generated (\S+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_, begin: string, name: string, end: string) => {
      const part = parts.get(name);
      if (part === undefined)
        throw new Error(`no part is called ${name}; known: ${[...parts.keys()].join(', ')}`);
      return `${begin}\n${part}\n\n${end}`;
    },
  );
}

/** `gate` is a section or `false`. */
function sectionOf(schema: Schema): Schema {
  return schema.anyOf?.find((item) => item.properties !== undefined) ?? schema;
}

function kindsOfParameter(spec: Schema): [string, Schema][] {
  const parameter = resolve(spec.properties!['params']!.additionalProperties as Schema, spec);
  return (parameter.oneOf ?? []).map((schema) => {
    // Every kind has conditions: the page describes them once.
    const { when: _, ...properties } = schema.properties!;
    return [String(properties['type']!.const), { ...schema, properties }];
  });
}

function resolve(schema: Schema, spec: Schema): Schema {
  const name = /^#\/\$defs\/(.+)$/.exec(schema.$ref ?? '')?.[1];
  return name === undefined ? schema : spec.$defs![name]!;
}

function keyTable(schema: Schema, spec: Schema): string {
  const rows = Object.entries(schema.properties ?? {}).map(([key, property]) => {
    const required = schema.required?.includes(key) ?? false;
    const { text, fallback } = describe(property);
    return [code(key), valueText(property, spec), required ? 'required' : fallback, text];
  });
  return table(['key', 'value', 'default', ''], rows);
}

/** The description, and what is taken when the key is absent: by the schema, or as the description ends in it. */
function describe({ description = '', default: value }: Schema): {
  readonly text: string;
  readonly fallback: string;
} {
  const [, text = description, said] = /^([\s\S]*?)\s*\bDefault (\S+)\.$/.exec(description) ?? [];
  // An empty section only says that it may be left out.
  const known = value === undefined || typeof value === 'object' ? said : String(value);
  return { text, fallback: known === undefined ? '' : code(known) };
}

/** What may stand for a value, in few words. */
function valueText(schema: Schema, spec: Schema): string {
  const { type } = schema;
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.enum) return schema.enum.map((item) => code(String(item))).join(', ');
  const several = schema.anyOf ?? schema.oneOf;
  if (several?.length === 3 && several.every((item) => isScalar(item))) return 'a value';
  if (several) return [...new Set(several.map((item) => valueText(item, spec)))].join(' or ');
  if (schema.$ref) return valueText(resolve(schema, spec), spec);
  if (Array.isArray(type) && type.length === 3) return 'a value';
  if (Array.isArray(type)) return type.map((item) => valueText({ ...schema, type: item }, spec)).join(' or ');
  switch (type) {
    case 'integer':
      return `whole number${rangeText(schema)}`;
    case 'number':
      return `number${rangeText(schema)}`;
    case 'string':
      return schema.examples ? schema.examples.map((item) => code(String(item))).join(', ') : 'text';
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'nothing';
    case 'array':
      return listText(schema.items);
    default:
      return 'mapping';
  }
}

/** Text, a number or a truth value, whatever it may be. */
function isScalar({ type, examples }: Schema): boolean {
  return (type === 'string' || type === 'number' || type === 'boolean') && examples === undefined;
}

function listText(items: Schema | undefined): string {
  if (items?.type === 'string') return 'list of texts';
  return items?.type === 'object' ? 'list of mappings' : 'list of values';
}

function rangeText({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): string {
  const known = (bound: number | undefined) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  const lower = known(minimum) ? `≥ ${minimum}` : known(exclusiveMinimum) ? `> ${exclusiveMinimum}` : '';
  const upper = known(maximum) ? `≤ ${maximum}` : known(exclusiveMaximum) ? `< ${exclusiveMaximum}` : '';
  const both = [lower, upper].filter((text) => text !== '').join(' and ');
  return both === '' ? '' : ` ${both}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')));
  return markdownTable([head, ...cells], { alignDelimiters: false, padding: true });
}
