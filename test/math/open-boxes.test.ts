import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hypervolume } from '../../src/math/hypervolume.ts';
import { openBoxes } from '../../src/math/open-boxes.ts';

test('without a front all below the reference is open, as one box', () => {
  const { values, boxes } = openBoxes([], [1, 2, 3]);
  expect(values.map((of) => [...of])).toEqual([1, 2, 3].map((end) => [Number.NEGATIVE_INFINITY, end]));
  expect(boxes.map(({ from, to }) => [[...from], [...to]])).toEqual([
    [
      [0, 0, 0],
      [1, 1, 1],
    ],
  ]);
});

test('of two objectives the boxes are strips, one more than there are points on the front', () => {
  const { values, boxes } = openBoxes(
    [
      [3, 1],
      [1, 3],
      [2, 2],
      [3, 3],
      [1, 3],
      [0, 4],
    ],
    [4, 4],
  );
  const corners = boxes.map(({ from, to }) =>
    values.flatMap((of, k) => [of[from[k]!]!, of[to[k]!]!] as const),
  );
  const all = Number.NEGATIVE_INFINITY;
  expect(corners.sort((a, b) => a[1]! - b[1]!)).toEqual([
    [all, 1, 3, 4],
    [all, 2, 2, 3],
    [all, 3, 1, 2],
    [all, 4, all, 1],
  ]);
});

test('with what the front dominates the boxes fill the space once, ties and all', () => {
  // Coordinates of few values, so that most points have some in common.
  const points = (objectives: number) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: objectives, maxLength: objectives }), {
      maxLength: 12,
    });
  const sets = fc
    .integer({ min: 2, max: 5 })
    .chain((objectives) => fc.tuple(fc.constant(objectives), points(objectives)));
  fc.assert(
    fc.property(sets, ([objectives, set]) => {
      const reference = Array.from({ length: objectives }, () => 6);
      const { values, boxes } = openBoxes(set, reference);
      const sizes = boxes.map(({ from, to }) =>
        values.reduce((size, of, k) => size * (of[to[k]!]! - Math.max(0, of[from[k]!]!)), 1),
      );
      expect(sizes.reduce((sum, size) => sum + size, 0) + hypervolume(set, reference)).toBe(6 ** objectives);
      if (objectives === 3) expect(boxes.length).toBeLessThanOrEqual(2 * (values[0]!.length - 2) + 1);
    }),
    { numRuns: 500 },
  );
});
