import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onOneScale, type RungLoss } from '../../../src/search/rungs/rung-scale.ts';

const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

/** Nine trials at the lowest rung; the best three go on, where losses are a tenth and the order is another. */
const climbed: readonly RungLoss[] = [
  ...[0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1].map((loss, id) => ({ id, rung: 0, loss })),
  { id: 8, rung: 1, loss: 0.03 },
  { id: 7, rung: 1, loss: 0.01 },
  { id: 6, rung: 1, loss: 0.02 },
];

test('those that were promoted keep, as a group, the place that they had below', () => {
  const values = [...onOneScale(climbed)];
  expect(mean(values)).toBeCloseTo(0, 12);
  expect(mean(values.slice(9))).toBeCloseTo(mean(values.slice(6, 9)), 12);
  // Among themselves they are ordered by what they showed last.
  expect(values[10]!).toBeLessThan(values[11]!);
  expect(values[11]!).toBeLessThan(values[9]!);
  // The worst of them is still taken for better than what was never promoted.
  expect(values[9]!).toBeLessThan(values[5]!);
});

test('the unit of a rung does not matter', () => {
  const scaled = climbed.map((item) => (item.rung === 1 ? { ...item, loss: 5 + 1000 * item.loss } : item));
  const [a, b] = [onOneScale(climbed), onOneScale(scaled)];
  a.forEach((value, i) => {
    expect(b[i]).toBeCloseTo(value, 6);
  });
});

test('failed trials stand above the worst; nothing but failures is level', () => {
  const values = onOneScale([...climbed, { id: 9, rung: 0, loss: Number.POSITIVE_INFINITY }]);
  expect(values.at(-1)!).toBeGreaterThan(Math.max(...values.slice(0, -1)) + 1);
  expect([...onOneScale([{ id: 0, rung: 0, loss: Number.POSITIVE_INFINITY }])]).toEqual([0]);
  expect([...onOneScale([])]).toEqual([]);
});

test('whatever the losses: finite values, and the order within a rung is kept', () => {
  const loss = fc.oneof(
    fc.double({ noNaN: true }),
    fc.constantFrom(0, 1e308, -1e308, Number.POSITIVE_INFINITY),
    fc.integer({ min: 0, max: 5 }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(loss, { minLength: 1, maxLength: 3 }), { maxLength: 12 }), (curves) => {
      const losses = curves.flatMap((curve, id) =>
        curve.map((value, rung) => ({
          id,
          rung,
          loss: Number.isFinite(value) ? value : Number.POSITIVE_INFINITY,
        })),
      );
      const values = onOneScale(losses);
      expect(values.every(Number.isFinite)).toBe(true);
      for (const [i, a] of losses.entries())
        for (const [k, b] of losses.entries())
          if (a.rung === b.rung && a.loss < b.loss) expect(values[i]!).toBeLessThanOrEqual(values[k]! + 1e-9);
    }),
    { numRuns: 200 },
  );
});
