import type { Domain, Value } from './parameter.ts';

/**
 * Domains as sets of values and as intervals: every value has a place in [0, 1], and every place a value.
 *
 * Values that a search proposes are rounded to about seven significant digits, so that what is printed is what was
 * trained, and so that `fromUnit(toUnit(v)) = v` holds exactly for each of them.
 */

type Numeric = Extract<Domain, { type: 'float' | 'int' }>;

const DIGITS = 7;

/** Number of values; Infinity for a float without step. */
export function valueCount(domain: Domain): number {
  switch (domain.type) {
    case 'constant':
      return 1;
    case 'bool':
      return 2;
    case 'choice':
      return domain.values.length;
    case 'int':
    case 'float':
      if (domain.min === domain.max) return 1;
      if (domain.step !== undefined) return stepCount(domain, domain.step);
      return domain.type === 'int' ? domain.max - domain.min + 1 : Number.POSITIVE_INFINITY;
  }
}

/** The value with an index from 0, in the domain's own order (numbers rise). Only for a finite domain. */
export function valueAt(domain: Domain, index: number): Value {
  switch (domain.type) {
    case 'constant':
      return domain.value;
    case 'bool':
      return index === 1;
    case 'choice':
      return domain.values[index]!;
    case 'int':
    case 'float':
      return domain.step === undefined ? domain.min + index : stepValue(domain, domain.step, index);
  }
}

