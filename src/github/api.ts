import type { Safe } from '../report/safe.ts';
import { type PullRequestsApi, pullRequestCalls } from './api-pull-requests.ts';
import { type ReviewApi, reviewCalls } from './api-review.ts';
import { type RunsApi, runCalls } from './api-runs.ts';
import { nameError, type Permission, Unavailable } from './errors.ts';
import type { CheckConclusion } from './outcome.ts';

/**
 * The part of GitHub that we use: one request a method, errors named (`errors.ts`), nothing retried. What to repeat is
 * for those who know what a repetition does (`retry.ts`).
 */
export interface GitHubApi extends PullRequestsApi, ReviewApi, RunsApi {
  /** Login of the token's owner: `github-actions[bot]` for a job's own token. */
  viewer(): Promise<string>;
  /** All comments of a pull request, oldest first. */
  listComments(pullRequest: number): Promise<readonly Comment[]>;
  createComment(pullRequest: number, body: Safe<'block'>): Promise<Comment>;
  /** @throws {Gone} */
  deleteComment(id: number): Promise<void>;
  /** @throws {Gone} when the comment was deleted */
  updateComment(id: number, body: Safe<'block'>): Promise<Comment>;
  createCheck(check: NewCheck): Promise<CheckRun>;
  updateCheck(id: number, change: CheckChange): Promise<CheckRun>;
  readCheck(id: number): Promise<CheckRun>;
  /** Check runs of this name on a commit, the newest first. */
  listChecks(sha: string, name: string): Promise<readonly CheckRun[]>;
  /** All check runs of a commit, of all apps, the newest first. */
  listAllChecks(sha: string): Promise<readonly CheckRun[]>;
  /** A thumb, say, below a comment. */
  react(comment: number, content: '+1' | 'confused'): Promise<void>;
  createStatus(sha: string, status: CommitStatus): Promise<void>;
  /** The best common ancestor of two commits, also for a pull request from a fork. */
  mergeBase(base: string, head: string): Promise<string>;
}

export interface Comment {
  readonly id: number;
  readonly url: string;
  readonly author: string | undefined;
  readonly body: string;
  /** ISO 8601, as are all times here. */
  readonly createdAt: string;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly url: string | undefined;
  readonly status: string;
  readonly conclusion: string | undefined;
  readonly completedAt: string | undefined;
  readonly title: string;
  readonly summary: string;
  readonly externalId: string | undefined;
  /** Number of annotations it has. */
  readonly annotations: number;
}

export interface CheckOutput {
  readonly title: Safe<'line'>;
  readonly summary: Safe<'block'>;
  readonly text?: Safe<'block'>;
  /** At most 50; added to those that the check has. */
  readonly annotations?: readonly SafeAnnotation[];
}

export interface NewCheck {
  readonly name: string;
  readonly sha: string;
  readonly externalId: string;
  readonly detailsUrl: string;
  readonly output: CheckOutput;
}

export interface CheckChange {
  /** Concludes the check. */
  readonly conclusion?: CheckConclusion;
  readonly output: CheckOutput;
}

export interface CommitStatus {
  readonly state: 'pending' | 'success' | 'failure' | 'error';
  readonly context: string;
  readonly description: Safe<'line'>;
  readonly targetUrl: string;
}

/** A remark on a line of a file. */
export interface Annotation {
  /** Relative to the repository's root, with `/`. */
  readonly path: string;
  readonly startLine: number;
  readonly endLine?: number;
  /** From 1. GitHub takes columns only when the annotation stands on one line. */
  readonly startColumn?: number;
  readonly endColumn?: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title?: string;
  /** Plain text. */
  readonly message: string;
}

/** As it is posted. */
export type SafeAnnotation = Omit<Annotation, 'title' | 'message'> & {
  readonly title?: Safe<'line'>;
  readonly message: Safe<'lines'>;
};

export type { ReviewComment } from './api-review.ts';

export interface ApiOptions {
  readonly token: string;
  readonly owner: string;
  readonly repo: string;
  readonly apiUrl: string;
  /** Absent on forges without GraphQL. */
  readonly graphqlUrl?: string;
  /** Longest time for one request, milliseconds (default 20 s). A function is asked before each request. */
  readonly timeoutMs?: number | (() => number) | undefined;
}

