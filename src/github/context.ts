import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What this run of the action is: the runner's GITHUB_* variables and the event's payload, checked and named. */
export type RunContext =
  | PullRequestRun
  | MergeGroupRun
  | PushRun
  | FinishedRun
  | CommandRun
  | LabelRun
  | RefusedRun
  | OtherRun;

interface CommonRun {
  /** The event's own name, such as `pull_request`. */
  readonly eventName: string;
  readonly repository: Repository;
  /** The commit that checks and statuses belong to. On `pull_request` this is not GITHUB_SHA. */
  readonly headSha: string;
  /** GITHUB_SHA: what actions/checkout checks out by default; on `pull_request` an ephemeral merge commit. */
  readonly checkoutSha: string;
  /** GITHUB_REF, such as `refs/heads/main`. */
  readonly ref: string;
  /** Who caused the run (and whose rights it has, also when somebody else re-runs it). */
  readonly actor: string;
  readonly runId: number;
  readonly runAttempt: number;
  /** The page of this run. */
  readonly runUrl: string;
  readonly urls: { readonly server: string; readonly api: string; readonly graphql?: string };
  /** GITHUB_WORKSPACE, where the repository is checked out. */
  readonly workspace: string;
  /** The server is Gitea or Forgejo: there are no checks, only commit statuses. */
  readonly withoutChecks?: boolean;
  /** As the payload tells it; `schedule` may not. */
  readonly defaultBranch?: string;
}

export interface Repository {
  readonly owner: string;
  readonly name: string;
}

export interface PullRequestRun extends CommonRun {
  readonly kind: 'pull-request';
  readonly number: number;
  readonly base: { readonly sha: string; readonly ref: string };
  /** Why the token cannot write, whatever `permissions:` says; `undefined`: it may. */
  readonly readOnly?: 'fork' | 'dependabot';
  /** What happened to it: `opened`, `synchronize`, `labeled` … Absent where a run was rebuilt from another event. */
  readonly action?: string;
  /** Names of its labels when the event happened. */
  readonly labels?: readonly string[];
  /** `labeled` and `unlabeled`: which label, and who did it. */
  readonly label?: { readonly name: string; readonly by: string };
}

export interface MergeGroupRun extends CommonRun {
  readonly kind: 'merge-group';
  readonly base: { readonly sha: string; readonly ref: string };
}

export interface PushRun extends CommonRun {
  readonly kind: 'push';
  /** The branch's commit before the push; absent for a new branch. */
  readonly before?: string;
}

/** `workflow_run`: another workflow has finished. What it measured may be posted, since this run may write. */
export interface FinishedRun extends CommonRun {
  readonly kind: 'finished-run';
  /** All of it comes from GitHub, nothing from the code that ran. */
  readonly finished: {
    readonly id: number;
    readonly attempt: number;
    /** The event that it ran on, such as `pull_request`. */
    readonly event: string;
    readonly headSha: string;
    /** Absent for a tag. */
    readonly headBranch?: string;
    /** `owner/name` of where head is from; absent when that fork was deleted meanwhile. */
    readonly headRepository?: string;
    readonly url: string;
    readonly actor: string;
  };
}

/** `issue_comment`: somebody wrote a comment on a pull request. */
export interface CommandRun extends CommonRun {
  readonly kind: 'comment';
  readonly number: number;
  /** `created` or `edited`. */
  readonly action: string;
  readonly comment: {
    readonly id: number;
    readonly body: string;
    readonly author: string;
    readonly createdAt: string;
  };
  /** False for an issue. */
  readonly onPullRequest: boolean;
}

/** `pull_request_target` for a label: nothing is checked out and nothing is run, so it may write also for forks. */
export interface LabelRun extends CommonRun {
  readonly kind: 'label';
  readonly number: number;
  readonly label: { readonly name: string; readonly by: string };
}

/** An event under which a search must not run. */
export interface RefusedRun extends CommonRun {
  readonly kind: 'refused';
  readonly reason: string;
}

/** Any other event: the search runs, there is no pull request to comment on. */
export interface OtherRun extends CommonRun {
  readonly kind: 'other';
}

