import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openSearch } from '../../src/ask-tell/open.ts';
import type { Answer } from '../../src/ask-tell/protocol.ts';
import { serve } from '../../src/ask-tell/serve.ts';
import { SpecError } from '../../src/spec/problem.ts';
import { StudyChangedError } from '../../src/study/header.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-serve-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = `name: toy
metric: { name: loss, goal: minimize }
params:
  x: { type: int, min: 0, max: 9 }
  kind: { type: choice, values: [a, b] }
search: { strategy: tpe, seed: 3 }
budget: { trials: 6 }
`;
let files = 0;
function specFile(content = text): string {
  files += 1;
  const file = path.join(folder, `${files}.yml`);
  writeFileSync(file, content);
  return file;
}

async function* each(lines: readonly string[]): AsyncIterable<string> {
  yield* lines;
}

/** What a driver hears that says all of these lines. */
async function hear(lines: readonly string[], spec = specFile(), journal?: string) {
  const search = await openSearch({ spec, pending: 'lost', ...(journal ? { journal } : {}) });
  const answers: string[] = [];
  try {
    await serve(search.conversation, each(lines), (line) => answers.push(line));
  } finally {
    search.close();
  }
  return answers.map((line) => JSON.parse(line) as Answer & { id?: unknown });
}

const ask = '{"type":"ask"}';

test('the words of a whole search', async () => {
  const answers = await hear([
    '{"type":"best"}',
    '{"type":"ask","id":["a",1]}',
    '{"type":"report","trial":0,"step":1,"metrics":{"loss":2,"size":3}}',
    '{"type":"tell","trial":0,"metrics":{"loss":1.5}}',
    ask,
    '{"type":"tell","trial":1,"metrics":{"loss":NaN}}',
    ask,
    '{"type":"tell","trial":2,"failed":true,"reason":"out-of-memory"}',
    ask,
    '{"type":"tell","trial":3,"lost":true}',
    ask,
    ask,
    ask,
    ask,
    '{"type":"tell","trial":3,"metrics":{"loss":1}}',
    '{"type":"tell","trial":4,"metrics":{"loss":4}}',
    '{"type":"tell","trial":5,"metrics":{"loss":5}}',
    ask,
    '{"type":"best"}',
  ]);
  await expect(`${answers.map((answer) => JSON.stringify(answer)).join('\n')}\n`).toMatchFileSnapshot(
    '__golden__/conversation.jsonl',
  );
});

test('what cannot be done is said, with the line, and the search goes on', async () => {
  const answers = await hear([
    'hello',
    '',
    '[1]',
    '{"type":"aks"}',
    '{"type":"ask","more":1}',
    '{"type":"tell","trial":0,"metrics":{"loss":1}}',
    ask,
    '{"type":"tell","trial":0}',
    '{"type":"tell","trial":0,"metrics":{"other":1}}',
    '{"type":"tell","trial":0,"metrics":{"loss":"low"},"id":7}',
    '{"type":"tell","trial":-1,"metrics":{"loss":1}}',
    '{"type":"tell","trial":0,"reason":"crash","metrics":{"loss":1}}',
    '{"type":"tell","trial":0,"failed":true,"reason":"bad luck"}',
    '{"type":"report","trial":0}',
    `{"type":"ask","id":"${'x'.repeat(2 ** 20)}"}`,
    '{"type":"tell","trial":0,"metrics":{"loss":1}}',
    '{"type":"tell","trial":0,"metrics":{"loss":1}}',
    '{"type":"report","trial":0,"metrics":{"loss":1}}',
  ]);
  await expect(`${answers.map((answer) => JSON.stringify(answer)).join('\n')}\n`).toMatchFileSnapshot(
    '__golden__/errors.jsonl',
  );
});

test('the id comes back with an error, too, and one that cannot come back does no harm', async () => {
  const deep = (brackets: number) => `${'['.repeat(brackets)}${']'.repeat(brackets)}`;
  const answers = await hear([
    '{"type":"ask","id":3,"foo":1}',
    '{"type":"aks","id":7}',
    '{"id":{"a":null}}',
    `{"type":"ask","id":${deep(100_000)}}`,
    `{"type":"ask","id":"deep","foo":${deep(100_000)}}`,
    deep(100_000),
    `{"type":"ask","id":${deep(100)}}`,
    '{"type":"tell","trial":0,"metrics":{"loss":"low"},"id":"t"}',
    '{"type":"tell","trial":1,"id":null}',
  ]);
  expect(answers.map(({ type, id }) => [type, id])).toEqual([
    ['error', 3],
    ['error', 7],
    ['error', { a: null }],
    ['error', undefined],
    ['error', 'deep'],
    ['error', undefined],
    ['trial', JSON.parse(deep(100))],
    ['error', 't'],
    ['error', null],
  ]);
  expect(answers[3]).toMatchObject({ message: 'id: expected no more than 100 levels of nesting' });
  expect(answers[5]).toMatchObject({ message: expect.stringContaining('expected an object') });
});

test('anything at all gets one answer a line', async () => {
  const word = fc.oneof(
    fc.constantFrom('ask', 'tell', 'report', 'best', 'trial', 'metrics', 'loss', 'failed', 'lost', 'step'),
    fc.string(),
  );
  const request = fc.dictionary(
    fc.constantFrom('type', 'trial', 'metrics', 'failed', 'lost', 'step', 'reason', 'id'),
    fc.oneof(word, fc.integer({ min: -1, max: 8 }), fc.jsonValue(), fc.constant({ loss: 0.5 })),
  );
  const line = fc.oneof(
    fc.constant(ask),
    fc.integer({ min: 0, max: 6 }).map((trial) => `{"type":"tell","trial":${trial},"metrics":{"loss":1}}`),
    request.map((value) => JSON.stringify(value)),
    fc.string({ minLength: 1 }).map((text) => text.replace(/[\r\n]/g, ' ')),
  );
  const spec = specFile();
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
      const answers = await hear(lines, spec);
      expect(answers.length).toBe(lines.filter((item) => item.trim() !== '').length);
    }),
    { numRuns: 60 },
  );
});

test('a journal goes on exactly, wherever the driver was killed', async () => {
  const spec = specFile(text.replace('trials: 6', 'trials: 12').replace('tpe', 'bayesian'));
  const script = Array.from({ length: 12 }, (_, trial) => [
    ask,
    `{"type":"report","trial":${trial},"metrics":{"loss":${10 - trial}}}`,
    `{"type":"tell","trial":${trial},"metrics":{"loss":${(trial * 7) % 5}}}`,
  ]).flat();
  const trialsOf = (answers: readonly Answer[]) =>
    answers.flatMap((answer) =>
      answer.type === 'trial' ? [[answer.trial, answer.params, answer.seed]] : [],
    );
  const whole = trialsOf(await hear(script, spec));
  for (const cut of [1, 2, 3, 16, 17, 29]) {
    const journal = path.join(folder, `cut-${cut}.jsonl`);
    const before = trialsOf(await hear(script.slice(0, cut), spec, journal));
    // A torn line, as a kill leaves it.
    writeFileSync(journal, `${readFileSync(journal, 'utf8')}{"type":"rep`);
    const resumed = cut % 3 === 0 ? cut : cut - (cut % 3);
    const after = trialsOf(await hear(script.slice(resumed), spec, journal));
    const again = cut % 3 === 0 ? [] : [before.at(-1)];
    expect(after.slice(0, again.length)).toEqual(again);
    expect([...before, ...after.slice(again.length)]).toEqual(whole);
  }
});

