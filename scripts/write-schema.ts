// Writes schema.json at the top of the repository: npm run build:schema
import { writeFileSync } from 'node:fs';
import { schemaText } from '../src/spec/json-schema.ts';

writeFileSync('schema.json', schemaText());
