import type { Conclusion, Verdict } from '../gate/verdict.ts';
import { plural as anyPlural, grouped } from '../plural.ts';
import type { Value } from '../space/parameter.ts';
import type { StopReason, TrialRecord } from '../study/study.ts';
import type { FailureReason } from '../trial/trial.ts';
import type { Everywhere } from './safe.ts';

/** Writes one of a set of numbers that are shown together. */
export type NumberFormat = (value: number) => Everywhere;

const minus = '−';
/** More digits than these are noise in any metric. */
const mostDigits = 7;

/**
 * How to write numbers that stand in one column: as many decimals as show the spread of the closer half of them in
 * about a hundred steps, but at least three digits of the largest; no number that is not 0 becomes 0.
 */
export function numberFormat(values: readonly number[]): NumberFormat {
  const finite = [...new Set(values.filter(Number.isFinite))].sort((a, b) => a - b);
  if (finite.every(Number.isInteger) && finite.every((value) => Math.abs(value) < 1e9))
    return (value) => fixed(value, 0);
  const largest = Math.max(...finite.map(Math.abs));
  if (largest >= 1e9 || largest < 1e-3) return (value) => short(value, 4);
  const middle = Math.ceil(finite.length / 2);
  const spreads = [finite, finite.slice(0, middle), finite.slice(-middle)]
    .map((part) => part.at(-1)! - part[0]!)
    .filter((spread) => spread > 0);
  // 32 to 316 steps from the least to the greatest.
  const wanted =
    spreads.length === 0 ? 3 - magnitude(largest) : Math.ceil(1.5 - Math.log10(Math.min(...spreads)));
  const most = mostDigits - 1 - magnitude(largest);
  const least = Math.max(0, 2 - magnitude(largest));
  return fixedAt(withoutZeros(finite, clamp(wanted, least, Math.max(0, most)), least));
}

/** Fewer decimals where the last ones of all values are 0. */
function withoutZeros(values: readonly number[], decimals: number, least: number): number {
  let needed = decimals;
  while (
    needed > least &&
    values.every((value) => value.toFixed(decimals).endsWith('0'.repeat(decimals - needed + 1)))
  )
    needed--;
  return needed;
}

/**
 * How to write a difference beside its interval: decimals by the half-width of the interval (two digits when it begins
 * with 1 to 3.54, else one: the Particle Data Group's rule), and at least those of the limit it is compared with.
 */
export function differenceFormat(
  difference: number,
  interval: readonly [number, number] | undefined,
  limit: number,
): NumberFormat {
  const half = interval ? (interval[1] - interval[0]) / 2 : Math.abs(difference) / 3;
  const decimals =
    half > 0 && Number.isFinite(half)
      ? (half / 10 ** magnitude(half) < 3.55 ? 1 : 0) - magnitude(half)
      : 3 - magnitude(Math.max(Math.abs(difference), Math.abs(limit)) || 1);
  const wanted = Math.max(decimals, decimalsOf(limit));
  const largest = Math.max(...[difference, ...(interval ?? [])].map(Math.abs));
  return largest > 0 && largest < 1e-3
    ? scientific(magnitude(largest), wanted)
    : fixedAt(clamp(wanted, 0, 12));
}

function decimalsOf(value: number): number {
  const match = /^\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(Math.abs(value)));
  return match ? Math.min(12, Math.max(0, (match[1]?.length ?? 0) - Number(match[2] ?? 0))) : 0;
}

/** Small numbers with one exponent for all of them: «4.5e-6», «0.3e-6». */
function scientific(exponent: number, decimals: number): NumberFormat {
  return (value) => {
    const text = (value / 10 ** exponent).toFixed(clamp(decimals + exponent, 0, 4));
    return value === 0 ? signed('0') : Number(text) === 0 ? short(value, 2) : signed(`${text}e${exponent}`);
  };
}

function fixedAt(decimals: number): NumberFormat {
  return (value) => fixed(value, decimals);
}

function fixed(value: number, decimals: number): Everywhere {
  if (!Number.isFinite(value)) return special(value);
  const text = value.toFixed(decimals);
  if (Number(text) === 0) return value === 0 ? signed(text.replace('-', '')) : short(value, 2);
  return Math.abs(value) >= 1e12 ? short(value, 4) : signed(text);
}

