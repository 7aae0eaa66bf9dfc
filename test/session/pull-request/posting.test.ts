import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderSummary } from '../../../src/report/markdown.ts';
import {
  encodePosting,
  isPostingFile,
  longestPosting,
  type Posting,
  PostingError,
  readPosting,
  savePosting,
} from '../../../src/session/pull-request/posting.ts';
import {
  failureOf,
  failurePublication,
  outcomeOf,
  resultPublication,
} from '../../../src/session/pull-request/publication.ts';
import { temporaryFolder } from '../../github/git-fixture.ts';
import { results, searchTrial, variants } from '../../report/fixtures.ts';

const sha = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';
const posting: Posting = {
  kind: 'results',
  id: '',
  headSha: sha,
  pullRequest: 2,
  results,
  cancelled: false,
};

// A member of the results that the schema drops shows here.
test.each(Object.entries({ ...variants, results }))('what is saved is what is read: %s', (_, of) => {
  const read = readPosting(encodePosting({ ...posting, results: of }));
  expect(read).toEqual({ ...posting, results: of });
  if (read.kind !== 'results') throw new Error('no results');
  expect(renderSummary(read.results)).toEqual(renderSummary(of));
});

test('numbers that JSON lacks survive', () => {
  const trial = searchTrial(1, { metrics: { a: Number.NaN, b: -Infinity, c: -0 } });
  const odd = { ...results, study: { ...results.study, trials: [trial] } };
  const read = readPosting(encodePosting({ ...posting, results: odd }));
  if (read.kind !== 'results') throw new Error('no results');
  expect(read.results.study.trials[0]!.metrics).toEqual({ a: Number.NaN, b: -Infinity, c: -0 });
  expect(read.results.space.size).toBe(results.space.size);
});

test('a failure, with its places', () => {
  const failure = failureOf(new Error('disk full'), 'tune.yml');
  const saved: Posting = { kind: 'error', id: 'a/b', headSha: sha, pullRequest: 2, failure };
  expect(readPosting(encodePosting(saved))).toEqual(saved);
});

test('each id has a file of its own', async () => {
  const folder = temporaryFolder();
  const files = await Promise.all(['', 'a/b', 'a.b'].map((id) => savePosting(folder, { ...posting, id })));
  expect(new Set(files).size).toBe(3);
  for (const file of files) expect(isPostingFile(file)).toBe(true);
  expect(isPostingFile('results.json')).toBe(false);
  expect(readPosting(readFileSync(files[1]!, 'utf8')).id).toBe('a/b');
});

test('a study with too many measurements keeps the last one of each trial', async () => {
  const reports = Array.from({ length: 50_000 }, (_, step) => ({
    step,
    metrics: { val_accuracy: 0.123456789, loss: 1.23456789 },
  }));
  const trials = Array.from({ length: 12 }, (_, trial) => searchTrial(trial, { reports }));
  const long = { ...results, study: { ...results.study, trials } };
  const text = readFileSync(await savePosting(temporaryFolder(), { ...posting, results: long }), 'utf8');
  expect(text.length).toBeLessThan(longestPosting);
  const read = readPosting(text);
  if (read.kind !== 'results') throw new Error('no results');
  expect(read.results.study.trials.map((trial) => trial.reports.length)).toEqual(Array(12).fill(1));
});

test.each([
  ['nothing', ''],
  ['no object', 'null'],
  ['another format', '{"format":2}'],
  ['no kind', '{"format":1}'],
  ['prose for a number', encodePosting(posting).replace(/"durationMs":\d+/, '"durationMs":"<b>@me</b>"')],
  ['markdown beside the data', JSON.stringify({ format: 1, kind: 'markdown', comment: '# hello' })],
  ['a place outside of the repository', failing({ path: '../../etc/passwd' })],
  ['an absolute place', failing({ path: '/etc/passwd' })],
  ['a hidden line break in a place', failing({ path: 'a\nb' })],
  ['too many places', failing({}, 51)],
])('refuses %s', (_, text) => {
  expect(() => readPosting(text)).toThrow(PostingError);
});

function failing(change: object, count = 1): string {
  const annotation = { path: 'tune.yml', startLine: 1, level: 'failure', message: 'm', ...change };
  const failure = { title: 't', message: 'm', annotations: Array(count).fill(annotation) };
  return JSON.stringify({ format: 1, kind: 'error', id: '', headSha: sha, pullRequest: 2, failure });
}

test('a number of blocks that would fill the memory, and keys that mean something to every object, are refused', () => {
  const huge = encodePosting(posting).replaceAll('"layers":1,', '"layers":100000000,');
  expect(huge).not.toBe(encodePosting(posting));
  expect(() => readPosting(huge)).toThrow(PostingError);
  const polluting = encodePosting(posting).replace('["batch_size"]', '["__proto__","polluted"]');
  expect(polluting).toContain('polluted');
  expect(() => readPosting(polluting)).toThrow(PostingError);
  expect({}).not.toHaveProperty('polluted');
});

test('what is not known is dropped', () => {
  const json = JSON.parse(encodePosting(posting)) as { results: Record<string, unknown> };
  json.results['comment'] = '# hello @everyone';
  expect(JSON.stringify(readPosting(JSON.stringify(json)))).not.toContain('hello');
});

/** Every leaf of the data, replaced by something hostile. */
test('a posting with hostile values is refused, or renders without harm', () => {
  const hostile = [
    '@team <img src=x> https://evil.example [x](y) #12 <!-- tunegate:x -->',
    -1,
    1e308,
    null,
    true,
    [],
    {},
  ];
  const text = encodePosting(posting);
  const leaves: string[] = [];
  walk(JSON.parse(text), '', (pointer) => leaves.push(pointer));
  fc.assert(
    fc.property(
      fc.subarray(leaves, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...hostile),
      (at, value) => {
        const json: unknown = JSON.parse(text);
        for (const pointer of at) replace(json, pointer.split('/').slice(1), value);
        let read: Posting;
        try {
          read = readPosting(JSON.stringify(json));
        } catch (error) {
          expect(error).toBeInstanceOf(PostingError);
          return;
        }
        if (read.kind !== 'results') throw new Error('no results');
        const { comment, title } = resultPublication(read.results, outcomeOf(read.results, read.cancelled));
        expect(title.length).toBeLessThan(1000);
        const prose = (comment as readonly string[])[0]!
          .replace(/^(`{3,})[\s\S]*?^\1$/gm, '')
          .replace(/(`+)[^`][\s\S]*?\1/g, '·');
        expect(prose).not.toMatch(/@team|<img|https:|<!--/);
      },
    ),
    { numRuns: 300 },
  );
});

function walk(value: unknown, pointer: string, visit: (pointer: string) => void): void {
  if (value === null || typeof value !== 'object') visit(pointer);
  else
    for (const [key, item] of Object.entries(value))
      walk(item, `${pointer}/${key.replaceAll('/', '~')}`, visit);
}

function replace(value: unknown, parts: readonly string[], by: unknown): void {
  let parent = value as Record<string, unknown>;
  for (const part of parts.slice(0, -1))
    parent = parent[part.replaceAll('~', '/')] as Record<string, unknown>;
  parent[parts.at(-1)!.replaceAll('~', '/')] = by;
}

test('the text of a failure stays in its fence', () => {
  const failure = failureOf(new Error('```\n# hello @everyone\n<img src=x>'), 'tune.yml');
  const { checkSummary } = failurePublication(failure);
  expect(String(checkSummary)).toMatch(/^\*\*Tunegate could not run\.\*\*\n\n````text\n/);
});
