import { expect, test } from 'vitest';
import {
  logNormalCdf,
  logNormalCdfSlope,
  normalCdf,
  normalInterval,
  normalPdf,
} from '../../src/math/normal.ts';

// scipy.stats.norm
test.each([
  [0, 0.5],
  [1, 0.8413447460685429],
  [-1, 0.15865525393145707],
  [-5, 2.866515718791939e-7],
  [-20, 2.7536241186062337e-89],
  [3, 0.9986501019683699],
])('P(Z <= %d)', (z, p) => {
  expect(normalCdf(z) / p).toBeCloseTo(1, 12);
});

test('intervals keep their digits in both tails', () => {
  expect(normalInterval(10, 11) / normalInterval(-11, -10)).toBeCloseTo(1, 12);
  expect(normalInterval(-1, 1)).toBeCloseTo(0.6826894921370859, 13);
  expect(normalPdf(0)).toBeCloseTo(0.3989422804014327, 15);
});

// scipy.stats.norm.logcdf
test.each([
  [-40, -804.6084420137538],
  [-5, -15.064998393988727],
  [-1, -1.841021645009264],
  [0, -Math.LN2],
  [3, -0.0013508099647481938],
])('ln P(Z <= %d) and its slope', (z, expected) => {
  expect(logNormalCdf(z) / expected).toBeCloseTo(1, 12);
  const numeric = (logNormalCdf(z + 1e-5) - logNormalCdf(z - 1e-5)) / 2e-5;
  expect(logNormalCdfSlope(z) / numeric).toBeCloseTo(1, 5);
});
