import { z } from 'zod';
import { specSchema } from './schema.ts';

/**
 * The JSON Schema (draft 2020-12) of a spec file, for editors: committed as `schema.json`. It accepts specs for
 * `tunegate run` and those without a trial, for searches that another program drives.
 */
export function specJsonSchema(): object {
  const schema = z.toJSONSchema(specSchema, { io: 'input', unrepresentable: 'any' });
  const { required = [], ...rest } = schema;
  const brought = ['trial', 'metric'];
  return {
    ...rest,
    required: required.filter((key) => !brought.includes(key)),
    anyOf: [{ required: ['metric'] }, { required: ['task'] }],
    title: 'Tunegate tuning spec',
  };
}

/** The text of `schema.json`. */
export function schemaText(): string {
  return `${JSON.stringify(specJsonSchema(), null, 2)}\n`;
}
