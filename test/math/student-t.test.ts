import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { logGamma, studentTQuantile, studentTTail } from '../../src/math/student-t.ts';

const file = path.join(import.meta.dirname, 'reference', 'student-t.json');
/** Rows of (t, df, P(T > t)) and of (P(T > t), df, t). */
const reference = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly tail: readonly [number, number, number][];
  readonly quantile: readonly [number, number, number][];
};

function relativeError(value: number, expected: number): number {
  return Math.abs(value / expected - 1);
}

test('the upper tail against values of 40 digits', () => {
  expect(reference.tail.length).toBeGreaterThan(70);
  for (const [t, df, tail] of reference.tail) {
    expect(relativeError(studentTTail(t, df), tail)).toBeLessThan(2e-11);
    expect(studentTTail(-t, df)).toBeCloseTo(1 - tail, 12);
  }
});

test('the quantile against values of 40 digits, far into the tail', () => {
  expect(reference.quantile.length).toBeGreaterThan(80);
  for (const [tail, df, t] of reference.quantile) {
    // Close to one half the tail itself, as a double, has lost the digits of the quantile.
    const limit = tail > 0.49 ? 1e-8 : 2e-11;
    expect(relativeError(-studentTQuantile(tail, df), t)).toBeLessThan(limit);
    if (tail > 1e-4) expect(relativeError(studentTQuantile(1 - tail, df), t)).toBeLessThan(1e-8);
  }
});

test.each([
  [0.95, 4, 2.1318],
  [1 - 0.0205, 24, 2.1598],
  [1 - 0.0183, 4, 3.0893],
])('the quantile %d with %d degrees of freedom, as printed in tables', (p, df, expected) => {
  expect(studentTQuantile(p, df)).toBeCloseTo(expected, 4);
});

test('closed forms, the middle, the ends', () => {
  expect(studentTTail(0, 3)).toBe(0.5);
  expect(studentTTail(1, 1)).toBeCloseTo(0.25, 14);
  expect(studentTTail(1, 2)).toBeCloseTo(0.5 * (1 - 1 / Math.sqrt(3)), 14);
  expect(studentTQuantile(0.5, 7)).toBe(0);
  expect(studentTTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
  expect(studentTTail(Number.NEGATIVE_INFINITY, 3)).toBe(1);
  expect(studentTTail(Number.NaN, 3)).toBeNaN();
  for (const p of [0, 1, -0.1, Number.NaN]) expect(() => studentTQuantile(p, 3)).toThrow(RangeError);
});

test('the tail falls, and both functions are inverse to each other', () => {
  for (const df of [1, 2, 5, 30, 400]) {
    const tails = Array.from({ length: 241 }, (_, index) => studentTTail(index / 20 - 6, df));
    for (const [index, tail] of tails.slice(1).entries()) expect(tail).toBeLessThan(tails[index]!);
    for (const p of [0.001, 0.2, 0.5, 0.9, 0.9999])
      expect(studentTTail(-studentTQuantile(p, df), df)).toBeCloseTo(p, 12);
  }
});

test('ln Γ', () => {
  expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
  expect(logGamma(10)).toBeCloseTo(Math.log(362880), 11);
});
