import { minimizeInBox } from '../../../math/lbfgsb.ts';
import type { History } from '../../series/history.ts';
import { seasonBefore } from './naive.ts';

/** `auto`: whichever of them has the lowest AICc, series by series. */
export interface SmoothingOptions {
  readonly trend: 'auto' | 'none' | 'linear' | 'damped';
  readonly season: 'auto' | 'none' | 'additive' | 'multiplicative';
  /** Smooth the logarithms of series whose values are all above 0. */
  readonly log: boolean;
}

/** One series: its form, and how fast level (α), trend (β, as a share of α) and season (γ) follow; φ damps the trend. */
export interface SmoothingState {
  readonly trend: 'none' | 'linear' | 'damped';
  readonly season: 'none' | 'additive' | 'multiplicative';
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
}

/** Plain data; a series that is not in `series` is fitted when it is asked for. */
export interface FittedSmoothing {
  readonly family: 'smoothing';
  readonly options: SmoothingOptions;
  readonly series: Readonly<Record<string, SmoothingState>>;
}

/** Longer pasts are cut off where parameters are looked for. */
const mostFitted = 3000;
/** Steps that the first level and trend come from where there is no season. */
const firstSteps = 10;

/** The past that is smoothed. */
function pastOf({ values, positive }: History, step: number, log: boolean) {
  const logged = log && positive(step);
  const past = values.subarray(0, step + 1);
  return { past: logged ? past.map(Math.log) : past, logged, positive: !logged && positive(step) };
}

/** Fits level, trend and season to what is known at a step. */
export function fitSmoothing(
  options: SmoothingOptions,
  history: History,
  step: number,
  season: number,
): SmoothingState {
  const { past, positive } = pastOf(history, step, options.log);
  const y = past.subarray(Math.max(0, past.length - mostFitted));
  const known = y.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
  const seasonal = season > 1 && y.length >= 2 * season && known > season + 3;
  const trends = options.trend === 'auto' ? (['none', 'linear', 'damped'] as const) : [options.trend];
  const wanted =
    options.season === 'auto' ? (['none', 'additive', 'multiplicative'] as const) : [options.season];
  const seasons = new Set(
    wanted.map((of) => (!seasonal ? 'none' : of === 'multiplicative' && !positive ? 'additive' : of)),
  );
  let best: { readonly state: SmoothingState; readonly criterion: number } | undefined;
  for (const of of seasons)
    for (const trend of trends) {
      // Fewer values than a trend has parameters tell nothing of it.
      if (trend !== 'none' && known < 6 && options.trend === 'auto') continue;
      const found = fitForm(y, known, trend, of, season);
      if (!best || found.criterion < best.criterion) best = found;
    }
  return best!.state;
}

/** Least squares of the errors one step ahead, by L-BFGS in the box of the parameters. */
function fitForm(
  y: Float64Array,
  known: number,
  trend: SmoothingState['trend'],
  form: SmoothingState['season'],
  season: number,
) {
  const free: ('alpha' | 'beta' | 'gamma' | 'phi')[] = ['alpha'];
  if (trend !== 'none') free.push('beta');
  if (form !== 'none') free.push('gamma');
  if (trend === 'damped') free.push('phi');
  const bounds = {
    alpha: [0.001, 0.999],
    beta: [0.0001, 0.999],
    gamma: [0.0001, 0.999],
    phi: [0.8, 0.98],
  } as const;
  const state = (point: ArrayLike<number>): SmoothingState => {
    const at = (name: (typeof free)[number], otherwise: number) => {
      const index = free.indexOf(name);
      return index < 0 ? otherwise : point[index]!;
    };
    return {
      trend,
      season: form,
      alpha: at('alpha', 0),
      beta: at('beta', 0),
      gamma: at('gamma', 0),
      phi: at('phi', trend === 'none' ? 0 : 1),
    };
  };
  const loss = (point: ArrayLike<number>) => {
    const { squares, count } = smooth(state(point), y, season);
    return Math.log(Math.max(squares / Math.max(1, count), 1e-300));
  };
  const lower = free.map((name) => bounds[name][0]);
  const upper = free.map((name) => bounds[name][1]);
  const width = 1e-5;
  const f = (point: Float64Array, gradient: Float64Array): number => {
    const probe = point.slice();
    for (let i = 0; i < point.length; i++) {
      const [low, high] = [Math.max(lower[i]!, point[i]! - width), Math.min(upper[i]!, point[i]! + width)];
      probe[i] = high;
      const above = loss(probe);
      probe[i] = low;
      gradient[i] = (above - loss(probe)) / (high - low);
      probe[i] = point[i]!;
    }
    return loss(point);
  };
  let best: { readonly point: Float64Array; readonly value: number } | undefined;
  // Two starts: a level that hardly moves, and one that follows.
  for (const alpha of [0.1, 0.6]) {
    const start = Float64Array.from(free, (name) => ({ alpha, beta: 0.05, gamma: 0.1, phi: 0.95 })[name]);
    const found = minimizeInBox(f, start, {
      lower,
      upper,
      iterations: 30,
      gradientTolerance: 1e-4,
      valueTolerance: 1e-7,
    });
    if (!best || found.value < best.value) best = found;
  }
  const parameters = 1 + free.length + 1 + (trend === 'none' ? 0 : 1) + (form === 'none' ? 0 : season - 1);
  // Hurvich and Tsai 1989; with as many parameters as values there is no choice but the simplest.
  const room = known - parameters - 1;
  const penalty = room > 0 ? (2 * parameters * known) / room : 1e6 + parameters;
  return { state: state(best!.point), criterion: known * best!.value + penalty };
}

