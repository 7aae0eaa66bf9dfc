import { expect, test } from 'vitest';
import {
  advance,
  createProgress,
  logLine,
  type ProgressEvent,
  progressLine,
} from '../../src/report/progress.ts';
import { displayWidth } from '../../src/report/terminal-width.ts';
import { crashedTrial, searchTrial, space } from './fixtures.ts';

const started = (role: 'search' | 'head' | 'base' | 'confirm', trial: number): ProgressEvent => ({
  type: 'trial-started',
  role,
  trial,
  config: space.incumbent!,
  seed: 100 + trial,
  origin: 'model',
  worker: 0,
  segment: 0,
  again: false,
});

const report = (trial: number, step: number): ProgressEvent => ({
  type: 'report',
  role: 'search',
  trial,
  report: { step, metrics: {} },
});

const events: readonly ProgressEvent[] = [
  { type: 'prepared', text: 'Search: tpe, because the space is mixed. 2 workers.' },
  { type: 'phase', phase: 'gate', text: 'Comparing with 1f2e3d4 (merge base with main): 5 seeds a side' },
  started('head', 0),
  started('base', 0),
  { type: 'trial-ended', trial: searchTrial(0, { role: 'head' }), finished: 1 },
  { type: 'notice', text: 'The base has no lock file.' },
  { type: 'phase', phase: 'search', text: 'Searching with tpe' },
  started('search', 0),
  started('search', 1),
  report(1, 12),
  { type: 'trial-ended', trial: searchTrial(0), best: searchTrial(0), finished: 1 },
  { type: 'trial-ended', trial: crashedTrial(2), best: searchTrial(0), finished: 2 },
  { type: 'trial-ended', trial: searchTrial(1), best: searchTrial(1), finished: 3 },
  { ...started('search', 3), segment: 1 } as ProgressEvent,
  { ...started('search', 4), again: true } as ProgressEvent,
  { type: 'phase', phase: 'confirm', text: 'Confirming the best config on 3 fresh seeds' },
  { ...started('confirm', 0), confirms: 1 } as ProgressEvent,
  started('confirm', 1),
  {
    type: 'retry',
    role: 'confirm',
    trial: 0,
    seed: 100,
    reason: 'signal',
    message: 'ended by SIGKILL',
    attempt: 1,
    of: 3,
    confirms: 1,
  },
  {
    type: 'trial-ended',
    trial: searchTrial(0, { role: 'confirm', seed: 100 }),
    best: searchTrial(1),
    finished: 1,
    confirms: 1,
  },
  { type: 'trial-ended', trial: searchTrial(1, { role: 'confirm', seed: 101 }), finished: 2 },
  { type: 'stopping', reason: 'time', running: 2 },
  { type: 'stopped', reason: 'time', detail: 'the time is up; 2 running trials were interrupted' },
];

test('the log of a run', async () => {
  const lines = events.flatMap((event) => logLine(event, 'val_accuracy') ?? []);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('__golden__/log.txt');
});

test('the live line after each event', async () => {
  let progress = createProgress({ trials: 20, epochs: 30 });
  const lines = events.map((event, index) => {
    progress = advance(progress, event);
    return progressLine({ ...progress, elapsedMs: index * 7000, leftMs: 900_000 - index * 7000 }, 100);
  });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('__golden__/progress.txt');
});

test('reports are not logged', () => {
  expect(logLine(report(1, 1), 'm')).toBeUndefined();
});

test.each([1, 10, 40, 79])('the live line fits %i columns', (width) => {
  const progress = events.reduce(advance, createProgress({}));
  for (let n = 0; n < 3; n++) {
    const many = Array.from({ length: 30 }, (_, trial) => started('search', trial)).reduce(advance, progress);
    expect(displayWidth(progressLine(many, width))).toBeLessThanOrEqual(width);
  }
});
