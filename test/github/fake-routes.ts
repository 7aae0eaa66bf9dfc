import { execFileSync } from 'node:child_process';
import { z } from 'zod';
import { changedLines } from '../../src/github/diff.ts';
import type { PermissionName, Token } from './fake-github.ts';
import type { FakeCheck, FakeComment, FakePullRequest, FakeReviewComment, FakeState } from './fake-state.ts';

export interface Handled {
  readonly status: number;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How the answer fails to arrive as it should. */
  readonly how?: 'cut' | 'lost' | 'silent' | 'garbage' | 'malformed' | 'half' | 'slow' | 'drip';
}

export interface Call {
  readonly state: FakeState;
  readonly token: Token;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Without the query. */
  readonly url: string;
  readonly problem: (text: string) => void;
}

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Any one of them will do. */
  readonly needs: readonly (readonly [PermissionName, 'read' | 'write'])[];
  readonly handle: (call: Call) => Handled;
}

const repo = '/repos/(?<repo>[^/]+/[^/]+)';
const talk = (level: 'read' | 'write') =>
  [
    ['issues', level],
    ['pull-requests', level],
  ] as const;

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/user$/,
    needs: [],
    handle: ({ token }) =>
      token.kind === 'user'
        ? { status: 200, data: { login: token.login, id: 1, type: 'User' } }
        : refused(403, 'Resource not accessible by integration'),
  },
  {
    method: 'POST',
    path: /^\/graphql$/,
    needs: [],
    handle({ body, token, problem }) {
      const { query } = z.object({ query: z.string() }).parse(body);
      if (query.replace(/\s+/g, '') !== '{viewer{login}}') problem(`the fake cannot answer ${query}`);
      return { status: 200, data: { data: { viewer: { login: token.login } } } };
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^${repo}/issues/(?<number>\\d+)/comments$`),
    needs: talk('read'),
    handle(call) {
      const number = Number(call.groups.number);
      if (!hasPullRequest(call.state, number)) return refused(404, 'Not Found');
      const comments = call.state.comments.filter(
        (comment) => comment.pullRequest === number && !((comment.hidden ?? 0) > 0 && comment.hidden!--),
      );
      return paged(call, comments, (comment) => commentData(call.state, comment));
    },
  },
  {
    method: 'POST',
    path: new RegExp(`^${repo}/issues/(?<number>\\d+)/comments$`),
    needs: talk('write'),
    handle(call) {
      const pullRequest = Number(call.groups.number);
      if (!hasPullRequest(call.state, pullRequest)) return refused(404, 'Not Found');
      const body = parse(commentBody, call);
      const bad = badBody(body?.body);
      if (!body || bad) return bad ?? invalid;
      const comment = {
        id: call.state.nextId++,
        pullRequest,
        author: call.token.login,
        body: body.body,
        edits: 0,
        createdAt: now(),
        reactions: [],
        hidden: call.state.listingLag,
      };
      call.state.comments.push(comment);
      return { status: 201, data: commentData(call.state, comment) };
    },
  },
  {
    method: 'PATCH',
    path: new RegExp(`^${repo}/issues/comments/(?<id>\\d+)$`),
    needs: talk('write'),
    handle(call) {
      const comment = call.state.comments.find(({ id }) => id === Number(call.groups.id));
      if (!comment) return refused(404, 'Not Found');
      const body = parse(commentBody, call);
      const bad = badBody(body?.body);
      if (!body || bad) return bad ?? invalid;
      // GitHub lets whoever may write do this.
      if (comment.author !== call.token.login) call.problem(`edits a comment of ${comment.author}`);
      comment.body = body.body;
      comment.edits++;
      return { status: 200, data: commentData(call.state, comment) };
    },
  },
  {
    method: 'POST',
    path: new RegExp(`^${repo}/check-runs$`),
    needs: [['checks', 'write']],
    handle(call) {
      if (call.token.kind !== 'installation') return refused(403, 'You must authenticate via a GitHub App.');
      const body = parse(newCheck, call);
      if (!body) return invalid;
      const bad = badCheck(body) ?? badCommit(call.state, body.head_sha);
      if (bad) return bad;
      const check: FakeCheck = {
        id: call.state.nextId++,
        name: body.name,
        headSha: body.head_sha,
        externalId: body.external_id,
        detailsUrl: body.details_url,
        app: call.token.login,
        status: body.status ?? 'queued',
        completedAt: body.status === 'completed' ? now() : undefined,
        conclusion: body.conclusion,
        title: body.output?.title,
        summary: body.output?.summary,
        text: body.output?.text,
        annotations: [...(body.output?.annotations ?? [])],
        hidden: call.state.checkLag,
      };
      call.state.checks.push(check);
      return { status: 201, data: checkData(call.state, check) };
    },
  },
  {
    method: 'PATCH',
    path: new RegExp(`^${repo}/check-runs/(?<id>\\d+)$`),
    needs: [['checks', 'write']],
    handle(call) {
      const check = call.state.checks.find(({ id }) => id === Number(call.groups.id));
      if (!check) return refused(404, 'Not Found');
      if (check.app !== call.token.login)
        return refused(
          403,
          'Invalid app_id `15368` - check run can only be modified by the GitHub App that created it.',
        );
      const body = parse(changedCheck, call);
      if (!body) return invalid;
      const bad = badCheck(body);
      if (bad) return bad;
      if (check.status === 'completed' && body.status !== 'completed')
        call.problem('reopens a concluded check');
      // But somebody may accept what failed.
      const accepted = check.conclusion === 'failure' && body.conclusion === 'neutral';
      if (check.conclusion !== undefined && body.conclusion !== check.conclusion && !accepted)
        call.problem(`changes the conclusion from ${check.conclusion} to ${body.conclusion}`);
      check.status = body.status ?? check.status;
      if (body.conclusion !== undefined) check.completedAt ??= now();
      check.conclusion = body.conclusion ?? check.conclusion;
      if (body.output) {
        check.title = body.output.title;
        check.summary = body.output.summary;
        check.text = body.output.text ?? check.text;
        check.annotations.push(...(body.output.annotations ?? []));
      }
      return { status: 200, data: checkData(call.state, check) };
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^${repo}/check-runs/(?<id>\\d+)$`),
    needs: [['checks', 'read']],
    handle({ state, groups }) {
      const check = state.checks.find(({ id }) => id === Number(groups.id));
      return check ? { status: 200, data: checkData(state, check) } : refused(404, 'Not Found');
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^${repo}/commits/(?<sha>[0-9a-f]{40})/check-runs$`),
    needs: [['checks', 'read']],
    handle(call) {
      const { sha } = call.groups;
      const { check_name: name, filter = 'latest' } = call.query;
      let checks = call.state.checks.filter(
        (check) =>
          check.headSha === sha &&
          (!name || check.name === name) &&
          !((check.hidden ?? 0) > 0 && check.hidden!--),
      );
      if (filter === 'latest')
        checks = checks.filter((check) => check === checks.findLast((c) => c.name === check.name));
      const page = paged(call, checks, (check) => checkData(call.state, check));
      return { ...page, data: { total_count: checks.length, check_runs: page.data } };
    },
  },
  {
    method: 'POST',
    path: new RegExp(`^${repo}/statuses/(?<sha>[0-9a-f]{40})$`),
    needs: [['statuses', 'write']],
    handle(call) {
      const body = parse(newStatus, call);
      if (!body) return invalid;
      if ((body.description?.length ?? 0) > 140)
        return refused(422, 'Validation Failed', 'description is too long (maximum is 140 characters)');
      const bad = badCommit(call.state, call.groups.sha!);
      if (bad) return bad;
      call.state.statuses.push({
        sha: call.groups.sha!,
        state: body.state,
        context: body.context ?? 'default',
        description: body.description,
        targetUrl: body.target_url,
        creator: call.token.login,
      });
      return { status: 201, data: { state: body.state, context: body.context } };
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^${repo}/compare/(?<base>[^/]+?)\\.\\.\\.(?<head>[^/]+)$`),
    needs: [['contents', 'read']],
    handle({ state, groups }) {
      const [base, head] = [decodeURIComponent(groups.base!), decodeURIComponent(groups.head!)];
      const sha = mergeBaseOf(state, base, head);
      if (sha === undefined) return refused(404, 'Not Found');
      return {
        status: 200,
        data: {
          status: 'diverged',
          base_commit: { sha: base },
          merge_base_commit: { sha },
          commits: [],
          files: [],
        },
      };
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^${repo}/pulls/(?<number>\\d+)$`),
    needs: [['pull-requests', 'read']],
    handle({ state, groups }) {
      const pull = state.pullRequests.find(({ number }) => number === Number(groups.number));
      return pull ? { status: 200, data: pullData(state, pull) } : refused(404, 'Not Found');
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^${repo}/pulls$`),
    needs: [['pull-requests', 'read']],
    handle(call) {
      const { head, base, state = 'open' } = call.query;
      if (head !== undefined && !head.includes(':')) call.problem(`head=${head} lacks its owner`);
      const found = call.state.pullRequests.filter(
        (pull) =>
          (head === undefined || pull.headLabel === head) &&
          (base === undefined || pull.baseRef === base) &&
          (state === 'all' || pull.state === state),
      );
      return paged(call, found, (pull) => pullData(call.state, pull));
    },
  },
  {
    method: 'POST',
    path: new RegExp(`^${repo}/pulls$`),
    needs: [['pull-requests', 'write']],
    handle(call) {
      const body = parse(newPull, call);
      if (!body) return invalid;
      const { state } = call;
      if (state.pullRequestsForbidden)
        return refused(403, 'GitHub Actions is not permitted to create or approve pull requests.');
      const headLabel = `${state.repository.split('/')[0]}:${body.head}`;
      const sha = state.gitFolder && gitAnswer(state.gitFolder, ['rev-parse', `refs/heads/${body.head}`]);
      const baseSha = state.gitFolder && gitAnswer(state.gitFolder, ['rev-parse', `refs/heads/${body.base}`]);
      if (sha === undefined || baseSha === undefined)
        return refused(422, 'Validation Failed', `${sha ? 'base' : 'head'} is invalid`);
      if (sha === baseSha)
        return refused(422, 'Validation Failed', `No commits between ${body.base} and ${body.head}`);
      if (state.pullRequests.some((pull) => pull.headLabel === headLabel && pull.state === 'open'))
        return refused(422, 'Validation Failed', `A pull request already exists for ${headLabel}.`);
      const bad = badBody(body.body ?? 'x');
      if (bad) return bad;
      const pull: FakePullRequest = {
        number: Math.max(0, ...state.pullRequests.map(({ number }) => number)) + 1,
        headLabel,
        headRepository: state.repository,
        headSha: sha,
        baseRef: body.base,
        baseSha,
        state: 'open',
        merged: false,
        title: body.title,
        body: body.body ?? '',
        author: call.token.login,
        labels: [],
        files: {},
      };
      state.pullRequests.push(pull);
      return { status: 201, data: pullData(state, pull) };
    },
  },
  {
    method: 'PATCH',
    path: new RegExp(`^${repo}/pulls/(?<number>\\d+)$`),
    needs: [['pull-requests', 'write']],
    handle(call) {
      const pull = call.state.pullRequests.find(({ number }) => number === Number(call.groups.number));
      if (!pull) return refused(404, 'Not Found');
      const body = parse(changedPull, call);
      const bad = badBody(body?.body);
      if (!body || bad) return bad ?? invalid;
      if (pull.author !== call.token.login) call.problem(`edits a pull request of ${pull.author}`);
      pull.title = body.title ?? pull.title;
      pull.body = body.body ?? pull.body;
      pull.state = body.state ?? pull.state;
      return { status: 200, data: pullData(call.state, pull) };
    },
  },
  {
    method: 'DELETE',
    path: new RegExp(`^${repo}/issues/comments/(?<id>\\d+)$`),
    needs: talk('write'),
    handle(call) {
      const index = call.state.comments.findIndex(({ id }) => id === Number(call.groups.id));
      const comment = call.state.comments[index];
      if (!comment) return refused(404, 'Not Found');
      if (comment.author !== call.token.login) call.problem(`deletes a comment of ${comment.author}`);
      call.state.comments.splice(index, 1);
      return { status: 204, data: undefined };
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^${repo}/pulls/(?<number>\\d+)/files$`),
    needs: [['pull-requests', 'read']],
    handle(call) {
      const pull = call.state.pullRequests.find(({ number }) => number === Number(call.groups.number));
      if (!pull) return refused(404, 'Not Found');
      return paged(call, Object.entries(pull.files), ([filename, patch]) => ({ filename, patch }));
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^${repo}/pulls/(?<number>\\d+)/comments$`),
    needs: [['pull-requests', 'read']],
    handle(call) {
      const found = call.state.reviewComments.filter(
        ({ pullRequest }) => pullRequest === Number(call.groups.number),
      );
      return paged(call, found, (comment) => reviewData(call.state, comment));
    },
  },
  {
    method: 'POST',
    path: new RegExp(`^${repo}/pulls/(?<number>\\d+)/comments$`),
    needs: [['pull-requests', 'write']],
    handle(call) {
      const pull = call.state.pullRequests.find(({ number }) => number === Number(call.groups.number));
      if (!pull) return refused(404, 'Not Found');
      const body = parse(newReviewComment, call);
      const bad = badBody(body?.body);
      if (!body || bad) return bad ?? invalid;
      if (body.commit_id !== pull.headSha) call.problem('comments on a commit that is not the head');
      const patch = pull.files[body.path];
      const shown = patch === undefined ? undefined : changedLines(patch);
      for (let line = body.start_line ?? body.line; line <= body.line; line++)
        if (!shown?.has(line))
          return refused(
            422,
            'Validation Failed',
            'pull_request_review_thread.line must be part of the diff',
          );
      const comment = {
        id: call.state.nextId++,
        pullRequest: pull.number,
        author: call.token.login,
        body: body.body,
        path: body.path,
        line: body.line,
        startLine: body.start_line,
        sha: body.commit_id,
      };
      call.state.reviewComments.push(comment);
      return { status: 201, data: reviewData(call.state, comment) };
    },
  },
  {
    method: 'DELETE',
    path: new RegExp(`^${repo}/pulls/comments/(?<id>\\d+)$`),
    needs: [['pull-requests', 'write']],
    handle(call) {
      const index = call.state.reviewComments.findIndex(({ id }) => id === Number(call.groups.id));
      const comment = call.state.reviewComments[index];
      if (!comment) return refused(404, 'Not Found');
      if (comment.author !== call.token.login) call.problem(`deletes a comment of ${comment.author}`);
      call.state.reviewComments.splice(index, 1);
      return { status: 204, data: undefined };
    },
  },
  {
    method: 'POST',
    path: new RegExp(`^${repo}/issues/comments/(?<id>\\d+)/reactions$`),
    needs: talk('write'),
    handle(call) {
      const comment = call.state.comments.find(({ id }) => id === Number(call.groups.id));
      if (!comment) return refused(404, 'Not Found');
      const body = parse(newReaction, call);
      if (!body) return invalid;
      comment.reactions.push(body.content);
      return { status: 201, data: { id: call.state.nextId++, content: body.content } };
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^${repo}/issues/(?<number>\\d+)/events$`),
    needs: talk('read'),
    handle(call) {
      const number = Number(call.groups.number);
      if (!hasPullRequest(call.state, number)) return refused(404, 'Not Found');
      const events = call.state.labelEvents.filter(({ pullRequest }) => pullRequest === number);
      return paged(call, events, ({ label, by }) => ({
        event: 'labeled',
        actor: { login: by },
        label: { name: label, color: 'ededed' },
      }));
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^${repo}/collaborators/(?<login>[^/]+)/permission$`),
    needs: [],
    handle({ state, groups }) {
      const login = decodeURIComponent(groups.login!);
      if (login.endsWith('[bot]')) return refused(404, 'Not Found');
      return { status: 200, data: { permission: state.roles[login] ?? 'none', role_name: '' } };
    },
  },
  {
    method: 'POST',
    path: new RegExp(`^${repo}/actions/runs/(?<run>\\d+)/rerun$`),
    needs: [['actions', 'write']],
    handle({ state, groups }) {
      state.reruns.push(Number(groups.run));
      return { status: 201, data: {} };
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^${repo}/actions/runs/(?<run>\\d+)/artifacts$`),
    needs: [['actions', 'read']],
    handle(call) {
      const found = call.state.artifacts.filter(({ run }) => run === Number(call.groups.run));
      const page = paged(call, found, ({ id, name, zip, expired = false, size = zip.length }) => ({
        id,
        name,
        size_in_bytes: size,
        expired,
        archive_download_url: `${call.state.apiUrl}/repos/${call.state.repository}/actions/artifacts/${id}/zip`,
      }));
      return { ...page, data: { total_count: found.length, artifacts: page.data } };
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^${repo}/actions/artifacts/(?<id>\\d+)/zip$`),
    needs: [['actions', 'read']],
    handle({ state, groups }) {
      const artifact = state.artifacts.find(({ id }) => id === Number(groups.id));
      if (!artifact) return refused(404, 'Not Found');
      if (artifact.expired) return refused(410, 'Artifact has expired');
      return {
        status: 302,
        data: undefined,
        headers: { location: `${state.serverUrl}/_storage/${artifact.id}` },
      };
    },
  },
];