/** A number by itself, in at most `digits` digits, without trailing zeros. */
export function short(value: number, digits = 4): Everywhere {
  if (!Number.isFinite(value)) return special(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return signed(String(value));
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  if (size >= 1e-3 && size < 1e9) return signed(String(rounded));
  return signed(rounded.toExponential());
}

/** With a real minus sign; the one of an exponent stays as it is. */
function signed(text: string): Everywhere {
  return (text === '-0' ? '0' : text.replace(/^-/, minus)) as Everywhere;
}

function special(value: number): Everywhere {
  return (Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : `${minus}∞`) as Everywhere;
}

/** With its sign, also when positive. */
export function withSign(value: number, format: NumberFormat): Everywhere {
  return (value > 0 ? `+${format(value)}` : format(value)) as Everywhere;
}

function magnitude(value: number): number {
  return value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** «1 trial», «2,340 trials». */
export function plural(count: number, one: Word, many?: Word): Everywhere {
  return anyPlural(count, one, many) as Everywhere;
}

/** Our own nouns: nobody else's text can be one. */
type Word =
  | 'trial'
  | 'epoch'
  | 'seed'
  | 'fresh seed'
  | 'training'
  | 'config'
  | 'epoch'
  | 'parameter'
  | 'further trial'
  | 'further parameter'
  | 'further message'
  | 'further input'
  | 'trial misses'
  | 'trials miss'
  | 'trial failed'
  | 'trials failed'
  | 'training failed'
  | 'trainings failed'
  | 'row'
  | 'value'
  | 'further class'
  | 'further classes'
  | 'further column';

/** The number of a trial, or a seed: digits only. */
export function numbered(number: number): Everywhere {
  return String(number) as Everywhere;
}

/** «2,340». */
export function counted(count: number): Everywhere {
  return grouped(count) as Everywhere;
}

/** «0.4 s», «12 s», «3 min 20 s», «1 h 5 min», «2 d 3 h». */
export function duration(ms: number): Everywhere {
  if (!Number.isFinite(ms) || ms < 0) return '?' as Everywhere;
  if (ms < 9950)
    return `${ms < 95 ? Number((ms / 1000).toPrecision(1)) : (ms / 1000).toFixed(1)} s` as Everywhere;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s` as Everywhere;
  if (seconds < 3600) return parts(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  const minutes = Math.round(seconds / 60);
  if (minutes < 48 * 60) return parts(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(minutes / 60);
  return parts(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

function parts(whole: number, unit: string, rest: number, restUnit: string): Everywhere {
  return (rest === 0 ? `${whole} ${unit}` : `${whole} ${unit} ${rest} ${restUnit}`) as Everywhere;
}

/** A share of one in percent: 0.9 → «90 %». */
export function percent(share: number): Everywhere {
  return `${Number((share * 100).toPrecision(4))} %` as Everywhere;
}

/** The level of a verdict's interval in percent, to three digits. */
export function intervalLevel({ level, confidence }: Pick<Verdict, 'level' | 'confidence'>): Everywhere {
  return percent(Number((level ?? 1 - 2 * (1 - confidence)).toPrecision(3)));
}

/** How a value of a parameter is spelled in a table: floats to four digits. Strings are still unsafe. */
export function valueText(value: Value | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'number' ? short(value, 4) : String(value);
}

/** The verdict in one word, for titles. */
export const conclusionTitle: Readonly<Record<Conclusion, Everywhere>> = {
  improved: 'Improved' as Everywhere,
  unchanged: 'Unchanged' as Everywhere,
  regressed: 'Regressed' as Everywhere,
  inconclusive: 'Inconclusive' as Everywhere,
  'no-baseline': 'No baseline' as Everywhere,
  error: 'Error' as Everywhere,
};

/** The verdict as what happened to «the model». */
export const conclusionClause: Readonly<Record<Conclusion, Everywhere>> = {
  improved: 'the model got better.' as Everywhere,
  unchanged: 'the model is as good as before.' as Everywhere,
  regressed: 'the model got worse.' as Everywhere,
  inconclusive: 'it is not clear whether the model got worse.' as Everywhere,
  'no-baseline': 'there is nothing to compare the model with.' as Everywhere,
  error: 'the regression check could not be made.' as Everywhere,
};

export const conclusionMark: Readonly<Record<Conclusion, Everywhere>> = {
  improved: '✅' as Everywhere,
  unchanged: '✅' as Everywhere,
  regressed: '❌' as Everywhere,
  inconclusive: '❔' as Everywhere,
  'no-baseline': 'ℹ️' as Everywhere,
  error: '⚠️' as Everywhere,
};

export const failureWords: Readonly<Record<FailureReason, Everywhere>> = {
  crash: 'crashed' as Everywhere,
  signal: 'killed by a signal' as Everywhere,
  timeout: 'over the time limit' as Everywhere,
  idle: 'reported nothing for too long' as Everywhere,
  'out-of-memory': 'out of memory' as Everywhere,
  'not-finite': 'metric not a number' as Everywhere,
  'no-metric': 'metric not reported' as Everywhere,
  'malformed-report': 'report not readable' as Everywhere,
  infeasible: 'config not feasible' as Everywhere,
  spawn: 'could not be started' as Everywhere,
};

/** The state of a trial for a table: «completed», «failed: out of memory». */
export function stateWords({ state, reason }: Pick<TrialRecord, 'state' | 'reason'>): Everywhere {
  if (state === 'pruned') return 'stopped early' as Everywhere;
  return (state === 'failed' && reason ? `failed: ${failureWords[reason]}` : state) as Everywhere;
}

/** Why the search stopped, as the end of «The search stopped because …». */
export const stopWords: Readonly<Record<StopReason, Everywhere>> = {
  trials: 'the budget of trials is spent' as Everywhere,
  epochs: 'the budget of epochs is spent' as Everywhere,
  time: 'the budget of time is spent' as Everywhere,
  cost: 'the budget of money is spent' as Everywhere,
  exhausted: 'there is nothing left to try' as Everywhere,
  cancelled: 'it was cancelled' as Everywhere,
  failing: 'the first trials all failed for one reason' as Everywhere,
  'no-gain': 'there was nothing left to gain' as Everywhere,
};