/** The first index of a finite numeric domain whose value is far enough, the number of values where none is; `enough` stays true once it is. */
export function firstIndex(domain: Domain, enough: (value: number) => boolean): number {
  let [low, high] = [0, valueCount(domain)];
  while (low < high) {
    // Of two huge numbers the sum would be rounded, and the search might never end.
    const middle = low + Math.floor((high - low) / 2);
    if (enough(valueAt(domain, middle) as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of a value in a finite domain, −1 when it is not one of its values. */
export function indexOf(domain: Domain, value: Value): number {
  switch (domain.type) {
    case 'constant':
      return value === domain.value ? 0 : -1;
    case 'bool':
      return typeof value === 'boolean' ? Number(value) : -1;
    case 'choice':
      return domain.values.indexOf(value);
    case 'int':
    case 'float': {
      if (typeof value !== 'number') return -1;
      const count = valueCount(domain);
      const near = domain.step === undefined ? value - domain.min : nearestStep(domain, domain.step, value);
      return Number.isInteger(near) && near >= 0 && near < count && same(valueAt(domain, near), value)
        ? near
        : -1;
    }
  }
}

export function contains(domain: Domain, value: Value): boolean {
  if (domain.type === 'float' && domain.step === undefined)
    return typeof value === 'number' && value >= domain.min && value <= domain.max;
  return indexOf(domain, value) >= 0;
}

/** The place of a value in [0, 1]: on the domain's scale, or the middle of its cell where values are few. */
export function toUnit(domain: Domain, value: Value): number {
  if (domain.type === 'float' && domain.step === undefined) return scaleToUnit(domain, value as number);
  if (domain.type === 'int' && domain.step === undefined && domain.scale !== 'linear')
    return valueCount(domain) === 1 ? 0.5 : scaleToUnit(widened(domain), value as number);
  return (indexOf(domain, value) + 0.5) / valueCount(domain);
}

/** The value at a place in [0, 1] (clipped into it). */
export function fromUnit(domain: Domain, place: number): Value {
  const u = Math.min(1, Math.max(0, place));
  if (domain.type === 'float' && domain.step === undefined) return continuousValue(domain, u);
  if (domain.type === 'int' && domain.step === undefined && domain.scale !== 'linear')
    return clip(domain, Math.round(unitToScale(widened(domain), u)));
  const count = valueCount(domain);
  return valueAt(domain, Math.min(count - 1, Math.floor(u * count)));
}

/** A log-scaled integer owns half a unit on either side, so that the ends get their share. */
function widened(domain: Numeric): Numeric {
  const { min, max, scale } = domain;
  return { type: 'float', min: min - 0.5, max: max + 0.5, scale };
}

function scaleToUnit({ min, max, scale }: Numeric, value: number): number {
  if (min === max) return 0.5;
  // Halves first: the range of two huge numbers overflows.
  if (scale === 'linear') return (value / 2 - min / 2) / (max / 2 - min / 2);
  const logarithmic = (x: number) => (Math.log(x) - Math.log(min)) / (Math.log(max) - Math.log(min));
  // In `min + max` a tiny min would be lost beside a large max, and all that is left at the upper end is log 0.
  const place = scale === 'log' ? logarithmic(value) : 1 - logarithmic(min + (max - value));
  return Math.min(1, Math.max(0, place));
}

function unitToScale({ min, max, scale }: Numeric, u: number): number {
  if (scale === 'linear') return min * (1 - u) + max * u;
  const exponential = (t: number) => Math.exp(Math.log(min) + t * (Math.log(max) - Math.log(min)));
  return scale === 'log' ? exponential(u) : min + max - exponential(1 - u);
}

function continuousValue(domain: Numeric, u: number): number {
  const { min, max, scale } = domain;
  if (u === 0) return min;
  if (u === 1) return max;
  const value = unitToScale(domain, u);
  if (scale === 'log') return clip(domain, Number(value.toPrecision(DIGITS)));
  // Near the upper end of a reverse-log scale the distance to it is what needs the digits.
  const magnitude = scale === 'linear' ? max / 2 - min / 2 : (min + max - value) / 2;
  const finest = 13 - Math.ceil(Math.log10(Math.max(Math.abs(min), Math.abs(max))));
  return clip(domain, roundTo(value, Math.min(finest, DIGITS - Math.floor(Math.log10(magnitude * 2)))));
}

/** Rounds to a number of decimals, which may be negative. */
function roundTo(value: number, decimals: number): number {
  if (decimals >= 0) return Number(value.toFixed(Math.min(100, decimals)));
  const digits = Math.ceil(Math.log10(Math.abs(value) || 1)) + decimals;
  return Number(value.toPrecision(Math.min(100, Math.max(1, digits))));
}

function clip({ min, max }: Numeric, value: number): number {
  return Math.min(max, Math.max(min, value));
}

/** How far in steps the range reaches; a hair's breadth short counts as reached. */
function stepCount(domain: Numeric, step: number): number {
  const steps =
    domain.scale === 'linear'
      ? (domain.max - domain.min) / step
      : Math.log(domain.max / domain.min) / Math.log(step);
  return Math.floor(steps + 1e-9) + 1;
}

function stepValue(domain: Numeric, step: number, index: number): number {
  const { min, max, scale } = domain;
  const last = stepCount(domain, step) - 1;
  if (scale === 'linear') {
    const decimals = Math.max(decimalsOf(min), decimalsOf(step));
    return snap(domain, roundTo(min + index * step, decimals));
  }
  const ratio = scale === 'log' ? index : last - index;
  const grown = Number((min * step ** ratio).toPrecision(12));
  const value = scale === 'log' ? grown : roundTo(min + max - grown, 12);
  return snap(domain, domain.type === 'int' ? Math.round(value) : value);
}

/** The end of the range itself where the arithmetic came within a hair's breadth of it. */
function snap({ min, max }: Numeric, value: number): number {
  const near = (end: number) => Math.abs(value - end) <= 1e-12 * Math.max(Math.abs(min), Math.abs(max));
  return near(max) ? max : near(min) ? min : value;
}

function nearestStep(domain: Numeric, step: number, value: number): number {
  const { min, max, scale } = domain;
  if (scale === 'linear') return Math.round((value - min) / step);
  const ratio = Math.round(Math.log((scale === 'log' ? value : min + max - value) / min) / Math.log(step));
  return scale === 'log' ? ratio : stepCount(domain, step) - 1 - ratio;
}

/** A value typed by a person may differ from ours in the last bits. */
function same(ours: Value, theirs: number): boolean {
  return ours === theirs || Math.abs((ours as number) - theirs) <= 1e-12 * Math.abs(theirs);
}

/** Digits after the point in the shortest notation of a number. */
export function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const fraction = mantissa.split('.')[1]?.length ?? 0;
  return Math.max(0, fraction - Number(exponent));
}
