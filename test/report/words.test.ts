import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  differenceFormat,
  duration,
  intervalLevel,
  numberFormat,
  plural,
  short,
  valueText,
  withSign,
} from '../../src/report/words.ts';

const all = (values: readonly number[]) => values.map(numberFormat(values));

test('as many digits as the spread of the numbers needs', () => {
  expect(all([0.9731, 0.9612, 0.9645])).toEqual(['0.9731', '0.9612', '0.9645']);
  expect(all([0.5, 0.25, 0.75])).toEqual(['0.500', '0.250', '0.750']);
  expect(all([0.97, 0.97])).toEqual(['0.970', '0.970']);
  expect(all([12, 340, 7])).toEqual(['12', '340', '7']);
  expect(all([1234.5678, 1234.5679])).toEqual(['1234.568', '1234.568']);
  expect(all([])).toEqual([]);
});

test('an outlier does not hide the differences of the best', () => {
  expect(all([0.1, 0.97512, 0.97534, 0.97561])).toEqual(['0.10000', '0.97512', '0.97534', '0.97561']);
});

test('nothing but 0 becomes 0, and 0 has no sign', () => {
  expect(all([0.9, 0.8, 1e-9, -1e-9, 0, -0])).toEqual(['0.900', '0.800', '1e-9', '−1e-9', '0.000', '0.000']);
  expect(short(-0)).toBe('0');
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 8 }), (values) => {
      const format = numberFormat(values);
      for (const value of values.filter(Number.isFinite)) {
        const text = format(value).replace('−', '-');
        expect(Number(text) === 0).toBe(value === 0);
        expect(text.length).toBeLessThan(24);
        if (value !== 0) expect(Math.sign(Number(text))).toBe(Math.sign(value));
      }
    }),
  );
});

test('what is no number says so', () => {
  expect(all([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1])).toEqual([
    'NaN',
    '∞',
    '−∞',
    '1',
  ]);
});

test('a difference has the digits of its interval', () => {
  const format = differenceFormat(-0.018, [-0.025, -0.011], 0.005);
  expect(withSign(-0.018, format)).toBe('−0.018');
  expect(format(0.0113)).toBe('0.011');
  expect(differenceFormat(1.234, [0.9, 1.5], 1)(1.234)).toBe('1.23');
  expect(differenceFormat(1.234, [-4, 6], 0.5)(1.234)).toBe('1.2');
  expect(differenceFormat(-0.02, undefined, 0.005)(-0.02)).toBe('−0.020');
  expect(differenceFormat(4.5e-6, [1.3e-6, 7.7e-6], 1e-6)(4.5e-6)).toBe('4.5e-6');
  expect(withSign(0, differenceFormat(0, [0, 0], 0.01))).toBe('0.00000');
});

test('the two-sided interval of a one-sided test', () => {
  expect(intervalLevel({ confidence: 0.95 })).toBe('90 %');
  expect(intervalLevel({ confidence: 0.99 })).toBe('98 %');
  expect(intervalLevel({ confidence: 0.975 })).toBe('95 %');
});

test('durations', () => {
  const known: readonly (readonly [number, string])[] = [
    [0, '0 s'],
    [3, '0.003 s'],
    [412, '0.4 s'],
    [9949, '9.9 s'],
    [9951, '10 s'],
    [59_499, '59 s'],
    [59_700, '1 min'],
    [200_000, '3 min 20 s'],
    [3_600_000, '1 h'],
    [3_900_000, '1 h 5 min'],
    [183_600_000, '2 d 3 h'],
    [Number.NaN, '?'],
    [-1, '?'],
  ];
  for (const [ms, text] of known) expect(duration(ms)).toBe(text);
});

test('counts and values', () => {
  expect(plural(1, 'trial')).toBe('1 trial');
  expect(plural(2340, 'trial')).toBe('2,340 trials');
  expect([1e-4, 0.0067898, 1234567, 0.1 + 0.2, -1.5, 1e21].map(valueText)).toEqual([
    '1e-4',
    '0.00679',
    '1234567',
    '0.3',
    '−1.5',
    '1e+21',
  ]);
});
