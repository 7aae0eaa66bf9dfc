import { expect, test } from 'vitest';
import { renderOptunaJournal } from '../../src/report/optuna-journal.ts';
import { indexOf } from '../../src/space/domain.ts';
import { studyTimes } from '../../src/study/times.ts';
import { results, searchTrial, space, variants } from './fixtures.ts';
import { hostile, infected } from './hostile.ts';

const times = {
  created: '2026-01-02T03:04:05.000Z',
  trials: new Map([[0, { start: '2026-01-02T03:04:06.000Z', end: '2026-01-02T03:04:16.500Z' }]]),
};

// biome-ignore lint/suspicious/noExplicitAny: JSON of another program
const read = (text: string): any[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('a study and its search trials', () => {
  const [study, names, ...rest] = read(renderOptunaJournal(results, times));
  expect(study).toEqual({ worker_id: 'tunegate', op_code: 0, study_name: 'digits', directions: [2] });
  expect(names.system_attr).toEqual({ 'study:metric_names': ['val_accuracy'] });
  const trials = rest.filter(({ op_code }) => op_code === 4);
  expect(trials).toHaveLength(results.study.trials.filter(({ role }) => role === 'search').length);
  const [first] = trials;
  expect(first).toMatchObject({
    state: 1,
    value: searchTrial(0).score,
    values: null,
    datetime_start: '2026-01-02T03:04:06.000+00:00',
    datetime_complete: '2026-01-02T03:04:16.500+00:00',
    params: { learning_rate: 0.001, batch_size: 1, precision: 0 },
    intermediate_values: { 30: searchTrial(0).score },
  });
  const optimizer = space.parameters.find(({ path }) => path === 'optimizer')!;
  expect(first.params.optimizer).toBe(indexOf(optimizer.domain, 'adam'));
  expect(JSON.parse(first.distributions.learning_rate)).toEqual({
    name: 'FloatDistribution',
    attributes: { low: 1e-4, high: 0.1, log: true, step: null },
  });
  // A child exists where its parent has the value.
  expect(Object.keys(first.params)).not.toContain('optimizer.sgd.momentum');
  expect(trials.map(({ state }) => state)).toEqual([...Array(17).fill(1), 2, 3, 3, 3, 3]);
  for (const trial of trials) {
    expect(Object.keys(trial.params)).toEqual(Object.keys(trial.distributions));
    expect(trial.state === 3 ? trial.value : 0).toBe(trial.state === 3 ? null : 0);
  }
});

test('several metrics, and constraints', () => {
  const [study, , ...rest] = read(renderOptunaJournal(variants['trade-off']!, times));
  expect(study.directions).toEqual([2, 1]);
  const trials = rest.filter(({ op_code }) => op_code === 4);
  expect(trials[5].value).toBeNull();
  expect(trials[5].values).toHaveLength(2);
  expect(trials[5].system_attrs.constraints).toHaveLength(2);
  // Pruned: Optuna has no values for it.
  expect(trials[17]).toMatchObject({ state: 2, values: null });
});

test('scores that are no numbers make failed trials', () => {
  const trials = [Number.NaN, Number.POSITIVE_INFINITY].map((score, trial) => searchTrial(trial, { score }));
  const text = renderOptunaJournal({ ...results, study: { ...results.study, trials } }, times);
  for (const record of read(text).filter(({ op_code }) => op_code === 4))
    expect(record).toMatchObject({ state: 3, value: null });
});

test.each(hostile.map((text) => [JSON.stringify(text.slice(0, 40)), text]))(
  'one record a line: %s',
  (_, text) => {
    const records = read(renderOptunaJournal(infected(text), times));
    expect(records[0].study_name).toBe(text);
    for (const record of records) expect(record.worker_id).toBe('tunegate');
  },
);

test('times of a journal: from the first start to the last end', () => {
  const start = (trial: number, at: string, role = 'search') => ({ type: 'start', role, trial, at });
  const end = (trial: number, at: string, role = 'search') => ({ type: 'end', role, trial, at });
  const records = [
    { type: 'study', created: 't0' },
    start(0, 't1'),
    start(0, 't2', 'head'),
    end(0, 't3', 'head'),
    start(1, 't4'),
    end(0, 't5'),
    start(0, 't6'),
    end(0, 't7'),
  ] as unknown as Parameters<typeof studyTimes>[0];
  const { created, trials } = studyTimes(records);
  expect(created).toBe('t0');
  expect([...trials]).toEqual([
    [0, { start: 't1', end: 't7' }],
    [1, { start: 't4' }],
  ]);
});
