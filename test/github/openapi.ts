import described from './openapi.json' with { type: 'json' };

/**
 * GitHub's own description of the requests that we make (`scripts/update-openapi.mjs`): whether a request is one that
 * GitHub knows, and what a whole response looks like.
 */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly format?: string;
  readonly example?: unknown;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Operation {
  readonly query: Readonly<Record<string, Schema>>;
  readonly body?: Schema;
  readonly responses: Readonly<Record<string, Schema | null>>;
}

const description = described as unknown as {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly schemas: Readonly<Record<string, Schema>>;
};

const operations = Object.entries(description.operations).map(([key, operation]) => {
  const [method = '', address = ''] = key.split(' ');
  const pattern = address.replace(/\{(\w+)\}/g, (_, name) => (name === 'basehead' ? '.+' : '[^/]+'));
  return { key, method, pattern: new RegExp(`^${pattern}$`), operation };
});

/** The operation of a request below the API's root; undefined: GitHub describes none. */
export function findOperation(method: string, address: string): Operation | undefined {
  return operations.find((item) => item.method === method && item.pattern.test(address))?.operation;
}

/** What is wrong with a request, by GitHub's description; stricter in that unknown members are wrong. */
export function checkRequest(
  { query: known, body: schema }: Operation,
  query: Readonly<Record<string, string>>,
  body: unknown,
): readonly string[] {
  const problems = Object.entries(query).flatMap(([name, text]) => {
    const of = known[name];
    if (!of) return [`the query has ${name}, which GitHub does not know`];
    const value = of.type === 'integer' ? Number(text) : of.type === 'boolean' ? text === 'true' : text;
    return validate(of, value, `query.${name}`);
  });
  if (body === undefined) return problems;
  return [...problems, ...(schema ? validate(schema, body, 'body') : ['a body where GitHub takes none'])];
}

/** A whole response: what the description requires, with the fake's own data in it. And what is wrong with these. */
export function completeResponse(
  { responses }: Operation,
  status: number,
  data: unknown,
): { readonly data: unknown; readonly problems: readonly string[] } {
  if (!(String(status) in responses)) return { data, problems: [`GitHub does not answer ${status}`] };
  const schema = responses[String(status)];
  if (!schema) return { data, problems: data === undefined ? [] : ['a body where GitHub sends none'] };
  const whole = fill(schema, data);
  return { data: whole, problems: validate(schema, whole, 'response') };
}

function resolve(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : resolve(description.schemas[schema.$ref] ?? {});
}

function validate(given: Schema, value: unknown, where: string): readonly string[] {
  const schema = resolve(given);
  if (value === null && (schema.nullable || schema.enum?.includes(null))) return [];
  for (const of of schema.allOf ?? []) {
    const problems = validate(of, value, where);
    if (problems.length > 0) return problems;
  }
  const choices = schema.oneOf ?? schema.anyOf;
  // GitHub puts `properties` beside a `oneOf` that only tells which of them go together.
  if (choices) {
    const all = choices.map((choice) => {
      const merged = schema.properties
        ? { ...schema, oneOf: undefined, anyOf: undefined, ...narrowed(schema, choice) }
        : choice;
      return validate(merged as Schema, value, where);
    });
    return all.some((problems) => problems.length === 0) ? [] : [...new Set(all.flat())];
  }
  if (schema.enum && !schema.enum.includes(value))
    return [`${where} is ${JSON.stringify(value)}, none of ${schema.enum.join(', ')}`];
  switch (schema.type) {
    case 'string':
      if (typeof value !== 'string') return [`${where} is ${typeof value}, not a string`];
      if (schema.format === 'date-time' && Number.isNaN(Date.parse(value))) return [`${where} is no time`];
      if (schema.format === 'uri' && !URL.canParse(value)) return [`${where} is no address: ${value}`];
      return [];
    case 'integer':
    case 'number':
      if (typeof value !== 'number' || (schema.type === 'integer' && !Number.isInteger(value)))
        return [`${where} is ${JSON.stringify(value)}, not a number`];
      return [];
    case 'boolean':
      return typeof value === 'boolean'
        ? []
        : [`${where} is ${JSON.stringify(value)}, neither true nor false`];
    case 'array': {
      if (!Array.isArray(value)) return [`${where} is not an array`];
      if (schema.maxItems !== undefined && value.length > schema.maxItems) return [`${where} is too long`];
      return value.flatMap((item, index) => validate(schema.items ?? {}, item, `${where}[${index}]`));
    }
    case 'object': {
      if (value === null || typeof value !== 'object') return [`${where} is not an object`];
      const members = value as Record<string, unknown>;
      const missing = (schema.required ?? []).filter((name) => !(name in members));
      if (missing.length > 0) return [`${where} lacks ${missing.join(', ')}`];
      return Object.entries(members).flatMap(([name, item]) => {
        const of = schema.properties?.[name];
        if (of) return validate(of, item, `${where}.${name}`);
        if (schema.additionalProperties || !schema.properties) return [];
        return [`${where} has ${name}, which GitHub does not know`];
      });
    }
    default:
      return [];
  }
}

/** A choice may narrow properties to an empty schema (`{ conclusion: {…} }`) and require more of them. */
function narrowed(schema: Schema, choice: Schema): Schema {
  const own = resolve(choice);
  return {
    properties: { ...schema.properties, ...own.properties },
    required: [...(schema.required ?? []), ...(own.required ?? [])],
  };
}

/** The fake's data with everything around it that the description requires. */
function fill(given: Schema, data: unknown, depth = 0): unknown {
  const schema = resolve(given);
  if (data === null || (data === undefined && schema.nullable)) return null;
  if (schema.type === 'array' || Array.isArray(data))
    return ((data ?? []) as readonly unknown[]).map((item) => fill(schema.items ?? {}, item, depth + 1));
  const choices = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (choices && !schema.properties) {
    const all = choices.map((choice) => fill(choice, data, depth));
    return all.find((_, index) => validate(choices[index]!, all[index], '').length === 0) ?? all[0];
  }
  if (schema.type === 'object' && (data === undefined || typeof data === 'object')) {
    const members = { ...((data ?? {}) as Record<string, unknown>) };
    if (depth > 12) return members;
    for (const name of new Set([...(schema.required ?? []), ...Object.keys(members)])) {
      const of = schema.properties?.[name];
      if (of) members[name] = fill(of, members[name], depth + 1);
    }
    return members;
  }
  if (data !== undefined) return data;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'string':
      if (schema.format === 'date-time') return '2026-01-02T03:04:05Z';
      if (schema.format === 'uri') return 'https://api.github.com/x';
      return typeof schema.example === 'string' ? schema.example : 'x';
    case 'integer':
    case 'number':
      return typeof schema.example === 'number' ? schema.example : 1;
    case 'boolean':
      return false;
    default:
      return null;
  }
}
