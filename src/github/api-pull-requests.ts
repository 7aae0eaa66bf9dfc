import type { Safe } from '../report/safe.ts';
import type { ApiClient } from './api.ts';

/** Pull requests, and who may do what in the repository. */
export interface PullRequestsApi {
  readPullRequest(number: number): Promise<PullRequest>;
  /** Pull requests into this repository from a branch (`owner:branch`), the newest first. */
  listPullRequests(head: string, state: 'open' | 'closed' | 'all'): Promise<readonly PullRequest[]>;
  /** What a person may do; `none` for who is unknown, and for apps. */
  roleOf(login: string): Promise<Role>;
  /** Who set a label last; undefined when nobody did. */
  labelledBy(pullRequest: number, label: string): Promise<string | undefined>;
  /** @param pull branches of this repository */
  createPullRequest(pull: NewPullRequest): Promise<PullRequest>;
  updatePullRequest(
    number: number,
    change: { readonly title?: Safe<'line'>; readonly body?: Safe<'block'>; readonly state?: 'closed' },
  ): Promise<PullRequest>;
}

/** What somebody may do in the repository. */
export type Role = 'admin' | 'write' | 'read' | 'none';

export interface NewPullRequest {
  readonly title: Safe<'line'>;
  readonly body: Safe<'block'>;
  readonly head: string;
  readonly base: string;
}

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly state: string;
  readonly merged: boolean;
  readonly title: string;
  readonly body: string;
  readonly author: string | undefined;
  readonly head: {
    readonly sha: string;
    readonly ref: string;
    /** `owner/name`; absent when that repository was deleted. */
    readonly repository?: string;
  };
  readonly base: { readonly sha: string; readonly ref: string };
  readonly labels: readonly string[];
}

export function pullRequestCalls({ octokit, owner, repo, ask }: ApiClient): PullRequestsApi {
  return {
    readPullRequest: (number) =>
      ask('read the pull request', 'pull-requests: read', async () =>
        toPullRequest((await octokit.rest.pulls.get({ owner, repo, pull_number: number })).data),
      ),
    listPullRequests: (head, state) =>
      ask('list the pull requests', 'pull-requests: read', async () => {
        const { data } = await octokit.rest.pulls.list({ owner, repo, head, state, per_page: 100 });
        return data.map(toPullRequest).sort((a, b) => b.number - a.number);
      }),
    roleOf: (login) =>
      ask('read who may write to the repository', 'contents: read', async () => {
        try {
          const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
            owner,
            repo,
            username: login,
          });
          // `maintain` is told as write, `triage` as read.
          return data.permission === 'admin' || data.permission === 'write' || data.permission === 'read'
            ? data.permission
            : 'none';
        } catch (error) {
          if ((error as { status?: unknown }).status === 404) return 'none';
          throw error;
        }
      }),
    labelledBy: (pullRequest, label) =>
      ask('read the events of the pull request', 'pull-requests: read', async () => {
        const events = await octokit.paginate(octokit.rest.issues.listEvents, {
          owner,
          repo,
          issue_number: pullRequest,
          per_page: 100,
        });
        const last = events.findLast(
          (event) => event.event === 'labeled' && 'label' in event && event.label.name === label,
        );
        return last?.actor?.login;
      }),
    createPullRequest: (pull) =>
      ask('open a pull request', 'pull-requests: write', async () =>
        toPullRequest((await octokit.rest.pulls.create({ owner, repo, ...pull })).data),
      ),
    updatePullRequest: (number, change) =>
      ask('update the pull request', 'pull-requests: write', async () =>
        toPullRequest(
          (await octokit.rest.pulls.update({ owner, repo, pull_number: number, ...change })).data,
        ),
      ),
  };
}

interface PullRequestData {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly merged_at?: string | null;
  readonly title: string;
  readonly body: string | null;
  readonly user: { readonly login: string } | null;
  readonly head: {
    readonly sha: string;
    readonly ref: string;
    readonly repo: { readonly full_name: string } | null;
  };
  readonly base: { readonly sha: string; readonly ref: string };
  readonly labels: readonly { readonly name?: string }[];
}

function toPullRequest(data: PullRequestData): PullRequest {
  const { head, base } = data;
  return {
    number: data.number,
    url: data.html_url,
    state: data.state,
    merged: typeof data.merged_at === 'string',
    title: data.title,
    body: data.body ?? '',
    author: data.user?.login,
    head: { sha: head.sha, ref: head.ref, ...(head.repo ? { repository: head.repo.full_name } : {}) },
    base: { sha: base.sha, ref: base.ref },
    labels: data.labels.flatMap(({ name }) => (name === undefined ? [] : [name])),
  };
}
