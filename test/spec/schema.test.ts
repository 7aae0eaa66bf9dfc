import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { schemaText, specJsonSchema } from '../../src/spec/json-schema.ts';
import { loadDrivenSpec, loadSpec } from '../../src/spec/load.ts';
import { parseDuration, parseSize } from '../../src/spec/quantities.ts';
import { problemsOf, spec } from './specs.ts';

test('schema.json is what the schema makes (npm run build:schema)', () => {
  expect(readFileSync(path.join(import.meta.dirname, '..', '..', 'schema.json'), 'utf8')).toBe(schemaText());
});

interface Rules {
  readonly required?: readonly string[];
  readonly anyOf?: readonly Rules[];
  readonly oneOf?: readonly Rules[];
  readonly not?: Rules;
  readonly properties?: Readonly<Record<string, Rules>>;
}

/** Whether a mapping has the keys that a JSON Schema asks for. */
function hasKeys({ required, anyOf, oneOf, not }: Rules, value: object): boolean {
  return (
    (required ?? []).every((key) => key in value) &&
    (anyOf?.some((rules) => hasKeys(rules, value)) ?? true) &&
    (oneOf === undefined || oneOf.filter((rules) => hasKeys(rules, value)).length === 1) &&
    !(not && hasKeys(not, value))
  );
}

const whole = specJsonSchema() as Rules;
const acceptsTrial = (trial: object | undefined) =>
  hasKeys(whole, { name: '', metric: {}, params: {}, ...(trial ? { trial } : {}) }) &&
  hasKeys(whole.properties!.trial!, trial ?? {});

test.each([undefined, {}, { resume: true }])(
  'the schema accepts where another program trains: %j',
  (trial) => {
    expect(acceptsTrial(trial)).toBe(true);
    const text = spec({ trial: trial && JSON.stringify(trial) });
    expect(loadDrivenSpec('tune.yml', text).trial.resume).toBe(trial?.resume ?? false);
    expect(problemsOf(text).message).toMatch(/trial/);
  },
);

test('the schema accepts a trial of one kind, and none of two', () => {
  const trial = { module: './model.ts' };
  expect(acceptsTrial(trial)).toBe(true);
  expect(loadSpec('tune.yml', spec({ trial: JSON.stringify(trial) })).trial).toMatchObject(trial);
  expect(acceptsTrial({ ...trial, run: ['train'] })).toBe(false);
  expect(hasKeys(whole, { name: '' })).toBe(false);
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
