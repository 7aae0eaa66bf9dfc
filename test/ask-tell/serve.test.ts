import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openSearch } from '../../src/ask-tell/open.ts';
import type { Answer } from '../../src/ask-tell/protocol.ts';
import { serve } from '../../src/ask-tell/serve.ts';
import { SpecError } from '../../src/spec/problem.ts';
import { foldRecords } from '../../src/study/fold.ts';
import { StudyChangedError } from '../../src/study/header.ts';
import { readJournal } from '../../src/study/journal.ts';

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

test('a byte order mark begins the first line alone; elsewhere it is named', async () => {
  const [first, second] = await hear([`\uFEFF${ask}`, `\uFEFF${ask}`]);
  expect(first).toMatchObject({ type: 'trial', trial: 0 });
  expect(second).toEqual({
    type: 'error',
    line: 2,
    message: String.raw`not JSON: "\u{feff}{\"type\":\"ask\"}"`,
  });
});

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

test('what auto chose says which settings mean nothing to it', async () => {
  const spec = specFile(text.replace('{ strategy: tpe, seed: 3 }', '{ eta: 3, points: 4 }'));
  const { about, close } = await openSearch({ spec, pending: 'lost' });
  close();
  expect(about).toMatch(/^Search: bayesian, because .*\. `eta` and `points` mean nothing to it\.$/);
});

test('a reason without a failure is told what to do in the words of a line', async () => {
  const [, answer] = await hear(['{"type":"ask"}', '{"type":"tell","trial":0,"reason":"crash"}']);
  expect(answer).toMatchObject({
    type: 'error',
    message: 'a reason belongs to a failure: say "failed", too',
  });
});

test('disk limits nothing where the driver keeps the checkpoints, and that is said', async () => {
  const spec = specFile(
    `${text.replace('tpe', 'asha').replace('trials: 6', 'trials: 6, epochs: 9, disk: 1GiB')}trial: { resume: true }\n`,
  );
  const { about, close } = await openSearch({ spec, pending: 'lost' });
  close();
  expect(about).toMatch(
    / `disk` means nothing to it, since the program that trains keeps the checkpoints\.$/,
  );
});

test('what is told without a step comes after all that was reported, in whatever order that came', async () => {
  const journal = path.join(folder, 'mean.jsonl');
  const fold = (step: number) => `{"type":"report","trial":0,"step":${step},"metrics":{"loss":${step}}}`;
  const lines = [ask, fold(4), fold(2), '{"type":"tell","trial":0,"metrics":{"loss":3}}'];
  await hear(lines, specFile(), journal);
  expect(
    foldRecords(readJournal(journal))
      .study()
      .trials[0]!.reports.map(({ step }) => step),
  ).toEqual([4, 2, 5]);
});

