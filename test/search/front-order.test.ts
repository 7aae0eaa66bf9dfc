import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hypervolume, nondominated } from '../../src/math/hypervolume.ts';
import { byCrowding, byVolume } from '../../src/search/front-order.ts';

const line = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((x) => [x, 8 - x]);

test('by volume the middle comes first, then what is between it and the ends', () => {
  expect(byVolume(line, line).slice(0, 3)).toEqual([4, 2, 6]);
});

test('by crowding the ends come first', () => {
  expect([...byCrowding(line, line).slice(0, 2)].sort()).toEqual([0, 8]);
});

test('with something bad to compare with the ends add more than the middle', () => {
  const far = [...line, [8, 80]];
  expect(byVolume(line, far)[0]).toBe(0);
});

test('each next one adds most to the volume of those before, and all are there once', () => {
  const points = fc.integer({ min: 2, max: 3 }).chain((objectives) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: objectives, maxLength: objectives }), {
      minLength: 1,
      maxLength: 12,
    }),
  );
  fc.assert(
    fc.property(points, (all) => {
      const front = nondominated(all).map((i) => all[i]!);
      const order = byVolume(front, all);
      expect([...order].sort((a, b) => a - b)).toEqual([...front.keys()]);
      // The share of each objective, and the reference a tenth beyond the worst.
      const shares = front.map((point) =>
        point.map((value, k) => {
          const best = Math.min(...front.map((other) => other[k]!));
          const worst = Math.max(...all.map((other) => other[k]!));
          return worst > best ? (value - best) / (worst - best) : 0;
        }),
      );
      const reference = front[0]!.map(() => 1.1);
      const volume = (chosen: readonly number[]) =>
        hypervolume(
          chosen.map((i) => shares[i]!),
          reference,
        );
      for (const [place, i] of order.entries()) {
        const before = order.slice(0, place);
        const most = Math.max(...order.slice(place).map((other) => volume([...before, other])));
        expect(volume([...before, i])).toBeCloseTo(most, 9);
      }
    }),
  );
});

test('losses near the largest number have an order, too', () => {
  const huge = [
    [-1.7e308, 1.7e308],
    [0, 0],
    [1.7e308, -1.7e308],
  ];
  expect(byVolume(huge, huge)[0]).toBe(1);
  expect([...byCrowding(huge, huge)].sort()).toEqual([0, 1, 2]);
});

test('of four objectives the order is by crowding', () => {
  const front = line.map(([x, y]) => [x!, y!, x!, y!]);
  expect(byVolume(front, front)).toEqual(byCrowding(front, front));
});
