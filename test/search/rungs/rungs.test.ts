import { expect, test } from 'vitest';
import { Climb } from '../../../src/search/rungs/rungs.ts';
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
