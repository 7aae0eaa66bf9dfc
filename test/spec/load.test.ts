import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createSpace } from '../../src/space/space.ts';
import { loadDrivenSpec, loadSpec, placesIn } from '../../src/spec/load.ts';
import type { Override } from '../../src/spec/overrides.ts';
import { problemsOf, readValid, spec } from './specs.ts';

const broken = path.join(import.meta.dirname, 'broken');

test.each(readdirSync(broken))('the broken spec %s gets messages that one would be glad of', async (name) => {
  const error = problemsOf(readFileSync(path.join(broken, name), 'utf8'));
  await expect(error.message).toMatchFileSnapshot(`__golden__/${name.replace('.yml', '.txt')}`);
});

test('the example of the design, with every default filled in', () => {
  const design = loadSpec('tune.yml', readValid('design.yml'));
  expect(design).toMatchObject({
    version: 1,
    name: 'digits',
    metric: { name: 'val_accuracy', goal: 'maximize', use: 'last' },
    search: { strategy: 'auto', seed: 7, repeats: false },
    budget: { time: 900_000, trials: 60, epochs: 30, workers: 'auto' },
  });
  expect(design.trial).toEqual({
    module: './model.ts',
    backend: 'auto',
    env: {},
    passEnv: [],
    grace: 5000,
    output: 1_048_576,
  });
  const gate = {
    confidence: 0.95,
    seeds: 10,
    metrics: {},
    baseline: 'auto',
    file: 'tunegate-baseline.json',
    data: [],
  };
  expect(design.gate).toEqual({ maxDrop: 0.005, ...gate });
  expect(createSpace(design.params).missingDefaults).toEqual(['layers']);
});

test.each([
  ['without a trial', undefined, 'the spec has no `params`\n'],
  ['with a module that would declare them', '{ module: ./m.ts }', 'where another program trains, no code is'],
  ['with a command', '{ run: [train] }', 'the spec has no `params`\n'],
])('a search that another program drives needs params: %s', (_, trial, message) => {
  const text = spec({ trial, params: undefined });
  const error = problemsOf(text, loadDrivenSpec).message;
  expect(error).toContain('tune.yml:1:1');
  expect(error).toContain(message);
  expect(error).toContain('expected: `params:` and below it the parameters');
  expect(loadDrivenSpec('tune.yml', spec({ trial, budget: undefined })).budget).toEqual({ workers: 'auto' });
});

test.each([
  ['without a trial', undefined],
  ['with what only `tunegate run` trains', '{ module: ./m.ts }'],
  ['with a part of it', '{ resume: true }'],
])(
  'a search that another program drives has no use for scores and weights of models of ours: %s',
  (_, trial) => {
    const search = `
  strategy: evolution
  proxies: [synflow]
  candidates: 50
  inherit: true`;
    const { problems } = problemsOf(spec({ trial, search }), loadDrivenSpec);
    const at = trial === undefined ? 0 : 1;
    expect(problems.map(({ line, column, message }) => [line - at, column, message])).toEqual([
      [7, 3, '`proxies` are scores of a model that Tunegate builds, and here another program trains'],
      [9, 3, '`inherit` hands on weights that Tunegate has kept, and here another program trains'],
    ]);
    const without = '{ strategy: evolution, inherit: false }';
    expect(loadDrivenSpec('tune.yml', spec({ trial, search: without })).search.strategy).toBe('evolution');
  },
);

const endless =
  '{ a: { type: float, min: 0, max: 1 }, b: { type: float, min: 0, max: 1 }, c: { type: bool } }';

test.each([
  ['time', endless, '{ time: 5m }', undefined],
  ['trials', endless, '{ trials: 5 }', undefined],
  ['cost', endless, '{ cost: 1, price: 0.1 }', undefined],
  ['epochs', endless, '{ total-epochs: 50, epochs: 5 }', undefined],
  ['no improvement', endless, '{ no-improvement: 5 }', undefined],
  ['the end of a grid', endless, '{ epochs: 5 }', '{ strategy: grid, points: 70 }'],
  ['the end of a small space', '{ a: { type: int, min: 1, max: 10000 } }', undefined, undefined],
])('a search may be ended by %s', (_, params, budget, search) => {
  expect(() => loadSpec('tune.yml', spec({ params, budget, search }))).not.toThrow();
});

test.each([
  [
    '{ a: { type: int, min: 1, max: 10001 } }',
    undefined,
    undefined,
    'nothing would end the search soon: the space has about 10000 configs, and the budget has no limit',
  ],
  [endless, '{ early-end: true }', '{ strategy: bayesian }', '`early-end` is no limit'],
  [
    endless,
    undefined,
    '{ strategy: grid, points: 71 }',
    'nothing would end the search soon: the grid has about 10000 points',
  ],
  [
    endless,
    undefined,
    undefined,
    'expected: one of `time`, `trials`, `cost`, `total-epochs`, `no-improvement`, such as',
  ],
])('a search of %s with budget %s and search %s has to end', (params, budget, search, message) => {
  expect(problemsOf(spec({ params, budget, search })).message).toContain(message);
});

test('an empty spec elsewhere is written where it is', () => {
  expect(() => loadSpec('ml/other.yml', '')).toThrow('tunegate init --force --config ml/other.yml\n');
});

