/**
 * The scaled complementary error function erfcx(x) = exp(x²) erfc(x), to about 16 digits, without overflow for large x.
 * Rational Chebyshev approximations of W. J. Cody, «Rational Chebyshev approximations for the error function»,
 * Mathematics of Computation 23 (1969), in the arrangement of his CALERF.
 */
export function erfcx(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  let scaled: number;
  if (size <= 0.46875) return Math.exp(x * x) * (1 - erfSmall(x));
  if (size <= 4) scaled = ratio(C, D, size);
  else if (size >= 2.53e307) scaled = 0;
  else {
    const inverse = 1 / (size * size);
    scaled = size > 6.71e7 ? SQRT_INVERSE_PI : SQRT_INVERSE_PI - inverse * ratio(P, Q, inverse);
    scaled /= size;
  }
  return x < 0 ? 2 * Math.exp(x * x) - scaled : scaled;
}

const SQRT_INVERSE_PI = 0.56418958354775628695;

// Coefficients from the highest power down, the last numerator coefficient of Cody's tables first.
const A = [
  1.85777706184603153e-1, 3.1611237438705656, 1.13864154151050156e2, 3.77485237685302021e2,
  3.20937758913846947e3,
];
const B = [1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3];
const C = [
  2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1,
  2.98635138197400131e2, 8.8195222124176909e2, 1.71204761263407058e3, 2.05107837782607147e3,
  1.23033935479799725e3,
];
const D = [
  1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
  3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3,
];
const P = [
  1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1,
  1.60837851487422766e-2, 6.58749161529837803e-4,
];
const Q = [
  1, 2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1, 6.05183413124413191e-2,
  2.33520497626869185e-3,
];

function ratio(numerator: readonly number[], denominator: readonly number[], x: number): number {
  return horner(numerator, x) / horner(denominator, x);
}

function horner(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

/** erf for |x| <= 0.46875. */
function erfSmall(x: number): number {
  return x * ratio(A, B, x * x);
}
