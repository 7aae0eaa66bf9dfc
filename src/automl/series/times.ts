/** Times as data files write them, and regular grids of them. */

/** Regular steps of time: plain data, which an exported model carries. Steps are counted from 0 at `start`. */
export type Frequency =
  /** Numbers that are no dates: steps. */
  | { readonly unit: 'number'; readonly every: number; readonly start: number }
  | { readonly unit: 'year'; readonly every: number; readonly start: number; readonly format: TimeFormat }
  /** Months since year 0; `day` is that of each step, 0 for the last of the month. */
  | {
      readonly unit: 'month';
      readonly every: number;
      readonly start: number;
      readonly day: number;
      readonly format: TimeFormat;
    }
  /** Monday to Friday, in days since 1970. */
  | { readonly unit: 'weekday'; readonly every: 1; readonly start: number; readonly format: TimeFormat }
  /** Seconds since 1970. */
  | { readonly unit: 'second'; readonly every: number; readonly start: number; readonly format: TimeFormat };

/** How a file writes its times. */
export type TimeFormat = 'number' | 'year' | 'month' | 'quarter' | 'date' | 'minute' | 'second';

/** A time as it is written: a number, or seconds since 1970 (UTC). */
export interface Time {
  readonly format: TimeFormat;
  readonly value: number;
}

const day = 86_400;

/** Undefined for a text that is no time. Times without an offset are taken for UTC. */
export function parseTime(text: string): Time | undefined {
  if (/^[+-]?\d+$/.test(text)) return { format: 'number', value: Number(text) };
  const quarter = /^(\d{4})[-/ ]?Q([1-4])$/i.exec(text);
  if (quarter) return { format: 'quarter', value: secondsOf(Number(quarter[1]), 3 * Number(quarter[2]) - 3) };
  const month = /^(\d{4})[-/](\d\d?)$/.exec(text);
  if (month)
    return Number(month[2]) >= 1 && Number(month[2]) <= 12
      ? { format: 'month', value: secondsOf(Number(month[1]), Number(month[2]) - 1) }
      : undefined;
  const whole =
    /^(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i.exec(
      text,
    );
  if (!whole) return undefined;
  const [y, m, d, hours, minutes, seconds] = whole.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const midnight = secondsOf(y, m - 1, d);
  const date = new Date(midnight * 1000);
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d || hours > 23 || minutes > 59 || seconds > 59)
    return undefined;
  if (whole[4] === undefined) return { format: 'date', value: midnight };
  const zone = /([+-])(\d\d):?(\d\d)/.exec(whole[7] ?? '');
  const offset = zone ? (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 3600 + Number(zone[3]) * 60) : 0;
  return {
    format: whole[6] === undefined ? 'minute' : 'second',
    value: midnight + 3600 * hours + 60 * minutes + seconds - offset,
  };
}

function secondsOf(year: number, month: number, dayOfMonth = 1): number {
  return Math.round(Date.UTC(year, month, dayOfMonth) / 1000);
}

/** Numbers that look like years throughout. */
export function areYears(values: readonly number[]): boolean {
  return values.length > 0 && values.every((value) => value >= 1500 && value <= 2500);
}

/**
 * The steps in which times go on.
 *
 * @param times of one format
 * @param groups which series each time belongs to: only times of one series are neighbours
 * @returns undefined when no series has two times
 */