// Strict objects: a field that GitHub does not know is a mistake of ours, even where it would be swallowed.
const commentBody = z.strictObject({ body: z.string() });
const annotation = z.strictObject({
  path: z.string().min(1),
  start_line: z.int().positive(),
  end_line: z.int().positive(),
  start_column: z.int().positive().optional(),
  end_column: z.int().positive().optional(),
  annotation_level: z.enum(['notice', 'warning', 'failure']),
  message: z.string().min(1),
  title: z.string().optional(),
  raw_details: z.string().optional(),
});
const output = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  text: z.string().optional(),
  annotations: z.array(annotation).optional(),
});
const changedCheck = z.strictObject({
  status: z.enum(['queued', 'in_progress', 'completed']).optional(),
  conclusion: z
    .enum(['action_required', 'cancelled', 'failure', 'neutral', 'success', 'skipped', 'timed_out'])
    .optional(),
  started_at: z.iso.datetime().optional(),
  completed_at: z.iso.datetime().optional(),
  details_url: z.url().optional(),
  external_id: z.string().optional(),
  name: z.string().optional(),
  output: output.optional(),
});
const newCheck = changedCheck.extend({
  name: z.string().min(1),
  head_sha: z.string().regex(/^[0-9a-f]{40}$/),
});
const newPull = z.strictObject({
  title: z.string().min(1).max(256),
  body: z.string().optional(),
  head: z.string().min(1),
  base: z.string().min(1),
  draft: z.boolean().optional(),
});
const changedPull = z.strictObject({
  title: z.string().min(1).max(256).optional(),
  body: z.string().optional(),
  state: z.enum(['open', 'closed']).optional(),
});
const newReviewComment = z.strictObject({
  body: z.string(),
  commit_id: z.string().regex(/^[0-9a-f]{40}$/),
  path: z.string().min(1),
  line: z.int().positive(),
  side: z.enum(['LEFT', 'RIGHT']),
  start_line: z.int().positive().optional(),
  start_side: z.enum(['LEFT', 'RIGHT']).optional(),
});
const newReaction = z.strictObject({
  content: z.enum(['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes']),
});
const newStatus = z.strictObject({
  state: z.enum(['error', 'failure', 'pending', 'success']),
  context: z.string().optional(),
  description: z.string().optional(),
  target_url: z.url().optional(),
});