export const defaultTimeoutMs = 20_000;

/** What the calls of each topic are built from. */
export interface ApiClient {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly repo: string;
  /** Makes a request and names what went wrong with it (`errors.ts`). */
  ask<T>(
    purpose: string,
    permission: Permission,
    request: () => Promise<T>,
    notFound?: 'gone' | 'permission',
  ): Promise<T>;
}

type Octokit = ReturnType<typeof import('@actions/github').getOctokit>;

/** Opens GitHub's REST API with a token. Makes no request yet. */
export async function openApi(options: ApiOptions): Promise<GitHubApi> {
  // Loaded late: this module parses the event's payload as it loads, and readContext has better words for a bad one.
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(options.token, { baseUrl: options.apiUrl, userAgent: 'tunegate' });
  const { owner, repo } = options;

  octokit.hook.before('request', (request) => {
    const { timeoutMs = defaultTimeoutMs } = options;
    const signal = AbortSignal.timeout(typeof timeoutMs === 'number' ? timeoutMs : timeoutMs());
    request.request = { ...request.request, signal };
  });

  // Of an answer that breaks off in the middle Octokit makes an empty one, and of a list nothing: a comment that is there
  // would be written again.
  octokit.hook.after('request', ({ status, data, headers }, { request }) => {
    const empty = status === 204 || status >= 300 || Number(headers['content-length']) === 0;
    if (empty || request?.parseSuccessResponseBody === false) return;
    if (data === null || typeof data !== 'object') throw new TypeError('the answer is not whole');
  });

  async function ask<T>(
    purpose: string,
    permission: Permission,
    request: () => Promise<T>,
    notFound: 'gone' | 'permission' = 'permission',
  ): Promise<T> {
    try {
      return await request();
    } catch (error) {
      // What reads the answer stumbled over it: a proxy's page, say.
      if (error instanceof TypeError)
        throw new Unavailable(purpose, new Error('the answer was not one of GitHub’s'));
      throw nameError(error, purpose, permission, notFound);
    }
  }

  const client: ApiClient = { octokit, owner, repo, ask };
  return {
    ...pullRequestCalls(client),
    ...reviewCalls(client),
    ...runCalls(client),
    async viewer() {
      const purpose = 'say whose token this is';
      const { graphqlUrl } = options;
      // A job's own token may not GET /user, but GraphQL tells every token its owner. Other forges have no GraphQL.
      if (graphqlUrl) {
        try {
          const { data } = await ask(purpose, 'contents: read', () =>
            octokit.request(`POST ${graphqlUrl}`, { query: '{ viewer { login } }' }),
          );
          const login: unknown = data?.data?.viewer?.login;
          if (typeof login === 'string') return login;
        } catch (error) {
          if (error instanceof Unavailable) throw error;
        }
      }
      return await ask(
        purpose,
        'contents: read',
        async () => (await octokit.rest.users.getAuthenticated()).data.login,
      );
    },
    listComments: (pullRequest) =>
      ask('list the comments of the pull request', 'pull-requests: write', () =>
        octokit.paginate(
          octokit.rest.issues.listComments,
          { owner, repo, issue_number: pullRequest, per_page: 100 },
          (page) => page.data.map(toComment),
        ),
      ),
    createComment: (pullRequest, body) =>
      ask('comment on the pull request', 'pull-requests: write', async () => {
        const { data } = await octokit.rest.issues.createComment({
          owner,
          repo,
          issue_number: pullRequest,
          body,
        });
        return toComment(data);
      }),
    updateComment: (id, body) =>
      ask(
        'update the comment',
        'pull-requests: write',
        async () =>
          toComment((await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body })).data),
        'gone',
      ),
    deleteComment: (id) =>
      ask(
        'delete the comment',
        'pull-requests: write',
        async () => {
          await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
        },
        'gone',
      ),
    createCheck: (check) =>
      ask('create a check', 'checks: write', async () => {
        const { data } = await octokit.rest.checks.create({
          owner,
          repo,
          name: check.name,
          head_sha: check.sha,
          external_id: check.externalId,
          details_url: check.detailsUrl,
          status: 'in_progress',
          started_at: new Date().toISOString(),
          output: toOutput(check.output),
        });
        return toCheckRun(data);
      }),
    updateCheck: (id, change) =>
      ask('update the check', 'checks: write', async () => {
        const { data } = await octokit.rest.checks.update({
          owner,
          repo,
          check_run_id: id,
          ...(change.conclusion === undefined
            ? { status: 'in_progress' as const }
            : {
                status: 'completed' as const,
                conclusion: change.conclusion,
              }),
          output: toOutput(change.output),
        });
        return toCheckRun(data);
      }),
    readCheck: (id) =>
      ask('read the check', 'checks: write', async () =>
        toCheckRun((await octokit.rest.checks.get({ owner, repo, check_run_id: id })).data),
      ),
    listChecks: (sha, name) =>
      ask('list the checks of the commit', 'checks: write', async () => {
        // `all`: GitHub's default shows only the latest run of each name and suite.
        const { data } = await octokit.rest.checks.listForRef({
          owner,
          repo,
          ref: sha,
          check_name: name,
          filter: 'all',
          per_page: 100,
        });
        return data.check_runs.map(toCheckRun).sort((a, b) => b.id - a.id);
      }),
    listAllChecks: (sha) =>
      ask('list the checks of the commit', 'checks: write', async () => {
        const all = await octokit.paginate(octokit.rest.checks.listForRef, {
          owner,
          repo,
          ref: sha,
          // GitHub's default would show a job of the same name instead of ours.
          filter: 'all',
          per_page: 100,
        });
        return all.map(toCheckRun).sort((a, b) => b.id - a.id);
      }),
    react: (comment, content) =>
      ask('react to the comment', 'pull-requests: write', async () => {
        await octokit.rest.reactions.createForIssueComment({ owner, repo, comment_id: comment, content });
      }),
    createStatus: (sha, status) =>
      ask('set a commit status', 'statuses: write', async () => {
        await octokit.rest.repos.createCommitStatus({
          owner,
          repo,
          sha,
          state: status.state,
          context: status.context,
          description: status.description,
          target_url: status.targetUrl,
        });
      }),
    mergeBase: (base, head) =>
      ask('compare head with base', 'contents: read', async () => {
        const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
          owner,
          repo,
          basehead: `${base}...${head}`,
          per_page: 1,
        });
        return data.merge_base_commit.sha;
      }),
  };
}

