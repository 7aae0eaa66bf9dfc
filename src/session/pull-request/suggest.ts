import type { GitHubApi, ReviewComment } from '../../github/api.ts';
import { markerKey, ownLogin } from '../../github/comment.ts';
import { changedLines } from '../../github/diff.ts';
import { Gone } from '../../github/errors.ts';
import { type RetryPolicy, withRetry } from '../../github/retry.ts';
import type { Stages } from '../../github/size.ts';
import { confirmationWords } from '../../report/confirmation-words.ts';
import { type Recommendation, recommendation } from '../../report/proposal.ts';
import type { Results } from '../../report/results.ts';
import {
  block,
  blocks,
  folded,
  hiddenMark,
  inMarkdown,
  literal,
  paragraph,
  trimmed,
  verbatimBlock,
} from '../../report/safe.ts';
import { type LineEdit, ShipError, type ShippedConfig } from '../../spec/ship-config.ts';
import { type ShippingFiles, ship, shippingPath, shippingText } from './ship.ts';

/** Better values as a change to the spec of a pull request, or to the file that its `values` names. */
export interface Suggestion {
  readonly given: Recommendation;
  /** Path of that file from the root, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly shipped: ShippedConfig;
}

/** What the results suggest to change in the spec; undefined when nothing better was confirmed or it cannot be edited. */
export function suggestionOf(results: Results, files: ShippingFiles): Suggestion | undefined {
  const given = recommendation(results);
  if (!given) return undefined;
  try {
    const shipped = ship(files, results.space, given.config);
    const file = shippingPath(files, results.specPath);
    return shipped.edits.length === 0 ? undefined : { given, file, text: shippingText(files), shipped };
  } catch (error) {
    if (error instanceof ShipError) return undefined;
    throw error;
  }
}

export interface SuggestionPlace {
  readonly api: GitHubApi;
  readonly pullRequest: number;
  readonly headSha: string;
  readonly id: string;
  readonly study: string;
  readonly retry: RetryPolicy;
}

/**
 * Suggests the change beside the lines that it changes, to be applied with one click, where all of them stand in the
 * diff of the pull request.
 *
 * @returns address of the suggestion; undefined where it does not fit into the diff
 */
export async function suggestInDiff(
  place: SuggestionPlace,
  suggestion: Suggestion,
): Promise<string | undefined> {
  const { api, pullRequest, headSha, id, study, retry } = place;
  const files = await withRetry(retry, () => api.listFiles(pullRequest));
  const patch = files.find(({ path: name }) => name === suggestion.file)?.patch;
  const range = patch === undefined ? undefined : suggestedRange(suggestion, changedLines(patch));
  if (!range) return undefined;
  const fence = verbatimBlock(range.lines.join('\n'), 'suggestion');
  if (!fence) return undefined;
  const { given } = suggestion;
  const marker = hiddenMark(`tunegate-suggestion:${markerKey(id, study)}`);
  const words = confirmationWords(given.results, given.results.confirmation, inMarkdown);
  const body = block`${blocks([paragraph(words), fence, marker])}\n`;
  return await withRetry(retry, async () => {
    const marked = (await api.listReviewComments(pullRequest)).filter((item) =>
      item.body.trimEnd().endsWith(marker),
    );
    const self = marked.length > 0 ? await ownLogin(api) : undefined;
    const ours = marked.filter(({ author }) => author === self);
    const same = ours.find(
      (item) => isAt(item, suggestion.file, range) && item.body.trimEnd() === body.trimEnd(),
    );
    for (const { id: old } of ours.filter((item) => item !== same)) await deleteOld(api, old);
    if (same) return same.url;
    const { from: startLine, to: line } = range;
    const created = await api.createReviewComment(pullRequest, {
      body,
      sha: headSha,
      path: suggestion.file,
      startLine,
      line,
    });
    return created.url;
  });
}

async function deleteOld(api: GitHubApi, id: number): Promise<void> {
  try {
    await api.deleteReviewComment(id);
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
  }
}

function isAt(comment: ReviewComment, file: string, { from, to }: { from: number; to: number }): boolean {
  return comment.path === file && comment.line === to && (comment.startLine ?? to) === from;
}

/** The lines of the spec from the first to the last that changes, and what they become; all must stand in the diff as they are. */
export function suggestedRange(
  { text, shipped }: Suggestion,
  shown: ReadonlyMap<number, string>,
): { readonly from: number; readonly to: number; readonly lines: readonly string[] } | undefined {
  const old = text.replace(/^\uFEFF/, '').split('\n');
  // An insertion hangs on the line that it comes before.
  const from = Math.min(...shipped.edits.map((edit) => edit.from));
  const to = Math.max(...shipped.edits.map((edit) => Math.max(edit.to, edit.from)));
  for (let line = from; line <= to; line++)
    if (shown.get(line) === undefined || shown.get(line) !== old[line - 1]) return undefined;
  const lines = applyTo(old, shipped.edits);
  const grown = lines.length - old.length;
  return { from, to, lines: lines.slice(from - 1, to + grown) };
}

function applyTo(old: readonly string[], edits: readonly LineEdit[]): readonly string[] {
  const lines = [...old];
  for (const { from, to, lines: by } of [...edits].reverse()) lines.splice(from - 1, to - from + 1, ...by);
  return lines;
}

/** The comment with the change as a patch below it, where there is room for it. */
export function withPatch(comment: Stages, suggestion: Suggestion): Stages {
  const fence = verbatimBlock(unifiedDiff(suggestion), 'diff');
  if (!fence || typeof comment === 'string') return comment;
  const section = folded(literal`Better values as a patch (git apply)`, [fence]);
  const patched = comment.slice(0, 2).map((text) => block`${trimmed(text)}\n\n${section}\n`);
  const [first = comment[0], ...rest] = [...patched, ...comment];
  return [first, ...rest];
}

const context = 3;

/** As `diff -u` writes it, one hunk for edits that are close together. */
export function unifiedDiff({ file, text, shipped }: Suggestion): string {
  const old = text.replace(/^\uFEFF/, '').split('\n');
  const last = old.at(-1) === '' ? old.length - 1 : old.length;
  const hunks: { readonly first: number; last: number; readonly edits: LineEdit[] }[] = [];
  for (const edit of shipped.edits) {
    const [first, end] = [Math.max(1, edit.from - context), Math.min(last, edit.to + context)];
    const previous = hunks.at(-1);
    if (previous && first <= previous.last + 1) {
      previous.last = end;
      previous.edits.push(edit);
    } else hunks.push({ first, last: end, edits: [edit] });
  }
  let shift = 0;
  const out = [`--- a/${file}`, `+++ b/${file}`];
  for (const hunk of hunks) {
    const lines: string[] = [];
    let at = hunk.first;
    let added = 0;
    for (const { from, to, lines: by } of hunk.edits) {
      for (; at < from; at++) lines.push(` ${old[at - 1]}`);
      for (; at <= to; at++) lines.push(`-${old[at - 1]}`);
      lines.push(...by.map((line) => `+${line}`));
      added += by.length - (to - from + 1);
    }
    for (; at <= hunk.last; at++) lines.push(` ${old[at - 1]}`);
    const size = hunk.last - hunk.first + 1;
    out.push(`@@ -${hunk.first},${size} +${hunk.first + shift},${size + added} @@`, ...lines);
    shift += added;
  }
  return out.join('\n');
}
