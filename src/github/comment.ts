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
export function commentMarker(id: string, name: string): string {
  return `<!-- tunegate:${markerKey(id, name)} -->`;
}

/** Both names in a form that may stand in an HTML comment, without white space and colons. */
export function markerKey(id: string, name: string): string {
  // No `--`, `>` or line break can stand in an HTML comment; `/` stays free to part the two.
  return [id, name].map((part) => encodeURIComponent(wellFormed(part)).replaceAll('-', '%2D')).join('/');
}

/** The comment's body: the richest stage that fits, and the marker. */
export function commentBody(stages: Stages, marker: string): string {
  const end = `\n\n${marker}\n`;
  return fitStages(stages, limits.comment - byteLength(end)).trimEnd() + end;
}

/**
 * Writes the one comment of this marker: updates it where it is, else creates it. Before every repetition it looks
 * again, so that a lost answer never leads to a second comment.
 */
export async function writeComment(
  api: GitHubApi,
  pullRequest: number,
  marker: string,
  stages: Stages,
  retry: RetryPolicy,
): Promise<Comment> {
  const body = commentBody(stages, marker);
  return await withRetry(retry, async () => {
    for (const old of await findComments(api, pullRequest, marker)) {
      try {
        return await api.updateComment(old.id, body);
      } catch (error) {
        // Deleted since it was listed.
        if (!(error instanceof Gone)) throw error;
      }
    }
    return await api.createComment(pullRequest, body);
  });
}

/** Our own comments of this marker, oldest first: anybody may write the marker, but not under our name. */
async function findComments(
  api: GitHubApi,
  pullRequest: number,
  marker: string,
): Promise<readonly Comment[]> {
  const marked = (await api.listComments(pullRequest)).filter((comment) =>
    comment.body.trimEnd().endsWith(marker),
  );
  if (marked.length === 0) return [];
  const self = await ownLogin(api);
  return marked.filter((comment) => comment.author === self);
}

/** Where nobody tells us who we are, we are most likely the job's own token. */
const jobLogin = 'github-actions[bot]';

async function ownLogin(api: GitHubApi): Promise<string> {
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
