// Writes the generated parts of docs/: npm run build:docs
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fillGenerated, generatedParts, pages } from './generated-docs.ts';

for (const page of pages) {
  const file = path.join('docs', page);
  const text = fillGenerated(readFileSync(file, 'utf8'), generatedParts(readFileSync('action.yml', 'utf8')));
  writeFileSync(file, text);
}
