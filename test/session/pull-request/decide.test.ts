import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commentMarker } from '../../../src/github/comment.ts';
import { readContext } from '../../../src/github/context.ts';
import { openGitHub, type Publication } from '../../../src/github/github.ts';
import { readInputs } from '../../../src/github/inputs.ts';
import { exitCode } from '../../../src/github/outcome.ts';
import { block } from '../../../src/report/safe.ts';
import { askedBudget } from '../../../src/session/pull-request/asked-budget.ts';
import { CommandError, readCommand } from '../../../src/session/pull-request/command.ts';
import { acceptByLabel, obeyComment } from '../../../src/session/pull-request/decide.ts';
import { type FakeGitHub, type FakeOptions, startFakeGitHub, type Token } from '../../github/fake-github.ts';
import { temporaryFolder } from '../../github/git-fixture.ts';
import { examplePayload, type RunnerOptions, runnerEnvironment } from '../../github/runner.ts';

const head = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';
const retry = { attempts: 2, backoffMs: 1, longestWaitMs: 10 };
const folder = temporaryFolder();
const marker = commentMarker('', 'digits');

/** What the documentation asks for. */
const token: Token = {
  login: 'github-actions[bot]',
  kind: 'installation',
  permissions: { contents: 'read', checks: 'write', 'pull-requests': 'write', actions: 'write' },
};
const roles = { ada: 'write', root: 'admin', reader: 'read' } as const;

let fake: FakeGitHub | undefined;
let log = '';
beforeEach(() => {
  log = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    log += text;
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  const closing = fake;
  fake = undefined;
  await closing?.close();
});

async function start(options: FakeOptions = {}) {
  fake = await startFakeGitHub({ tokens: { 'job-token': token }, roles, ...options });
  return fake;
}

