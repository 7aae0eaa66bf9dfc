import { readFileSync } from 'node:fs';
import { readContext } from '../../src/github/context.ts';
import { openGitHub, type Publication } from '../../src/github/github.ts';
import { readInputs } from '../../src/github/inputs.ts';
import { exitCode, type Outcome } from '../../src/github/outcome.ts';
import { block } from '../../src/report/safe.ts';
import { acceptByLabel } from '../../src/session/decide.ts';
import { postSaved } from '../../src/session/post-saved.ts';
import { encodePosting } from '../../src/session/posting.ts';
import { results, verdicts } from '../report/fixtures.ts';
import { type FakeGitHub, type FakeOptions, type Fault, jobToken, startFakeGitHub } from './fake-github.ts';
import { examplePayload, runnerEnvironment, runnerFiles } from './runner.ts';
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
  'forbidden from here on': { how: 403, message: 'Resource not accessible by integration', times: 1000 },
} as const satisfies Readonly<Record<string, Omit<Fault, 'from'>>>;

export const scenarioNames = [
  'a first regressed run',
  'a second unchanged run',
  'a comment anew',
  'a merge group',
  'a posting',
  'an acceptance',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

interface Ended {
  /** The exit code, or for activities without a verdict whether they threw. */
  readonly code: number;
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

/** What must hold without a fault, and prepares what is there before the run. */
const scenarios: Readonly<
  Record<
    ScenarioName,
    { options?: FakeOptions; run: (fake: FakeGitHub, folder: string) => Promise<Ended>; code: number }
  >
> = {
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
  'a merge group': { code: 1, run: (fake, folder) => measure(fake, folder, 'regressed', 'merge_group') },
  'a posting': {
    code: 0,
    options: {
      tokens: {
        'job-token': {
          ...jobToken,
          permissions: { actions: 'read', checks: 'write', 'pull-requests': 'write' },
        },
      },
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
    options: { roles: { ada: 'write' } },
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
  },
};

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
    if (name === 'an acceptance') await measure(fake, folder, 'regressed');
    const before = fake.requests.length;
    if (fault) fake.fail({ ...faultKinds[fault.kind], from: before + fault.at });
    const { code } = await scenario.run(fake, folder);
    const verdictless = name === 'a posting' || name === 'an acceptance';
    // An activity that could not do its one task says so by failing; a verdict is a verdict whatever fails.
    if (code !== scenario.code && !(verdictless && fault)) wrong.push(`exit code ${code}`);
    const comments = fake.state.comments.filter(({ author }) => author === jobToken.login);
    if (comments.length > 1) wrong.push(`${comments.length} comments`);
    const wanted = name === 'a merge group' ? 0 : 1;
    if (!fault && comments.length !== wanted) wrong.push(`${comments.length} comments without a fault`);
    if (fake.state.checks.length > 1) wrong.push(`${fake.state.checks.length} checks`);
    const [check] = fake.state.checks;
    const passing = fault && !('times' in faultKinds[fault.kind]) && !lasting.has(fault.kind);
    if ((!fault || passing) && check?.status !== 'completed' && name !== 'an acceptance')
      wrong.push(`the check is ${check?.status ?? 'not there'}`);
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
