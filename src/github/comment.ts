import { block, hiddenMark, type Safe, trimmed } from '../report/safe.ts';
import type { Comment, GitHubApi } from './api.ts';
import { Gone, Unavailable } from './errors.ts';
import { type RetryPolicy, withRetry } from './retry.ts';
import { byteLength, fitStages, limits, type Stages } from './size.ts';

/**
 * The invisible last line by which our comment is found again. Last, not first: mail shows it as text, and the first
 * lines should be the verdict; and since our comments end with a marker, no text within one can pass for it.
 *
 * @param id the action's `id`; @param name the study's name
 */
export function commentMarker(id: string, name: string): Safe<'block'> {
  return hiddenMark(`tunegate:${markerKey(id, name)}`);
}

/** Both names in a form that may stand in an HTML comment, without white space and colons. */
export function markerKey(id: string, name: string): string {
  // No `--`, `>` or line break can stand in an HTML comment; `/` stays free to part the two.
  return [id, name].map((part) => encodeURIComponent(wellFormed(part)).replaceAll('-', '%2D')).join('/');
}

/** Which run wrote a comment: of two, the later one stays. */
export interface CommentRun {
  readonly id: number;
  readonly attempt: number;
}

/** The comment's body: the richest stage that fits, which run wrote it, and the marker. */
export function commentBody(stages: Stages, marker: Safe<'block'>, run: CommentRun): Safe<'block'> {
  const end = block`\n\n${hiddenMark(`tunegate-run:${run.id}/${run.attempt}`)}\n${marker}\n`;
  return block`${trimmed(fitStages(stages, limits.comment - byteLength(end)))}${end}`;
}

function runOf(body: string): CommentRun | undefined {
  const found = /\n<!-- tunegate-run:(\d{1,16})\/(\d{1,6}) -->\r?\n<!-- tunegate:\S* -->\s*$/.exec(body);
  return found ? { id: Number(found[1]), attempt: Number(found[2]) } : undefined;
}

function isLater(a: CommentRun | undefined, b: CommentRun): boolean {
  return a !== undefined && (a.id > b.id || (a.id === b.id && a.attempt > b.attempt));
}

export interface CommentOptions {
  readonly run: CommentRun;
  /** `keep`: only a comment that is there is brought up to date. */
  readonly absent: 'create' | 'keep';
  /** `recreate`: a new comment at the end of the conversation, and the old one is deleted. */
  readonly present: 'update' | 'recreate';
}

/** What came of it: `later` when a later run has reported already, whose comment stays. */
export type CommentResult =
  | { readonly kind: 'written' | 'later'; readonly comment: Comment }
  | { readonly kind: 'none' };

/**
 * Writes the one comment of this marker. Before every repetition it looks again, so that a lost answer never leads to a
 * second comment; and what more of ours is found is deleted.
 */
export async function writeComment(
  api: GitHubApi,
  pullRequest: number,
  marker: Safe<'block'>,
  stages: Stages,
  options: CommentOptions,
  retry: RetryPolicy,
): Promise<CommentResult> {
  const { run, absent, present } = options;
  const body = commentBody(stages, marker, run);
  return await withRetry(retry, async (attempt): Promise<CommentResult> => {
    const old = await findComments(api, pullRequest, marker);
    const later = old.find((comment) => isLater(runOf(comment.body), run));
    if (later) return { kind: 'later', comment: later };
    // Written by an earlier try whose answer was lost, or by this very run before.
    const mine = old.find(
      (comment) => runOf(comment.body)?.id === run.id && (attempt > 0 || isMine(comment, run)),
    );
    // The old one goes first: a comment that cannot be deleted is updated after all, for two would be worse.
    const left = present === 'recreate' && !mine ? await deleteAll(api, old) : old;
    for (const known of mine ? [mine, ...left] : left) {
      try {
        const comment = await api.updateComment(known.id, body);
        await deleteAll(
          api,
          left.filter(({ id }) => id !== comment.id),
        );
        return { kind: 'written', comment };
      } catch (error) {
        // Deleted since it was listed.
        if (!(error instanceof Gone)) throw error;
      }
    }
    if (old.length === 0 && absent === 'keep') return { kind: 'none' };
    const comment = await api.createComment(pullRequest, body);
    // Listings lag behind: an earlier try may have come through unseen.
    if (attempt > 0) {
      const all = await findComments(api, pullRequest, marker);
      await deleteAll(
        api,
        all.filter(({ id, body: text }) => id !== comment.id && !isLater(runOf(text), run)),
      );
    }
    return { kind: 'written', comment };
  });
}

function isMine({ body }: Comment, run: CommentRun): boolean {
  return runOf(body)?.attempt === run.attempt;
}

/** Returns those that could not be deleted. */
async function deleteAll(api: GitHubApi, comments: readonly Comment[]): Promise<readonly Comment[]> {
  const left: Comment[] = [];
  for (const comment of comments) {
    try {
      await api.deleteComment(comment.id);
    } catch (error) {
      // A comment too many is not worth failing for, unless trying again may help.
      if (error instanceof Unavailable) throw error;
      if (!(error instanceof Gone)) left.push(comment);
    }
  }
  return left;
}

/** Our own comments of this marker, oldest first: anybody may write the marker, but not under our name. */
async function findComments(
  api: GitHubApi,
  pullRequest: number,
  marker: string,
): Promise<readonly Comment[]> {
  return await ownComments(api, pullRequest, (body) => body.trimEnd().endsWith(marker));
}

/** Our own comments of all studies of an `id`. */
export async function commentsOf(
  api: GitHubApi,
  pullRequest: number,
  id: string,
): Promise<readonly Comment[]> {
  const [start] = commentMarker(id, '').split(' -->');
  return await ownComments(api, pullRequest, (body) => {
    const last = body.trimEnd().split('\n').at(-1)!;
    return last.startsWith(start!) && /^<!-- tunegate:\S* -->$/.test(last);
  });
}

async function ownComments(
  api: GitHubApi,
  pullRequest: number,
  matches: (body: string) => boolean,
): Promise<readonly Comment[]> {
  const marked = (await api.listComments(pullRequest)).filter(({ body }) => matches(body));
  if (marked.length === 0) return [];
  const self = await ownLogin(api);
  return marked.filter((comment) => comment.author === self);
}

/** Where nobody tells us who we are, we are most likely the job's own token. */
const jobLogin = 'github-actions[bot]';

/** Whose comments are ours. */
export async function ownLogin(api: GitHubApi): Promise<string> {
  try {
    return await api.viewer();
  } catch (error) {
    // Without an answer to the question we must not guess: a wrong guess makes a second comment.
    if (error instanceof Unavailable) throw error;
    return jobLogin;
  }
}

/** Half a surrogate pair becomes U+FFFD; encodeURIComponent would throw. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
