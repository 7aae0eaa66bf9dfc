import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Handled, now, type Route, routes } from './fake-routes.ts';
import type { FakePullRequest, FakeState } from './fake-state.ts';
import { checkRequest, completeResponse, findOperation } from './openapi.ts';

/**
 * A local GitHub that is stricter than the real one: what the real one would refuse is refused in its words, and what
 * it would swallow but no careful program sends (an unknown route or field, a page size over 100, an edit of another's
 * comment) is a `problem`, with which `close()` fails the test.
 */
export interface FakeGitHub {
  /** Value for GITHUB_API_URL. */
  readonly apiUrl: string;
  /** Value for GITHUB_GRAPHQL_URL. */
  readonly graphqlUrl: string;
  /** Value for GITHUB_SERVER_URL. */
  readonly serverUrl: string;
  readonly state: FakeState;
  /** Every request, in the order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** What a careful program would not do. */
  readonly problems: readonly string[];
  /** Lets the next matching requests fail. */
  fail(fault: Fault): void;
  /** Requests that change something, as `METHOD /path` below the API's root. */
  writes(): readonly string[];
  /** Stops; throws when there were problems. */
  close(): Promise<void>;
}

export interface RecordedRequest {
  readonly method: string;
  /** Below the API's root, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly token: string | undefined;
  readonly body: unknown;
  readonly status: number;
}

export interface Fault {
  readonly method?: string;
  readonly path?: RegExp;
  /** Only from the n-th request on, counted from 0. */
  readonly from?: number;
  /** How many requests fail (default 1). */
  readonly times?: number;
  /**
   * A status: nothing is done and this is answered. `cut`: nothing is done and the connection breaks. `lost`: it is
   * done, and the connection breaks before the answer. `silent`: it is done, and no answer comes. `garbage`: it is done,
   * and a page of a proxy is answered. `malformed`: it is done, and what is answered as JSON is none. `half`: it is done,
   * and the connection breaks in the middle of the answer. `slow`: it is done, and the answer comes after a while.
   * `drip`: it is done, and the answer comes in small pieces.
   */
  readonly how: number | (typeof doneFaults)[number] | 'cut';
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
}

/** Faults after which what was asked for is done all the same. */
const doneFaults = ['lost', 'silent', 'garbage', 'malformed', 'half', 'slow', 'drip'] as const;

/** How long a slow answer takes, milliseconds: less than any program waits. */
const slowMs = 120;

export type PermissionName = 'contents' | 'issues' | 'pull-requests' | 'checks' | 'statuses' | 'actions';

export interface Token {
  readonly login: string;
  /** `installation`: a job's own token or an app's. `user`: a personal access token. */
  readonly kind: 'installation' | 'user';
  readonly permissions: Readonly<Partial<Record<PermissionName, 'read' | 'write'>>>;
}

/** A job's own token with what our documentation asks for. */
export const jobToken: Token = {
  login: 'github-actions[bot]',
  kind: 'installation',
  permissions: { contents: 'read', 'pull-requests': 'write', checks: 'write' },
};

export interface FakeOptions {
  /**
   * Path before the API: '' as on github.com, `/api/v3` as on GitHub Enterprise Server, `/api/v1` as on Gitea and Forgejo,
   * which have neither check runs nor GraphQL.
   */
  readonly basePath?: '' | '/api/v3' | '/api/v1';
  /** Token → who it is and what it may do. Default: `job-token`, a job's own. */
  readonly tokens?: Readonly<Record<string, Token>>;
  /** Default `Codertocat/Hello-World`, as in the example payloads. */
  readonly repository?: string;
  /** Pull requests that exist. Default: number 2, of the example payloads. */
  readonly pullRequests?: readonly Partial<FakePullRequest>[];
  /** The repository does not let actions open pull requests. */
  readonly pullRequestsForbidden?: boolean;
  /** Artifacts of runs. */
  readonly artifacts?: readonly {
    readonly run: number;
    readonly name: string;
    readonly zip: Buffer;
    readonly expired?: boolean;
    readonly size?: number;
  }[];
  /** Comments that are there already, oldest first. */
  readonly comments?: readonly {
    readonly pullRequest: number;
    readonly author: string;
    readonly body: string;
    readonly createdAt?: string;
  }[];
  /** A new comment is missing from this many listings. */
  readonly listingLag?: number;
  /** The same for new checks. */
  readonly checkLag?: number;
  /** Each answer takes this long, milliseconds. */
  readonly latencyMs?: number;
  /** GitHub's own limits, in requests a token: answered with its words and headers from then on. */
  readonly limits?: {
    /** Of an hour: the primary limit. */
    readonly requests?: number;
    /** What creates content (comments, issues, reviews), of a minute: a secondary limit. */
    readonly content?: number;
    /** Seconds that the secondary limit asks to wait; then as many again are allowed. */
    readonly retryAfter?: number;
  };
  /** Who may do what in the repository. */
  readonly roles?: FakeState['roles'];
  readonly labelEvents?: FakeState['labelEvents'];
  /** Git repository (also bare) that knows the commits: gives merge bases, and commits it lacks are refused. */
  readonly gitFolder?: string;
  /** Merge bases, when there is no `gitFolder`: `base...head` → commit. */
  readonly mergeBases?: Readonly<Record<string, string>>;
}