test('the journal of another search is refused, and --fresh begins anew', async () => {
  const journal = path.join(folder, 'other.jsonl');
  await hear([ask], specFile(), journal);
  const other = specFile(text.replace('max: 9', 'max: 8'));
  await expect(hear([ask], other, journal)).rejects.toThrow(StudyChangedError);
  const search = await openSearch({ spec: other, journal, pending: 'lost', fresh: true });
  expect(search.conversation.ask()).toMatchObject({ type: 'trial', trial: 0 });
  search.close();
});

test('trials of a killed driver may be told, unless they had reported', async () => {
  const [spec, journal] = [specFile(), path.join(folder, 'left.jsonl')];
  await hear([ask, ask, '{"type":"report","trial":1,"metrics":{"loss":3}}'], spec, journal);
  const answers = await hear(
    ['{"type":"tell","trial":0,"metrics":{"loss":2}}', '{"type":"tell","trial":1}', ask],
    spec,
    journal,
  );
  expect(answers).toMatchObject([
    { type: 'told', trial: 0 },
    { type: 'error', line: 2, message: expect.stringContaining('ask hands it out again') },
    { type: 'trial', trial: 1, again: true },
  ]);
});

test('a spec without a trial is a mistake only where something is trained', async () => {
  const spec = specFile(text.replace('budget: { trials: 6 }\n', '').replace('max: 9', 'max: 9, defualt: 1'));
  await expect(openSearch({ spec, pending: 'lost' })).rejects.toThrow(SpecError);
  const endless = specFile(text.replace('budget: { trials: 6 }\n', '').replace('int', 'float'));
  expect((await hear([ask], endless))[0]).toMatchObject({ type: 'trial' });
});

test('a driven search tries first what the spec says, then the best of an earlier study', async () => {
  const journal = path.join(folder, 'warm.jsonl');
  writeFileSync(path.join(folder, 'before.csv'), 'kind,x,loss\na,7,0.1\nb,2,0.9\nb,30,0\n');
  const spec = specFile(
    text.replace('seed: 3', 'seed: 3, try-first: [{ kind: b, x: 9 }], warm-start: "before.*"'),
  );
  const lines = [ask, '{"type":"tell","trial":0,"metrics":{"loss":3}}', ask];
  const answers = await hear(lines, spec, journal);
  expect(answers).toMatchObject([
    { params: { x: 9, kind: 'b' }, origin: 'try first' },
    { type: 'told' },
    { params: { x: 7, kind: 'a' }, origin: 'earlier study' },
  ]);
  const search = await openSearch({ spec, journal, pending: 'lost' });
  expect(search.about).toContain('Warm start: 2 trials of before.csv; 1 more do not fit this space');
  search.close();
});
