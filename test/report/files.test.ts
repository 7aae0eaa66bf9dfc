import { expect, test } from 'vitest';
import { renderCsv } from '../../src/report/csv.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderComment } from '../../src/report/markdown.ts';
import type { Results } from '../../src/report/results.ts';
import { results, searchTrial } from './fixtures.ts';
import { parseCsv } from './parse-csv.ts';

const withTrials = (...trials: Results['study']['trials']): Results => ({
  ...results,
  study: { ...results.study, trials },
});

test('JSON says where a number was none', () => {
  const of = withTrials(
    searchTrial(0, { metrics: { 'a/b~c': Number.NaN, loss: Number.NEGATIVE_INFINITY, ok: 1 } }),
  );
  const file = JSON.parse(renderJson(of));
  expect(file.trials[0].metrics).toEqual({ 'a/b~c': null, loss: null, ok: 1 });
  expect(file.nonFinite).toEqual([
    { pointer: '/trials/0/metrics/a~1b~0c', value: 'NaN' },
    { pointer: '/trials/0/metrics/loss', value: '-Infinity' },
  ]);
});

test('JSON has everything of every trial', () => {
  const file = JSON.parse(renderJson(results));
  expect(file.trials).toHaveLength(results.study.trials.length);
  for (const [index, trial] of results.study.trials.entries())
    expect(file.trials[index]).toMatchObject(trial);
  expect(file.best).toMatchObject({ trial: 10, nested: { optimizer: { type: 'sgd' } } });
  expect(file.trials[10]).toMatchObject({ rank: 1 });
  expect(file.space.parameters.map(({ path }: { path: string }) => path)).toEqual(
    results.space.parameters.map(({ path }) => path),
  );
});

test('CSV keeps negative numbers and quotes what must be', () => {
  const of = withTrials(
    searchTrial(0, {
      metrics: { loss: -0.5, odd: Number.NaN },
      state: 'failed',
      reason: 'crash',
      message: 'a "b", c\r\nd',
      origin: '=1+1',
    }),
    searchTrial(0, { role: 'head', metrics: {} }),
  );
  const [header, first, second] = parseCsv(renderCsv(of)) as [string[], string[], string[]];
  const read = (row: string[], name: string) => row[header.indexOf(name)];
  expect(read(first, 'metrics.loss')).toBe('-0.5');
  expect(read(first, 'metrics.odd')).toBe('NaN');
  expect(read(first, 'message')).toBe('a "b", c\r\nd');
  expect(read(first, 'origin')).toBe("'=1+1");
  expect(read(first, 'params.optimizer.sgd.momentum')).toBe('');
  expect(read(second, 'role')).toBe('head');
  expect(read(second, 'rank')).toBe('');
});

test('the incumbent is marked by its values, whatever proposed it', () => {
  const of = withTrials(searchTrial(3), searchTrial(0, { trial: 4, origin: 'initial design' }));
  expect(renderComment(of)[0]).toMatch(/\| `#4`\u00a0ships\u00a0today \|/);
});

test('a best trial that is not finite is no best', () => {
  const of = withTrials(searchTrial(0, { score: Number.NaN }), searchTrial(1));
  expect(renderComment(of)[0]).toContain('Best trial: `#1`');
});
