import { expect, test } from 'vitest';
import { count, duration, real, whole } from '../../src/commands/arguments.ts';

test('numbers are read as they are meant', () => {
  expect(real('-1e-3')).toBe(-0.001);
  expect(whole('-7')).toBe(-7);
  expect(count('12')).toBe(12);
  expect(duration('1m30s')).toBe(90_000);
});

test('what is none is refused', () => {
  for (const text of ['', ' ', 'x', 'Infinity', 'NaN']) expect(() => real(text)).toThrow('expected a number');
  for (const text of ['1.5', 'x', '1e300']) expect(() => whole(text)).toThrow('expected a whole number');
  for (const text of ['0', '-1']) expect(() => count(text)).toThrow('at least 1');
  for (const text of ['0.5s', '0', 'soon']) expect(() => duration(text)).toThrow('at least 1s');
});
