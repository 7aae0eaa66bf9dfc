import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { schemaText } from '../../src/spec/json-schema.ts';
import { parseDuration, parseSize } from '../../src/spec/quantities.ts';

test('schema.json is what the schema makes (npm run build:schema)', () => {
  expect(readFileSync(path.join(import.meta.dirname, '..', '..', 'schema.json'), 'utf8')).toBe(schemaText());
});

test.each([
  ['15m', 900_000],
  ['1h30m', 5_400_000],
  ['90s', 90_000],
  ['500ms', 500],
  ['1.5 h', 5_400_000],
  [90, 90_000],
  ['90', 90_000],
  [' 1h 30m ', 5_400_000],
  ['1 5m', undefined],
  ['15 minutes', undefined],
  ['', undefined],
  ['-5s', undefined],
  [Number.NaN, undefined],
])('the duration %j', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each([
  ['1MiB', 1048576],
  ['512 KiB', 524288],
  ['10MB', 10_000_000],
  [2048, 2048],
  ['64k', 64_000],
  ['big', undefined],
])('the size %j', (text, bytes) => {
  expect(parseSize(text)).toBe(bytes);
});
