import fc from 'fast-check';
import { expect, test } from 'vitest';
import { obstacles } from '../../src/baseline/comparable.ts';
import {
  joinMeasured,
  type MeasuredBaseline,
  readMeasured,
  writeMeasured,
} from '../../src/baseline/measured.ts';
import { differenceNoise, scoreNoise } from '../../src/baseline/noise.ts';

const measured = (change: Partial<MeasuredBaseline> = {}): MeasuredBaseline => ({
  study: 'digits',
  commit: 'a'.repeat(40),
  at: '2026-01-02T03:04:05.000Z',
  metric: { name: 'val_accuracy', goal: 'maximize', use: 'last' },
  circumstances: { spec: 's', dependencies: 'd', data: 'none', machine: '2 × CPU, Linux x64' },
  config: { lr: 0.001, 'optimizer.name': 'adam', norm: true },
  trainings: [
    { seed: 7, score: 0.91, metrics: { latency_ms: 3 }, durationMs: 1200 },
    { seed: 8, metrics: {}, durationMs: 4 },
  ],
  ...change,
});
const scored = (...scores: (number | undefined)[]) =>
  scores.map((score, seed) => ({
    seed,
    ...(score === undefined ? {} : { score }),
    metrics: {},
    durationMs: 1,
  }));

test('what is written is read again', async () => {
  expect(readMeasured(writeMeasured(measured()))).toEqual(measured());
  await expect(writeMeasured(measured())).toMatchFileSnapshot('__golden__/baseline.json');
  const training = fc.record(
    {
      seed: fc.nat(),
      score: fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
      metrics: fc.dictionary(
        fc.string({ minLength: 1, maxLength: 20 }).filter((key) => key !== '__proto__'),
        fc.integer(),
        { noNullPrototype: true },
      ),
      durationMs: fc.nat(),
    },
    { requiredKeys: ['seed', 'metrics', 'durationMs'] },
  );
  fc.assert(
    fc.property(fc.array(training, { maxLength: 5 }), fc.string({ maxLength: 50 }), (trainings, study) => {
      const given = JSON.parse(JSON.stringify(measured({ trainings, study }))) as MeasuredBaseline;
      expect(readMeasured(writeMeasured(given))).toEqual(given);
    }),
  );
});

test('what is none of ours is refused with the reason, whatever it is', () => {
  expect(readMeasured('{')).toMatchObject({ problem: expect.stringContaining('not JSON') });
  expect(readMeasured('{"version": 2}')).toEqual({
    problem: 'a newer Tunegate wrote it (version 2, this one reads 1)',
  });
  const text = writeMeasured(measured()).replace('"seed":7', '"seed":"7"');
  expect(readMeasured(text)).toMatchObject({ problem: expect.stringMatching(/^trainings\.0\.seed/) });
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(readMeasured(json)).toHaveProperty('problem');
    }),
  );
});

test('joining keeps every seed, the later training of it', () => {
  const later = measured({ trainings: [{ seed: 8, score: 0.5, metrics: {}, durationMs: 2 }] });
  expect(joinMeasured(measured(), later).trainings.map(({ seed, score }) => [seed, score])).toEqual([
    [8, 0.5],
    [7, 0.91],
  ]);
});

test('results compare only with what was measured alike', () => {
  expect(obstacles(measured(), measured())).toEqual([]);
  const circumstances = { spec: 'x', dependencies: 'y', data: 'z', machine: '1 × other' };
  const other = measured({ circumstances, metric: { name: 'loss', goal: 'minimize', use: 'best' } });
  expect(obstacles(other, measured())).toEqual([
    'they measure loss (minimize, best value)',
    'the spec of the base trains something else',
    'the lock files of the base are others',
    'the data has changed since',
    'they come from another machine (1 × other; this one is 2 × CPU, Linux x64)',
  ]);
});

test('noise is pooled within commits, whatever their level', () => {
  const commits = [
    measured({ trainings: scored(1, 2, 3) }),
    measured({ trainings: scored(11, 12, 13, undefined) }),
    measured({ trainings: scored(5) }),
  ];
  expect(scoreNoise(commits)).toEqual({ variance: 1, df: 4 });
  // Every seed moved by ten: pairing takes all of the noise away.
  expect(differenceNoise(commits)).toEqual({ variance: 0, df: 2 });
  expect(scoreNoise([])).toBeUndefined();
  expect(differenceNoise(commits.slice(0, 1))).toBeUndefined();
});
