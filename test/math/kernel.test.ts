import { expect, test } from 'vitest';
import { matern52 } from '../../src/math/kernel.ts';

test('the Matérn 5/2 correlation', () => {
  expect(matern52(0)).toBe(1);
  expect(matern52(0.25)).toBeCloseTo(0.8286491424, 10);
  expect(matern52(1)).toBeCloseTo(0.5239941088, 10);
  expect(matern52(4)).toBeCloseTo(0.1386602191, 10);
});
