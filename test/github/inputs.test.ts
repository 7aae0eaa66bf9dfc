import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { InputError, inputDefaults, readInputs } from '../../src/github/inputs.ts';
import { outputNames, outputValues } from '../../src/github/outputs.ts';

const action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string }>;
  runs: Record<string, string>;
};

test('action.yml and the code know the same inputs with the same defaults, each described', () => {
  expect(
    Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])),
  ).toEqual(inputDefaults);
  for (const input of Object.values(action.inputs)) expect(input.description).toMatch(/\.$/);
});

test('action.yml and the code know the same outputs, each described', () => {
  expect(Object.keys(action.outputs)).toEqual([...outputNames]);
  expect(Object.keys(outputValues({ outcome: 'searched', trials: 0 }))).toEqual([...outputNames]);
  for (const output of Object.values(action.outputs)) expect(output.description).toMatch(/\.$/);
});

test('post runs always, also after a cancel', () => {
  expect(action.runs).toEqual({
    using: 'node24',
    main: 'dist/action.js',
    post: 'dist/post.js',
    'post-if': 'always()',
  });
});

test('unset and empty inputs take their defaults; the token alone may be empty', () => {
  const defaults = {
    config: 'tune.yml',
    githubToken: '',
    workingDirectory: '.',
    id: '',
    comment: 'always',
    recreateComment: false,
    acceptLabel: 'accept-regression',
    artifact: 'tunegate',
    resume: true,
    propose: true,
    failOnRegression: true,
    failOnError: true,
    failOnMissingBaseline: false,
  };
  expect(readInputs({})).toEqual(defaults);
  expect(readInputs({ INPUT_CONFIG: '', 'INPUT_FAIL-ON-ERROR': ' ' })).toEqual(defaults);
});

test('inputs are read as the runner passes them', () => {
  expect(
    readInputs({
      INPUT_CONFIG: ' models/a.yml ',
      'INPUT_GITHUB-TOKEN': 'secret',
      'INPUT_WORKING-DIRECTORY': 'packages/a',
      INPUT_ID: 'digits',
      INPUT_COMMENT: 'never',
      'INPUT_FAIL-ON-REGRESSION': 'False',
      'INPUT_FAIL-ON-MISSING-BASELINE': 'TRUE',
    }),
  ).toEqual({
    config: 'models/a.yml',
    githubToken: 'secret',
    workingDirectory: 'packages/a',
    id: 'digits',
    comment: 'never',
    recreateComment: false,
    acceptLabel: 'accept-regression',
    artifact: 'tunegate',
    resume: true,
    propose: true,
    failOnRegression: false,
    failOnError: true,
    failOnMissingBaseline: true,
  });
});

test('a wrong value is named with its input and with what is allowed', () => {
  expect(() => readInputs({ 'INPUT_FAIL-ON-ERROR': 'yes' })).toThrow(
    new InputError('Input fail-on-error: expected true or false (YAML 1.2), found "yes"'),
  );
  expect(() => readInputs({ INPUT_COMMENT: 'sometimes' })).toThrow(
    'expected one of always, on-change, on-regression, never, found "sometimes"',
  );
  expect(() => readInputs({ INPUT_ID: 'a\n-->b' })).toThrow(/^Input id: /);
});

test('outputs: what is absent or not a number is an empty string', () => {
  expect(
    outputValues({
      outcome: 'regressed',
      bestScore: 0.95,
      delta: Number.NaN,
      bestParams: { 'optimizer.sgd.momentum': 0.9 },
      trials: 12,
      reportPath: '/w/leaderboard.md',
    }),
  ).toEqual({
    conclusion: 'regressed',
    regressed: 'true',
    'best-score': '0.95',
    'baseline-score': '',
    delta: '',
    'best-params': '{"optimizer.sgd.momentum":0.9}',
    trials: '12',
    'report-path': '/w/leaderboard.md',
    'results-path': '',
    'model-path': '',
    'posting-path': '',
    'comment-url': '',
    'check-url': '',
    'proposal-url': '',
  });
  expect(outputValues({ outcome: 'searched', trials: 3 }).conclusion).toBe('');
});
