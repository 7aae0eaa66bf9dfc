import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openApi } from '../../../src/github/api.ts';
import { block } from '../../../src/report/safe.ts';
import {
  suggestInDiff,
  suggestionOf,
  unifiedDiff,
  withPatch,
} from '../../../src/session/pull-request/suggest.ts';
import { createSpace } from '../../../src/space/space.ts';
import { loadSpec } from '../../../src/spec/load.ts';
import { type FakeGitHub, type FakeOptions, jobToken, startFakeGitHub } from '../../github/fake-github.ts';
import { commit, gitIn, newRepository, write } from '../../github/git-fixture.ts';
import { definitions, variants } from '../../report/fixtures.ts';

const better = { ...variants['confirmed-better']!, specPath: 'ml/tune.yml' };
const head = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';
const retry = { attempts: 3, backoffMs: 1, longestWaitMs: 10 };
const spec = `name: digits
trial: { run: [python, train.py] }
metric: { name: val_accuracy, goal: maximize }
budget: { trials: 5 }
${stringify({ params: definitions })}# The end.
`;
const suggestion = suggestionOf(better, { text: spec })!;

let fake: FakeGitHub | undefined;
afterEach(async () => {
  const closing = fake;
  fake = undefined;
  await closing?.close();
});

/** The patch of a pull request that adds the file, or changes it from another text. */
function patchOf(before: string | undefined, after: string): string {
  const repo = newRepository();
  commit(repo, { 'README.md': 'x', ...(before === undefined ? {} : { 'ml/tune.yml': before }) });
  commit(repo, { 'ml/tune.yml': after });
  const text = gitIn(repo, 'diff', 'HEAD^', 'HEAD', '--', 'ml/tune.yml');
  return text.slice(text.indexOf('@@'));
}

async function start(patch: string, options: FakeOptions = {}) {
  fake = await startFakeGitHub({
    pullRequests: [{ files: { 'README.md': '@@ -0,0 +1 @@\n+x', 'ml/tune.yml': patch } }],
    ...options,
  });
  const api = await openApi({
    token: 'job-token',
    owner: 'Codertocat',
    repo: 'Hello-World',
    apiUrl: fake.apiUrl,
    graphqlUrl: fake.graphqlUrl,
  });
  const suggest = (given = suggestion) =>
    suggestInDiff({ api, pullRequest: 2, headSha: head, id: '', study: 'digits', retry }, given);
  return { state: fake.state, fake, suggest };
}

/** What the button makes of a suggestion. */
function applied(
  text: string,
  { body, line, startLine = line }: { body: string; line: number; startLine?: number | undefined },
): string {
  const lines = text.split('\n');
  const by = /^```suggestion\n([\s\S]*?)\n```$/m.exec(body)![1]!.split('\n');
  lines.splice(startLine - 1, line - startLine + 1, ...by);
  return lines.join('\n');
}

describe('in the diff', () => {
  test('a new spec: one suggestion, and applying it ships the better values', async () => {
    const { state, suggest } = await start(patchOf(undefined, spec));
    const url = await suggest();
    expect(url).toContain('#discussion_r');
    const [comment] = state.reviewComments;
    expect(comment).toMatchObject({ path: 'ml/tune.yml', sha: head, author: jobToken.login });
    expect(comment!.body).toMatch(/^Best config: `#10`/);
    const text = applied(spec, comment!);
    expect(text).toBe(suggestion.shipped.text);
    expect(createSpace(loadSpec('x', text).params).incumbent).toEqual(suggestion.given.config);
  });

  test('again: the same one stays, another one takes its place', async () => {
    const { state, fake, suggest } = await start(patchOf(undefined, spec));
    await suggest();
    const writes = fake.writes().length;
    await suggest();
    expect(fake.writes()).toHaveLength(writes);
    const other = suggestionOf(
      { ...better, confirmation: { ...better.confirmation!, trial: 3 } },
      { text: spec },
    )!;
    await suggest(other);
    expect(state.reviewComments).toHaveLength(1);
    expect(applied(spec, state.reviewComments[0]!)).toBe(other.shipped.text);
  });

  test.each(['lost', 'cut', 502] as const)('one suggestion, also when the answer is %s', async (how) => {
    const { state, fake, suggest } = await start(patchOf(undefined, spec));
    fake.fail({ method: 'POST', path: /\/pulls\/2\/comments$/, how });
    await suggest();
    expect(state.reviewComments).toHaveLength(1);
  });

  test('lines that the diff does not show, or shows otherwise, are not suggested on', async () => {
    const far = await start(patchOf(spec.replace('# The end.', '# End.'), spec));
    expect(await far.suggest()).toBeUndefined();
    await fake!.close();
    const other = await start(patchOf(undefined, spec.replace('default: 0.001', 'default: 0.002')));
    expect(await other.suggest()).toBeUndefined();
    expect(other.state.reviewComments).toEqual([]);
  });
});

describe('as a patch', () => {
  test('git applies it', () => {
    const repo = newRepository();
    commit(repo, { 'ml/tune.yml': spec });
    write(repo, { 'x.patch': `${unifiedDiff(suggestion)}\n` });
    execFileSync('git', ['apply', 'x.patch'], { cwd: repo });
    expect(readFileSync(path.join(repo, 'ml', 'tune.yml'), 'utf8')).toBe(suggestion.shipped.text);
  });

  test('it stands in the long forms of the comment', () => {
    const stages = withPatch([block`long`, block`short`, block`shortest`], suggestion) as readonly string[];
    expect(stages.map((text) => text.includes('```diff\n--- a/ml/tune.yml\n'))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('what a reader could not see is not shown', () => {
    const hidden = { ...suggestion, text: spec.replace('ordered: true', 'ordered: true # \u202e') };
    expect(withPatch([block`long`, block`short`], hidden)).toEqual(['long', 'short']);
  });
});

test('nothing confirmed, or a spec that cannot be edited: no suggestion', () => {
  expect(suggestionOf(variants['confirmed-unsure']!, { text: spec })).toBeUndefined();
  const aliased = spec
    .replace('learning_rate:\n', 'learning_rate: &lr\n')
    .replace('# The end.', '  other: *lr\n# The end.');
  expect(suggestionOf(better, { text: aliased })).toBeUndefined();
});
