import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readContext } from '../../src/github/context.ts';
import { openGitHub, type Publication } from '../../src/github/github.ts';
import { commentModes, readInputs } from '../../src/github/inputs.ts';
import { checkConclusion, type Outcome } from '../../src/github/outcome.ts';
import { block } from '../../src/report/safe.ts';
import { acceptByLabel, obeyComment } from '../../src/session/pull-request/decide.ts';
import { postSaved } from '../../src/session/pull-request/post-saved.ts';
import { encodePosting } from '../../src/session/pull-request/posting.ts';
import { type FakeGitHub, startFakeGitHub, type Token } from '../github/fake-github.ts';
import { temporaryFolder } from '../github/git-fixture.ts';
import { examplePayload, runnerEnvironment } from '../github/runner.ts';
import { zipOf } from '../github/zip-fixture.ts';
import { results, study, variants } from '../report/fixtures.ts';
import { docTable } from '../support/doc-table.ts';

// Every run that measures nothing, with every kind of token and every outcome that it can be about: docs/github.md.

const rows = docTable('github.md', 'what is done', ['event', 'about', 'the token', 'done', 'exit code']).map(
  (row) => ({ ...row, token: row['the token'] }),
);
const said = docTable('github.md', 'what is said', [
  'outcome',
  'with',
  'check',
  'status',
  'exit code',
  ...commentModes.map((mode) => `\`${mode}\`` as const),
]);

const head = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';
const folder = temporaryFolder();
const retry = { attempts: 1, backoffMs: 1, longestWaitMs: 10 };
const login = 'github-actions[bot]';

const measuring: Token = {
  login,
  kind: 'installation',
  permissions: { contents: 'read', checks: 'write', 'pull-requests': 'write' },
};

function permissionsOf(event: string, token: string): Token['permissions'] | undefined {
  if (token === 'is not given') return undefined;
  const whole: Record<string, 'read' | 'write'> = {
    checks: 'write',
    'pull-requests': 'write',
    actions: event === '`workflow_run`' ? 'read' : 'write',
  };
  // Short of writing there is reading.
  for (const [, name, level] of token.matchAll(/lacks `([\w-]+): (\w+)`/g))
    if (level === 'write' && !token.includes('has')) whole[name!] = 'read';
    else delete whole[name!];
  if (token.includes('has `statuses: write`')) whole.statuses = 'write';
  return whole;
}

let fake: FakeGitHub | undefined;
beforeEach(() => void vi.spyOn(process.stdout, 'write').mockReturnValue(true));
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await fake?.close();
});

/** The activity of an event, as src/action.ts has it; what it throws is exit code 1. */
async function act(event: string, payload: object, token: string): Promise<0 | 1> {
  vi.unstubAllEnvs();
  const inputs = { 'github-token': token };
  const env = runnerEnvironment({ folder, event, payload, github: fake!, inputs });
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const context = readContext();
  try {
    switch (context.kind) {
      case 'refused':
        throw new Error(context.reason);
      case 'finished-run':
        await postSaved(context, readInputs(), { retry });
        return 0;
      case 'label':
        await acceptByLabel(context, readInputs(), { retry });
        return 0;
      case 'comment':
        await obeyComment(context, readInputs(), { retry });
        return 0;
      default:
        throw new TypeError(`${context.kind} measures`);
    }
  } catch (error) {
    if (error instanceof TypeError) throw error;
    return 1;
  }
}

/** A run that measured the head of the pull request before. */
async function measured(outcome: Outcome): Promise<void> {
  const payload = examplePayload('pull_request', 'opened');
  const inputs = { 'github-token': 'measuring' };
  const env = runnerEnvironment({ folder, event: 'pull_request', payload, github: fake!, inputs });
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const github = await openGitHub(readContext(), readInputs(), { retry });
  await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
  const publication: Publication = {
    name: 'digits',
    outcome,
    title: 'title',
    comment: block`verdict\n\nmore`,
    checkSummary: block`verdict\n\nmore`,
    jobSummary: block`summary`,
  };
  await github.publish(publication);
}

async function start(event: string, token: string, about: string): Promise<FakeGitHub> {
  const permissions = permissionsOf(event, token);
  fake = await startFakeGitHub({
    tokens: {
      measuring,
      ...(permissions ? { 'job-token': { login, kind: 'installation', permissions } } : {}),
    },
    roles: { ada: 'write', reader: 'read' },
    artifacts:
      about === 'results that a run saved' ? [{ run: 777, name: 'tunegate', zip: Buffer.alloc(0) }] : [],
  });
  return fake;
}

test('the table has every activity', () => {
  expect([...new Set(rows.map(({ event }) => event))]).toEqual([
    '`workflow_run`',
    '`issue_comment`',
    '`pull_request_target`',
  ]);
});

/** Outcomes that a posting can have, and what of them the table of outcomes says without further inputs. */
const lines = said.filter((line) => line.with === '');