/** GitHub's times have no fractions. */
export function now(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}

const invalid: Handled = refused(422, 'Invalid request.');

function parse<T>(schema: z.ZodType<T>, call: Call): T | undefined {
  const result = schema.safeParse(call.body);
  if (!result.success) call.problem(z.prettifyError(result.error));
  return result.data;
}

function refused(status: number, message: string, error?: string): Handled {
  return {
    status,
    data: {
      message,
      ...(error ? { errors: [{ code: 'custom', message: error }] } : {}),
      documentation_url: 'https://docs.github.com/rest',
      status: String(status),
    },
  };
}

function badBody(body: string | undefined): Handled | undefined {
  if (body === undefined) return undefined;
  if (body.trim() === '') return refused(422, 'Validation Failed', "Body can't be blank");
  if (body.length > 65_536)
    return refused(422, 'Validation Failed', 'Body is too long (maximum is 65536 characters)');
  return undefined;
}

function badCheck(check: z.infer<typeof changedCheck>): Handled | undefined {
  if (check.status === 'completed' && check.conclusion === undefined)
    return refused(
      422,
      'Invalid request.\n\nMissing required parameter `conclusion` for status `completed`.',
    );
  if (check.conclusion !== undefined && check.status !== undefined && check.status !== 'completed')
    return refused(422, 'Invalid request.\n\nA conclusion needs the status `completed`.');
  const { output: shown } = check;
  if (!shown) return undefined;
  for (const text of [shown.summary, shown.text ?? '']) {
    const bytes = Buffer.byteLength(text);
    if (bytes > 65_535)
      return refused(422, `Invalid request.\n\nOnly 65535 characters are allowed; ${bytes} were supplied.`);
  }
  if (shown.title.length > 255)
    return refused(
      422,
      `Invalid request.\n\nOnly 255 characters are allowed; ${shown.title.length} were supplied.`,
    );
  const { annotations = [] } = shown;
  if (annotations.length > 50)
    return refused(
      422,
      `Invalid request.\n\nNo more than 50 items are allowed; ${annotations.length} were supplied.`,
    );
  for (const { start_line, end_line, start_column, message, title = '' } of annotations) {
    if (end_line < start_line) return refused(422, 'Invalid request.\n\nend_line is before start_line.');
    if (start_column !== undefined && start_line !== end_line)
      return refused(422, 'Invalid request.\n\nColumns need start_line and end_line to be equal.');
    if (Buffer.byteLength(message) > 64 * 1024)
      return refused(422, 'Invalid request.\n\nmessage is too long.');
    if (title.length > 255) return refused(422, 'Invalid request.\n\ntitle is too long.');
  }
  return undefined;
}

