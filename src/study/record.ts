import { z } from 'zod';
import type { Config } from '../space/parameter.ts';
import { failureReasons } from '../trial/trial.ts';

/**
 * The records of a journal: one JSON object per line.
 *
 * A *run* is one attempt at a training: its `run` id is unique over all journals of a study, so that the same record
 * read twice (two journals with a common beginning, concatenated) is known as the same. A search trial is named by
 * the id of its first run; `trial` is its number as the writer knew it. A trial has several *segments* when the
 * strategy continues it to higher resources; each is run until one run of it ends by itself.
 */

/** The format that this program writes and the newest that it reads. */
export const journalVersion = 1;

const role = z.enum(['search', 'confirm', 'head', 'base']);
const value = z.union([z.string(), z.number(), z.boolean(), z.nan(), z.literal([Infinity, -Infinity])]);
const number = z.union([z.number(), z.nan(), z.literal([Infinity, -Infinity])]);
const count = z.int().min(0);
const config = z.record(z.string(), value) as unknown as z.ZodType<Config>;
const metrics = z.record(z.string(), number);

const metric = z.object({
  name: z.string(),
  goal: z.enum(['minimize', 'maximize']),
  use: z.enum(['last', 'best']),
});

const studyRecord = z.object({
  type: z.literal('study'),
  version: z.int().min(1),
  /** Derived from what follows up to `code`: two journals with the same id are of one study. */
  id: z.string(),
  name: z.string(),
  metric,
  /** Metrics beside the main one. */
  more: z.exactOptional(z.array(metric)),
  /** Bounds that a config has to keep. */
  constraints: z.exactOptional(
    z.array(
      z.object({
        name: z.string(),
        min: z.exactOptional(z.number()),
        max: z.exactOptional(z.number()),
      }),
    ),
  ),
  strategy: z.string(),
  seed: z.number(),
  /** Fingerprints of the search space, of the rest of the spec that shapes a trial, and of the code that trains. */
  space: z.string(),
  spec: z.string(),
  code: z.string(),
  /** Of the rest of the spec key by key, to say what has changed. Older journals lack it. */
  settings: z.exactOptional(
    z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.object({ hash: z.string() })])),
  ),
  /**
   * The code file by file: the tree of the commit, and by name the hashes of what differed from it. Absent outside of git, where
   * too much did, and in older journals.
   */
  checkout: z.exactOptional(z.object({ tree: z.string(), changes: z.record(z.string(), z.string()) })),
  /** ISO 8601. */
  created: z.string(),
});

const startRecord = z.object({
  type: z.literal('start'),
  role,
  trial: count,
  run: z.string(),
  /** The first run of the same trial, when this is not it. */
  of: z.exactOptional(z.string()),
  /** 0, or how many segments went before. A second start of a segment voids what its earlier run reported. */
  segment: count,
  config,
  seed: count,
  origin: z.string(),
  resource: z.exactOptional(z.number()),
  /** What is trained, for the gate's sides: a commit. */
  code: z.exactOptional(z.string()),
  /** Improvement that the strategy's model expected, in standard deviations of the results before as it sees them. */
  gain: z.exactOptional(z.number()),
  /** The search trial whose weights it begins with, where trials inherit. */
  parent: z.exactOptional(count),
  worker: count,
  at: z.string(),
});

const reportRecord = z.object({
  type: z.literal('report'),
  role,
  trial: count,
  run: z.string(),
  /** Counts the reports of this run, from 0. */
  n: count,
  step: number,
  metrics,
});

const endRecord = z.object({
  type: z.literal('end'),
  role,
  trial: count,
  run: z.string(),
  state: z.enum(['completed', 'pruned', 'failed', 'interrupted']),
  reason: z.exactOptional(z.enum(failureReasons)),
  message: z.exactOptional(z.string()),
  /** The trial's score so far, where the state gives it one (completed, pruned). */
  score: z.exactOptional(number),
  durationMs: z.number(),
  backend: z.exactOptional(z.string()),
  /** The GPU that it had, as `CUDA_VISIBLE_DEVICES` names it. */
  device: z.exactOptional(z.string()),
  /** Last lines of output of a failed run. */
  tail: z.exactOptional(z.string()),
  at: z.string(),
});

/** A later process goes on with the study. */
const resumeRecord = z.object({ type: z.literal('resume'), at: z.string() });

