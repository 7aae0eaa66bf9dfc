import { z } from 'zod';
import { specSchema } from './schema.ts';

/** The JSON Schema (draft 2020-12) of a spec file, for editors: committed as `schema.json`. */
export function specJsonSchema(): object {
  const schema = z.toJSONSchema(specSchema, { io: 'input', unrepresentable: 'any' });
  return { ...schema, title: 'Tunegate tuning spec' };
}

/** The text of `schema.json`. */
export function schemaText(): string {
  return `${JSON.stringify(specJsonSchema(), null, 2)}\n`;
}
