import {
  block,
  hiddenMark,
  inMarkdown,
  insertBelowFirst,
  paragraph,
  type Safe,
  trimmed,
  writtenByUs,
} from '../report/safe.ts';
import type { CheckRun, GitHubApi } from './api.ts';
import { commentsOf } from './comment.ts';
import type { PullRequestRun } from './context.ts';
import { MissingPermission } from './errors.ts';
import { type RetryPolicy, withRetry } from './retry.ts';
import { byteLength, cutMarkdown, limits, plainLine, type Stages } from './size.ts';

/**
 * Accepting a regression: a maintainer says that it is wanted. It holds for one commit, and its memory is the check on
 * that commit: nobody but a workflow with `checks: write` can write there.
 */
export interface Acceptance {
  /** Login of who accepted. */
  readonly by: string;
  readonly how: 'label' | 'comment';
}

/** At the end of a check's summary: what it concluded, for those who read it later. Nothing untrusted can have it. */
const regressedMark = hiddenMark('tunegate-outcome:regressed');
const acceptedMark = /<!-- tunegate-accepted:(label|comment):([\w.[\]-]{1,100}) -->/;

/** Marks the summary of a regressed check, so that it can be accepted; with `acceptance`, as accepted. */
export function markSummary(stages: Stages, acceptance?: Acceptance): Stages {
  const marks = acceptance ? block`${regressedMark}\n${markOf(acceptance)}` : regressedMark;
  const end = block`\n\n${marks}\n`;
  const list = typeof stages === 'string' ? [stages] : stages;
  const [first, ...rest] = list.map((text, index) => {
    const fits = byteLength(text) + byteLength(end) <= limits.checkText;
    // What is too long falls through to the next stage; the last one must fit.
    const kept =
      fits || index < list.length - 1 ? text : cutMarkdown(text, limits.checkText - byteLength(end));
    return block`${trimmed(kept)}${end}`;
  });
  return [first!, ...rest];
}

function markOf({ by, how }: Acceptance): Safe<'block'> {
  return hiddenMark(`tunegate-accepted:${how}:${by.replace(/[^\w.[\]-]|-(?=-)/g, '')}`);
}

/** How it was accepted, if it was. */
export function acceptanceOf({ summary }: Pick<CheckRun, 'summary'>): Acceptance | undefined {
  const found = acceptedMark.exec(summary);
  return found ? { how: found[1] as Acceptance['how'], by: found[2]! } : undefined;
}

/** «Accepted by `ada` with a label for this commit: the regression does not block.» */
export function acceptanceWords({ by, how }: Acceptance, sha: string): Safe<'block'> {
  const { say, name } = inMarkdown;
  const with_ = how === 'label' ? say`with a label` : say`with a comment`;
  return paragraph(
    say`**Accepted** by ${name(by)} ${with_}, for commit ${name(sha.slice(0, 12))} only: the regression does not block the merge.`,
  );
}

/** Checks of ours on a commit, the newest of each name. */
export async function ourChecks(
  api: GitHubApi,
  sha: string,
  retry: RetryPolicy,
): Promise<readonly CheckRun[]> {
  const all = await withRetry(retry, () => api.listAllChecks(sha));
  const ours = all.filter(({ externalId }) => externalId?.startsWith('tunegate/'));
  return ours.filter((check) => ours.find(({ name }) => name === check.name) === check);
}

/** A person whose word counts: who may write to the repository. */
export async function mayDecide(api: GitHubApi, login: string, retry: RetryPolicy): Promise<boolean> {
  if (login === '') return false;
  const role = await withRetry(retry, () => api.roleOf(login));
  return role === 'admin' || role === 'write';
}

/**
 * Turns a regressed check neutral, and says so in the comments of the pull request.
 *
 * @returns false when there is nothing to accept: another outcome, or accepted already
 */
export async function acceptCheck(
  api: GitHubApi,
  check: CheckRun,
  acceptance: Acceptance,
  sha: string,
  retry: RetryPolicy,
): Promise<boolean> {
  if (check.status !== 'completed' || !check.summary.includes(regressedMark) || acceptanceOf(check))
    return false;
  const end = block`\n\n${markOf(acceptance)}\n`;
  const words = acceptanceWords(acceptance, sha);
  const old = cutMarkdown(
    writtenByUs(check.summary),
    limits.checkText - byteLength(words) - byteLength(end) - 2,
  );
  // Cutting may have cost it the mark.
  const kept = old.includes(regressedMark) ? old : block`${trimmed(old)}\n${regressedMark}`;
  const output = {
    title: plainLine(`Accepted by ${acceptance.by}: ${check.title}`, limits.checkTitle),
    summary: block`${trimmed(insertBelowFirst(trimmed(kept), words))}${end}`,
  };
  await withRetry(retry, () => api.updateCheck(check.id, { conclusion: 'neutral', output }));
  return true;
}

/** Adds the words below the first line of each comment of ours with this `id`. */
export async function tellComments(
  api: GitHubApi,
  pullRequest: number,
  id: string,
  acceptance: Acceptance,
  sha: string,
  retry: RetryPolicy,
): Promise<void> {
  const words = acceptanceWords(acceptance, sha);
  for (const comment of await withRetry(retry, () => commentsOf(api, pullRequest, id))) {
    if (comment.body.includes(words)) continue;
    const body = insertBelowFirst(writtenByUs(comment.body), words);
    if (byteLength(body) <= limits.comment) await withRetry(retry, () => api.updateComment(comment.id, body));
  }
}

/** What of a run's own pull request says that its regression is accepted; `stale`: it was said of an earlier commit. */
export async function findAcceptance(
  api: GitHubApi,
  context: PullRequestRun,
  label: string,
  checkName: string,
  now: { readonly labels: readonly string[] } | undefined,
  retry: RetryPolicy,
): Promise<Acceptance | 'stale' | undefined> {
  // An earlier run of the same commit was accepted.
  const known = (await checksOf(api, context.headSha, checkName, retry))
    .filter(({ externalId }) => externalId?.startsWith('tunegate/'))
    .map(acceptanceOf)
    .find((acceptance) => acceptance !== undefined);
  if (known) return known;
  const { action, labels = [] } = context;
  if (!(now?.labels ?? labels).includes(label)) return undefined;
  // Set while this run was at work, or with the very commit that it is of.
  const fresh =
    !labels.includes(label) || action === 'opened' || (action === 'labeled' && context.label?.name === label);
  if (!fresh) return 'stale';
  const by =
    (action === 'labeled' && context.label?.name === label ? context.label.by : undefined) ??
    (await withRetry(retry, () => api.labelledBy(context.number, label)));
  return by !== undefined && (await mayDecide(api, by, retry)) ? { by, how: 'label' } : undefined;
}

/** Without the permission there are none to remember by: where a status stands in for the check, say. */
async function checksOf(
  api: GitHubApi,
  sha: string,
  name: string,
  retry: RetryPolicy,
): Promise<readonly CheckRun[]> {
  try {
    return await withRetry(retry, () => api.listChecks(sha, name));
  } catch (error) {
    if (error instanceof MissingPermission) return [];
    throw error;
  }
}
