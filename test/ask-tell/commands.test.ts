import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ask, tell } from '../../src/ask-tell/commands.ts';
import { type Answer, AskTellError } from '../../src/ask-tell/protocol.ts';
import { lastStudy } from '../../src/session/last-study.ts';
import { SpecError } from '../../src/spec/problem.ts';
import { SpecFileError } from '../../src/spec/spec-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a trial that pauses and goes on, each word in a process of its own', async () => {
  const config = path.join(folder, 'search.yml');
  writeFileSync(
    config,
    `name: toy
trial: { resume: true }
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1 } }
search: { strategy: asha, eta: 2, min-epochs: 1 }
budget: { trials: 2, epochs: 2 }
`,
  );
  const answers: Answer[] = [];
  const hear = (text: string) => answers.push(JSON.parse(text) as Answer);
  const said: string[] = [];
  const asked = async () => [await ask({ config }, hear, (text) => said.push(text)), answers.at(-1)];
  const told = (trial: number, value: string) => tell(trial, [value], { config }, hear);

  expect(await asked()).toMatchObject([0, { trial: 0, resource: 1 }]);
  expect(await asked()).toMatchObject([0, { trial: 1, resource: 1 }]);
  // All are out: the budget is spent, but for what may go on.
  expect(await asked()).toMatchObject([3, { type: 'wait', pending: 2, trials: [0, 1] }]);
  expect(await told(0, '0.4')).toBe(0);
  await expect(told(0, '0.1')).rejects.toThrow(
    new AskTellError('trial 0 has ended already (completed) at 1 of 2: ask says when it goes on'),
  );
  await told(1, '0.6');
  expect(await asked()).toMatchObject([0, { trial: 0, resource: 2, resumes: true }]);
  await tell(0, [], { config, lost: true }, hear);
  expect(await asked()).toMatchObject([0, { trial: 0, resource: 2, resumes: true, again: true }]);
  await told(0, '0.3');
  expect(answers.at(-1)).toMatchObject({ state: 'completed', best: { trial: 0, score: 0.3 } });
  expect(await asked()).toMatchObject([3, { type: 'exhausted', pending: 0 }]);
  await expect(told(0, '0.1')).rejects.toThrow(new AskTellError('trial 0 has ended already (completed)'));
  // Once, when it began.
  expect(said).toEqual(['Search: asha, because the spec says so.']);
});

test('what is missing is said in the words of the command line', async () => {
  const config = path.join(folder, 'missing.yml');
  writeFileSync(
    config,
    `name: toy
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1 } }
search: { strategy: random }
budget: { trials: 2 }
`,
  );
  await ask({ config }, () => {});
  await expect(tell(0, [], { config }, () => {})).rejects.toThrow(
    new AskTellError('trial 0 has no value of loss yet: tell it as loss=number, or say --failed'),
  );
  await expect(tell(0, ['1'], { config, reason: 'crash' }, () => {})).rejects.toThrow(
    new AskTellError('a reason belongs to a failure: say --failed, too'),
  );
});

test('a trial whose asker is gone can be named, told as lost and asked for again', async () => {
  const config = path.join(folder, 'gone.yml');
  writeFileSync(
    config,
    `name: toy
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1 } }
search: { strategy: random }
budget: { trials: 2 }
`,
  );
  const answers: Answer[] = [];
  const hear = (text: string) => answers.push(JSON.parse(text) as Answer);
  await ask({ config }, hear);
  await ask({ config }, hear);
  await tell(0, ['0.4'], { config }, hear);
  expect(await ask({ config }, hear)).toBe(3);
  expect(answers.at(-1)).toMatchObject({ type: 'exhausted', pending: 1, trials: [1] });
  await tell(1, [], { config, lost: true }, hear);
  expect(await ask({ config }, hear)).toBe(0);
  expect(answers.at(-1)).toMatchObject({ trial: 1, again: true });
});

