import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { confirmTimeShare } from '../../../src/confirm/plan.ts';
import { readSpec } from '../../../src/session/load-spec.ts';
import { shareTime } from '../../../src/session/phases/time-shares.ts';
import type { Clock } from '../../../src/study/clock.ts';
import { memoryJournal } from '../../../src/study/journal.ts';
import { identity } from '../../study/doubles.ts';

const at = (time: number): Clock => ({ now: () => time, at: () => () => {} });

function load(spec: string, bytes = 0) {
  const root = mkdtempSync(path.join(tmpdir(), 'tunegate-shares-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFileSync(path.join(root, 'data.csv'), 'a,label\n1,x\n2,y\n');
  if (bytes > 0) truncateSync(path.join(root, 'data.csv'), bytes);
  writeFileSync(path.join(root, 'tune.yml'), `name: shares\nbudget: { trials: 9, epochs: 4 }\n${spec}`);
  return readSpec(path.join(root, 'tune.yml'));
}

const command = `trial: { run: [python, train.py] }
metric: { name: loss, goal: minimize }
params: { rate: { type: float, min: 0, max: 1 } }
`;
const task = 'task: { type: tabular-classification, data: data.csv, target: label }\n';

test('without a limit of time nothing has a deadline', () => {
  expect(shareTime(load(command), undefined, 1)).toEqual({});
});

test('a search leaves time for fresh seeds, unless there are none', () => {
  expect(shareTime(load(command), 101_000, 1, at(1000))).toMatchObject({
    confirmDeadline: 101_000,
    searchDeadline: 101_000 - confirmTimeShare * 100_000,
  });
  expect(shareTime(load(`${command}search: { confirm: false }\n`), 101_000, 1, at(1000))).toEqual({
    confirmDeadline: 101_000,
    searchDeadline: 101_000,
  });
});

test('where trials take long the search leaves more for fresh seeds', () => {
  const journal = memoryJournal(identity);
  let trained = 0;
  const train = (role: 'search' | 'head', durationMs: number, resource?: number) => {
    const run = `r.${trained++}`;
    const about = { role, trial: trained, run };
    journal.append({
      ...{
        type: 'start',
        ...about,
        segment: 0,
        config: { rate: 0.5 },
        seed: 1,
        origin: 'model',
        worker: 0,
        at: '',
      },
      ...(resource === undefined ? {} : { resource }),
    });
    journal.append({ type: 'end', ...about, state: 'completed', score: 0.5, durationMs, at: '' });
  };
  const keptBack = (spec = '', workers = 2) =>
    shareTime(load(command.replace('max: 1', 'max: 1, default: 0.1') + spec), 900_000, workers, at(0))
      .keptBack!(journal.fold);
  // Two rounds of two trainings each, beyond the share that is kept in any case.
  const further = 240_000 / 0.95 - confirmTimeShare * 900_000;
  expect(keptBack()).toBe(0);
  train('search', 120_000, 4);
  expect(keptBack()).toBeCloseTo(further, 6);
  const oneRound = 120_000 / 0.95 - confirmTimeShare * 900_000;
  expect(keptBack('', 4)).toBeCloseTo(oneRound, 6);
  // One seed is what the spec asks for.
  expect(keptBack('search: { confirm: 1 }\n')).toBeCloseTo(oneRound, 6);
  // What paused says nothing of a full training.
  train('search', 1000, 1);
  expect(keptBack()).toBeCloseTo(further, 6);
  // What ships stands beside the gate's trainings.
  train('head', 120_000);
  expect(keptBack()).toBeCloseTo(oneRound, 6);
});

test('a task leaves time for its model as well, and more of a short time', () => {
  const confirmDeadline = (ms: number) => shareTime(load(task), ms, 1, at(0)).confirmDeadline;
  expect(confirmDeadline(1_000_000)).toBe(900_000);
  expect(confirmDeadline(50_000)).toBe(40_000);
  expect(confirmDeadline(10_000)).toBe(7000);
});

test('with large data no trial of a task takes all the time', () => {
  expect(shareTime(load(task, 2 ** 24), 100_000, 1, at(0))).toMatchObject({
    confirmDeadline: 70_000,
    trialTimeout: 30_000,
  });
});

test('the limit of a trial that the spec names holds', () => {
  const limited = command.replace('train.py]', 'train.py], timeout: 20s');
  expect(shareTime(load(limited), 100_000, 1, at(0)).trialTimeout).toBe(20_000);
  expect(shareTime(load(limited), undefined, 1).trialTimeout).toBe(20_000);
});
