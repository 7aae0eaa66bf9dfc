/**
 * The minimum of a unimodal function on [lower, upper] by Brent's method (golden section with parabolic steps;
 * Brent 1973, chapter 5), to about `tolerance` in x. Non-finite values count as +Infinity.
 */
export function minimizeScalar(
  f: (x: number) => number,
  lower: number,
  upper: number,
  tolerance = 1e-8,
  iterations = 100,
): number {
  const golden = (3 - Math.sqrt(5)) / 2;
  const at = (x: number) => {
    const y = f(x);
    return Number.isNaN(y) ? Number.POSITIVE_INFINITY : y;
  };
  let [a, b] = [lower, upper];
  let x = a + golden * (b - a);
  let [w, v] = [x, x];
  let fx = at(x);
  let [fw, fv] = [fx, fx];
  let step = 0;
  let previous = 0;
  for (let i = 0; i < iterations; i++) {
    const middle = (a + b) / 2;
    const near = tolerance * (Math.abs(x) + 0.1);
    if (Math.abs(x - middle) <= 2 * near - (b - a) / 2) break;
    let parabolic = false;
    if (Math.abs(previous) > near && Number.isFinite(fw) && Number.isFinite(fv)) {
      const r = (x - w) * (fx - fv);
      let q = (x - v) * (fx - fw);
      let p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      if (q > 0) p = -p;
      q = Math.abs(q);
      if (Math.abs(p) < Math.abs(0.5 * q * previous) && p > q * (a - x) && p < q * (b - x)) {
        parabolic = true;
        previous = step;
        step = p / q;
        const u = x + step;
        if (u - a < 2 * near || b - u < 2 * near) step = x < middle ? near : -near;
      }
    }
    if (!parabolic) {
      previous = x < middle ? b - x : a - x;
      step = golden * previous;
    }
    const u = x + (Math.abs(step) >= near ? step : Math.sign(step) * near);
    const fu = at(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
      else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
    }
  }
  return x;
}
