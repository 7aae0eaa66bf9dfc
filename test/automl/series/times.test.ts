import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Frequency,
  frequencyWords,
  inferFrequency,
  parseTime,
  stepOf,
  textAt,
  timeAt,
} from '../../../src/automl/series/times.ts';

test.each([
  ['2026', { format: 'number', value: 2026 }],
  ['-3', { format: 'number', value: -3 }],
  ['1970-01', { format: 'month', value: 0 }],
  ['1970-Q2', { format: 'quarter', value: 90 * 86_400 }],
  ['1970-01-02', { format: 'date', value: 86_400 }],
  ['1970/1/2', { format: 'date', value: 86_400 }],
  ['1970-01-01T01:30', { format: 'minute', value: 5400 }],
  ['1970-01-01 01:00:05Z', { format: 'second', value: 3605 }],
  ['1970-01-01T01:00:00+01:00', { format: 'second', value: 0 }],
  ['2026-13', undefined],
  ['2026-02-30', undefined],
  ['2026-01-01T25:00', undefined],
  ['yesterday', undefined],
  ['1.5', undefined],
  ['', undefined],
])('%s is read', (text, time) => {
  expect(parseTime(text)).toEqual(time);
});

const day = 86_400;
const start = fc.integer({ min: -20_000, max: 20_000 });
const frequencies: fc.Arbitrary<Frequency> = fc.oneof(
  fc.record({
    unit: fc.constant('number' as const),
    every: fc.integer({ min: 1, max: 50 }),
    // No years.
    start: fc.integer({ min: 10_000, max: 20_000 }),
  }),
  fc.record({
    unit: fc.constant('year' as const),
    every: fc.integer({ min: 1, max: 5 }),
    start: fc.integer({ min: 1700, max: 1900 }),
    format: fc.constant('year' as const),
  }),
  fc.record({
    unit: fc.constant('month' as const),
    every: fc.constantFrom(1, 2, 3, 6, 12),
    start: fc.integer({ min: 1900 * 12, max: 2050 * 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    format: fc.constant('date' as const),
  }),
  fc.record({
    unit: fc.constant('second' as const),
    every: fc.constantFrom(60, 900, 3600, 6 * 3600),
    start: start.map((days) => days * day),
    format: fc.constant('minute' as const),
  }),
  fc.record({
    unit: fc.constant('second' as const),
    every: fc.constantFrom(day, 7 * day),
    start: start.map((days) => days * day),
    format: fc.constant('date' as const),
  }),
);

test('the frequency is found whatever the order of the rows and the steps that are missing', () => {
  fc.assert(
    fc.property(
      frequencies,
      fc.integer({ min: 40, max: 80 }),
      fc.infiniteStream(fc.nat(99)),
      (frequency, count, noise) => {
        // The first steps are whole, so that two neighbours and all days of a week are there.
        const steps = Array.from({ length: count }, (_, i) => i).filter(
          (i) => i < 33 || noise.next().value >= 30,
        );
        const shuffled = steps
          .map((step) => ({ step, key: noise.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ step }) => step);
        const times = shuffled.map((step) => parseTime(textAt(frequency, step))!);
        const found = inferFrequency(
          times,
          times.map(() => ''),
        )!;
        expect(frequencyWords(found)).toBe(frequencyWords(frequency));
        expect(times.map((time) => stepOf(found, time))).toEqual(shuffled);
        for (const step of shuffled) expect(textAt(found, step)).toBe(textAt(frequency, step));
      },
    ),
    { numRuns: 200 },
  );
});

test('weekdays, ends of months and quarters have steps of their own', () => {
  const frequency = (texts: readonly string[]) =>
    inferFrequency(
      texts.map((text) => parseTime(text)!),
      texts.map(() => ''),
    )!;
  const weekdays = Array.from({ length: 30 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)))
    .filter((date) => date.getUTCDay() % 6 > 0)
    .map((date) => date.toISOString().slice(0, 10));
  const found = frequency(weekdays);
  expect(frequencyWords(found)).toBe('daily, Monday to Friday');
  weekdays.forEach((text, step) => {
    expect(stepOf(found, parseTime(text)!)).toBe(step);
    expect(textAt(found, step)).toBe(text);
  });
  expect(stepOf(found, parseTime('2026-01-03')!)).toBeNaN();

  const ends = frequency(['2026-01-31', '2026-02-28', '2026-03-31']);
  expect(frequencyWords(ends)).toBe('monthly');
  expect(textAt(ends, 13)).toBe('2027-02-28');

  const quarters = frequency(['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q3']);
  expect(frequencyWords(quarters)).toBe('quarterly');
  expect([0, 1, 2, 3].map((step) => textAt(quarters, step))).toEqual([
    '2025-Q3',
    '2025-Q4',
    '2026-Q1',
    '2026-Q2',
  ]);
  expect(timeAt(quarters, 2)).toBe(Date.UTC(2026, 0, 1) / 1000);
});

test('one time has no frequency', () => {
  expect(inferFrequency([parseTime('2026')!], [''])).toBeUndefined();
});