export function inferFrequency(times: readonly Time[], groups: readonly string[]): Frequency | undefined {
  const own = new Map<string, number[]>();
  times.forEach(({ value }, i) => {
    const of = own.get(groups[i]!);
    if (of) of.push(value);
    else own.set(groups[i]!, [value]);
  });
  const values = times.map(({ value }) => value);
  const start = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const format = times[0]!.format;
  const every = (of: (value: number) => number) => {
    let common = 0;
    for (const list of own.values()) {
      const sorted = list.map(of).sort((a, b) => a - b);
      for (let i = 1; i < sorted.length; i++) common = gcd(common, sorted[i]! - sorted[i - 1]!);
    }
    // Series that are shifted against each other share a grid, too.
    for (const list of own.values()) if (common > 0) common = gcd(common, of(list[0]!) - of(start));
    return common;
  };
  if (format === 'number') {
    const step = every((value) => value);
    if (step === 0) return undefined;
    return areYears(values)
      ? { unit: 'year', every: step, start, format: 'year' }
      : { unit: 'number', every: step, start };
  }
  const date = (value: number) => new Date(value * 1000);
  const midnights = values.every((value) => value % day === 0);
  const firstDay = date(start).getUTCDate();
  const sameDay = midnights && values.every((value) => date(value).getUTCDate() === firstDay);
  if (sameDay || (midnights && values.every(isMonthEnd))) {
    const step = every(monthsOf);
    if (step === 0) return undefined;
    const common = { format, day: sameDay ? firstDay : 0 };
    return { unit: 'month', every: step, start: monthsOf(start), ...common };
  }
  const step = every((value) => value);
  if (step === 0) return undefined;
  const weekdays = midnights && step === day && values.every((value) => weekdayOf(value) < 5);
  // A week of them must be there, or days of a week would do as well.
  if (weekdays && new Set(values.map(weekdayOf)).size === 5)
    return { unit: 'weekday', every: 1, start: start / day, format };
  return { unit: 'second', every: step, start, format };
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

function monthsOf(seconds: number): number {
  const date = new Date(seconds * 1000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function isMonthEnd(seconds: number): boolean {
  return monthsOf(seconds + day) !== monthsOf(seconds);
}

/** 0 is Monday. */
function weekdayOf(seconds: number): number {
  return (((Math.floor(seconds / day) + 3) % 7) + 7) % 7;
}

/** Monday to Friday before a day, counted from a Monday long ago. */
function weekdaysBefore(days: number): number {
  const sinceMonday = days + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return 5 * weeks + Math.min(5, sinceMonday - 7 * weeks);
}

/** Steps from the start of the grid to a time: a whole number if it is on the grid. */
export function stepOf(frequency: Frequency, { value, format }: Time): number {
  const { unit, every, start } = frequency;
  if ((format === 'number') !== (unit === 'number' || unit === 'year')) return Number.NaN;
  if (unit === 'number' || unit === 'year') return (value - start) / every;
  if (unit === 'month') return (monthsOf(value) - start) / every;
  if (unit === 'second') return (value - start) / every;
  return value % day !== 0 || weekdayOf(value) > 4
    ? Number.NaN
    : weekdaysBefore(value / day) - weekdaysBefore(start);
}

/** Seconds since 1970 of a step; a number where times are no dates. */
export function timeAt(frequency: Frequency, step: number): number {
  const { unit, every, start } = frequency;
  if (unit === 'number' || unit === 'year' || unit === 'second') return start + step * every;
  if (unit === 'month') {
    const months = start + step * every;
    const last = new Date(Date.UTC(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 0)).getUTCDate();
    return secondsOf(
      Math.floor(months / 12),
      ((months % 12) + 12) % 12,
      frequency.day === 0 ? last : Math.min(frequency.day, last),
    );
  }
  const count = weekdaysBefore(start) + step;
  return (7 * Math.floor(count / 5) + (((count % 5) + 5) % 5) - 3) * day;
}

/** A step as the data would write it. */
export function textAt(frequency: Frequency, step: number): string {
  const value = timeAt(frequency, step);
  if (frequency.unit === 'number' || frequency.unit === 'year') return String(value);
  const iso = new Date(value * 1000).toISOString();
  switch (frequency.format) {
    case 'month':
      return iso.slice(0, 7);
    case 'quarter':
      return `${iso.slice(0, 4)}-Q${Math.floor(Number(iso.slice(5, 7)) / 3 + 0.9)}`;
    case 'minute':
      return iso.slice(0, 16);
    case 'second':
      return iso.slice(0, 19);
    default:
      return iso.slice(0, 10);
  }
}

/** The frequency in words. */
export function frequencyWords({ unit, every }: Frequency): string {
  if (unit === 'number') return every === 1 ? 'steps' : `steps of ${every}`;
  if (unit === 'weekday') return 'daily, Monday to Friday';
  const [count, name, known] =
    unit === 'year'
      ? ([every, 'years', { 1: 'yearly' }] as const)
      : unit === 'month'
        ? every % 12 === 0
          ? ([every / 12, 'years', { 1: 'yearly' }] as const)
          : ([every, 'months', { 1: 'monthly', 3: 'quarterly' }] as const)
        : every % (7 * day) === 0
          ? ([every / (7 * day), 'weeks', { 1: 'weekly' }] as const)
          : every % day === 0
            ? ([every / day, 'days', { 1: 'daily' }] as const)
            : every % 3600 === 0
              ? ([every / 3600, 'hours', { 1: 'hourly' }] as const)
              : every % 60 === 0
                ? ([every / 60, 'minutes', { 1: 'minutely' }] as const)
                : ([every, 'seconds', { 1: 'each second' }] as const);
  return (known as Readonly<Record<number, string>>)[count] ?? `every ${count} ${name}`;
}

/** Seasons that such steps usually have, in steps, the shortest first; none where any may be. */
export function usualSeasons({ unit, every }: Frequency): readonly number[] {
  if (unit === 'month') return every < 12 && 12 % every === 0 ? [12 / every] : [];
  if (unit === 'weekday') return [5, 260];
  if (unit !== 'second') return [];
  const spans = [60, 3600, day, 7 * day, 365.25 * day].map((span) => span / every);
  return spans
    .filter((count) => count >= 2)
    .map((count) => Math.floor(count + 0.01))
    .filter((count) => count <= 1500);
}
