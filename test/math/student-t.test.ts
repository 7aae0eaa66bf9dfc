import { expect, test } from 'vitest';
import { logGamma, studentTCdf, studentTQuantile, studentTTail } from '../../src/math/student-t.ts';

// scipy.stats.t
test.each([
  [0.95, 4, 2.13184678632665],
  [1 - 0.0205, 24, 2.1598],
  [1 - 0.0183, 4, 3.0893],
  [0.975, 1, 12.7062047361747],
  [0.99, 2, 6.96455673428326],
  [0.8, 9, 0.883403859685591],
  [0.95, 1000, 1.64637881728546],
])('the quantile %d with %d degrees of freedom', (p, df, expected) => {
  const digits = String(expected).length > 8 ? 10 : 4;
  expect(studentTQuantile(p, df)).toBeCloseTo(expected, digits);
  expect(studentTQuantile(1 - p, df)).toBeCloseTo(-expected, digits);
});

test('the distribution function: known values, tails, inverse', () => {
  expect(studentTCdf(0, 3)).toBe(0.5);
  expect(studentTCdf(1, 1)).toBeCloseTo(0.75, 14);
  expect(studentTTail(1, 2)).toBeCloseTo(0.5 * (1 - 1 / Math.sqrt(3)), 14);
  expect(studentTTail(100, 5) / 9.48000711231182e-10).toBeCloseTo(1, 10);
  for (const df of [1, 2, 5, 30, 400])
    for (const p of [0.001, 0.2, 0.5, 0.9, 0.9999])
      expect(studentTCdf(studentTQuantile(p, df), df)).toBeCloseTo(p, 12);
  expect(() => studentTQuantile(1, 3)).toThrow(RangeError);
});

test('ln Γ', () => {
  expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
  expect(logGamma(10)).toBeCloseTo(Math.log(362880), 11);
});
