import { expect, test } from 'vitest';
import type { ModelOutcome } from '../../src/automl/outcome.ts';
import { modelTables } from '../../src/report/model-words.ts';
import { inTerminal } from '../../src/report/safe.ts';

const scored = { trial: 0, validation: 1.1 };
const outcome: ModelOutcome = {
  task: 'forecasting',
  metric: 'val_mase',
  goal: 'minimize',
  target: 'sales',
  data: 'sales.csv',
  classes: [],
  rows: { search: 80, test: 20 },
  columns: [],
  notes: [],
  single: scored,
  ensemble: { members: [{ trial: 0, weight: 1, family: 'smoothing', config: {} }], validation: 1.1 },
  candidates: 1,
};

function importanceOf(task: ModelOutcome['task'], columns: readonly string[]) {
  const importance = columns.map((column, i) => ({ column, mean: 1 - i / 100, deviation: 0.01 }));
  const tables = modelTables({ ...outcome, task, test: { metrics: {}, importance } }, inTerminal);
  return tables.find(({ title }) => title.startsWith('Importance'));
}

test('importance is that of columns, and of a forecast that of inputs, which need not be columns', () => {
  const inputs = Array.from({ length: 22 }, (_, i) => (i === 0 ? 'sales: newest values' : `input ${i}`));
  const forecast = importanceOf('forecasting', inputs)!;
  expect(forecast.title).toContain('when an input is taken from elsewhere in the data');
  expect(forecast.header).toEqual(['input', 'val_mase worse by', 'standard deviation']);
  expect(forecast.rows[0]).toEqual(['sales: newest values', '1.00', '0.01']);
  expect(forecast.note).toBe('2 further inputs not shown.');

  const table = importanceOf('regression', inputs)!;
  expect(table.title).toContain('when a column is shuffled');
  expect(table.header[0]).toBe('column');
  expect(table.note).toBe('2 further columns not shown.');
  expect(importanceOf('forecasting', [])).toBeUndefined();
});
