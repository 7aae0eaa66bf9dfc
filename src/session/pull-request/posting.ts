import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ensureStateFolder } from '../../github/repository.ts';
import type { Results } from '../../report/results.ts';
import { resultsSchema } from '../../report/results-schema.ts';
import { nameNumbers, readNumbers } from '../../study/record.ts';
import type { Failure } from './publication.ts';

/**
 * What a run with a read-only token saves, so that another run may post it: data only, and no word of markdown. The run
 * that reads it may write to the repository, and must take every byte of it for a stranger's.
 */
export type Posting = PostingFrame &
  (
    | { readonly kind: 'results'; readonly results: Results; readonly cancelled: boolean }
    | { readonly kind: 'error'; readonly failure: Failure }
  );

interface PostingFrame {
  /** The action's `id`. */
  readonly id: string;
  /** What was measured; only used to find out that it is not what it is taken for. */
  readonly headSha: string;
  readonly pullRequest: number;
}

/** A saved posting that is damaged, hostile, or of another version. */
export class PostingError extends Error {
  override readonly name = 'PostingError';
}

/** Largest file that is written and read, in bytes. */
export const longestPosting = 32 * 1024 * 1024;

const format = 1;

const line = z.int().min(1).max(10_000_000);
const failure = z.object({
  title: z.string().max(1000),
  message: z.string().max(100_000),
  annotations: z
    .array(
      z.object({
        // A path of the repository: neither absolute nor out of it.
        path: z
          .string()
          .min(1)
          .max(1000)
          .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\p{Cc}\\]+$/u),
        startLine: line,
        endLine: line.exactOptional(),
        startColumn: line.exactOptional(),
        endColumn: line.exactOptional(),
        level: z.enum(['notice', 'warning', 'failure']),
        title: z.string().max(200).exactOptional(),
        message: z.string().max(10_000),
      }),
    )
    .max(50),
});
const frame = {
  format: z.literal(format),
  id: z.string().max(60),
  headSha: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/),
  pullRequest: z.int().positive(),
};
const schema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('results'), ...frame, cancelled: z.boolean(), results: z.unknown() }),
  z.object({ kind: z.literal('error'), ...frame, failure }),
]);

const fileName = /^tunegate-posting(?:-[\w-]+)?\.json$/;

/** Whether a file of an artifact is a posting, by the last part of its name. */
export function isPostingFile(name: string): boolean {
  return fileName.test(name.split('/').at(-1) ?? '');
}

/**
 * Writes a posting below the state folder of `root`.
 *
 * @returns its path
 */
export async function savePosting(root: string, posting: Posting): Promise<string> {
  const { id } = posting;
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 6);
  const name = id === '' ? 'tunegate-posting' : `tunegate-posting-${id.replace(/[^\w]+/g, '-')}-${hash}`;
  const file = path.join(await ensureStateFolder(root), `${name}.json`);
  let text = encodePosting(posting);
  if (Buffer.byteLength(text) > longestPosting) text = encodePosting(withoutCurves(posting));
  await writeFile(file, text);
  return file;
}

export function encodePosting(posting: Posting): string {
  if (posting.kind === 'error') return JSON.stringify({ format, ...posting });
  const { results, ...rest } = posting;
  const { dimensions: _, ...space } = results.space;
  return JSON.stringify({ format, ...rest, results: { ...results, space } }, nameNumbers);
}

/** The last measurement of each trial must do where all of them are too long. */
function withoutCurves(posting: Posting): Posting {
  if (posting.kind === 'error') return posting;
  const { study } = posting.results;
  const trials = study.trials.map((trial) => ({ ...trial, reports: trial.reports.slice(-1) }));
  return { ...posting, results: { ...posting.results, study: { ...study, trials } } };
}

/**
 * Reads a posting that anybody may have written.
 *
 * @throws {PostingError} when it is not one; the message quotes nothing of it but names of members
 */
export function readPosting(text: string): Posting {
  let json: unknown;
  try {
    json = JSON.parse(text, readNumbers);
  } catch {
    throw new PostingError('it is not JSON');
  }
  const found = (json as { format?: unknown } | null)?.format;
  if (typeof found === 'number' && found !== format)
    throw new PostingError(
      `it has format ${found}, and this Tunegate reads format ${format}: use the same version of the action in both workflows`,
    );
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new PostingError(describe(parsed.error));
  const { format: _, ...posting } = parsed.data;
  if (posting.kind === 'error') return posting;
  const results = resultsSchema.safeParse(posting.results);
  if (!results.success) throw new PostingError(describe(results.error));
  return { ...posting, results: results.data };
}

function describe(error: z.ZodError): string {
  const issue = error.issues[0];
  const where = (issue?.path ?? [])
    .map((part) => (typeof part === 'number' || /^\w{1,40}$/.test(String(part)) ? String(part) : '…'))
    .join('.');
  return `it is not what a run saves${where ? ` (at ${where})` : ''}`;
}