/** The run's surroundings are not those of a GitHub Action, or its payload is not what the event promises. */
export class ContextError extends Error {
  override readonly name = 'ContextError';
}

type Environment = Readonly<Record<string, string | undefined>>;

const sha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'expected a full commit hash');
const repositoryPayload = z.object({ default_branch: z.string().min(1).optional() }).optional();
const anyPayload = z.object({ repository: repositoryPayload });
const login = z.object({ login: z.string() });
const pullRequestPayload = z.object({
  repository: repositoryPayload,
  action: z.string().optional(),
  label: z.object({ name: z.string() }).nullish(),
  sender: login.optional(),
  pull_request: z.object({
    number: z.int().positive(),
    labels: z.array(z.object({ name: z.string() })).optional(),
    // A fork that was deleted meanwhile leaves `repo: null`.
    head: z.object({ sha, repo: z.object({ full_name: z.string() }).nullish() }),
    base: z.object({ sha, ref: z.string().min(1), repo: z.object({ full_name: z.string() }) }),
  }),
});
const mergeGroupPayload = z.object({
  repository: repositoryPayload,
  merge_group: z.object({ head_sha: sha, base_sha: sha, base_ref: z.string().min(1) }),
});
const workflowRunPayload = z.object({
  repository: repositoryPayload,
  workflow_run: z.object({
    id: z.int().positive(),
    run_attempt: z.int().positive().optional(),
    event: z.string(),
    head_sha: sha,
    head_branch: z.string().nullish(),
    head_repository: z.object({ full_name: z.string() }).nullish(),
    html_url: z.string(),
    actor: login.nullish(),
  }),
});
const commentPayload = z.object({
  repository: repositoryPayload,
  action: z.string(),
  issue: z.object({ number: z.int().positive(), pull_request: z.unknown().optional() }),
  comment: z.object({
    id: z.int().positive(),
    body: z.string(),
    user: login.nullish(),
    created_at: z.string(),
  }),
});
const pushPayload = z.object({ repository: repositoryPayload, before: sha.optional() });

const refusal =
  'Tunegate does not run under `pull_request_target`: that event hands a token with write access and the repository’s ' +
  'secrets to the run, and a search executes the code of the pull request. Use `on: pull_request` instead. (Only its ' +
  'activity `labeled` is taken, to accept a regression: nothing is run then.)';

/**
 * Reads what this run is.
 *
 * @param env the runner's environment (GITHUB_* variables)
 * @throws {ContextError} outside GitHub Actions, or when the payload lacks what the event promises
 */