test('a step is a number of at least 0, and may come again', async () => {
  const report = (step: string) => `{"type":"report","trial":0,"step":${step},"metrics":{"loss":1}}`;
  const good = ['0', '0.5', '1', '1', '3', '2'];
  const bad = ['-1', '-0.5', '1e300', '1e999', 'NaN', '"2"', 'null'];
  const journal = path.join(folder, 'steps.jsonl');
  const answers = await hear(
    [
      ask,
      ...[...good, ...bad].map(report),
      '{"type":"tell","trial":0,"step":-3,"metrics":{"loss":2}}',
      '{"type":"tell","trial":0,"step":4,"metrics":{"loss":2}}',
    ],
    specFile(),
    journal,
  );
  const types = answers.map(({ type }) => type);
  expect(types).toEqual(['trial', ...good.map(() => 'decision'), ...bad.map(() => 'error'), 'error', 'told']);
  expect(answers[1 + good.length]).toMatchObject({
    message: 'step: expected how far the trial is, a number from 0 to 9007199254740991, found -1',
  });
  const [trial] = foldRecords(readJournal(journal)).study().trials;
  expect(trial!.reports.map(({ step }) => step)).toEqual([0, 0.5, 1, 1, 3, 2, 4]);
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
  expect(search.about).toContain('Begun anew: the old journal is kept as ');
  expect(search.about).toContain('other.jsonl.old.');
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

test('the best of several metrics comes with the front, without what misses a constraint', async () => {
  const spec = specFile(
    text
      .replace(
        'metric: { name: loss, goal: minimize }',
        'metric: [{ name: loss, goal: minimize }, { name: speed, goal: maximize }]',
      )
      .replace(
        'search: { strategy: tpe, seed: 3 }',
        'constraints: { size: { max: 10 } }\nsearch: { strategy: random }',
      ),
  );
  const trial = (number: number, metrics: object) => [
    ask,
    `{"type":"tell","trial":${number},"metrics":${JSON.stringify(metrics)}}`,
  ];
  const best = '{"type":"best"}';
  const answers = await hear(
    [
      ...[best, ...trial(0, { loss: 0, speed: 99, size: 11 }), best],
      ...[...trial(1, { loss: 3, speed: 5, size: 10 }), best],
      ...trial(2, { loss: 1, speed: 2, size: 1 }),
      ...trial(3, { loss: 4, speed: 4, size: 1 }),
      ...[...trial(4, { loss: 1.5, speed: 4.5, size: 1 }), best],
    ],
    spec,
  );
  const params = answers.flatMap((answer) => (answer.type === 'trial' ? [answer.params] : []));
  const bests = answers.filter(({ type }) => type === 'best');
  expect(bests.slice(0, 2)).toEqual([{ type: 'best' }, { type: 'best' }]);
  const one = (number: number, metrics: object) => ({
    trial: number,
    config: params[number],
    params: params[number],
    metrics,
  });
  expect(bests[2]).toMatchObject({ trial: 1, front: [one(1, { loss: 3, speed: 5 })] });
  expect(bests[3]).toEqual({
    type: 'best',
    trial: 4,
    config: params[4],
    params: params[4],
    score: 1.5,
    front: [one(2, { loss: 1, speed: 2 }), one(4, { loss: 1.5, speed: 4.5 }), one(1, { loss: 3, speed: 5 })],
  });
});

test.each([false, true])(
  'the epochs of all trials end a search, and the answer says so: where trials can resume: %s',
  async (resume) => {
    const spec = specFile(
      `${text.replace('tpe', 'hyperband').replace('trials: 6', 'epochs: 9, total-epochs: 40')}trial: { resume: ${resume} }\n`,
    );
    const search = await openSearch({ spec, pending: 'lost' });
    const reached = new Map<number, number>();
    let trained = 0;
    let promoted = 0;
    let answer = search.conversation.ask();
    for (; answer.type === 'trial'; answer = search.conversation.ask()) {
      const { trial, resource = 0, resumes } = answer;
      if (resumes) promoted += 1;
      trained += resource - (resume ? (reached.get(trial) ?? 0) : 0);
      reached.set(trial, resource);
      search.conversation.tell({ trial, metrics: { loss: trial } });
    }
    search.close();
    expect(promoted).toBeGreaterThan(1);
    expect(trained).toBeLessThanOrEqual(40);
    expect(answer).toMatchObject({
      type: 'exhausted',
      reason: expect.stringMatching(
        `^${trained} of 40 epochs were trained, and the next training would take up to`,
      ),
    });
  },
);

const climbing = `${text.replace('tpe, seed: 3', 'asha, seed: 3, eta: 3, min-epochs: 1')}`.replace(
  'trials: 6',
  'trials: 9, epochs: 9',
);

/** What asks hand out to a driver that trains on from its checkpoints; `killedAt`: it is killed after so many words, and begun again. */
async function climb(spec: string, journal?: string, killedAt?: number) {
  const reached = new Map<number, number>();
  const handed: (readonly [number, number | undefined, boolean])[] = [];
  let words = 0;
  for (;;) {
    const search = await openSearch({ spec, pending: 'lost', ...(journal ? { journal } : {}) });
    try {
      for (;;) {
        const answer = search.conversation.ask();
        if (answer.type !== 'trial') return { handed, study: search.conversation.study, answer };
        const { trial, resource = 0, resumes = false, again = false } = answer;
        if (again) expect(handed.at(-1)).toEqual([trial, resource, resumes]);
        else handed.push([trial, resource, resumes]);
        expect(resumes).toBe(reached.has(trial));
        words += 1;
        if (words === killedAt) break;
        for (let step = (reached.get(trial) ?? 0) + 1; step < resource; step++)
          search.conversation.report(trial, { loss: trial + 1 / step });
        words += 1;
        if (words === killedAt) break;
        search.conversation.tell({ trial, metrics: { loss: ((trial * 5) % 9) + 1 / resource } });
        reached.set(trial, resource);
      }
    } finally {
      search.close();
    }
  }
}

test('where trials can resume, asha lets them pause and the best go on, also over kills', async () => {
  const spec = specFile(`${climbing}trial: { resume: true }\n`);
  const { handed, study, answer } = await climb(spec);
  expect(answer).toMatchObject({ type: 'exhausted', pending: 0 });
  const at = (rung: number) => handed.filter(([, resource]) => resource === rung).length;
  expect([at(1), at(3), at(9)]).toEqual([9, 3, 1]);
  const last = study.trials.find(({ resource }) => resource === 9)!;
  // Without steps the reports are counted, over all that the trial was handed out for.
  expect(last.reports.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const killedAt of [1, 2, 5, 12, 25, 26]) {
    const killed = await climb(spec, path.join(folder, `climb-${killedAt}.jsonl`), killedAt);
    expect(killed.handed).toEqual(handed);
    expect(killed.study.trials.map(({ score, resource }) => [score, resource])).toEqual(
      study.trials.map(({ score, resource }) => [score, resource]),
    );
  }
});

test('where trials cannot resume, asha hands each out once, for the full resource', async () => {
  for (const trial of ['', 'trial: { resume: false }\n', 'trial: { run: [train] }\n']) {
    const { handed } = await climb(specFile(climbing + trial));
    expect(handed.every(([, resource, resumes]) => resource === 9 && !resumes)).toBe(true);
    expect(handed).toHaveLength(9);
  }
});

test('whether trials can resume belongs to the search', async () => {
  const journal = path.join(folder, 'resume.jsonl');
  await hear([ask], specFile(climbing), journal);
  await expect(hear([ask], specFile(`${climbing}trial: { resume: true }\n`), journal)).rejects.toThrow(
    StudyChangedError,
  );
});

test('early stopping and the lowest rung are as the spec says', async () => {
  const spec = specFile(
    text
      .replace('tpe, seed: 3', 'random, seed: 3, early-stopping: median, min-epochs: 2')
      .replace('trials: 6', 'trials: 6, epochs: 8'),
  );
  const trial = (number: number, loss: number) => [
    ask,
    ...[1, 2, 3].map(
      (step) => `{"type":"report","trial":${number},"step":${step},"metrics":{"loss":${loss}}}`,
    ),
    `{"type":"tell","trial":${number}}`,
  ];
  const answers = await hear(
    [0, 1, 2, 3, 4, 5].flatMap((number) => trial(number, number)),
    spec,
  );
  const told = answers.flatMap((answer) => (answer.type === 'told' ? [answer.state] : []));
  expect(told[0]).toBe('completed');
  expect(told).toContain('pruned');
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
  expect(search.about).toContain('Warm start: 2 trials of before.csv; 1 more does not fit');
  search.close();
});