/**
 * Holt-Winters (Hyndman et al. 2008, «Forecasting with exponential smoothing», table 2.1); a missing value leaves the states
 * to go on by themselves.
 */
function smooth(state: SmoothingState, y: Float64Array, season: number) {
  const { alpha, beta, gamma, phi, season: form, trend } = state;
  const m = form === 'none' ? 1 : season;
  const first = beginning(y, m, form, trend !== 'none');
  let { level, slope } = first;
  const seasons = first.seasons;
  let [squares, count] = [0, 0];
  for (let t = 0; t < y.length; t++) {
    const s = seasons[t % m]!;
    const base = level + phi * slope;
    const value = y[t]!;
    if (Number.isNaN(value)) {
      level = base;
      slope *= phi;
      continue;
    }
    const error = value - (form === 'multiplicative' ? base * s : base + s);
    squares += error * error;
    count += 1;
    const next = form === 'multiplicative' ? alpha * (value / s) + (1 - alpha) * base : base + alpha * error;
    if (trend !== 'none') slope = phi * slope + beta * (next - base);
    if (form === 'additive') seasons[t % m] = s + gamma * (1 - alpha) * error;
    else if (form === 'multiplicative' && base > 0) seasons[t % m] = (1 - gamma) * s + (gamma * value) / base;
    level = next;
  }
  return { level, slope, seasons, squares, count };
}

/** First states: seasons from the first two or three (Hyndman et al. 2008, section 2.6.1), level and trend from the first steps without them. */
function beginning(y: Float64Array, m: number, form: SmoothingState['season'], trended: boolean) {
  const seasons = new Float64Array(m).fill(form === 'multiplicative' ? 1 : 0);
  const whole = Math.min(3, Math.floor(y.length / m));
  if (form !== 'none') {
    const means = Array.from({ length: whole }, (_, i) => meanOf(y.subarray(i * m, (i + 1) * m)));
    const slope = whole > 1 ? (means[whole - 1]! - means[0]!) / ((whole - 1) * m) : 0;
    for (let j = 0; j < m; j++) {
      let [sum, count] = [0, 0];
      for (let i = 0; i < whole; i++) {
        const value = y[i * m + j]!;
        const base = means[i]! + slope * (j - (m - 1) / 2);
        if (Number.isNaN(value) || Number.isNaN(base) || (form === 'multiplicative' && base <= 0)) continue;
        sum += form === 'multiplicative' ? value / base : value - base;
        count += 1;
      }
      if (count > 0) seasons[j] = sum / count;
    }
    const centre = seasons.reduce((sum, value) => sum + value, 0) / m;
    for (let j = 0; j < m; j++)
      seasons[j] = form === 'multiplicative' ? Math.max(1e-3, seasons[j]! / centre) : seasons[j]! - centre;
  }
  const used = Math.min(y.length, form === 'none' ? firstSteps : Math.max(firstSteps, 2 * m));
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  for (let t = 0; t < used; t++) {
    if (Number.isNaN(y[t]!)) continue;
    const value = form === 'multiplicative' ? y[t]! / seasons[t % m]! : y[t]! - seasons[t % m]!;
    n += 1;
    sx += t;
    sy += value;
    sxx += t * t;
    sxy += t * value;
  }
  const spread = n * sxx - sx * sx;
  const slope = trended && n > 2 && spread > 0 ? (n * sxy - sx * sy) / spread : 0;
  // The state before the first value.
  const level = n === 0 ? 0 : (sy - slope * sx) / n - slope;
  return { level, slope, seasons };
}

function meanOf(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Forecasts of the steps behind `step`, from what is known there. */
export function smoothingForecast(
  state: SmoothingState,
  { log }: SmoothingOptions,
  history: History,
  step: number,
  season: number,
  horizon: number,
): Float64Array {
  const { past, logged, positive } = pastOf(history, step, log);
  // Another past than the one it was fitted to: too short for seasons, or no longer above 0.
  const form =
    state.season !== 'none' && past.length < 2 * season
      ? 'none'
      : state.season === 'multiplicative' && !positive
        ? 'additive'
        : state.season;
  const { level, slope, seasons } = smooth({ ...state, season: form }, past, season);
  const m = seasons.length;
  let [damped, factor] = [0, 1];
  const forecast = Float64Array.from({ length: horizon }, (_, k) => {
    factor *= state.phi;
    damped += state.trend === 'none' ? 0 : factor;
    const base = level + damped * slope;
    const s = seasons[(past.length + k) % m]!;
    const value = form === 'multiplicative' ? base * s : base + s;
    return logged ? Math.exp(value) : value;
  });
  // States that ran away say less than the last season.
  return forecast.every(Number.isFinite)
    ? forecast
    : forecast.map((_, k) => seasonBefore(history.values, step, k + 1, season, history.filled[step]!));
}
