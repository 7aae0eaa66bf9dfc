import { block, hiddenMark, literal, paragraph, type Safe, trimmed, writtenByUs } from '../report/safe.ts';
import type { GitHubApi } from './api.ts';
import type { PullRequest } from './api-pull-requests.ts';
import { deleteBranch, type NewCommit, type OwnBranch, pushBranch } from './branch.ts';
import { markerKey } from './comment.ts';
import { Refused } from './errors.ts';
import { type RetryPolicy, withRetry } from './retry.ts';
import { byteLength, fitStages, limits, plainLine, type Stages } from './size.ts';

/** The one pull request in which a study proposes better values. */
export interface Proposal {
  /** Branch that it goes into, short name. */
  readonly base: string;
  readonly commit: NewCommit;
  /** One plain line. */
  readonly title: string;
  /** Markdown, safe already. */
  readonly body: Stages;
  readonly values: ProposedValues;
}

/** What is proposed in place of what, as hashes of configs. */
export interface ProposedValues {
  readonly incumbent: string;
  readonly proposed: string;
}

export type ProposalResult =
  | { readonly kind: 'opened' | 'updated' | 'unchanged'; readonly url: string }
  /** A person closed it with these very values in it. */
  | { readonly kind: 'declined'; readonly url: string }
  /** Others have pushed to its branch, so it is left to them. */
  | { readonly kind: 'theirs'; readonly url?: string };

export interface ProposalPlace {
  readonly api: GitHubApi;
  readonly owner: string;
  readonly branch: OwnBranch;
  /** The action's `id` and the study's name. */
  readonly id: string;
  readonly study: string;
  readonly retry: RetryPolicy;
}

/** The branch of a study's proposals: the same one each time. */
export function proposalBranch(id: string, study: string, specPathHash: string): string {
  const slug = (id === '' ? study : id)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return `tunegate/${slug || 'study'}-${specPathHash}`;
}

/**
 * Opens the proposal, or brings the open one up to date in place: there is never a second one.
 *
 * @throws {PushError} and the errors of `errors.ts`
 */
export async function propose(place: ProposalPlace, proposal: Proposal): Promise<ProposalResult> {
  const { api, branch, retry } = place;
  const known = await findProposals(place);
  const open = known.find(({ state }) => state === 'open');
  const declined = known.find(
    (pull) =>
      pull.state === 'closed' &&
      !pull.merged &&
      !closedByUs(pull) &&
      readMarker(place, pull.body)?.proposed === proposal.values.proposed,
  );
  if (!open && declined) return { kind: 'declined', url: declined.url };

  const pushed = await pushBranch(branch, proposal.commit);
  if (pushed.kind === 'theirs') return { kind: 'theirs', ...(open ? { url: open.url } : {}) };
  const title = plainLine(proposal.title, limits.checkTitle);
  const body = withMarker(proposal.body, marker(place, proposal.values));
  if (open) {
    const same = pushed.kind === 'unchanged' && open.title === title && sameText(open.body, body);
    if (same) return { kind: 'unchanged', url: open.url };
    const { url } = await withRetry(retry, () => api.updatePullRequest(open.number, { title, body }));
    return { kind: 'updated', url };
  }
  const pull = await withRetry(retry, async (attempt) => {
    // A lost answer may have been that of a request that was done.
    const done = attempt > 0 ? (await findProposals(place)).find(({ state }) => state === 'open') : undefined;
    if (done) return done;
    try {
      return await api.createPullRequest({ title, body, head: branch.name, base: proposal.base });
    } catch (error) {
      // Another run of ours was faster by a hair: its proposal is of the branch that we have just brought up to date.
      if (!(error instanceof Refused) || !/already exists/i.test(error.message)) throw error;
      const theirs = (await findProposals(place)).find(({ state }) => state === 'open');
      if (!theirs) throw error;
      return await api.updatePullRequest(theirs.number, { title, body });
    }
  });
  return { kind: 'opened', url: pull.url };
}

/**
 * Closes an open proposal that the base branch has overtaken: it was made against other values than those that ship now,
 * and nothing better than these was found. One against today's values stays open, also when this search found nothing.
 *
 * @param incumbent hash of what ships now
 * @returns address of what was closed
 */
export async function withdraw(place: ProposalPlace, incumbent: string): Promise<string | undefined> {
  const { api, branch, retry } = place;
  const open = (await findProposals(place)).find(({ state }) => state === 'open');
  const values = open && readMarker(place, open.body);
  if (!open || !values || values.incumbent === incumbent) return undefined;
  const body = writtenByUs(open.body.trimEnd().replace(/<!-- tunegate-proposal:[^\n]*-->$/, ''));
  const note = paragraph(
    literal`_Closed by Tunegate: what ships has changed since, and nothing better than that was found._`,
  );
  await withRetry(retry, () =>
    api.updatePullRequest(open.number, {
      state: 'closed',
      body: withMarker(block`${note}\n\n${body}`, block`${marker(place, values)}${closedMark}`),
    }),
  );
  await deleteBranch(branch);
  return open.url;
}

async function findProposals({ api, owner, branch, retry }: ProposalPlace): Promise<readonly PullRequest[]> {
  const all = await withRetry(retry, () => api.listPullRequests(`${owner}:${branch.name}`, 'all'));
  return all.filter(({ head }) => head.ref === branch.name);
}

const closedMark = hiddenMark('tunegate-closed');

function closedByUs({ body }: PullRequest): boolean {
  return body.trimEnd().endsWith(closedMark);
}

function marker({ id, study }: ProposalPlace, { incumbent, proposed }: ProposedValues): Safe<'block'> {
  return hiddenMark(`tunegate-proposal:${markerKey(id, study)}:${incumbent}:${proposed}`);
}

function readMarker({ id, study }: ProposalPlace, body: string): ProposedValues | undefined {
  const text = body.trimEnd();
  const found =
    /<!-- tunegate-proposal:(\S+):([0-9a-f]{16}):([0-9a-f]{16}) -->(?:<!-- tunegate-closed -->)?$/.exec(text);
  if (!found || found[1] !== markerKey(id, study)) return undefined;
  return { incumbent: found[2]!, proposed: found[3]! };
}

function withMarker(stages: Stages, mark: Safe<'block'>): Safe<'block'> {
  const end = block`\n\n${mark}\n`;
  return block`${trimmed(fitStages(stages, limits.comment - byteLength(end)))}${end}`;
}

/** GitHub keeps line breaks of its own kind. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(a) === plain(b);
}
