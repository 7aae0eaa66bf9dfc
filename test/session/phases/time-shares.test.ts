import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { confirmTimeShare } from '../../../src/confirm/plan.ts';
import { readSpec } from '../../../src/session/load-spec.ts';
import { shareTime } from '../../../src/session/phases/time-shares.ts';
import type { Clock } from '../../../src/study/clock.ts';

const at = (time: number): Clock => ({ now: () => time, at: () => () => {} });

function load(spec: string, bytes = 0) {
  const root = mkdtempSync(path.join(tmpdir(), 'tunegate-shares-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFileSync(path.join(root, 'data.csv'), 'a,label\n1,x\n2,y\n');
  if (bytes > 0) truncateSync(path.join(root, 'data.csv'), bytes);
  writeFileSync(path.join(root, 'tune.yml'), `name: shares\nbudget: { trials: 9 }\n${spec}`);
  return readSpec(path.join(root, 'tune.yml'));
}

const command = `trial: { run: [python, train.py] }
metric: { name: loss, goal: minimize }
params: { rate: { type: float, min: 0, max: 1 } }
`;
const task = 'task: { type: tabular-classification, data: data.csv, target: label }\n';

test('without a limit of time nothing has a deadline', () => {
  expect(shareTime(load(command), undefined)).toEqual({});
});

test('a search leaves time for fresh seeds, unless there are none', () => {
  expect(shareTime(load(command), 101_000, at(1000))).toEqual({
    confirmDeadline: 101_000,
    searchDeadline: 101_000 - confirmTimeShare * 100_000,
  });
  expect(shareTime(load(`${command}search: { confirm: false }\n`), 101_000, at(1000))).toEqual({
    confirmDeadline: 101_000,
    searchDeadline: 101_000,
  });
});

test('a task leaves time for its model as well, and more of a short time', () => {
  const confirmDeadline = (ms: number) => shareTime(load(task), ms, at(0)).confirmDeadline;
  expect(confirmDeadline(1_000_000)).toBe(900_000);
  expect(confirmDeadline(50_000)).toBe(40_000);
  expect(confirmDeadline(10_000)).toBe(7000);
});

test('with large data no trial of a task takes all the time', () => {
  expect(shareTime(load(task, 2 ** 24), 100_000, at(0))).toMatchObject({
    confirmDeadline: 70_000,
    trialTimeout: 30_000,
  });
});

test('the limit of a trial that the spec names holds', () => {
  const limited = command.replace('train.py]', 'train.py], timeout: 20s');
  expect(shareTime(load(limited), 100_000, at(0)).trialTimeout).toBe(20_000);
  expect(shareTime(load(limited), undefined).trialTimeout).toBe(20_000);
});