test('what the file of values ships is tried first', async () => {
  const config = path.join(folder, 'shipped.yml');
  writeFileSync(
    config,
    `name: toy
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1 }, n: { type: int, min: 1, max: 9, default: 3 } }
values: { file: params.yml, at: train }
`,
  );
  const answers: Answer[] = [];
  const hear = (text: string) => answers.push(JSON.parse(text) as Answer);
  await expect(ask({ config }, hear)).rejects.toThrow(
    `${config}:4:17: there is no file ${path.join(folder, 'params.yml')}`,
  );
  writeFileSync(path.join(folder, 'params.yml'), 'train: { x: 0.25 }\n');
  await ask({ config }, hear);
  expect(answers).toMatchObject([{ trial: 0, config: { x: 0.25, n: 3 }, origin: 'incumbent' }]);
  await tell(0, ['0.4'], { config }, hear);
  expect((await lastStudy(config)).results.space.incumbent).toEqual({ x: 0.25, n: 3 });
  writeFileSync(path.join(folder, 'params.yml'), 'train: { x: 2 }\n');
  await expect(ask({ config }, hear)).rejects.toThrow(SpecError);
});

test('nothing is told of a search that was never begun', async () => {
  const config = path.join(folder, 'never.yml');
  writeFileSync(
    config,
    'name: toy\nmetric: { name: loss, goal: minimize }\nparams: { x: { type: float, min: 0, max: 1 } }\n',
  );
  const journal = path.join(folder, 'never.journal.jsonl');
  await expect(tell(0, ['0.4'], { config }, () => {})).rejects.toThrow(
    new AskTellError(
      `There is no journal at ${journal}: begin the search with tunegate ask, or name its journal with --journal`,
    ),
  );
  expect(existsSync(journal)).toBe(false);
});

test('a metric that is told twice is told neither time', async () => {
  const config = path.join(folder, 'twice.yml');
  writeFileSync(
    config,
    `name: toy
metric: [{ name: loss, goal: minimize }, { name: ms, goal: minimize }]
params: { x: { type: float, min: 0, max: 1 } }
`,
  );
  const answers: Answer[] = [];
  const hear = (text: string) => answers.push(JSON.parse(text) as Answer);
  await ask({ config }, hear);
  for (const values of [
    ['0.4', '12'],
    ['loss=0.4', '12'],
  ])
    await expect(tell(0, values, { config }, hear)).rejects.toThrow(
      new AskTellError('loss is told twice, the second time by "12": write name=number for another metric'),
    );
  await tell(0, ['0.4', 'ms=12'], { config }, hear);
  expect(answers.at(-1)).toMatchObject({ state: 'completed', score: 0.4 });
});

test('a search of `auto` goes on with its strategy when its budget grows', async () => {
  const config = path.join(folder, 'auto.yml');
  const spec = (trials: number) => `name: toy
metric: { name: loss, goal: minimize }
params: { x: { type: int, min: 1, max: 6 } }
budget: { trials: ${trials} }
`;
  writeFileSync(config, spec(1));
  await ask({ config }, () => {});
  await tell(0, ['0.4'], { config }, () => {});
  const grown = 8;
  writeFileSync(config, spec(grown));
  // Anew that would be a grid.
  for (let trial = 1; trial < 6; trial++) {
    expect(await ask({ config }, () => {})).toBe(0);
    await tell(trial, ['0.5'], { config }, () => {});
  }
  expect(await ask({ config }, () => {})).toBe(3);
  expect((await lastStudy(config)).results.study).toMatchObject({
    strategy: 'bayesian',
    stop: { detail: 'all 6 configs of the space were tried' },
  });
});

test('a folder in the place of the spec is said to be one', async () => {
  await expect(ask({ config: folder }, () => {})).rejects.toThrow(
    new SpecFileError(
      `${folder} is a folder; name the spec file in it, such as ${path.join(folder, 'tune.yml')}`,
    ),
  );
});

test('a spec that is not there is asked for', async () => {
  const config = path.join(folder, 'nowhere.yml');
  await expect(ask({ config }, () => {})).rejects.toThrow(
    new SpecFileError(
      `There is no spec at ${config}. Write one with tunegate init, or name yours with --config (config: in a workflow)`,
    ),
  );
});
