import { expect, test } from 'vitest';
import { erfcx } from '../../src/math/erfcx.ts';

// exp(x²) erfc(x) with mpmath at 60 digits.
test.each([
  [-5, 144009798674.66104],
  [-1.5, 18.653886256262734],
  [-0.3, 1.4537492328427656],
  [0, 1],
  [0.2, 0.80901951990158073],
  [0.46875, 0.63206968924955608],
  [0.5, 0.61569034419292587],
  [1, 0.427583576155807],
  [2, 0.25539567631050574],
  [3.99, 0.1373240409142297],
  [4.01, 0.13667636742994915],
  [10, 0.056140992743822586],
  [28, 0.020136801964214277],
  [1e4, 5.6418958072680841e-5],
])('erfcx(%d) to 14 digits', (x, expected) => {
  expect(Math.abs(erfcx(x) / expected - 1)).toBeLessThan(2e-14);
});

test('the ends of the range', () => {
  expect(erfcx(1e300)).toBeGreaterThan(0);
  expect(erfcx(Number.POSITIVE_INFINITY)).toBe(0);
  expect(erfcx(Number.NEGATIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(erfcx(Number.NaN)).toBeNaN();
});