function surroundings(options: Omit<RunnerOptions, 'folder'>, attempt = 1) {
  vi.unstubAllEnvs();
  const env = {
    ...runnerEnvironment({ folder, github: fake!, ...options }),
    GITHUB_RUN_ATTEMPT: String(attempt),
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return { context: readContext(), inputs: readInputs() };
}

const publication: Publication = {
  name: 'digits',
  outcome: 'regressed',
  title: 'Regressed: val_accuracy fell by 0.021',
  comment: block`❌ The model got worse.\n\nMore about it.`,
  checkSummary: block`❌ The model got worse.\n\nMore about it.`,
  jobSummary: block`summary`,
};

interface MeasureChange {
  readonly outcome?: Publication['outcome'];
  // biome-ignore lint/suspicious/noExplicitAny: payloads are as varied as GitHub
  readonly change?: (payload: any) => void;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly during?: () => void;
}

/** A run that measured the head. */
async function measured({ outcome = 'regressed', change, inputs: given, during }: MeasureChange = {}) {
  const payload = examplePayload('pull_request', 'opened');
  change?.(payload);
  const { context, inputs } = surroundings({ event: 'pull_request', payload, inputs: given ?? {} });
  const github = await openGitHub(context, inputs, { retry });
  await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
  during?.();
  const published = await github.publish({ ...publication, outcome });
  return { ...published, code: exitCode(outcome, inputs, published.acceptance !== undefined) };
}

async function label(by: string, name = 'accept-regression', sha = head) {
  const payload = examplePayload('pull_request', 'opened');
  Object.assign(payload, { action: 'labeled', label: { name }, sender: { login: by } });
  payload.pull_request.head.sha = sha;
  const { context, inputs } = surroundings({ event: 'pull_request_target', payload });
  if (context.kind !== 'label') throw new Error('another kind of run');
  return await acceptByLabel(context, inputs, { retry });
}

async function comment(
  body: string,
  by: string,
  change: { at?: string; issue?: boolean; action?: string } = {},
) {
  const createdAt = change.at ?? new Date(Date.now() + 5000).toISOString();
  const id = fake!.state.nextId++;
  fake!.state.comments.push({ id, pullRequest: 2, author: by, body, edits: 0, createdAt, reactions: [] });
  const payload = examplePayload('issue_comment', 'created');
  payload.action = change.action ?? 'created';
  payload.issue.number = 2;
  if (!change.issue) payload.issue.pull_request = { url: 'https://api.github.com/x' };
  Object.assign(payload.comment, { id, body, created_at: createdAt });
  payload.comment.user.login = by;
  const { context, inputs } = surroundings({ event: 'issue_comment', payload });
  if (context.kind !== 'comment') throw new Error('another kind of run');
  await obeyComment(context, inputs, { retry });
  return fake!.state.comments.find((item) => item.id === id)!;
}

const accepted = {
  conclusion: 'neutral',
  headSha: head,
  title: 'Accepted by ada: Regressed: val_accuracy fell by 0.021',
  summary: expect.stringMatching(
    /^❌ The model got worse\.\n\n\*\*Accepted\*\* by `ada` with a (label|comment), for commit `ec26c3e57ca3` only/,
  ),
};

describe('accepting a regression', () => {
  test('by a label: the check is neutral, and the comment says who', async () => {
    const { state } = await start();
    expect((await measured()).code).toBe(1);
    expect(await label('ada')).toBe(1);
    expect(state.checks).toMatchObject([accepted]);
    expect(state.comments[0]!.body).toMatch(
      /^❌ The model got worse\.\n\n\*\*Accepted\*\* by `ada` with a label, for commit `ec26c3e57ca3` only: .*\n\nMore about it\.\n\n<!-- tunegate-run/,
    );
    expect(state.comments[0]!.body.trimEnd().endsWith(marker)).toBe(true);
    // Once more changes nothing.
    expect(await label('ada')).toBe(0);
    expect(state.comments[0]!.edits).toBe(1);
  });

  test('by a comment, with a thumb for an answer', async () => {
    const { state } = await start();
    await measured();
    const command = await comment('/tunegate accept\n\nWe wanted this.', 'ada');
    expect(state.checks).toMatchObject([accepted]);
    expect(command.reactions).toEqual(['+1']);
  });

  test.each(['reader', 'stranger', 'dependabot[bot]', ''])('not by %j, who may not write', async (who) => {
    const { state } = await start();
    await measured();
    expect(await label(who)).toBe(0);
    const command = await comment('/tunegate accept', who);
    expect(state.checks).toMatchObject([{ conclusion: 'failure' }]);
    expect(command.reactions).toEqual([]);
    expect(log).toContain('may not write to this repository');
  });

  test('another label decides nothing', async () => {
    const { state } = await start();
    await measured();
    expect(await label('ada', 'bug')).toBe(0);
    expect(state.checks).toMatchObject([{ conclusion: 'failure' }]);
  });

  test.each(['error', 'no-baseline', 'unchanged', 'cancelled'] as const)(
    '%s is nothing to accept',
    async (outcome) => {
      const { state } = await start();
      await measured({ outcome });
      const before = state.checks[0]!.conclusion;
      expect(await label('ada')).toBe(0);
      expect(state.checks[0]!.conclusion).toBe(before);
      expect(log).toContain('no regression to accept');
    },
  );

  test('only what was there to see: a verdict that came after the comment is not accepted', async () => {
    const { state } = await start();
    await measured();
    const command = await comment('/tunegate accept', 'ada', { at: '2020-01-01T00:00:00Z' });
    expect(state.checks).toMatchObject([{ conclusion: 'failure' }]);
    expect(command.reactions).toEqual(['confused']);
  });

  test('for one commit: the next one is not accepted', async () => {
    const { state } = await start();
    await measured();
    await label('ada');
    const next = 'b'.repeat(40);
    Object.assign(state.pullRequests[0]!, { headSha: next, labels: ['accept-regression'] });
    const again = await measured({
      change: (payload) => {
        payload.action = 'synchronize';
        payload.pull_request.head.sha = next;
        payload.pull_request.labels = [{ name: 'accept-regression' }];
      },
    });
    expect(again.code).toBe(1);
    expect(state.checks).toMatchObject([{ conclusion: 'neutral' }, { conclusion: 'failure', headSha: next }]);
    expect(log).toContain('was set for an earlier commit');
  });

  test('a run of the same commit again stays accepted', async () => {
    const { state } = await start();
    await measured();
    await label('ada');
    expect((await measured()).code).toBe(0);
    expect(state.checks).toMatchObject([{ conclusion: 'neutral' }, accepted]);
  });

  test('a label that was set while the run was at work', async () => {
    const labelEvents = [
      { pullRequest: 2, label: 'accept-regression', by: 'reader' },
      { pullRequest: 2, label: 'accept-regression', by: 'ada' },
      { pullRequest: 2, label: 'bug', by: 'root' },
    ];
    const { state } = await start({ labelEvents });
    const { code, acceptance } = await measured({
      during: () => state.pullRequests[0]!.labels.push('accept-regression'),
    });
    expect({ code, acceptance }).toEqual({ code: 0, acceptance: { by: 'ada', how: 'label' } });
    expect(state.checks).toMatchObject([accepted]);
    expect(state.comments[0]!.body).toContain('**Accepted** by `ada`');
  });

  test('a label that somebody set who may not', async () => {
    const { state } = await start({
      labelEvents: [{ pullRequest: 2, label: 'accept-regression', by: 'reader' }],
    });
    const { code } = await measured({
      during: () => state.pullRequests[0]!.labels.push('accept-regression'),
    });
    expect(code).toBe(1);
  });

  test('several studies: all that regressed, or the one that is named', async () => {
    const { state } = await start();
    await measured({ inputs: { id: 'a' } });
    await measured({ inputs: { id: 'b c' } });
    await measured({ inputs: { id: 'd' }, outcome: 'unchanged' });
    await comment('/tunegate accept b c', 'ada');
    expect(state.checks.map(({ conclusion }) => conclusion)).toEqual(['failure', 'neutral', 'success']);
    await label('root');
    expect(state.checks.map(({ conclusion }) => conclusion)).toEqual(['neutral', 'neutral', 'success']);
    expect(state.comments.filter(({ body }) => body.includes('**Accepted**'))).toHaveLength(2);
  });

  test('a job that has the name of our check is left alone', async () => {
    const { state } = await start();
    await measured();
    state.checks.push({
      ...state.checks[0]!,
      id: 99,
      externalId: 'a-job',
      summary: block`x`,
      annotations: [],
    });
    expect(await label('ada')).toBe(1);
    expect(state.checks.map(({ conclusion }) => conclusion)).toEqual(['neutral', 'failure']);
  });
});

describe('running again', () => {
  test('starts the run again that checked the commit', async () => {
    const { state } = await start();
    await measured();
    const command = await comment('/tunegate run budget=30m', 'ada');
    expect(state.reruns).toEqual([1296269]);
    expect(command.reactions).toEqual(['+1']);
  });

  test('not for a stranger, not while it runs, not without a run', async () => {
    const { state } = await start();
    expect((await comment('/tunegate run', 'ada')).reactions).toEqual(['confused']);
    await measured();
    expect((await comment('/tunegate run', 'stranger')).reactions).toEqual([]);
    state.checks[0]!.status = 'in_progress';
    expect((await comment('/tunegate run', 'ada')).reactions).toEqual(['confused']);
    expect(state.reruns).toEqual([]);
  });

  test('the run that was started again finds the budget', async () => {
    const { state } = await start();
    await measured();
    const asked = async (attempt = 2) => {
      const payload = examplePayload('pull_request', 'opened');
      const { context, inputs } = surroundings({ event: 'pull_request', payload }, attempt);
      return await askedBudget(context, inputs, { retry });
    };
    expect(await asked()).toBeUndefined();
    await comment('/tunegate run budget=30m trials=7', 'ada');
    await comment('/tunegate run budget=90h', 'stranger');
    expect(await asked()).toEqual({ by: 'ada', overrides: { time: 1_800_000, trials: 7 } });
    expect(await asked(1)).toBeUndefined();
    // Once the commit was checked with it, it has had its effect.
    state.checks[0]!.completedAt = new Date(Date.now() + 60_000).toISOString();
    expect(await asked()).toBeUndefined();
  });
});

test.each([
  ['thanks', {}],
  ['/tunegate accept', { issue: true }],
  ['/tunegate accept', { action: 'edited' }],
  ['see /tunegate accept', {}],
  ['/tunegateaccept', {}],
])('%j (%j) is no command', async (body, change) => {
  const { state } = await start();
  await measured();
  expect((await comment(body, 'ada', change)).reactions).toEqual([]);
  expect(state.checks).toMatchObject([{ conclusion: 'failure' }]);
});

test('commands', () => {
  expect(readCommand('/tunegate run')).toEqual({ kind: 'run', overrides: {} });
  expect(readCommand('/tunegate run budget=1h30m\r\nplease')).toEqual({
    kind: 'run',
    overrides: { time: 5_400_000 },
  });
  expect(readCommand('/tunegate accept vision')).toEqual({ kind: 'accept', id: 'vision' });
  for (const bad of [
    '/tunegate',
    '/tunegate frobnicate',
    '/tunegate run trials=0',
    '/tunegate run budget=x',
    '/tunegate run budget=1ms',
    '/tunegate run budget=25d',
    `/tunegate run ${'x'.repeat(500)}`,
  ])
    expect(() => readCommand(bad)).toThrow(CommandError);
});

test('without the permission the line to add is named', async () => {
  const { checks: _, ...permissions } = token.permissions;
  await start({ tokens: { 'job-token': { ...token, permissions } } });
  await expect(label('ada')).rejects.toThrow('checks: write');
});
