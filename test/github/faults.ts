import { readFileSync } from 'node:fs';
import { readContext } from '../../src/github/context.ts';
import { openApiFor, openGitHub, type Publication, reportAbandoned } from '../../src/github/github.ts';
import { readInputs } from '../../src/github/inputs.ts';
import { exitCode, type Outcome } from '../../src/github/outcome.ts';
import { recommendation } from '../../src/report/proposal.ts';
import { block } from '../../src/report/safe.ts';
import { acceptByLabel, obeyComment } from '../../src/session/pull-request/decide.ts';
import { postSaved } from '../../src/session/pull-request/post-saved.ts';
import { encodePosting } from '../../src/session/pull-request/posting.ts';
import { suggestInDiff } from '../../src/session/pull-request/suggest.ts';
import { results, variants, verdicts } from '../report/fixtures.ts';
import {
  type FakeGitHub,
  type FakeOptions,
  type Fault,
  jobToken,
  startFakeGitHub,
  type Token,
} from './fake-github.ts';
import { examplePayload, parseCommandFile, runnerEnvironment, runnerFiles } from './runner.ts';
import { zipOf } from './zip-fixture.ts';

/**
 * The fault campaign: a run is made once to count its requests, and then once for each request and each way in which it
 * can fail. Whatever fails, the exit code is that of the verdict, there is at most one comment and one check, and no
 * check is left open that could have been concluded.
 */

export type FaultName = keyof typeof faultKinds;

const limited = { message: 'You have exceeded a secondary rate limit.' };

/** How a request can fail; `forever`: all later ones as well. */
export const faultKinds = {
  cut: { how: 'cut' },
  lost: { how: 'lost' },
  silent: { how: 'silent' },
  garbage: { how: 'garbage' },
  malformed: { how: 'malformed' },
  half: { how: 'half' },
  slow: { how: 'slow' },
  drip: { how: 'drip' },
  'bad gateway': { how: 502 },
  'server error': { how: 500 },
  'bad credentials': { how: 401, message: 'Bad credentials' },
  forbidden: { how: 403, message: 'Resource not accessible by integration' },
  'not found': { how: 404, message: 'Not Found' },
  gone: { how: 410, message: 'Gone' },
  invalid: { how: 422, message: 'Validation Failed' },
  'short limit': { how: 403, headers: { 'retry-after': '0' }, ...limited },
  'long limit': { how: 429, headers: { 'retry-after': '600' }, ...limited },
  'hourly limit': { how: 403, headers: { 'x-ratelimit-remaining': '0' }, message: 'API rate limit exceeded' },
  'away for good': { how: 503, times: 1000 },
  'cut for good': { how: 'cut', times: 1000 },
  'slow from here on': { how: 'slow', times: 1000 },
  'forbidden from here on': { how: 403, message: 'Resource not accessible by integration', times: 1000 },
} as const satisfies Readonly<Record<string, Omit<Fault, 'from'>>>;