export function readContext(env: Environment = process.env): RunContext {
  const eventName = required(env, 'GITHUB_EVENT_NAME');
  const payload = readPayload(env);
  const [owner, name, ...rest] = required(env, 'GITHUB_REPOSITORY').split('/');
  if (!owner || !name || rest.length > 0)
    throw new ContextError(`GITHUB_REPOSITORY is not of the form owner/name: ${env.GITHUB_REPOSITORY}`);
  const server = stripSlash(env.GITHUB_SERVER_URL || 'https://github.com');
  const runId = integer(env, 'GITHUB_RUN_ID');
  const runAttempt = env.GITHUB_RUN_ATTEMPT ? integer(env, 'GITHUB_RUN_ATTEMPT') : 1;
  const checkoutSha = required(env, 'GITHUB_SHA');
  const defaultBranch = check(anyPayload, payload, eventName).repository?.default_branch;
  const common = {
    eventName,
    repository: { owner, name },
    headSha: checkoutSha,
    checkoutSha,
    ref: env.GITHUB_REF ?? '',
    actor: env.GITHUB_ACTOR ?? '',
    runId,
    runAttempt,
    runUrl: `${server}/${owner}/${name}/actions/runs/${runId}${runAttempt > 1 ? `/attempts/${runAttempt}` : ''}`,
    urls: {
      server,
      api: stripSlash(env.GITHUB_API_URL || 'https://api.github.com'),
      ...(env.GITHUB_GRAPHQL_URL ? { graphql: env.GITHUB_GRAPHQL_URL } : {}),
    },
    workspace: env.GITHUB_WORKSPACE || process.cwd(),
    ...(env.GITEA_ACTIONS === 'true' || env.FORGEJO_ACTIONS === 'true' ? { withoutChecks: true } : {}),
    ...(defaultBranch === undefined ? {} : { defaultBranch }),
  } satisfies CommonRun;

  switch (eventName) {
    case 'pull_request': {
      const { pull_request: pull, action, label, sender } = check(pullRequestPayload, payload, eventName);
      const readOnly = readOnlyReason(pull, common.actor);
      return {
        ...common,
        kind: 'pull-request',
        headSha: pull.head.sha,
        number: pull.number,
        base: { sha: pull.base.sha, ref: pull.base.ref },
        ...(readOnly ? { readOnly } : {}),
        ...(action === undefined ? {} : { action }),
        labels: (pull.labels ?? []).map(({ name }) => name),
        ...(label ? { label: { name: label.name, by: sender?.login ?? '' } } : {}),
      };
    }
    case 'workflow_run': {
      const run = check(workflowRunPayload, payload, eventName).workflow_run;
      return {
        ...common,
        kind: 'finished-run',
        finished: {
          id: run.id,
          attempt: run.run_attempt ?? 1,
          event: run.event,
          headSha: run.head_sha,
          url: run.html_url,
          actor: run.actor?.login ?? '',
          ...(run.head_branch ? { headBranch: run.head_branch } : {}),
          ...(run.head_repository ? { headRepository: run.head_repository.full_name } : {}),
        },
      };
    }
    case 'issue_comment': {
      const { action, issue, comment } = check(commentPayload, payload, eventName);
      return {
        ...common,
        kind: 'comment',
        number: issue.number,
        action,
        onPullRequest: issue.pull_request !== undefined && issue.pull_request !== null,
        comment: {
          id: comment.id,
          body: comment.body,
          author: comment.user?.login ?? '',
          createdAt: comment.created_at,
        },
      };
    }
    case 'merge_group': {
      const group = check(mergeGroupPayload, payload, eventName).merge_group;
      return {
        ...common,
        kind: 'merge-group',
        headSha: group.head_sha,
        base: { sha: group.base_sha, ref: group.base_ref.replace(/^refs\/heads\//, '') },
      };
    }
    case 'push': {
      const { before } = check(pushPayload, payload, eventName);
      return { ...common, kind: 'push', ...(before && !/^0+$/.test(before) ? { before } : {}) };
    }
    case 'pull_request_target': {
      const { action, label, sender, pull_request: pull } = check(pullRequestPayload, payload, eventName);
      if (action !== 'labeled' || !label) return { ...common, kind: 'refused', reason: refusal };
      return {
        ...common,
        kind: 'label',
        number: pull.number,
        headSha: pull.head.sha,
        label: { name: label.name, by: sender?.login ?? '' },
      };
    }
    default:
      return { ...common, kind: 'other' };
  }
}

function readOnlyReason(
  pull: z.infer<typeof pullRequestPayload>['pull_request'],
  actor: string,
): PullRequestRun['readOnly'] {
  if (pull.head.repo?.full_name !== pull.base.repo.full_name) return 'fork';
  return actor === 'dependabot[bot]' ? 'dependabot' : undefined;
}

function readPayload(env: Environment): unknown {
  const file = env.GITHUB_EVENT_PATH;
  if (!file) return {};
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ContextError(
      `Cannot read the event's payload (GITHUB_EVENT_PATH): ${(error as Error).message}`,
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ContextError(`The event's payload ${file} is not JSON: ${(error as Error).message}`);
  }
}

function check<T>(schema: z.ZodType<T>, payload: unknown, eventName: string): T {
  const result = schema.safeParse(payload);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `${issue.path.join('.') || 'payload'}: ${issue.message}`,
  );
  throw new ContextError(`The payload of the ${eventName} event is not as expected: ${problems.join('; ')}`);
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (value) return value;
  throw new ContextError(
    `${name} is not set: this is the action's entry, which GitHub's runner starts. On your own machine use the command line: npx tunegate run`,
  );
}

function integer(env: Environment, name: string): number {
  const value = Number(required(env, name));
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new ContextError(`${name} is not a positive whole number: ${env[name]}`);
}

function stripSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