function toComment(data: {
  readonly id: number;
  readonly html_url: string;
  readonly user: { readonly login: string } | null;
  readonly body?: string;
  readonly created_at: string;
}): Comment {
  return {
    id: data.id,
    url: data.html_url,
    author: data.user?.login,
    body: data.body ?? '',
    createdAt: data.created_at,
  };
}

function toCheckRun(data: {
  readonly id: number;
  readonly name: string;
  readonly conclusion: string | null;
  readonly completed_at: string | null;
  readonly html_url: string | null;
  readonly status: string;
  readonly external_id: string | null;
  readonly output: {
    readonly annotations_count: number;
    readonly title: string | null;
    readonly summary: string | null;
  };
}): CheckRun {
  return {
    id: data.id,
    name: data.name,
    url: data.html_url ?? undefined,
    status: data.status,
    conclusion: data.conclusion ?? undefined,
    completedAt: data.completed_at ?? undefined,
    title: data.output.title ?? '',
    summary: data.output.summary ?? '',
    externalId: data.external_id ?? undefined,
    annotations: data.output.annotations_count,
  };
}

function toOutput(output: CheckOutput) {
  const { title, summary, text, annotations } = output;
  return {
    title,
    summary,
    ...(text ? { text } : {}),
    ...(annotations?.length ? { annotations: annotations.map(toAnnotation) } : {}),
  };
}

function toAnnotation(annotation: Annotation) {
  const { path, startLine, endLine = startLine, startColumn, endColumn, level, title, message } = annotation;
  return {
    path,
    start_line: startLine,
    end_line: endLine,
    ...(startColumn !== undefined && startLine === endLine
      ? { start_column: startColumn, end_column: Math.max(startColumn, endColumn ?? startColumn) }
      : {}),
    annotation_level: level,
    ...(title ? { title } : {}),
    message,
  };
}
