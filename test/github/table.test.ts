import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commentMarker } from '../../src/github/comment.ts';
import { readContext } from '../../src/github/context.ts';
import { openGitHub, type Publication } from '../../src/github/github.ts';
import { commentModes, readInputs } from '../../src/github/inputs.ts';
import { exitCode, type Outcome } from '../../src/github/outcome.ts';
import { block, writtenByUs } from '../../src/report/safe.ts';
import { docTable } from '../support/doc-table.ts';
import { type FakeGitHub, startFakeGitHub, type Token } from './fake-github.ts';
import { temporaryFolder } from './git-fixture.ts';
import { examplePayload, runnerEnvironment } from './runner.ts';

// Every event with every kind of token, and every outcome with every mode of commenting: all combinations of the rows of
// docs/github.md.

const written = docTable('github.md', 'what is written', ['event', 'the token', 'check', 'comment', 'saved']);
const rows = written.flatMap(({ event: events, 'the token': token, ...expected }) =>
  [...events.matchAll(/`(\w+)`( from a fork| by Dependabot)?/g)].map(([name, event, whose = '']) => ({
    name: name!,
    event: event!,
    whose: whose.trim(),
    token,
    ...expected,
  })),
);
const said = docTable('github.md', 'what is said', [
  'outcome',
  'with',
  'check',
  'status',
  'exit code',
  ...commentModes.map((mode) => `\`${mode}\`` as const),
]);

const all = { contents: 'read', checks: 'write', 'pull-requests': 'write' } as const;
const permissions: Readonly<Record<string, Token['permissions'] | undefined>> = {
  'may all of it': all,
  'lacks `checks: write`, has `statuses: write`': {
    contents: 'read',
    'pull-requests': 'write',
    statuses: 'write',
  },
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
  'no-result',
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

test('the tables have every event, every kind of token, every outcome and every mode', () => {
  const events = new Set(rows.map(({ name }) => name.replaceAll('`', '')));
  expect([...events]).toEqual([
    'pull_request',
    'pull_request from a fork',
    'pull_request by Dependabot',
    'merge_group',
    'push',
    'schedule',
    'workflow_dispatch',
    'release',
  ]);
  for (const event of [...events].filter((name) => !/ (from|by) /.test(name)))
    expect(rows.filter(({ name }) => name === `\`${event}\``).map(({ token }) => token)).toEqual(
      Object.keys(permissions),
    );
  expect(new Set(said.map(({ outcome }) => outcome))).toEqual(
    new Set(outcomes.map((outcome) => `\`${outcome}\``)),
  );
});

const oldComment = `The model is as good as before.\n\n<!-- tunegate-run:5/1 -->\n${commentMarker('', 'digits')}\n`;

describe.each(rows)('$name, the token $token: check $check, comment $comment', (row) => {
  const granted = permissions[row.token];

  test.each(said)('$outcome $with', async (line) => {
    fake = await startFakeGitHub({
      tokens: granted
        ? { 'job-token': { login: 'github-actions[bot]', kind: 'installation', permissions: granted } }
        : {},
      roles: { ada: 'write' },
    });
    const { state } = fake;
    const outcome = line.outcome.replaceAll('`', '') as Outcome;
    const accepted = line.with === 'an acceptance';
    const isPull = row.event === 'pull_request';
    // Only of a pull request can anything be accepted, and only by somebody of whom GitHub says that they may.
    if (accepted && !(isPull && granted)) return;
    const [, input, value] = /^`([\w-]+): (\w+)`$/.exec(line.with) ?? [];
    if (!input) expect(['', 'an acceptance', 'a broken spec']).toContain(line.with);

    // Where no comment can be, one mode that wants it and the one that does not are enough.
    const modes =
      row.comment === 'yes' ? commentModes : isPull ? (['always', 'never'] as const) : (['always'] as const);
    for (const mode of modes)
      for (const there of row.comment === 'yes' ? [false, true] : [false]) {
        const payload = payloadOf(row.event);
        if (row.whose === 'from a fork') payload.pull_request.head.repo.full_name = 'someone/Hello-World';
        if (isPull) state.pullRequests[0]!.headSha = payload.pull_request.head.sha;
        if (accepted) {
          const label = { name: 'accept-regression' };
          Object.assign(payload, { action: 'labeled', label, sender: { login: 'ada' } });
          payload.pull_request.labels = [label];
          state.pullRequests[0]!.labels = [label.name];
        }
        const env = runnerEnvironment({
          folder,
          event: row.event,
          payload,
          github: fake,
          actor: row.whose === 'by Dependabot' ? 'dependabot[bot]' : 'Codertocat',
          inputs: {
            'github-token': granted ? 'job-token' : '',
            comment: mode,
            ...(input ? { [input]: value! } : {}),
          },
        });
        for (const [name, of] of Object.entries(env)) vi.stubEnv(name, of);
        writeFileSync(env.GITHUB_STEP_SUMMARY!, '');
        state.checks.length = state.statuses.length = state.comments.length = 0;
        const old = { id: 7, pullRequest: 2, author: 'github-actions[bot]', body: oldComment, edits: 0 };
        if (there) state.comments.push({ ...old, createdAt: '2026-01-02T03:04:05Z', reactions: [] });
        const publication: Publication = {
          name: 'digits',
          outcome,
          title: 'title',
          ...(line.with === 'a broken spec' ? {} : { comment: block`text` }),
          checkSummary: block`text`,
          jobSummary: writtenByUs(`summary of ${outcome}`),
        };
        const inputs = readInputs();
        const retry = { attempts: 1, backoffMs: 1, longestWaitMs: 1 };
        const github = await openGitHub(readContext(), inputs, { retry });
        await github.startCheck({ title: 'Searching', summary: block`Just begun.` });
        const { unposted, acceptance } = await github.publish(publication);

        const cell = line[`\`${mode}\``];
        const allowed = row.comment === 'yes' && cell !== 'no';
        const begun = {
          check: state.checks.length > 0 ? 'check' : state.statuses.length > 0 ? 'status' : 'none',
          comments: state.comments.length,
          updated: state.comments[0]?.edits === 1,
          // Where a comment is not wanted, none is saved for its own sake.
          saved: unposted ? 'yes' : 'no',
          exitCode: exitCode(outcome, inputs, acceptance !== undefined),
        };
        const missing = row.check === 'none' || (row.comment === 'none' && cell !== 'no');
        expect(begun, `${mode}, ${there ? 'with' : 'without'} a comment`).toEqual({
          check: row.check,
          comments: there || (allowed && cell === 'yes') ? 1 : 0,
          updated: there && allowed,
          saved: row.saved === 'yes' && missing ? 'yes' : 'no',
          exitCode: Number(line['exit code']),
        });
        if (row.check === 'check')
          expect(state.checks).toMatchObject([{ status: 'completed', conclusion: line.check }]);
        if (row.check === 'status') expect(state.statuses.at(-1)!.state).toBe(line.status);
        expect(readFileSync(env.GITHUB_STEP_SUMMARY!, 'utf8')).toContain(`summary of ${outcome}`);
      }
  });
});

// biome-ignore lint/suspicious/noExplicitAny: payloads are as varied as GitHub
function payloadOf(event: string): any {
  if (event === 'schedule' || event === 'workflow_dispatch') return {};
  return event === 'pull_request' ? examplePayload(event, 'opened') : examplePayload(event);
}
