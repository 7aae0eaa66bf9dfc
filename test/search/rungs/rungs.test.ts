import { expect, test } from 'vitest';
import { Climb, ladder } from '../../../src/search/rungs/rungs.ts';
import { createSpace } from '../../../src/space/space.ts';

const space = createSpace({ x: { type: 'float', min: 0, max: 1 } });

test('a rung is ranked anew when a trial has come there, and only then', () => {
  const climb = new Climb({ space, seed: 1 }, [1, 4]);
  const order = (rung: number) => climb.ranked(rung).map(({ id }) => id);
  const [a, b, c] = [0.1, 0.2, 0.3].map((x, id) => climb.start(id, { x }, 1).climber);
  expect(order(0)).toEqual([]);
  climb.arrives(a!, 0, 3);
  climb.arrives(b!, 0, Number.POSITIVE_INFINITY);
  expect(order(0)).toEqual([0, 1]);
  climb.arrives(c!, 0, 2);
  expect(order(0)).toEqual([2, 0, 1]);
  const ranked = climb.ranked(0);
  climb.start(2, { x: 0.3 }, 4);
  climb.arrives(c!, 1, 1);
  expect(climb.ranked(0)).toBe(ranked);
  expect(order(1)).toEqual([2]);
  // A run that was repeated says another loss.
  climb.arrives(a!, 0, 1);
  expect(order(0)).toEqual([0, 2, 1]);
});

test('rungs are quarters of the full resource, in whole steps', () => {
  expect(ladder(64)).toEqual([1, 4, 16, 64]);
  expect(ladder(50)).toEqual([1, 3, 13, 50]);
  expect(ladder(300)).toEqual([5, 19, 75, 300]);
  expect(ladder(9)).toEqual([1, 2, 9]);
  expect(ladder(81, { eta: 3 })).toEqual([3, 9, 27, 81]);
  expect(ladder(100, { eta: 4, minResource: 5 })).toEqual([5, 25, 100]);
  expect(ladder(16, { eta: 4, minResource: 8 })).toEqual([8, 16]);
  expect(ladder(100, { eta: 4, minResource: 26 })).toEqual([26, 100]);
  expect(ladder(27, { eta: 3, minResource: 8 })).toEqual([8, 27]);
  expect(ladder(81, { eta: 3, minResource: 1 })).toEqual([1, 3, 9, 27, 81]);
  expect(ladder(1)).toEqual([1]);
  expect(ladder(2)).toEqual([1, 2]);
  expect(ladder(5, { minResource: 5 })).toEqual([5]);
});
