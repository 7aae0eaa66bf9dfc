import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highestOfBulk, type WarpShape, warpLosses } from '../../../src/search/surrogate/output-warp.ts';

const warpShapes: readonly WarpShape[] = ['power', 'logarithm', 'logarithm above the lowest', 'none'];

const loss = fc.double({ min: 1e-3, max: 1e6, noNaN: true });

test('no shape changes the order, and trials that failed or diverged stand above the others', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(loss, { minLength: 3, maxLength: 30 }),
      fc.constantFrom(...warpShapes),
      (losses, shape) => {
        const { targets } = warpLosses([...losses, undefined], shape);
        const order = [...losses.keys()].sort((a, b) => losses[a]! - losses[b]!);
        for (const [k, i] of order.slice(1).entries())
          expect(targets[i]!).toBeGreaterThanOrEqual(targets[order[k]!]!);
        const highest = highestOfBulk(losses);
        for (const [i, loss] of losses.entries())
          if (loss <= highest) expect(targets[i]!).toBeLessThan(targets.at(-1)!);
          else expect(targets[i]!).toBe(targets.at(-1)!);
      },
    ),
  );
});

test('the logarithm takes out what an exponential does', () => {
  const heights = [0, 1, 2, 5, 7, 12, 30];
  const { targets } = warpLosses(heights.map(Math.exp), 'logarithm');
  const slope = (targets[1]! - targets[0]!) / (heights[1]! - heights[0]!);
  for (const [i, height] of heights.entries())
    expect(targets[i]! - targets[0]!).toBeCloseTo(slope * height, 9);
});

test('losses that a shape does not allow are warped by a power', () => {
  for (const losses of [
    [-1, 2, 5, 9],
    [0, 2, 5, 9],
  ])
    expect(warpLosses(losses, 'logarithm')).toEqual(warpLosses(losses));
  expect(warpLosses([2, 2, 2, 9], 'logarithm above the lowest')).toEqual(warpLosses([2, 2, 2, 9]));
});

test('the slopes are those of the targets', () => {
  // One loss a little higher changes the warp itself next to nothing, when there are many.
  const losses = Array.from({ length: 4001 }, (_, i) => Math.exp(2 + Math.sin(i) + i / 4000));
  for (const shape of warpShapes) {
    const { targets, logSlopes } = warpLosses(losses, shape);
    const order = [...losses.keys()].sort((a, b) => losses[a]! - losses[b]!);
    const measured = order.slice(10, -10).map((_, k) => {
      const [low, high] = [order[k]!, order[k + 20]!];
      return Math.log((targets[high]! - targets[low]!) / (losses[high]! - losses[low]!));
    });
    const mean = measured.reduce((sum, one) => sum + one, 0) / measured.length;
    expect(logSlopes / losses.length).toBeCloseTo(mean, 1);
  }
});

test('what lies beyond a gap far wider than all below it has diverged', () => {
  expect(highestOfBulk([1, 2, 3, 4, 5, 1e12])).toBe(5);
  expect(highestOfBulk([1, 2, 3, 4, 5, 1e12, 1e30])).toBe(5);
  expect(highestOfBulk([1, 2, 3, 4, 5, 1e4])).toBe(1e4);
  // Of a loss that grows by orders of magnitude all the way nothing has.
  expect(highestOfBulk([0, 3, 5, 9, 15, 25, 40].map(Math.exp))).toBe(Math.exp(40));
  // Nor where most have, which may be what there is.
  expect(highestOfBulk([1, 2, 1e30, 2e30, 3e30])).toBe(3e30);
  expect([highestOfBulk([]), highestOfBulk([7, 7])]).toEqual([0, 7]);
});
