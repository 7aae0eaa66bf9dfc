import { expect, test } from 'vitest';
import { logH, logHSlope } from '../../src/math/log-expected-improvement.ts';

// log(φ(z) + z Φ(z)) and its slope Φ / (φ + z Φ) with mpmath at 400 digits.
test.each([
  [3, 1.0987396653277078, 0.33284096845179524],
  [0, -0.91893853320467274, 1.2533141373155003],
  [-0.99, -2.4661143916690494, 1.8970576371863509],
  [-1, -2.4851210257126413, 1.9042712333296918],
  [-1.01, -2.5041998574802568, 1.9114971728606133],
  [-5, -16.74430116266099, 5.3618162412880885],
  [-20, -206.9178385094251, 20.099262811101282],
  [-40, -808.29856835661996, 40.049906657648518],
])('log h(%d) and its slope', (z, value, slope) => {
  expect(Math.abs(logH(z) / value - 1)).toBeLessThan(1e-11);
  expect(Math.abs(logHSlope(z) / slope - 1)).toBeLessThan(1e-9);
});

test('is monotone, finite and continuous far into the tail', () => {
  let before = logH(10);
  for (let z = 9.5; z > -1e8; z -= Math.max(0.5, Math.abs(z) / 50)) {
    const now = logH(z);
    expect(Number.isFinite(now)).toBe(true);
    expect(now).toBeLessThan(before);
    before = now;
  }
  expect(logH(-99999.9999) / logH(-100000.0001)).toBeCloseTo(1, 8);
  expect(logHSlope(-99999.9999) / logHSlope(-100000.0001)).toBeCloseTo(1, 5);
});