const stopRecord = z.object({
  type: z.literal('stop'),
  reason: z.enum(['trials', 'epochs', 'time', 'cost', 'exhausted', 'cancelled', 'failing', 'no-gain']),
  detail: z.string(),
  /** The budget of epochs of all trials that was spent, where that is the reason. Older journals lack it. */
  epochs: z.exactOptional(z.number()),
  /** The budget of trials that the strategy had planned for, where it had no more to propose. Older journals lack it. */
  trials: z.exactOptional(z.number()),
  at: z.string(),
});

/** What a module trains on was chosen, for the whole study. */
const backendRecord = z.object({
  type: z.literal('backend'),
  backend: z.enum(['auto', 'tfjs-node-gpu', 'tfjs-node', 'wasm', 'cpu']),
  why: z.string(),
  at: z.string(),
});

/** What the search learns from that others have measured, as it was when the study began. */
const earlierRecord = z.object({
  type: z.literal('earlier'),
  studies: z.array(
    z.object({ name: z.string(), observations: z.array(z.object({ config, loss: z.number() })) }),
  ),
  /** For people: what was found, and what was left out and why. */
  notices: z.array(z.string()),
  at: z.string(),
});

/** Configs that promise much by what costs no training, as they were found when the study began. */
const proxiesRecord = z.object({
  type: z.literal('proxies'),
  first: z.array(config),
  /** For people: what was done. */
  notice: z.string(),
  at: z.string(),
});

/** Everything that was to be done after the search was done as well: running again begins a new study. */
const finishRecord = z.object({ type: z.literal('finish'), at: z.string() });

export type StudyRecord = z.infer<typeof studyRecord>;
export type StartRecord = z.infer<typeof startRecord>;
export type ReportRecord = z.infer<typeof reportRecord>;
export type EndRecord = z.infer<typeof endRecord>;
export type ResumeRecord = z.infer<typeof resumeRecord>;
export type StopRecord = z.infer<typeof stopRecord>;
export type BackendRecord = z.infer<typeof backendRecord>;
export type EarlierRecord = z.infer<typeof earlierRecord>;
export type ProxiesRecord = z.infer<typeof proxiesRecord>;
export type FinishRecord = z.infer<typeof finishRecord>;
export type JournalRecord =
  | StudyRecord
  | StartRecord
  | ReportRecord
  | EndRecord
  | ResumeRecord
  | StopRecord
  | BackendRecord
  | EarlierRecord
  | ProxiesRecord
  | FinishRecord;

const journalRecord = z.discriminatedUnion('type', [
  studyRecord,
  startRecord,
  reportRecord,
  endRecord,
  resumeRecord,
  stopRecord,
  backendRecord,
  earlierRecord,
  proxiesRecord,
  finishRecord,
]);

/** One line, with its line feed. Numbers that JSON has no word for (NaN, ±Infinity, −0) become `{"$number":"NaN"}`. */
export function encodeRecord(record: JournalRecord): string {
  return `${JSON.stringify(record, nameNumbers)}\n`;
}

/** For `JSON.stringify`: words for the numbers that JSON has none for. */
export function nameNumbers(_key: string, item: unknown): unknown {
  return typeof item === 'number' && (!Number.isFinite(item) || Object.is(item, -0))
    ? { $number: Object.is(item, -0) ? '-0' : String(item) }
    : item;
}

const namedNumbers: Readonly<Record<string, number>> = { NaN, Infinity, '-Infinity': -Infinity, '-0': -0 };

/** For `JSON.parse`: numbers from the words that `nameNumbers` wrote. */
export function readNumbers(_key: string, item: unknown): unknown {
  const name = item !== null && typeof item === 'object' && (item as Record<string, unknown>)['$number'];
  return typeof name === 'string' && Object.hasOwn(namedNumbers, name) ? namedNumbers[name] : item;
}

/** The record in a line. Throws an error that says what is wrong with it: no JSON, a newer format, a wrong field. */
export function decodeRecord(line: string): JournalRecord {
  const json: unknown = JSON.parse(line, readNumbers);
  const version = (json as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > journalVersion) throw new NewerFormatError(version);
  const parsed = journalRecord.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(
    `not a record: ${issue?.path.length ? `${issue.path.join('.')}: ` : ''}${issue?.message ?? 'unknown'}`,
  );
}

export class NewerFormatError extends Error {
  readonly version: number;
  constructor(version: number) {
    super(
      `written in journal format ${version}, and this Tunegate reads formats up to ${journalVersion}: ` +
        'use the newer Tunegate that wrote it, or start fresh',
    );
    this.name = 'NewerFormatError';
    this.version = version;
  }
}