export const scenarioNames = [
  'a first regressed run',
  'a second unchanged run',
  'a comment anew',
  'a merge group',
  'behind three hundred comments',
  'a status in place of a check',
  'accepted while at work',
  'post after a kill',
  'a suggestion',
  'a posting',
  'an acceptance',
  'a comment that accepts',
  'a comment that runs again',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

interface Ended {
  /** The exit code, or for activities without a verdict whether they threw. */
  readonly code: number;
}

interface Scenario {
  readonly options?: FakeOptions;
  /** What was before, without a fault. */
  readonly before?: (fake: FakeGitHub, folder: string) => Promise<unknown>;
  readonly run: (fake: FakeGitHub, folder: string) => Promise<Ended>;
  /** Exit code without a fault. */
  readonly code: number;
  /** It has no verdict: when it could not do its one task, it says so by failing. */
  readonly verdictless?: true;
  /** Comments of ours without a fault (default 1). */
  readonly comments?: number;
  /** `status`: one stands in. `left`: nothing of it is concluded here. */
  readonly check?: 'status' | 'left';
  /** What else must hold. */
  readonly wrong?: (fake: FakeGitHub, faulty: boolean) => readonly string[];
}

const retry = { attempts: 3, backoffMs: 1, longestWaitMs: 50 };
const timing = { retry, timeoutMs: 250 };
const head = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';

const publication: Publication = {
  name: 'digits',
  outcome: 'regressed',
  title: 'Regressed: val_accuracy fell by 0.021',
  comment: block`The model got worse.`,
  checkSummary: block`The model got worse.`,
  jobSummary: block`summary`,
  annotations: Array.from({ length: 60 }, (_, line) => ({
    path: 'tune.yml',
    startLine: line + 1,
    level: 'notice' as const,
    message: `remark ${line}`,
  })),
};

function enter(fake: FakeGitHub, folder: string, event: string, payload: object, inputs = {}) {
  const env = runnerEnvironment({ folder, event, payload, github: fake, inputs });
  Object.assign(process.env, env);
  return { context: readContext(env), inputs: readInputs(env) };
}

async function measure(
  fake: FakeGitHub,
  folder: string,
  outcome: Outcome,
  event = 'pull_request',
  inputs = {},
): Promise<Ended> {
  const payload = examplePayload(event, event === 'pull_request' ? 'opened' : undefined);
  const at = enter(fake, folder, event, payload, inputs);
  const github = await openGitHub(at.context, at.inputs, timing);
  await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
  const { acceptance } = await github.publish({ ...publication, outcome });
  if (!readFileSync(runnerFiles(folder).summary, 'utf8').includes('summary'))
    throw new Error('no summary was written');
  return { code: exitCode(outcome, at.inputs, acceptance !== undefined) };
}

const tokenWith = (permissions: Token['permissions']) => ({ 'job-token': { ...jobToken, permissions } });

const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  'a first regressed run': { code: 1, run: (fake, folder) => measure(fake, folder, 'regressed') },
  'a second unchanged run': {
    code: 0,
    options: { comments: [{ pullRequest: 2, author: jobToken.login, body: oldComment() }] },
    run: (fake, folder) => measure(fake, folder, 'unchanged'),
  },
  'a comment anew': {
    code: 1,
    options: { comments: [{ pullRequest: 2, author: jobToken.login, body: oldComment() }] },
    run: (fake, folder) => measure(fake, folder, 'regressed', 'pull_request', { 'recreate-comment': 'true' }),
  },
  'a merge group': {
    code: 1,
    comments: 0,
    run: (fake, folder) => measure(fake, folder, 'regressed', 'merge_group'),
  },
  'behind three hundred comments': {
    code: 1,
    options: {
      comments: [
        ...Array.from({ length: 300 }, (_, at) => ({ pullRequest: 2, author: 'ada', body: `remark ${at}` })),
        { pullRequest: 2, author: jobToken.login, body: oldComment() },
      ],
    },
    run: (fake, folder) => measure(fake, folder, 'regressed'),
  },
  'a status in place of a check': {
    code: 1,
    check: 'status',
    options: { tokens: tokenWith({ contents: 'read', 'pull-requests': 'write', statuses: 'write' }) },
    run: (fake, folder) => measure(fake, folder, 'regressed'),
  },
  'accepted while at work': {
    code: 0,
    options: {
      roles: { ada: 'write' },
      pullRequests: [{ labels: ['accept-regression'] }],
      labelEvents: [{ pullRequest: 2, label: 'accept-regression', by: 'ada' }],
    },
    // Who cannot be asked has not accepted: then the regression counts.
    verdictless: true,
    run: (fake, folder) => measure(fake, folder, 'regressed'),
  },
  'post after a kill': {
    code: 0,
    async before(fake, folder) {
      const { context, inputs } = enterPull(fake, folder);
      const github = await openGitHub(context, inputs, timing);
      await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
    },
    async run(fake, folder) {
      const { context, inputs } = enterPull(fake, folder, readFileSync(runnerFiles(folder).state, 'utf8'));
      const text = block`What was finished.`;
      const report = { title: 'Ended', name: 'digits', comment: text, checkSummary: text, jobSummary: text };
      await reportAbandoned(context, inputs, () => report, timing);
      if (!readFileSync(runnerFiles(folder).summary, 'utf8').includes('finished'))
        throw new Error('no summary was written');
      return { code: 0 };
    },
  },
  'a suggestion': {
    code: 0,
    verdictless: true,
    comments: 0,
    check: 'left',
    options: { pullRequests: [{ files: { 'tune.yml': '@@ -0,0 +1,2 @@\n+a: 1\n+b: 2' } }] },
    async run(fake, folder) {
      const { context, inputs } = enterPull(fake, folder);
      const api = await openApiFor(context, inputs, timing);
      const shipped = { text: 'a: 1\nb: 3', edits: [{ from: 2, to: 2, lines: ['b: 3'] }] };
      const given = recommendation(variants['confirmed-better']!)!;
      const place = { api: api!, pullRequest: 2, headSha: head, id: '', study: 'digits', retry };
      return await codeOf(() =>
        suggestInDiff(place, { given, file: 'tune.yml', text: 'a: 1\nb: 2', shipped }),
      );
    },
    wrong: ({ state }, faulty) =>
      state.reviewComments.length > 1 || (!faulty && state.reviewComments.length === 0)
        ? [`${state.reviewComments.length} suggestions`]
        : [],
  },
  'a posting': {
    code: 0,
    verdictless: true,
    options: {
      tokens: tokenWith({ actions: 'read', checks: 'write', 'pull-requests': 'write' }),
      artifacts: [
        {
          run: 777,
          name: 'tunegate',
          zip: zipOf([
            {
              name: 'tunegate-posting.json',
              content: encodePosting({
                kind: 'results',
                id: '',
                headSha: head,
                pullRequest: 2,
                results: { ...results, verdict: verdicts.regressed },
                cancelled: false,
              }),
            },
          ]),
        },
      ],
    },
    async run(fake, folder) {
      const payload = examplePayload('workflow_run', 'completed');
      Object.assign(payload.workflow_run, {
        id: 777,
        event: 'pull_request',
        head_sha: head,
        head_branch: 'changes',
        head_repository: { full_name: 'Codertocat/Hello-World' },
      });
      const { context, inputs } = enter(fake, folder, 'workflow_run', payload);
      if (context.kind !== 'finished-run') throw new Error('another kind of run');
      return await codeOf(() => postSaved(context, inputs, timing));
    },
  },
  'an acceptance': {
    code: 0,
    verdictless: true,
    check: 'left',
    options: { roles: { ada: 'write' } },
    before: (fake, folder) => measure(fake, folder, 'regressed'),
    async run(fake, folder) {
      const payload = examplePayload('pull_request', 'opened');
      Object.assign(payload, {
        action: 'labeled',
        label: { name: 'accept-regression' },
        sender: { login: 'ada' },
      });
      const { context, inputs } = enter(fake, folder, 'pull_request_target', payload);
      if (context.kind !== 'label') throw new Error('another kind of run');
      return await codeOf(() => acceptByLabel(context, inputs, timing));
    },
    wrong: acceptedOrNot,
  },
  'a comment that accepts': {
    code: 0,
    verdictless: true,
    check: 'left',
    options: { roles: { ada: 'write' } },
    before: (fake, folder) => measure(fake, folder, 'regressed'),
    run: (fake, folder) => command(fake, folder, '/tunegate accept'),
    wrong: acceptedOrNot,
  },
  'a comment that runs again': {
    code: 0,
    verdictless: true,
    options: {
      roles: { ada: 'write' },
      tokens: tokenWith({ actions: 'write', checks: 'write', contents: 'read', 'pull-requests': 'write' }),
    },
    before: (fake, folder) => measure(fake, folder, 'regressed'),
    run: (fake, folder) => command(fake, folder, '/tunegate run'),
  },
};

