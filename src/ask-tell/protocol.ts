import { z } from 'zod';
import type { Config } from '../space/parameter.ts';
import { metricNumber, parseLenient } from '../trial/report-lines.ts';
import { failureReasons } from '../trial/trial.ts';

/**
 * What a driver says to a search and what it hears back: one JSON object per line, one answer per line. `docs/ask-tell.md`
 * describes it for people.
 */

const trial = z.int('expected the number of a trial').min(0, 'expected the number of a trial');

/** `NaN` and `Infinity` as texts, as Python writes them bare, or `null`, as JavaScript writes them. */
const number = z
  .any()
  .refine((value) => value === null || metricNumber(value) !== undefined, 'expected a number')
  .transform((value) => (value === null ? Number.NaN : metricNumber(value)!));
const metrics = z.record(z.string(), number, 'expected an object of numbers, such as { "loss": 0.4 }');
const step = z.number('expected a number').exactOptional();
/** Given back with the answer. */
const id = z.unknown().optional();

const requestSchema = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('ask'), id }),
    z.strictObject({ type: z.literal('report'), id, trial, step, metrics }),
    z.strictObject({
      type: z.literal('tell'),
      id,
      trial,
      step,
      metrics: metrics.exactOptional(),
      failed: z
        .union([z.literal(true), z.string()], 'expected true, or what went wrong as text')
        .exactOptional(),
      reason: z.enum(failureReasons, `expected one of ${failureReasons.join(', ')}`).exactOptional(),
      lost: z.literal(true, 'expected true, or leave it out').exactOptional(),
    }),
    z.strictObject({ type: z.literal('best'), id }),
  ],
  'expected "type": one of "ask", "report", "tell", "best"',
);

export type Request = z.output<typeof requestSchema>;
export type TellRequest = Omit<Extract<Request, { type: 'tell' }>, 'type' | 'id'>;

/** A config of a trial, as a program likes it and as tables do. */
export interface Proposed {
  readonly trial: number;
  /** Nested, the form in which trials get a config. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Flat: path → value, active parameters only. */
  readonly params: Config;
}

/** Trials that were handed out and not told. */
interface Pending {
  /** How many. */
  readonly pending: number;
  /** Their numbers, in order. */
  readonly trials: readonly number[];
}

/** What fresh seeds say of the best config. */
export interface Confirmed {
  /** On how many it was trained in the last round: none of them had a part in the choice. 0: it failed on all. */
  readonly seeds: number;
  /** On how many of the last round its training failed; absent: on none. */
  readonly failed?: number;
  /** Two-sided 95 % interval of the expected score; absent with a single seed. */
  readonly interval?: readonly [number, number];
  /** Whether it is shown to be better than what ships on the same seeds; absent where the spec ships nothing. */
  readonly improved?: boolean;
  /** The score that it had in the search, which is the best of many; absent where what ships failed there, and is the best. */
  readonly search?: number;
  /** Constraints that it misses on fresh seeds. */
  readonly notices?: readonly string[];
}

export type Answer =
  | (Proposed & {
      readonly type: 'trial';
      readonly seed: number;
      /** Epochs (or other resource) to reach, where the search or the spec says so. */
      readonly resource?: number;
      /** Why this config. */
      readonly origin: string;
      /** Its config is trained again on a fresh seed: the trial of the search that had it. */
      readonly confirms?: number;
      /** The trial has been trained to a lower resource and goes on. */
      readonly resumes?: true;
      /** It was handed out before and lost. */
      readonly again?: true;
    })
  /** Nothing until a pending trial is told. */
  | ({ readonly type: 'wait' } & Pending)
  | ({ readonly type: 'exhausted'; readonly reason: string } & Pending)
  | { readonly type: 'decision'; readonly trial: number; readonly decision: 'continue' | 'stop' }
  | {
      readonly type: 'told';
      readonly trial: number;
      readonly state: 'completed' | 'pruned' | 'failed' | 'lost';
      /** Why it has failed, where the driver did not say so. */
      readonly message?: string;
      readonly score?: number;
      readonly best?: { readonly trial: number; readonly score: number };
    }
  | (Proposed & {
      readonly type: 'best';
      /** With `confirmed` the mean on its `seeds`, where there are any; else the best of many, which flatters. */
      readonly score: number;
      readonly confirmed?: Confirmed;
      /** Where several metrics count: the trials that no other beats in every one, the best of the main metric first. */
      readonly front?: readonly (Proposed & { readonly metrics: Readonly<Record<string, number>> })[];
    })
  /** No trial has completed yet. */
  | { readonly type: 'best' }
  | { readonly type: 'error'; readonly line?: number; readonly message: string };

/** What a driver asked cannot be done: the message says why and what to do. */
export class AskTellError extends Error {
  override readonly name = 'AskTellError';
}

/** An end that is told by half: a line of JSON and the command line have words of their own for what to do. */
export class HalfToldError extends AskTellError {
  /** The message of the command line. */
  readonly onCommandLine: string;

  constructor(problem: string, todo: { readonly line: string; readonly command: string }) {
    super(`${problem}: ${todo.line}`);
    this.onCommandLine = `${problem}: ${todo.command}`;
  }
}

/** Deeper than this no request of ours is nested, and an `id` has no need to be. */
const deepest = 100;

/**
 * The JSON object in a line, whatever it asks for.
 *
 * @throws {AskTellError} when there is none
 */
export function parseLine(line: string): { readonly id?: unknown } {
  let value: unknown;
  try {
    value = parseLenient(line);
  } catch {
    throw new AskTellError(`not JSON: ${shown(line.slice(0, 100))}`);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new AskTellError(`expected an object such as {"type":"ask"}, found ${line.trim().slice(0, 100)}`);
  return value;
}

/** A text in quotes; what nobody would see of it, such as a byte order mark, by its number. */
function shown(text: string): string {
  return JSON.stringify(text).replace(
    /\p{Cf}/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

/**
 * The `id` of a request, whether the rest of it is sound or not.
 *
 * @throws {AskTellError} for one that is nested too deeply to be given back
 */
export function idOf({ id }: { readonly id?: unknown }): unknown {
  if (!isWithin(id, deepest))
    throw new AskTellError(`id: expected no more than ${deepest} levels of nesting`);
  return id;
}

function isWithin(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return true;
  return levels > 0 && Object.values(value).every((item) => isWithin(item, levels - 1));
}

/**
 * The request that an object is.
 *
 * @throws {AskTellError} when it is none
 */
export function parseRequest(value: object): Request {
  const parsed = requestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const words = parsed.error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') return `unknown: ${issue.keys.join(', ')}`;
    return issue.path.length === 0 || issue.path[0] === 'type'
      ? issue.message
      : `${issue.path.join('.')}: ${issue.message}`;
  });
  throw new AskTellError(words.join('; '));
}
