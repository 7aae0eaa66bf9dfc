import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TableModel } from '../../src/automl/table-model.ts';
import { hasTrained, keptModels, saveTrained } from '../../src/automl/trained-model.ts';

let checkpoints: string;
beforeEach(() => {
  checkpoints = mkdtempSync(path.join(os.tmpdir(), 'tunegate-trained-'));
});
afterEach(() => rmSync(checkpoints, { recursive: true, force: true }));

const member = {
  trial: 0,
  weight: 1,
  config: { family: 'linear' },
  fitted: { family: 'linear', inputs: [], weights: [[0.5, -0.5]] },
};
const model = {
  task: 'classification',
  target: 'kind',
  classes: ['a', 'b'],
  columns: [{ column: 'x', kind: 'number' }],
  members: [member],
} as unknown as TableModel;

function kept({ classes, columns }: Pick<TableModel, 'classes' | 'columns'> = model, folds = 1) {
  const candidates = [{ trial: 3, config: {}, seed: 1, trained: checkpoints }];
  return [...keptModels(candidates, { classes, coding: columns }, folds)];
}

test('what a trial has left is a model of that trial, of data that are read in the same way', () => {
  saveTrained(checkpoints, model);
  expect(kept()).toEqual([[3, [{ ...member, trial: 3 }]]]);
  expect(kept({ ...model, classes: ['b', 'a'] })).toEqual([]);
  expect(kept({ ...model, columns: [] })).toEqual([]);
  expect(kept(model, 5)).toEqual([]);
});

test('what a kill has left half written is none', () => {
  saveTrained(checkpoints, model);
  const file = path.join(checkpoints, 'model', 'model.json');
  truncateSync(file, 100);
  expect(hasTrained(checkpoints)).toBe(true);
  expect(kept()).toEqual([]);
});

test('a model that cannot be written is none, and no error', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const file = path.join(checkpoints, 'file');
  writeFileSync(file, '');
  saveTrained(file, model);
  expect(warn.mock.lastCall?.[0]).toMatch(/^The model of this trial is not kept: ENOTDIR/);
  // Where an older one is, that goes as well.
  mkdirSync(path.join(checkpoints, 'model'));
  writeFileSync(path.join(checkpoints, 'model', 'model.json'), 'old');
  saveTrained(checkpoints, { ...model, members: [{ ...member, weight: 1n }] } as unknown as TableModel);
  expect(warn.mock.lastCall?.[0]).toMatch(/^The model of this trial is not kept: .*BigInt/);
  expect(hasTrained(checkpoints)).toBe(false);
  warn.mockRestore();
});
