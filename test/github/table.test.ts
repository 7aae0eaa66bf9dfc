import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readContext } from '../../src/github/context.ts';
import { openGitHub, type Publication } from '../../src/github/github.ts';
import { readInputs } from '../../src/github/inputs.ts';
import { checkConclusion, exitCode, type Outcome } from '../../src/github/outcome.ts';
import { block, writtenByUs } from '../../src/report/safe.ts';
import { type FakeGitHub, startFakeGitHub, type Token } from './fake-github.ts';
import { temporaryFolder } from './git-fixture.ts';
import { examplePayload, runnerEnvironment } from './runner.ts';

// Every event with every kind of token and every outcome, against the table in the documentation.

const page = readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'action.md'), 'utf8');
const rows = page
  .split('<!-- table: what is written -->')[1]!
  .trim()
  .split('\n\n')[0]!
  .split('\n')
  .slice(2)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .flatMap(([events = '', token = '', check, comment, saved]) =>
    [...events.matchAll(/`(\w+)`/g)].map(([, event]) => ({ event: event!, token, check, comment, saved })),
  );

const all = { contents: 'read', checks: 'write', 'pull-requests': 'write' } as const;
const permissions: Readonly<Record<string, Token['permissions'] | undefined>> = {
  'may all of it': all,
  'lacks `checks: write`, has `statuses: write`': { ...all, checks: 'read', statuses: 'write' },
  'lacks `checks: write`': { ...all, checks: 'read' },
  'lacks `pull-requests: write`': { contents: 'read', checks: 'write' },
  'may only read': { contents: 'read', checks: 'read', 'pull-requests': 'read' },
  'is not given': undefined,
};
const outcomes: readonly Outcome[] = [
  'improved',
  'unchanged',
  'regressed',
  'inconclusive',
  'no-baseline',
  'error',
  'searched',
  'cancelled',
];

const folder = temporaryFolder();
let fake: FakeGitHub | undefined;
beforeEach(() => void vi.spyOn(process.stdout, 'write').mockReturnValue(true));
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await fake?.close();
});

test('the table has what it should', () => {
  expect(rows).toHaveLength(6 + 4 * 4);
  for (const { token } of rows) expect(Object.keys(permissions)).toContain(token);
});

test.each(rows)(
  '$event, the token $token: check $check, comment $comment',
  async ({ event, token, ...expected }) => {
    const granted = permissions[token];
    fake = await startFakeGitHub({
      tokens: granted
        ? { 'job-token': { login: 'github-actions[bot]', kind: 'installation', permissions: granted } }
        : {},
    });
    const payload = event === 'schedule' || event === 'workflow_dispatch' ? {} : examplePayload(event);
    if (event === 'pull_request' && token === 'may only read')
      payload.pull_request.head.repo.full_name = 'someone/Hello-World';
    const env = runnerEnvironment({
      folder,
      event,
      payload,
      github: fake,
      inputs: { 'github-token': granted ? 'job-token' : '' },
    });
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    if (event === 'pull_request') fake.state.pullRequests[0]!.headSha = payload.pull_request.head.sha;
    const [context, inputs] = [readContext(), readInputs()];
    const { state } = fake;
    for (const outcome of outcomes) {
      state.checks.length = state.statuses.length = state.comments.length = 0;
      const publication: Publication = {
        name: 'digits',
        outcome,
        title: 'title',
        comment: block`text`,
        checkSummary: block`text`,
        jobSummary: writtenByUs(`summary of ${outcome}`),
      };
      const retry = { attempts: 1, backoffMs: 1, longestWaitMs: 1 };
      const github = await openGitHub(context, inputs, { retry });
      await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
      const { unposted } = await github.publish(publication);
      expect({
        check: state.checks.length > 0 ? 'check' : state.statuses.length > 0 ? 'status' : 'none',
        comment: state.comments.length > 0 ? 'yes' : 'none',
        saved: unposted ? 'yes' : 'no',
      }).toEqual(expected);
      const conclusion = checkConclusion(outcome, inputs);
      if (state.checks[0]) expect(state.checks).toMatchObject([{ status: 'completed', conclusion }]);
      if (state.statuses[0])
        expect(state.statuses.at(-1)!.state).toBe(
          { success: 'success', neutral: 'success', failure: 'failure', cancelled: 'error' }[conclusion],
        );
      expect(readFileSync(env.GITHUB_STEP_SUMMARY!, 'utf8')).toContain(`summary of ${outcome}`);
      expect(exitCode(outcome, inputs)).toBe(
        outcome === 'cancelled' ? 130 : conclusion === 'failure' ? 1 : 0,
      );
    }
  },
);
