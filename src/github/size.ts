import { inLine, type Safe, writtenByUs } from '../report/safe.ts';

/** UTF-8 limits of what GitHub takes, in bytes. Below its own where the documented one is not certain. */
export const limits = {
  /** Marker included. GitHub says 65,536 characters. */
  comment: 60_000,
  /** `summary` and `text` of a check run. */
  checkText: 65_535,
  checkTitle: 255,
  /** Per step; above it the upload of the summary fails. */
  jobSummary: 1024 * 1024,
  /** `description` of a commit status, in characters. */
  statusDescription: 140,
  /** Message of a workflow-command annotation. */
  logAnnotation: 4096,
  /** Message of a check-run annotation (64 KB). */
  annotationMessage: 64_000,
} as const;

export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** A text in several lengths, the richest first; or just one. */
export type Stages = Safe<'block'> | readonly [Safe<'block'>, ...Safe<'block'>[]];

/** The richest stage of at most `limit` bytes; if none fits, the last one cut to fit by `cutMarkdown`. */
export function fitStages(stages: Stages, limit: number): Safe<'block'> {
  const list = typeof stages === 'string' ? [stages] : stages;
  return list.find((text) => byteLength(text) <= limit) ?? cutMarkdown(list.at(-1)!, limit);
}

const cutNote =
  '\n\n_… cut here: the text is longer than GitHub takes. The files of the run have all of it._\n';

/**
 * Cuts markdown to at most `limit` bytes at the end of a line, closes the code fence and the `<details>` that the cut
 * left open, and says that something is missing.
 */
export function cutMarkdown(markdown: Safe<'block'>, limit: number): Safe<'block'> {
  return byteLength(markdown) <= limit ? markdown : writtenByUs(cutOff(markdown, limit));
}

function cutOff(markdown: string, limit: number): string {
  // What closes an open structure is short: a fence is as long as it was opened, `</details>` once per level.
  let kept = cutBytes(markdown, Math.max(0, limit - byteLength(cutNote)));
  for (;;) {
    const end = kept.lastIndexOf('\n');
    kept = end < 0 ? '' : kept.slice(0, end);
    const text = kept + closing(kept) + cutNote;
    if (byteLength(text) <= limit) return text;
    if (kept === '') return cutBytes(cutNote.trim(), limit);
  }
}

function closing(markdown: string): string {
  let fence: string | undefined;
  let open = 0;
  for (const line of markdown.split('\n')) {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (marker?.startsWith(fence) && line.trim() === marker) fence = undefined;
    } else if (marker !== undefined) fence = marker;
    else open += count(line, /<details\b/g) - count(line, /<\/details>/g);
  }
  return (fence === undefined ? '' : `\n${fence}`) + '\n\n</details>'.repeat(Math.max(0, open));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The longest prefix of at most `limit` UTF-8 bytes that ends at a whole character. */
export function cutBytes(text: string, limit: number): string {
  if (byteLength(text) <= limit) return text;
  const bytes = Buffer.from(text, 'utf8');
  let end = Math.max(0, limit);
  // 10xxxxxx continues a character.
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--;
  return bytes.toString('utf8', 0, end);
}

/** One line of plain text for a title: visible characters only, at most `limit` bytes. */
export function plainLine(text: string, limit: number): Safe<'line'> {
  const line = inLine.sentence(text, limit);
  return byteLength(line) <= limit ? line : inLine.sentence(`${cutBytes(line, limit - 3).trimEnd()}…`, limit);
}
