import { stripVTControlCharacters } from 'node:util';
import type { Report } from './trial.ts';

/** Reading what trials report: JSON, and patterns over what they print. */

export type Parsed = { readonly report: Report } | { readonly problem: string };

/** Characters of one line. */
export const longestLine = 64 * 1024;

/**
 * One line of a metrics file: a flat object of numbers, with `step` or without (then they are counted).
 * `NaN` and `Infinity` are taken as Python writes them, or C. What is not a number is left out.
 *
 * @param count of the reports before
 * @param metric must be a number (or null, or absent) where it is given
 */
export function parseReportLine(line: string, count: number, metric?: string): Parsed {
  if (line.length > longestLine) return { problem: 'too long for a report: over 64 KiB' };
  let value: unknown;
  try {
    value = parseLenient(line);
  } catch {
    return { problem: `not JSON: ${JSON.stringify(line.slice(0, 100))}` };
  }
  return toReport(value, count, metric);
}

/** JSON, and `NaN` and `Infinity` as Python writes them, or `inf` and `nan` as C and awk do: they become the texts of that name. */
export function parseLenient(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Outside of strings only: a quoted part is consumed whole and put back.
    const quoted = text.replace(stringOrNotFinite, (token) =>
      token.startsWith('"') ? token : JSON.stringify(token),
    );
    return JSON.parse(quoted);
  }
}

// A string that does not end is taken to the end of the text: looking for its end from each quote within it anew would
// take time that grows with the square of the length.
const string = String.raw`"(?:[^"\\]|\\[^])*("|\\?$)`;
const strings = new RegExp(string, 'g');
const stringOrNotFinite = new RegExp(String.raw`${string}|[+-]?\b(?:nan|inf(?:inity)?)\b`, 'gi');

/**
 * Whether a line opens more brackets than it closes: then it begins a JSON document over several lines. A line that ends
 * within a string does not, as no string goes on in the next line.
 */
export function opensDocument(line: string): boolean {
  if (line.length > longestLine || !/^\s*[[{]/.test(line)) return false;
  let torn = false;
  const bare = line.replace(strings, (_, end: string) => {
    torn ||= end !== '"';
    return '';
  });
  return !torn && (bare.match(/[[{]/g) ?? []).length > (bare.match(/[\]}]/g) ?? []).length;
}

/** The number that a metric's value stands for; undefined when it is none. */
export function metricNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? notFinite(value) : undefined;
}

function notFinite(text: string): number | undefined {
  if (/^[+-]?nan$/i.test(text)) return Number.NaN;
  const infinite = /^([+-]?)inf(inity)?$/i.exec(text);
  if (!infinite) return undefined;
  return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** A report from its parsed form. See `parseReportLine`. */
export function toReport(value: unknown, count: number, metric?: string): Parsed {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return { problem: `not an object: ${show(value)}` };
  const metrics: Record<string, number> = {};
  for (const [name, item] of Object.entries(value)) {
    if (name === 'step') continue;
    const number = metricNumber(item);
    if (number !== undefined) metrics[name] = number;
    else if (name === metric && item !== null)
      return { problem: `without a number for ${metric}: ${show(item)}` };
  }
  const { step } = value as { step?: unknown };
  if (step !== undefined && !(typeof step === 'number' && Number.isFinite(step)))
    return { problem: `without a number for its step: ${show(step)}` };
  if (step !== undefined && !isStep(step))
    return { problem: `with a step that is no number from 0 to ${Number.MAX_SAFE_INTEGER}: ${show(step)}` };
  return { report: { step: step ?? count + 1, metrics } };
}

/** Half an epoch is a step, and so is a fold that is numbered 0. Before the beginning there is nothing. */
export function isStep(step: number): boolean {
  return step >= 0 && step <= Number.MAX_SAFE_INTEGER;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/**
 * Puts lines together from chunks of bytes. A line without end is kept until it comes, or `rest` is asked for; one that
 * is far too long comes in pieces.
 */
export class Lines {
  readonly #decoder = new TextDecoder();
  #partial = '';

  push(chunk: Uint8Array): string[] {
    const text = this.#partial + this.#decoder.decode(chunk, { stream: true });
    // What follows a carriage return at the very end decides whether it ends a line or is half of an end.
    const parts = text.split(/\r\n|\n|\r(?!$)/);
    this.#partial = parts.pop() ?? '';
    if (this.#partial.length > 2 * longestLine) {
      parts.push(this.#partial);
      this.#partial = '';
    }
    return parts;
  }

  rest(): string {
    const rest = this.#partial.replace(/\r$/, '');
    this.#partial = '';
    return rest;
  }
}

/**
 * Finds metrics in what a program prints: named groups are metrics, `step` is the step. Where that cannot be one it is counted.
 *
 * @param count of the reports before
 */
export function matchPatterns(patterns: readonly RegExp[], line: string, count: number): Report | undefined {
  if (line.length > longestLine) return undefined;
  const plain = stripVTControlCharacters(line);
  const metrics: Record<string, number> = {};
  let step: number | undefined;
  for (const pattern of patterns)
    for (const [name, text] of Object.entries(pattern.exec(plain)?.groups ?? {})) {
      const number = text === undefined ? undefined : readNumber(text);
      if (number === undefined) continue;
      if (name !== 'step') metrics[name] = number;
      else if (isStep(number)) step = number;
    }
  if (Object.keys(metrics).length === 0) return undefined;
  return { step: step ?? count + 1, metrics };
}

function readNumber(text: string): number | undefined {
  const plain = text.trim();
  const beyond = notFinite(plain);
  if (beyond !== undefined) return beyond;
  const number = Number(plain);
  return plain === '' || Number.isNaN(number) ? undefined : number;
}
