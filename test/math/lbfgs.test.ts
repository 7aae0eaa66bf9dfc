import { expect, test } from 'vitest';
import { Lbfgs } from '../../src/math/lbfgs.ts';

/** (x - i)² · (i + 1) / 2 in each dimension, and a coupling of neighbours that is 0 at the minimum. */
function bowl(point: Float64Array, gradient: Float64Array): number {
  let sum = 0;
  gradient.fill(0);
  for (let i = 0; i < point.length; i++) {
    const d = point[i]! - i;
    sum += ((i + 1) * d * d) / 2;
    gradient[i]! += (i + 1) * d;
    if (i === 0) continue;
    const c = d - (point[i - 1]! - (i - 1));
    sum += c * c;
    gradient[i]! += 2 * c;
    gradient[i - 1]! -= 2 * c;
  }
  return sum;
}

test('it finds the minimum of a quadratic, and goes on where it stopped', () => {
  const whole = new Lbfgs(bowl, new Float64Array(30), { tolerance: 1e-14 });
  whole.runTo(200);
  for (let i = 0; i < 30; i++) expect(whole.point[i]).toBeCloseTo(i, 5);
  const steps = new Lbfgs(bowl, new Float64Array(30), { tolerance: 1e-14 });
  for (const to of [3, 5, 40, 200]) steps.runTo(to);
  expect([...steps.point]).toEqual([...whole.point]);
  expect(steps.value).toBeLessThan(1e-8);
});

test('it ends where nothing improves', () => {
  let calls = 0;
  const flat = new Lbfgs((_, gradient) => {
    calls += 1;
    gradient.fill(0);
    return 1;
  }, new Float64Array(3));
  flat.runTo(100);
  expect(calls).toBe(1);
});