describe.each(rows)('$event about $about, the token $token', (row) => {
  const token = row.token === 'is not given' ? '' : 'job-token';
  const wanted = {
    done: row.done.split(', ').filter((word) => word !== 'nothing'),
    exitCode: Number(row['exit code']),
  };

  test.each(lines)('$outcome', async (line) => {
    const outcome = line.outcome.replaceAll('`', '') as Outcome;
    const { state, requests, ...github } = await start(row.event, row.token, row.about);
    const done: string[] = [];
    if (row.event === '`workflow_run`') {
      const payload = examplePayload('workflow_run', 'completed');
      Object.assign(payload.workflow_run, {
        id: 777,
        run_attempt: 1,
        event: row.about.includes('`push`') ? 'push' : 'pull_request',
        head_sha: head,
        head_branch: 'changes',
        head_repository: { full_name: 'Codertocat/Hello-World' },
      });
      const [artifact] = state.artifacts;
      if (artifact) state.artifacts[0] = { ...artifact, zip: savedZip(outcome) };
      const exitCode = await act('workflow_run', payload, token);
      if (state.checks.length > 0) done.push('check');
      if (state.statuses.length > 0) done.push('status');
      if (state.comments.length > 0) done.push('comment');
      expect({ done, exitCode }).toEqual(wanted);
      if (done.includes('check'))
        expect(state.checks).toMatchObject([{ status: 'completed', conclusion: line.check }]);
      if (done.includes('status')) expect(state.statuses.at(-1)!.state).toBe(line.status);
      return;
    }

    await measured(outcome);
    const [check, report] = [state.checks[0]!, state.comments[0]!];
    const before = { conclusion: check.conclusion, body: report.body, writes: github.writes().length };
    expect(before.conclusion).toBe(checkConclusion(outcome, readInputs()));
    const by = row.about.endsWith('by a writer') ? 'ada' : 'reader';
    let asked: string[] = [];
    let exitCode: number;
    if (row.event === '`issue_comment`') {
      const body = /`(.+)`/.exec(row.about)![1]!;
      const createdAt = new Date(Date.now() + 5000).toISOString();
      const comment = { id: 9, pullRequest: 2, author: by, body, edits: 0, createdAt, reactions: asked };
      state.comments.push(comment);
      const payload = examplePayload('issue_comment', 'created');
      payload.issue.number = 2;
      payload.issue.pull_request = { url: 'https://api.github.com/x' };
      Object.assign(payload.comment, { id: 9, body, created_at: createdAt });
      payload.comment.user.login = by;
      exitCode = await act('issue_comment', payload, token);
      asked = comment.reactions;
    } else {
      const payload = examplePayload('pull_request', 'opened');
      const label = { name: row.about.startsWith('another') ? 'bug' : 'accept-regression' };
      if (row.about !== 'anything else')
        Object.assign(payload, { action: 'labeled', label, sender: { login: by } });
      exitCode = await act('pull_request_target', payload, token);
    }
    if (check.conclusion === 'neutral' && before.conclusion === 'failure') done.push('neutral');
    if (report.body !== before.body) done.push('told');
    if (state.reruns.length > 0) done.push('started');
    if (asked.includes('+1')) done.push('thumb');
    if (asked.includes('confused')) done.push('confused');

    const accepts = wanted.done.includes('neutral');
    // Only a regression is accepted; a comment that asks for it is told that there is none.
    if (accepts && outcome !== 'regressed') {
      const may = !row.token.includes('pull-requests');
      expect({ done, exitCode }).toEqual({
        done: row.event === '`issue_comment`' && may ? ['confused'] : [],
        exitCode: 0,
      });
      expect(check.conclusion).toBe(before.conclusion);
      return;
    }
    // With nothing to accept, nothing is tried that the token may not.
    const idle = /accept|label/.test(row.about) && outcome !== 'regressed' && row.token.includes('checks');
    expect({ done, exitCode }).toEqual(idle ? { done: idleDone(row.event), exitCode: 0 } : wanted);
  });
});

function idleDone(event: string): string[] {
  return event === '`issue_comment`' ? ['confused'] : [];
}

const withoutVerdict: ReadonlySet<Outcome> = new Set(['searched', 'no-result', 'cancelled']);

function savedZip(outcome: Outcome): Buffer {
  const frame = { id: '', headSha: head, pullRequest: 2 };
  const { verdict: _, ...plain } = results;
  const saved = {
    ...plain,
    ...(withoutVerdict.has(outcome) ? {} : { verdict: verdictOf(outcome) }),
    study: outcome === 'no-result' ? { ...study, trials: [] } : study,
  };
  const content = encodePosting({
    kind: 'results',
    ...frame,
    results: saved,
    cancelled: outcome === 'cancelled',
  });
  return zipOf([{ name: 'tunegate-posting.json', content }]);
}

function verdictOf(outcome: Outcome) {
  const found = Object.values(variants).find(({ verdict }) => verdict?.conclusion === outcome)?.verdict;
  if (!found) throw new Error(`no results are ${outcome}`);
  return found;
}
