import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minimizeScalar } from '../../src/math/brent.ts';
import { fitYeoJohnson, yeoJohnson } from '../../src/math/yeo-johnson.ts';

test('λ of a skewed sample', () => {
  // scipy.stats.yeojohnson_normmax([.1, .2, .4, .8, 1.6, 3.2, 50]) with a tight tolerance
  expect(fitYeoJohnson([0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 50])).toBeCloseTo(-0.7982602546, 6);
});

test('λ = 1 is the identity; the transform rises with y for every λ', () => {
  const y = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(y, y, fc.double({ min: -2, max: 4, noNaN: true }), (a, b, lambda) => {
      expect(yeoJohnson(a, 1)).toBeCloseTo(a, 9);
      if (a < b) expect(yeoJohnson(a, lambda)).toBeLessThanOrEqual(yeoJohnson(b, lambda));
    }),
  );
});

test('the special cases λ = 0 and λ = 2 are the limits', () => {
  expect(yeoJohnson(3, 0)).toBeCloseTo(yeoJohnson(3, 1e-9), 7);
  expect(yeoJohnson(-3, 2)).toBeCloseTo(yeoJohnson(-3, 2 - 1e-9), 7);
});

test('Brent finds interior and boundary minima', () => {
  expect(minimizeScalar((x) => (x - 0.3) ** 4 + x, -1, 1)).toBeCloseTo(0.3 - 0.25 ** (1 / 3), 5);
  expect(minimizeScalar((x) => x, 2, 5)).toBeCloseTo(2, 5);
  expect(minimizeScalar(Math.cos, 0, 6)).toBeCloseTo(Math.PI, 6);
});
