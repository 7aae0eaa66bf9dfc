import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  affordableTrainings,
  confirmTimeShare,
  fullTrainings,
  furtherConfirmTime,
  inOneGo,
  planConfirmation,
  trainingTimes,
  typicalTime,
} from '../../src/confirm/plan.ts';
import type { Segment } from '../../src/study/fold.ts';
import type { TrialRecord } from '../../src/study/study.ts';

const plan = (searched: number, more: Partial<Parameters<typeof planConfirmation>[0]> = {}) =>
  planConfirmation({
    searched,
    available: 50,
    affordable: Number.POSITIVE_INFINITY,
    perFinalSeed: 1,
    ...more,
  });

test('a hundred trials pay for five candidates, a small search for the best alone', () => {
  expect(plan(100)).toEqual({ candidates: 5, choiceSeeds: 2, finalSeeds: 5 });
  expect(plan(60)).toEqual({ candidates: 5, choiceSeeds: 1, finalSeeds: 4 });
  expect(plan(20)).toEqual({ candidates: 1, choiceSeeds: 0, finalSeeds: 3 });
  // The incumbent beside it costs as much again.
  expect(plan(20, { perFinalSeed: 2 })).toEqual({ candidates: 1, choiceSeeds: 0, finalSeeds: 3 });
  expect(plan(60, { perFinalSeed: 2 })).toEqual({ candidates: 3, choiceSeeds: 1, finalSeeds: 3 });
  expect(plan(100, { wanted: 7 })).toEqual({ candidates: 5, choiceSeeds: 1, finalSeeds: 7 });
});

test('little time: fewer candidates, then fewer seeds, then no confirm stage', () => {
  expect(plan(100, { affordable: 6 })).toEqual({ candidates: 3, choiceSeeds: 1, finalSeeds: 3 });
  expect(plan(100, { affordable: 2 })).toEqual({ candidates: 1, choiceSeeds: 0, finalSeeds: 2 });
  expect(plan(100, { affordable: 1 })).toBeUndefined();
  expect(plan(100, { available: 0 })).toBeUndefined();
});

test('a plan never costs more than there is time for, nor more than 15 % of the search where three seeds are less', () => {
  fc.assert(
    fc.property(
      fc.nat(2000),
      fc.integer({ min: 1, max: 60 }),
      fc.nat(400),
      fc.constantFrom(1 as const, 2 as const),
      (searched, available, affordable, perFinalSeed) => {
        const made = plan(searched, { available, affordable, perFinalSeed });
        if (!made) return;
        const cost = made.candidates * made.choiceSeeds + made.finalSeeds * perFinalSeed;
        expect(cost).toBeLessThanOrEqual(affordable);
        expect(cost).toBeLessThanOrEqual(Math.max(3 * perFinalSeed, Math.round(0.15 * searched)));
        expect(made.candidates).toBeLessThanOrEqual(available);
        expect(made.finalSeeds).toBeGreaterThanOrEqual(2);
      },
    ),
  );
});

test('trials that were stopped early count by how far they went', () => {
  const trial = (change: Partial<TrialRecord>): TrialRecord => ({
    role: 'search',
    trial: 0,
    config: {},
    seed: 0,
    origin: '',
    state: 'completed',
    metrics: {},
    reports: [],
    durationMs: 0,
    ...change,
  });
  const at = (step: number) => [{ step, metrics: {} }];
  const trials = [
    trial({ resource: 9, reports: at(9) }),
    trial({ resource: 3, reports: at(3) }),
    trial({ state: 'pruned', resource: 9, reports: at(1.5) }),
    trial({ state: 'interrupted', reports: at(9) }),
    trial({ role: 'head', reports: at(9) }),
  ];
  expect(fullTrainings({ trials }, 9)).toBeCloseTo(1 + 1 / 3 + 1 / 6, 12);
  expect(fullTrainings({ trials }, undefined)).toBe(3);
  // A program that reports once, at its end, has done what it was asked for.
  expect(fullTrainings({ trials: [trial({ resource: 9, reports: at(1) })] }, 9)).toBe(1);
});

const segment = (durationMs: number, resource?: number, state: 'completed' | 'interrupted' = 'completed') =>
  ({
    run: '',
    reports: [],
    score: 1,
    ...(resource === undefined ? {} : { resource }),
    end: { type: 'end', role: 'search', trial: 0, run: '', state, durationMs, at: '' },
  }) satisfies Segment;

test('a training in one go has one start-up, however often the trial paused', () => {
  expect(inOneGo({ segments: [segment(500)] })).toBe(500);
  expect(inOneGo({ segments: [segment(500, 27)] })).toBe(500);
  // A start-up of 200 ms and 10 ms for each of 16 epochs: 360 ms in one go, not 760.
  const paused = [segment(210, 1), segment(230, 4), segment(320, 16)];
  expect(inOneGo({ segments: paused })).toBeCloseTo((320 * 16) / 12, 9);
  expect(inOneGo({ segments: [...paused, segment(900, 64, 'interrupted')] })).toBeCloseTo((320 * 16) / 12, 9);
  expect(inOneGo({ segments: [segment(0, 1), segment(0, 4)] })).toBe(0);
});

test('the middle one of some trainings is typical', () => {
  const of = (durationMs: number) => ({ segments: [segment(durationMs)] });
  expect(typicalTime(trainingTimes([of(900), of(100), of(200)]))).toBe(200);
  expect(typicalTime(trainingTimes([]))).toBe(0);
});

test('few long trials leave time for the smallest confirm stage, if it does not take more than 30 %', () => {
  // Two seeds of the best and of what ships: two rounds on two workers, four on one.
  const further = (workers: number, left = 900) =>
    furtherConfirmTime(left, { trainings: 4, training: 120, workers });
  expect(further(2)).toBeCloseTo(240 / 0.95 - confirmTimeShare * 900, 9);
  expect(further(1)).toBe(0);
  // It fits into its share as it is.
  expect(further(1, 9000)).toBe(0);
});

test('what is kept back pays for what was to be paid for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 8 }),
      fc.double({ min: 1, max: 1e5, noNaN: true }),
      fc.double({ min: 1, max: 1e6, noNaN: true }),
      (trainings, workers, training, left) => {
        const further = furtherConfirmTime(left, { trainings, training, workers });
        if (further === 0) return;
        const time = (confirmTimeShare * left + further) * (1 + 1e-9);
        expect(affordableTrainings(time, training, workers)).toBeGreaterThanOrEqual(trainings);
        expect(time).toBeLessThan(0.3001 * left);
      },
    ),
  );
});