function badCommit(state: FakeState, sha: string): Handled | undefined {
  if (state.gitFolder === undefined || gitAnswer(state.gitFolder, ['cat-file', '-t', sha]) === 'commit')
    return undefined;
  return refused(422, `No commit found for SHA: ${sha}`);
}

function mergeBaseOf(state: FakeState, base: string, head: string): string | undefined {
  const { gitFolder } = state;
  return gitFolder === undefined
    ? state.mergeBases[`${base}...${head}`]
    : gitAnswer(gitFolder, ['merge-base', base, head]);
}

function gitAnswer(folder: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

/** One page, 30 entries unless asked otherwise, with the Link header that leads to the others. */
function paged<T>(call: Call, all: readonly T[], show: (item: T) => unknown): Handled {
  const asked = Number(call.query.per_page ?? 30);
  if (!(asked >= 1 && asked <= 100)) call.problem(`per_page=${call.query.per_page}`);
  const size = Math.min(100, asked);
  const page = Number(call.query.page ?? 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, relation: string) => {
    const query = new URLSearchParams({ ...call.query, page: String(to) });
    return `<${call.url}?${query}>; rel="${relation}"`;
  };
  const links: string[] = [];
  if (page > 1) links.push(link(page - 1, 'prev'), link(1, 'first'));
  if (page < last) links.push(link(page + 1, 'next'), link(last, 'last'));
  return {
    status: 200,
    data: all.slice((page - 1) * size, page * size).map(show),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}

function hasPullRequest({ pullRequests }: FakeState, wanted: number): boolean {
  return pullRequests.some(({ number }) => number === wanted);
}

function pullData(state: FakeState, pull: FakePullRequest) {
  const [owner = '', ref = ''] = pull.headLabel.split(':');
  return {
    number: pull.number,
    html_url: `${state.serverUrl}/${state.repository}/pull/${pull.number}`,
    state: pull.state,
    merged_at: pull.merged ? '2026-01-02T03:04:05Z' : null,
    title: pull.title,
    body: pull.body,
    user: { login: pull.author },
    labels: pull.labels.map((name) => ({ name })),
    head: {
      sha: pull.headSha,
      ref,
      label: pull.headLabel,
      user: { login: owner },
      repo: pull.headRepository === undefined ? null : { full_name: pull.headRepository },
    },
    base: { sha: pull.baseSha, ref: pull.baseRef, repo: { full_name: state.repository } },
  };
}

function reviewData(state: FakeState, comment: FakeReviewComment) {
  const { id, pullRequest, author, body, path, line, startLine = null } = comment;
  return {
    id,
    html_url: `${state.serverUrl}/${state.repository}/pull/${pullRequest}#discussion_r${id}`,
    user: { login: author },
    body,
    path,
    line,
    start_line: startLine,
  };
}

function commentData(state: FakeState, comment: FakeComment) {
  const { id, pullRequest, author, body } = comment;
  return {
    id,
    url: `${state.apiUrl}/repos/${state.repository}/issues/comments/${id}`,
    html_url: `${state.serverUrl}/${state.repository}/pull/${pullRequest}#issuecomment-${id}`,
    user: { login: author, type: author.endsWith('[bot]') ? 'Bot' : 'User' },
    body,
    created_at: comment.createdAt,
  };
}

function checkData(state: FakeState, check: FakeCheck) {
  return {
    id: check.id,
    name: check.name,
    head_sha: check.headSha,
    external_id: check.externalId ?? null,
    details_url: check.detailsUrl ?? null,
    url: `${state.apiUrl}/repos/${state.repository}/check-runs/${check.id}`,
    html_url: `${state.serverUrl}/${state.repository}/runs/${check.id}`,
    status: check.status,
    conclusion: check.conclusion ?? null,
    completed_at: check.completedAt ?? null,
    output: {
      title: check.title ?? null,
      summary: check.summary ?? null,
      text: check.text ?? null,
      annotations_count: check.annotations.length,
    },
  };
}
