import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readContext } from '../../../src/github/context.ts';
import { readInputs } from '../../../src/github/inputs.ts';
import { fetchStudy, keepStudy } from '../../../src/session/pull-request/kept-study.ts';
import { createHeader } from '../../../src/study/header.ts';
import { encodeRecord } from '../../../src/study/record.ts';
import { type FakeGitHub, type FakeOptions, jobToken, startFakeGitHub } from '../../github/fake-github.ts';
import { type FakeResults, type FakeResultsOptions, startFakeResults } from '../../github/fake-results.ts';
import { temporaryFolder } from '../../github/git-fixture.ts';
import { examplePayload, runnerEnvironment } from '../../github/runner.ts';
import { zipOf } from '../../github/zip-fixture.ts';

const head = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';
const journal = `${encodeRecord(
  createHeader(
    {
      name: 'digits',
      metric: { name: 'loss', goal: 'minimize', use: 'last' },
      strategy: 'random',
      seed: 1,
      space: 's',
      spec: 's',
      code: 'c',
    },
    new Date(0),
  ),
)}`;

let log = '';
let fake: FakeGitHub | undefined;
let store: FakeResults | undefined;
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
  await fake?.close();
  await store?.close();
  fake = store = undefined;
});

/** A run of the same pull request with a workspace of its own; several share the services. */
async function step(
  given: {
    readonly results?: FakeResultsOptions | 'none';
    readonly attempt?: number;
    readonly sha?: string;
    readonly fakeOptions?: FakeOptions;
    readonly server?: string;
  } = {},
) {
  fake ??= await startFakeGitHub(given.fakeOptions);
  if (given.results !== 'none') store ??= await startFakeResults(given.results);
  const workspace = temporaryFolder();
  const payload = examplePayload('pull_request', 'opened');
  payload.pull_request.head.sha = given.sha ?? head;
  const env = {
    ...runnerEnvironment({
      folder: temporaryFolder(),
      event: 'pull_request',
      payload,
      github: fake,
      workspace,
    }),
    GITHUB_RUN_ATTEMPT: String(given.attempt ?? 1),
    GITHUB_SERVER_URL: given.server ?? 'https://github.com',
    RUNNER_TEMP: temporaryFolder(),
    ...store?.env,
  };
  for (const name of ['ACTIONS_CACHE_SERVICE_V2', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL'])
    vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const folder = path.join(workspace, '.tunegate', 'studies', 'digits-123456');
  const context = readContext();
  return {
    folder,
    keep: () => keepStudy(context, folder),
    fetch: (patienceMs?: number) => fetchStudy(context, readInputs(), folder, patienceMs),
  };
}

function measured(folder: string): void {
  mkdirSync(path.join(folder, 'checkpoints', '3'), { recursive: true });
  mkdirSync(path.join(folder, 'trials', '3'), { recursive: true });
  writeFileSync(path.join(folder, 'journal.jsonl'), journal);
  writeFileSync(path.join(folder, 'checkpoints', '3', 'weights.bin'), 'w'.repeat(1000));
  writeFileSync(path.join(folder, 'trials', '3', 'output.log'), 'epoch 1');
}

const stateFolder = (folder: string) => path.dirname(path.dirname(folder));

test('what a run measured is there for the next one of the same commit: journal and checkpoints', async () => {
  const first = await step();
  measured(first.folder);
  expect(await first.keep()).toMatch(/^What was measured is kept/);
  expect(readdirSync(stateFolder(first.folder))).toEqual(['kept', 'studies']);
  expect(readdirSync(path.join(stateFolder(first.folder), 'kept'))).toEqual([]);
  // The runner of the next one has another workspace, at the same place.
  const second = await step({ attempt: 2 });
  expect(await second.fetch()).toBe('cache');
  expect(readdirSync(second.folder).sort()).toEqual(['checkpoints', 'journal.jsonl']);
  expect(readFileSync(path.join(second.folder, 'journal.jsonl'), 'utf8')).toBe(journal);
  expect(readFileSync(path.join(second.folder, 'checkpoints', '3', 'weights.bin'), 'utf8')).toHaveLength(
    1000,
  );
  // What is there stays.
  writeFileSync(path.join(second.folder, 'journal.jsonl'), 'mine');
  const before = store!.requests.length;
  expect(await second.fetch()).toBeUndefined();
  expect(store!.requests).toHaveLength(before);
});

test('the newest of several; none for another commit or another study', async () => {
  for (const [attempt, text] of [
    [1, journal],
    [2, `${journal}\n`],
  ] as const) {
    const { folder, keep } = await step({ attempt });
    measured(folder);
    writeFileSync(path.join(folder, 'journal.jsonl'), text);
    await keep();
  }
  expect(store!.keys()).toHaveLength(2);
  const next = await step({ attempt: 3 });
  expect(await next.fetch()).toBe('cache');
  expect(readFileSync(path.join(next.folder, 'journal.jsonl'), 'utf8')).toBe(`${journal}\n`);
  const other = await step({ sha: 'f'.repeat(40) });
  expect(await other.fetch()).toBeUndefined();
  expect(existsSync(other.folder)).toBe(false);
});

test('a cache that is read-only, as for a fork: a notice says so, and what to do', async () => {
  const { folder, keep } = await step({ results: { readOnly: true } });
  measured(folder);
  expect(await keep()).toMatch(/^The cache does not take what was measured.*tunegate-journal/);
  expect(log).not.toContain('::error');
});

test('a server without a cache: a notice, and the study begins anew', async () => {
  const { folder, keep, fetch } = await step({ results: 'none', server: 'https://ghes.example.com' });
  expect(await fetch()).toBeUndefined();
  measured(folder);
  expect(await keep()).toMatch(/^This server has no cache/);
});

test('what is damaged, or comes too late, is left', async () => {
  const first = await step();
  measured(first.folder);
  await first.keep();
  store!.damage();
  const second = await step();
  expect(await second.fetch()).toBeUndefined();
  expect(existsSync(second.folder)).toBe(false);
  await store!.close();
  store = await startFakeResults({ hangs: true });
  const third = await step();
  expect(await third.fetch(100)).toBeUndefined();
  expect(existsSync(third.folder)).toBe(false);
});

test('a run that was ended before it measured anything has nothing to keep', async () => {
  const { keep } = await step();
  expect(await keep()).toBe('There is nothing to keep for the next run.');
  expect(store!.requests).toEqual([]);
});

describe('by artifact', () => {
  const token = { ...jobToken, permissions: { ...jobToken.permissions, actions: 'read' } } as const;
  const withArtifact = (name: string, files: Readonly<Record<string, string>>, run = 1296269) =>
    ({
      tokens: { 'job-token': token },
      artifacts: [
        { run, name, zip: zipOf(Object.entries(files).map(([file, content]) => ({ name: file, content }))) },
      ],
    }) satisfies FakeOptions;

  test('an artifact of an earlier attempt of the same run: its journal, and nothing else', async () => {
    const { folder, fetch } = await step({
      results: 'none',
      attempt: 2,
      fakeOptions: withArtifact('tunegate-journal-1', {
        'digits-123456/journal.jsonl': journal,
        'digits-123456/checkpoints/3/weights.bin': 'w',
        'other-123456/journal.jsonl': 'x',
      }),
    });
    expect(await fetch()).toBe('artifact');
    expect(readdirSync(folder)).toEqual(['journal.jsonl']);
    expect(readFileSync(path.join(folder, 'journal.jsonl'), 'utf8')).toBe(journal);
  });

  test.each([
    ['a first attempt', 1, withArtifact('tunegate-journal-1', { 'digits-123456/journal.jsonl': journal })],
    ['another run', 2, withArtifact('tunegate-journal-1', { 'digits-123456/journal.jsonl': journal }, 5)],
    ['another artifact', 2, withArtifact('tunegate', { 'digits-123456/journal.jsonl': journal })],
    ['garbage', 2, withArtifact('tunegate-journal-1', { 'digits-123456/journal.jsonl': 'garbage\n' })],
    ['a path that leads out', 2, withArtifact('tunegate-journal-1', { '../../x/journal.jsonl': journal })],
    ['no permission', 2, {}],
  ] as const)('not from %s', async (_, attempt, fakeOptions) => {
    const { folder, fetch } = await step({ results: 'none', attempt, fakeOptions });
    expect(await fetch()).toBeUndefined();
    expect(existsSync(path.join(folder, 'journal.jsonl'))).toBe(false);
    expect(log).not.toContain('::error');
  });
});