function acceptedOrNot({ state }: FakeGitHub, faulty: boolean): readonly string[] {
  const [check] = state.checks;
  if (check?.conclusion === 'neutral' || (faulty && check?.conclusion === 'failure')) return [];
  return [`the check is ${check?.conclusion}`];
}

async function command(fake: FakeGitHub, folder: string, body: string): Promise<Ended> {
  const payload = examplePayload('issue_comment', 'created');
  const createdAt = new Date(Date.now() + 5000).toISOString();
  fake.state.comments.push({
    id: 9,
    pullRequest: 2,
    author: 'ada',
    body,
    edits: 0,
    createdAt,
    reactions: [],
  });
  payload.issue.number = 2;
  payload.issue.pull_request = { url: 'https://api.github.com/x' };
  Object.assign(payload.comment, { id: 9, body, created_at: createdAt });
  payload.comment.user.login = 'ada';
  const { context, inputs } = enter(fake, folder, 'issue_comment', payload);
  if (context.kind !== 'comment') throw new Error('another kind of run');
  return await codeOf(() => obeyComment(context, inputs, timing));
}

/** The surroundings of a pull request's run; for `post:`, with what main saved. */
function enterPull(fake: FakeGitHub, folder: string, saved = '') {
  const at = enter(fake, folder, 'pull_request', examplePayload('pull_request', 'opened'));
  for (const [name, value] of Object.entries(parseCommandFile(saved))) process.env[`STATE_${name}`] = value;
  return at;
}

