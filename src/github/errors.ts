/** A line of a workflow's `permissions:` block. */
export type Permission =
  | 'contents: read'
  | 'contents: write'
  | 'pull-requests: read'
  | 'pull-requests: write'
  | 'checks: write'
  | 'statuses: write'
  | 'actions: read'
  | 'actions: write';

/** The token may not do what was asked. The message names the line to add to the workflow. */
export class MissingPermission extends Error {
  override readonly name = 'MissingPermission';
  readonly permission: Permission;

  constructor(permission: Permission, purpose: string, cause: unknown) {
    super(
      `The token may not ${purpose}. Add \`${permission}\` to the \`permissions:\` of the workflow’s job.`,
      {
        cause,
      },
    );
    this.permission = permission;
  }
}

/** GitHub did not answer, or answered that it cannot now (5xx, rate limit): the same request may work later. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  /** Seconds that GitHub asked to wait. */
  readonly retryAfter: number | undefined;

  constructor(purpose: string, cause: unknown, retryAfter?: number) {
    super(`GitHub could not ${purpose}: ${messageOf(cause)}`, { cause });
    this.retryAfter = retryAfter;
  }
}

/** What was to be changed or read is not there (any more). */
export class Gone extends Error {
  override readonly name = 'Gone';

  constructor(purpose: string, cause: unknown) {
    super(`GitHub could not ${purpose}: it is not there`, { cause });
  }
}

/** GitHub refused the request for another reason. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;

  constructor(purpose: string, status: number, cause: unknown) {
    super(`GitHub refused to ${purpose} (${status}): ${messageOf(cause)}`, { cause });
    this.status = status;
  }
}

interface ResponseError {
  readonly status: number;
  readonly message: string;
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>> };
}

/**
 * Names what went wrong with a request.
 *
 * @param purpose what was asked for, as the end of «GitHub could not …»
 * @param notFound what a 404 means: for a thing that we know by its id `gone`; for a thing that must be there
 *   `permission`, since GitHub hides from a token what it may not see
 */
export function nameError(
  error: unknown,
  purpose: string,
  permission: Permission,
  notFound: 'gone' | 'permission',
): Error {
  if (error instanceof Refused) return error;
  if (!isResponseError(error)) return error instanceof Error ? error : new Error(String(error));
  const { status } = error;
  const headers = error.response?.headers ?? {};
  const limited = headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined;
  if (status >= 500 || status === 429 || (status === 403 && (limited || /rate limit/i.test(error.message)))) {
    return new Unavailable(purpose, error, waitOf(headers));
  }
  if (status === 401 || status === 403) {
    // The same words whatever was asked: one notice is enough.
    if (/bad credentials/i.test(error.message)) return new Refused('accept the token', status, error);
    // No line of a workflow helps against the repository's own setting.
    if (/not permitted to create or approve pull requests/i.test(error.message))
      return new Refused(
        'let an action open a pull request',
        status,
        new Error('allow it in the repository’s settings under Actions, General, Workflow permissions'),
      );
    return new MissingPermission(permission, purpose, error);
  }
  if (status === 404 || status === 410)
    return notFound === 'gone' ? new Gone(purpose, error) : new MissingPermission(permission, purpose, error);
  return new Refused(purpose, status, error);
}

/** Seconds that an answer asks to wait: of a secondary limit, or until an hour's requests are there again. */
function waitOf(headers: Readonly<Record<string, string | number | undefined>>): number | undefined {
  const after = Number(headers['retry-after']);
  if (Number.isFinite(after)) return after;
  const reset = Number(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] !== '0' || !Number.isFinite(reset)) return undefined;
  return Math.max(1, Math.ceil(reset - Date.now() / 1000));
}

function isResponseError(error: unknown): error is ResponseError {
  return error instanceof Error && typeof (error as Partial<ResponseError>).status === 'number';
}

/** The first line: GitHub's messages end with a link to its documentation, which helps nobody here. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0]!.replace(/ - https:\/\/\S+$/, '');
}
