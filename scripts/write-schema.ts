// Writes schema.json at the top of the repository: npm run build:schema
//
//   node scripts/run-ts.mjs scripts/write-schema.ts           writes schema.json
//   node scripts/run-ts.mjs scripts/write-schema.ts --check   fails when schema.json is not what the schema makes
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { schemaText } from '../src/spec/json-schema.ts';

// `run-ts.mjs` runs a bundle elsewhere and leaves the path of this file here.
const file = path.join(path.dirname(path.dirname(process.argv[1]!)), 'schema.json');
if (!process.argv.includes('--check')) writeFileSync(file, schemaText());
else if (existsSync(file) && readFileSync(file, 'utf8') === schemaText())
  console.log('schema.json is current');
else {
  console.error('schema.json is not what the schema makes; run: npm run build:schema');
  process.exitCode = 1;
}