function oldComment(): string {
  return 'The model is as good as before.\n\n<!-- tunegate-run:5/1 -->\n<!-- tunegate:/digits -->\n';
}

async function codeOf(work: () => Promise<unknown>): Promise<Ended> {
  try {
    await work();
    return { code: 0 };
  } catch (error) {
    // A defect of ours is not what GitHub refused.
    if (error instanceof TypeError || error instanceof RangeError) throw error;
    return { code: 1 };
  }
}

/** One run, with a fault from the n-th request on. Returns what is wrong with how it ended, and how many requests it made. */
export async function runOnce(
  name: ScenarioName,
  folder: string,
  fault?: { readonly at: number; readonly kind: FaultName },
): Promise<{ readonly wrong: readonly string[]; readonly requests: number }> {
  const scenario = scenarios[name];
  const fake = await startFakeGitHub(scenario.options);
  const environment = { ...process.env };
  const write = process.stdout.write;
  process.stdout.write = () => true;
  const wrong: string[] = [];
  try {
    await scenario.before?.(fake, folder);
    const before = fake.requests.length;
    if (fault) fake.fail({ ...faultKinds[fault.kind], from: before + fault.at });
    const { code } = await scenario.run(fake, folder);
    // An activity that could not do its one task says so by failing; a verdict is a verdict whatever fails.
    if (code !== scenario.code && !(scenario.verdictless && fault)) wrong.push(`exit code ${code}`);
    const comments = fake.state.comments.filter(({ author }) => author === jobToken.login);
    if (comments.length > 1) wrong.push(`${comments.length} comments`);
    const wanted = scenario.comments ?? 1;
    if (!fault && comments.length !== wanted) wrong.push(`${comments.length} comments without a fault`);
    if (fake.state.checks.length > 1) wrong.push(`${fake.state.checks.length} checks`);
    const [check] = fake.state.checks;
    const [status] = fake.state.statuses.slice(-1);
    const passing = fault && !('times' in faultKinds[fault.kind]) && !lasting.has(fault.kind);
    if ((!fault || passing || harmless.has(fault.kind)) && scenario.check !== 'left') {
      const shown = scenario.check === 'status' ? status?.state === 'failure' : check?.status === 'completed';
      if (!shown) wrong.push(`the check is ${check?.status ?? status?.state ?? 'not there'}`);
    }
    wrong.push(...(scenario.wrong?.(fake, fault !== undefined) ?? []));
    return { wrong: [...wrong, ...fake.problems], requests: fake.requests.length - before };
  } catch (error) {
    return { wrong: [error instanceof Error ? (error.stack ?? error.message) : String(error)], requests: 0 };
  } finally {
    process.stdout.write = write;
    for (const key of Object.keys(process.env)) if (!(key in environment)) delete process.env[key];
    Object.assign(process.env, environment);
    await fake.close().catch(() => {});
  }
}

/** What nothing is lost by. */
const harmless: ReadonlySet<FaultName> = new Set(['slow', 'drip', 'slow from here on'] as const);

/** What is not tried again, so that the step of the run that it hits is left out. */
const lasting: ReadonlySet<FaultName> = new Set([
  'garbage',
  'bad credentials',
  'forbidden',
  'not found',
  'gone',
  'invalid',
  'long limit',
  'hourly limit',
] as const);
