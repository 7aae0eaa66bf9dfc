import { InvalidArgumentError } from 'commander';
import { parseDuration } from '../spec/quantities.ts';

/** Readers of what options and arguments are given. */

export function real(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('expected a number');
  return value;
}

export function whole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError('expected a whole number');
  return value;
}

export function count(text: string): number {
  const value = whole(text);
  if (value < 1) throw new InvalidArgumentError('expected a whole number of at least 1');
  return value;
}

/** In milliseconds. */
export function duration(text: string): number {
  const ms = parseDuration(text);
  if (ms === undefined || ms < 1000)
    throw new InvalidArgumentError('expected a duration of at least 1s, such as 90s or 15m');
  return ms;
}
