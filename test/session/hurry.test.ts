import { expect, test } from 'vitest';
import { hurryOf } from '../../src/session/hurry.ts';
import type { Clock } from '../../src/study/clock.ts';

const at = (time: number): Clock => ({ now: () => time, at: () => () => {} });

test('there is no hurry before the time is up, and then what a study may overrun is left', () => {
  const short = { deadline: 10_000, timeMs: 10_000 };
  expect(hurryOf({ ...short, clock: at(9999) })()).toBeUndefined();
  expect(hurryOf({ ...short, clock: at(10_000) })()).toBe(500);
  expect(hurryOf({ ...short, clock: at(10_400) })()).toBe(100);
  // Never so little that a signal could not act.
  expect(hurryOf({ ...short, clock: at(20_000) })()).toBe(50);
  const long = { deadline: 3_600_000, timeMs: 3_600_000 };
  expect(hurryOf({ ...long, clock: at(3_600_000) })()).toBe(36_000);
  expect(hurryOf({})()).toBeUndefined();
});

test('a cancelled step leaves a moment', () => {
  expect(hurryOf({ cancelled: AbortSignal.abort() })()).toBe(1500);
  const late = { cancelled: AbortSignal.abort(), deadline: 1000, timeMs: 1000, clock: at(1300) };
  expect(hurryOf(late)()).toBe(200);
  expect(hurryOf({ cancelled: new AbortController().signal })()).toBeUndefined();
});