export async function startFakeGitHub(options: FakeOptions = {}): Promise<FakeGitHub> {
  const basePath = options.basePath ?? '';
  const tokens = options.tokens ?? { 'job-token': jobToken };
  const repository = options.repository ?? 'Codertocat/Hello-World';
  const requests: RecordedRequest[] = [];
  const problems: string[] = [];
  /** When content was created. */
  const created: number[] = [];
  const faults: { readonly fault: Fault; left: number }[] = [];
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      problems.push(`the fake itself failed: ${error instanceof Error ? error.stack : error}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: FakeState = {
    serverUrl: origin,
    apiUrl: origin + basePath,
    repository,
    pullRequests: (options.pullRequests ?? [{}]).map((given) => ({
      number: 2,
      headLabel: `${repository.split('/')[0]}:changes`,
      headRepository: repository,
      headSha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
      baseRef: 'master',
      baseSha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
      state: 'open',
      merged: false,
      title: 'Update the README',
      body: '',
      author: 'Codertocat',
      labels: [],
      files: {},
      ...given,
    })),
    artifacts: (options.artifacts ?? []).map((artifact, index) => ({ id: 501 + index, ...artifact })),
    pullRequestsForbidden: options.pullRequestsForbidden ?? false,
    roles: options.roles ?? {},
    listingLag: options.listingLag ?? 0,
    checkLag: options.checkLag ?? 0,
    labelEvents: [...(options.labelEvents ?? [])],
    reruns: [],
    comments: [],
    reviewComments: [],
    checks: [],
    statuses: [],
    nextId: 1_000_001,
    ...(options.gitFolder === undefined ? {} : { gitFolder: options.gitFolder }),
    mergeBases: options.mergeBases ?? {},
  };
  for (const { pullRequest, author, body, createdAt = now() } of options.comments ?? []) {
    const id = state.nextId++;
    state.comments.push({ id, pullRequest, author, body, edits: 0, createdAt, reactions: [] });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const method = request.method ?? 'GET';
    const text = await readBody(request);
    const graphqlPath = basePath === '' ? '/graphql' : '/api/graphql';
    const path = url.pathname === graphqlPath ? '/graphql' : url.pathname.slice(basePath.length);
    const credential = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const query = Object.fromEntries(url.searchParams);
    let body: unknown;
    const stored = /^\/_storage\/(\d+)$/.exec(url.pathname);
    if (stored) {
      // Another company's server in truth: it must never see the token.
      if (request.headers.authorization) problems.push('sends the token to the store of artifacts');
      const artifact = state.artifacts.find(({ id }) => id === Number(stored[1]));
      response.writeHead(artifact ? 200 : 404, { 'content-type': 'application/zip' }).end(artifact?.zip);
      return;
    }
    const handled = ((): Handled => {
      if (url.pathname !== graphqlPath && !url.pathname.startsWith(`${basePath}/`)) {
        problems.push(`${method} ${url.pathname}: outside of ${basePath}`);
        return notFound;
      }
      if (!request.headers['user-agent'])
        return { status: 403, data: { message: 'Request forbidden by administrative rules.' } };
      if (text !== '') {
        try {
          body = JSON.parse(text);
        } catch {
          return { status: 400, data: { message: 'Problems parsing JSON' } };
        }
      }
      const token = credential === undefined ? undefined : tokens[credential];
      if (!token) {
        if (credential === undefined) problems.push(`${method} ${path}: without a token`);
        return { status: 401, data: { message: 'Bad credentials' } };
      }
      return handle(method, path, query, body, token);
    })();

    requests.push({ method, path, query, token: credential, body, status: handled.status });
    await pause(options.latencyMs ?? 0);
    if (handled.how === 'silent') return;
    if (handled.how === 'cut' || handled.how === 'lost') {
      response.destroy();
      return;
    }
    if (handled.how === 'slow') await pause(slowMs);
    response.writeHead(handled.status, {
      'content-type': 'application/json; charset=utf-8',
      'x-github-request-id': `FAKE:${requests.length}`,
      ...(options.limits?.requests === undefined
        ? {}
        : {
            'x-ratelimit-limit': String(options.limits.requests),
            'x-ratelimit-remaining': String(Math.max(0, options.limits.requests - requests.length)),
          }),
      ...handled.headers,
    });
    const whole = handled.data === undefined ? '' : JSON.stringify(handled.data);
    if (handled.how === 'half') {
      response.write(whole.slice(0, whole.length / 2), () => response.destroy());
      return;
    }
    if (handled.how === 'drip')
      for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 8)) {
        response.write(whole.slice(at, at + Math.ceil(whole.length / 8)));
        await pause(slowMs / 8);
      }
    else response.write(handled.how === 'malformed' ? `${whole.slice(0, -1)},,` : whole);
    response.end();
  }

  /** Refuses what is over a limit of GitHub's. */
  function limited(method: string, path: string): Handled | undefined {
    const { requests: most, content, retryAfter = 60 } = options.limits ?? {};
    if (most !== undefined && requests.length >= most)
      return {
        status: 403,
        data: { message: `API rate limit exceeded for installation ID 1.`, status: '403' },
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600),
        },
      };
    if (content === undefined || method !== 'POST' || !/\/(?:comments|pulls)$/.test(path)) return undefined;
    const since = Date.now() - retryAfter * 1000;
    if (created.filter((time) => time > since).length < content) {
      created.push(Date.now());
      return undefined;
    }
    return {
      status: 403,
      data: {
        message:
          'You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.',
        status: '403',
      },
      headers: { 'retry-after': String(retryAfter) },
    };
  }

  function handle(
    method: string,
    path: string,
    query: Readonly<Record<string, string>>,
    body: unknown,
    token: Token,
  ): Handled {
    const fault = takeFault(method, path);
    if (fault && !isDone(fault.how)) {
      // What is said not to be there is not there.
      const missing = fault.how === 404 || fault.how === 410 ? /\/issues\/comments\/(\d+)$/.exec(path) : null;
      const index = missing ? state.comments.findIndex(({ id }) => id === Number(missing[1])) : -1;
      if (index >= 0) state.comments.splice(index, 1);
      if (fault.how === 'cut') return { status: 0, data: null, how: 'cut' };
      return {
        status: fault.how,
        data: { message: fault.message ?? 'Server Error' },
        headers: fault.headers ?? {},
      };
    }
    if (basePath === '/api/v1' && /^\/graphql$|\/check-runs/.test(path)) return notFound;
    const found = findRoute(method, path);
    if (!found) {
      problems.push(`${method} ${path}: the fake knows no such route`);
      return notFound;
    }
    const { route, match } = found;
    const groups = match.groups ?? {};
    if (groups.repo !== undefined && groups.repo.toLowerCase() !== repository.toLowerCase()) return notFound;
    const refused = limited(method, path) ?? checkPermission(route, token);
    if (refused) return refused;
    // GitHub's own description has a say, too: in what is asked, and in what is answered.
    const operation = findOperation(method, path);
    if (!operation && path !== '/graphql')
      problems.push(`${method} ${path}: GitHub describes no such request`);
    for (const text of operation ? checkRequest(operation, query, body) : [])
      problems.push(`${method} ${path}: ${text}`);
    const answer = route.handle({
      state,
      token,
      groups,
      query,
      body,
      url: `${state.apiUrl}${path}`,
      problem: (text) => problems.push(`${method} ${path}: ${text}`),
    });
    if (fault?.how === 'garbage')
      return { status: 200, data: '<html>', headers: { 'content-type': 'text/html' } };
    const how = fault && isDone(fault.how) ? { how: fault.how } : {};
    if (!operation || answer.status >= 400) return { ...answer, ...how };
    const whole = completeResponse(operation, answer.status, answer.data);
    for (const text of whole.problems) problems.push(`the fake answers ${method} ${path} wrongly: ${text}`);
    return { ...answer, data: whole.data, ...how };
  }

  function takeFault(method: string, path: string): Fault | undefined {
    const found = faults.find(
      ({ fault, left }) =>
        left > 0 &&
        (fault.method ?? method) === method &&
        (fault.path?.test(path) ?? true) &&
        requests.length >= (fault.from ?? 0),
    );
    if (found) found.left--;
    return found?.fault;
  }

  return {
    apiUrl: state.apiUrl,
    graphqlUrl: `${origin}${basePath === '' ? '/graphql' : '/api/graphql'}`,
    serverUrl: origin,
    state,
    requests,
    problems,
    fail: (fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    writes: () =>
      requests
        .filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
        .map(({ method, path }) => `${method} ${path}`),
    async close() {
      await stop(server);
      if (problems.length > 0) throw new Error(`GitHub was misused:\n  ${problems.join('\n  ')}`);
    },
  };
}

function isDone(how: Fault['how']): how is (typeof doneFaults)[number] {
  return typeof how === 'string' && how !== 'cut';
}

const notFound: Handled = { status: 404, data: { message: 'Not Found', status: '404' } };

function findRoute(
  method: string,
  path: string,
): { readonly route: Route; readonly match: RegExpExecArray } | undefined {
  for (const route of routes) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (match) return { route, match };
  }
  return undefined;
}

/** A job's token is told that it may not; from a personal one GitHub hides what it may not see. */
function checkPermission(route: Route, token: Token): Handled | undefined {
  const enough = route.needs.some(([name, level]) => {
    const has = token.permissions[name];
    return has === 'write' || has === level;
  });
  if (route.needs.length > 0 && !enough) {
    if (token.kind === 'user') return notFound;
    return {
      status: 403,
      data: {
        message: 'Resource not accessible by integration',
        documentation_url: 'https://docs.github.com/rest',
        status: '403',
      },
      headers: {
        'x-accepted-github-permissions': route.needs
          .map(([name, level]) => `${name.replaceAll('-', '_')}=${level}`)
          .join('; '),
      },
    };
  }
  return undefined;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
