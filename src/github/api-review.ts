import type { Safe } from '../report/safe.ts';
import type { ApiClient } from './api.ts';

/** The diff of a pull request, and comments beside its lines. */
export interface ReviewApi {
  listFiles(pullRequest: number): Promise<readonly ChangedFile[]>;
  /** All comments beside lines, oldest first. */
  listReviewComments(pullRequest: number): Promise<readonly ReviewComment[]>;
  createReviewComment(pullRequest: number, comment: NewReviewComment): Promise<ReviewComment>;
  /** @throws {Gone} */
  deleteReviewComment(id: number): Promise<void>;
}

export interface ChangedFile {
  /** From the root, with `/`. */
  readonly path: string;
  /** Hunks; absent for what is binary or large. */
  readonly patch?: string;
}

export interface ReviewComment {
  readonly id: number;
  readonly url: string;
  readonly author: string | undefined;
  readonly body: string;
  readonly path: string;
  /** Last and first line on the new side; absent when the line has changed since, or of a single line. */
  readonly line: number | undefined;
  readonly startLine: number | undefined;
}

export interface NewReviewComment {
  readonly body: Safe<'block'>;
  /** Head of the pull request. */
  readonly sha: string;
  readonly path: string;
  readonly startLine: number;
  readonly line: number;
}

/** GitHub tells of 3,000 files at most; the spec of a pull request is looked for among the first thousand. */
const mostPages = 10;

export function reviewCalls({ octokit, owner, repo, ask }: ApiClient): ReviewApi {
  return {
    listFiles: (pullRequest) =>
      ask('read the changes of the pull request', 'pull-requests: read', async () => {
        let pages = 0;
        return await octokit.paginate(
          octokit.rest.pulls.listFiles,
          { owner, repo, pull_number: pullRequest, per_page: 100 },
          (page, done) => {
            if (++pages === mostPages) done();
            return page.data.map(({ filename, patch }) => ({
              path: filename,
              ...(patch === undefined ? {} : { patch }),
            }));
          },
        );
      }),
    listReviewComments: (pullRequest) =>
      ask('list the review comments', 'pull-requests: write', () =>
        octokit.paginate(
          octokit.rest.pulls.listReviewComments,
          { owner, repo, pull_number: pullRequest, per_page: 100 },
          (page) => page.data.map(toReviewComment),
        ),
      ),
    createReviewComment: (pullRequest, { body, sha, path, startLine, line }) =>
      ask('suggest a change', 'pull-requests: write', async () => {
        const { data } = await octokit.rest.pulls.createReviewComment({
          owner,
          repo,
          pull_number: pullRequest,
          body,
          commit_id: sha,
          path,
          line,
          side: 'RIGHT',
          ...(startLine < line ? { start_line: startLine, start_side: 'RIGHT' as const } : {}),
        });
        return toReviewComment(data);
      }),
    deleteReviewComment: (id) =>
      ask(
        'delete a suggestion',
        'pull-requests: write',
        async () => {
          await octokit.rest.pulls.deleteReviewComment({ owner, repo, comment_id: id });
        },
        'gone',
      ),
  };
}

function toReviewComment(data: {
  readonly id: number;
  readonly html_url: string;
  readonly user: { readonly login: string } | null;
  readonly body: string;
  readonly path: string;
  readonly line?: number | null;
  readonly start_line?: number | null;
}): ReviewComment {
  return {
    id: data.id,
    url: data.html_url,
    author: data.user?.login,
    body: data.body,
    path: data.path,
    line: data.line ?? undefined,
    startLine: data.start_line ?? undefined,
  };
}
