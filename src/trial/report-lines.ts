import type { Report } from './trial.ts';

/** Reading what trials report: JSON lines, JSON files, and patterns over what they print. */

export type Parsed = { readonly report: Report } | { readonly problem: string };

const longest = 64 * 1024;

/**
 * One line of a metrics file: a flat object of numbers, with `step` or without (then they are counted).
 * `NaN` and `Infinity` are taken as Python writes them. What is not a number is left out.
 */
export function parseReportLine(line: string, count: number): Parsed {
  if (line.length > longest) return { problem: `a line of ${line.length} characters` };
  let value: unknown;
  try {
    value = parseLenient(line);
  } catch {
    return { problem: `not JSON: ${JSON.stringify(line.slice(0, 100))}` };
  }
  return toReport(value, count);
}

function parseLenient(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Outside of strings only: a quoted part is consumed whole and put back.
    const quoted = text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) =>
      token.startsWith('"') ? token : JSON.stringify(token),
    );
    return JSON.parse(quoted);
  }
}

const notFinite: Readonly<Record<string, number>> = { NaN, '-NaN': NaN, Infinity, '-Infinity': -Infinity };

/** The number that a metric's value stands for; undefined when it is none. */
export function metricNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && Object.hasOwn(notFinite, value) ? notFinite[value] : undefined;
}

export function toReport(value: unknown, count: number): Parsed {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return { problem: `not an object: ${JSON.stringify(value)?.slice(0, 100)}` };
  const metrics: Record<string, number> = {};
  for (const [name, item] of Object.entries(value)) {
    const number = name === 'step' ? undefined : metricNumber(item);
    if (number !== undefined) metrics[name] = number;
  }
  const { step } = value as { step?: unknown };
  if (step !== undefined && !(typeof step === 'number' && Number.isFinite(step)))
    return { problem: `its step is not a number: ${JSON.stringify(step)?.slice(0, 100)}` };
  return { report: { step: step ?? count + 1, metrics } };
}

/** Puts lines together from chunks of bytes. A line without end is kept until it comes, or `rest` is asked for. */
export class Lines {
  readonly #decoder = new TextDecoder();
  #partial = '';

  push(chunk: Uint8Array): string[] {
    const parts = (this.#partial + this.#decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r/);
    this.#partial = parts.pop() ?? '';
    if (this.#partial.length > 2 * longest) {
      parts.push(this.#partial);
      this.#partial = '';
    }
    return parts;
  }

  rest(): string {
    const rest = this.#partial;
    this.#partial = '';
    return rest;
  }
}

/** Finds metrics in what a program prints: named groups are metrics, `step` is the step. */
export function matchPatterns(patterns: readonly RegExp[], line: string, count: number): Report | undefined {
  const metrics: Record<string, number> = {};
  let step: number | undefined;
  if (line.length > longest) return undefined;
  for (const pattern of patterns)
    for (const [name, text] of Object.entries(pattern.exec(line)?.groups ?? {})) {
      const number = text === undefined ? undefined : readNumber(text);
      if (number === undefined) continue;
      if (name === 'step') step = number;
      else metrics[name] = number;
    }
  if (Object.keys(metrics).length === 0) return undefined;
  return { step: step ?? count + 1, metrics };
}

function readNumber(text: string): number | undefined {
  const plain = text.trim();
  if (/^[+-]?nan$/i.test(plain)) return Number.NaN;
  const infinite = /^([+-]?)inf(inity)?$/i.exec(plain);
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const number = Number(plain);
  return plain === '' || Number.isNaN(number) ? undefined : number;
}