test('what is not said has its default', () => {
  const { search, budget, gate } = loadSpec('tune.yml', spec({ budget: undefined }));
  expect(search).toEqual({ strategy: 'auto', seed: 0, repeats: false, confirm: true });
  expect(budget).toEqual({ workers: 'auto' });
  expect(gate).toMatchObject({ maxDrop: 0, confidence: 0.95, seeds: 10, baseline: 'auto' });
});

test('a command, everything said', () => {
  const command = loadSpec('tune.yml', readValid('command.yml'));
  expect(command.trial).toEqual({
    run: ['python', 'train.py', '--C={C}'],
    shell: false,
    stdout: ['accuracy=(?<accuracy>[0-9.]+)'],
    env: { OMP_NUM_THREADS: '1', FLAG: 'true' },
    passEnv: ['HF_TOKEN'],
    timeout: 5_400_000,
    grace: 2000,
    output: 65_536,
  });
  expect(command.budget).toEqual({ time: 90_000, workers: 2 });
  expect(command.gate).toBe(false);
});

test('a command line for the shell, on a finite space without a budget', () => {
  const { trial, budget } = loadSpec('tune.yml', readValid('shell.yml'));
  expect(trial).toMatchObject({ run: 'python train.py | tee log.txt', shell: true });
  expect(budget).toEqual({ workers: 'auto' });
});

test('every kind of condition', () => {
  const { params } = loadSpec('tune.yml', readValid('conditions.yml'));
  expect(createSpace(params).incumbent).toEqual({
    optimizer: 'adam',
    beta: 0.9,
    batch: 32,
    rate: 0.001,
    decay: 0.5,
    norm: true,
    layers: 2,
    'layers[0].norm_axis': 1,
    'layers[0].units': 64,
    'layers[0].wide': false,
    'layers[1].norm_axis': 1,
    'layers[1].units': 64,
    'layers[1].wide': false,
  });
});

test('options in blocks, blocks in options and blocks in blocks', () => {
  const { params } = loadSpec('tune.yml', readValid('nested.yml'));
  expect(createSpace(params).incumbent).toEqual({
    head: 'deep',
    'head.deep.blocks': 1,
    'head.deep.blocks[0].units': 16,
    stages: 2,
    'stages[0].pool': 'max',
    'stages[0].pool.max.size': 3,
    'stages[0].convs': 2,
    'stages[0].convs[0].filters': 16,
    'stages[0].convs[1].filters': 32,
    'stages[1].pool': 'none',
    'stages[1].convs': 1,
    'stages[1].convs[0].filters': 8,
  });
});

test('JSON is read, with tabs and with the address of its schema', () => {
  const json = loadSpec('tune.json', readValid('spec.json'));
  expect(json).toMatchObject({ name: 'json', params: { rate: { min: 0.0001, max: 0.1 } } });
  expect(json).not.toHaveProperty('$schema');
});

test('problems of merged and repeated nodes stand where the text is', () => {
  const text = spec({
    params: `
  first: &range { type: float, min: 0, max: 1 }
  second: { <<: *range, default: 2 }
  third: &odd { type: int, min: 0, max: 3, step: 2 }
  fourth: { <<: [*odd, *range] }`,
  });
  expect(problemsOf(text).problems.map(({ line, column, message }) => [line, column, message])).toEqual([
    [7, 34, 'the default of second is outside its range'],
    [8, 41, 'the max of third is not on its grid: steps of 2 from 0 miss it'],
    [8, 41, 'the max of fourth is not on its grid: steps of 2 from 0 miss it'],
  ]);
});

test('Windows line ends and a byte order mark change nothing', () => {
  const text = readValid('design.yml');
  expect(loadSpec('tune.yml', `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(loadSpec('tune.yml', text));
});

test('a value is found by its path', () => {
  const text = readValid('nested.yml');
  const found = (...path: (string | number)[]) => {
    const place = placesIn(text)(path);
    return place && text.split('\n')[place.line - 1]?.slice(place.column - 1, place.endColumn - 1);
  };
  expect(found('name')).toBe('nested');
  expect(found('params', 'head', 'default')).toBe('deep');
  expect(found('params', 'stages', 'default', 0, 'convs', 1, 'filters')).toBe('32');
  expect(found('params', 'head', 'options', 'none')).toBe('none');
  expect(found('params', 'nothing')).toBeUndefined();
  expect(found('params', 'stages', 'default', 9)).toBeUndefined();
  expect(placesIn('{ not: [yaml')(['x'])).toBeUndefined();
});

test('what a spec lacks a command line may give, and nothing else', () => {
  const text = `name: endless
trial: { run: [train] }
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1 } }
gate: false
`;
  const trials: Override = { path: ['budget', 'trials'], value: 6, flag: '--trials 6' };
  const epochs: Override = { path: ['budget', 'epochs'], value: 9, flag: '--epochs 9' };
  expect(loadSpec('tune.yml', text, [trials]).budget.trials).toBe(6);
  expect(() => loadSpec('tune.yml', text, [epochs])).toThrow('nothing would end the search');
  expect(() => loadSpec('tune.yml', text)).toThrow('nothing would end the search');
  const climbs = `${text}search: { strategy: asha }\n`;
  expect(loadSpec('tune.yml', climbs, [trials, epochs]).budget).toMatchObject({ trials: 6, epochs: 9 });
  expect(() => loadSpec('tune.yml', climbs, [trials])).toThrow('does not say how many are all');
  // What is wrong in the file is to be mended there.
  const wrong = `${text}budget: { trials: none }\n`;
  expect(() => loadSpec('tune.yml', wrong, [trials])).toThrow('budget.trials');
});
