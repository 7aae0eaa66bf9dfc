import { expect, test } from 'vitest';
import { renderPower } from '../../src/report/power.ts';

test('how many seeds find which drop, for a terminal', async () => {
  const spec = {
    metric: { name: 'val_accuracy' },
    gate: { maxDrop: 0.005, confidence: 0.95, seeds: 10 } as never,
  };
  const rows = [3, 10].map((cap) => ({
    cap,
    detectable: 0.04 / cap,
    seedsUnchanged: cap * 0.7,
    seedsRegressed: cap * 0.9,
  }));
  const noise = { deviation: 0.0041, from: '12 stored results', durationMs: 42_000 };
  const text = renderPower({ noise, rows, workers: 2 }, spec);
  await expect(`${text}\n`).toMatchFileSnapshot('__golden__/power.txt');
  const unknown = renderPower({ noise: { deviation: 1, from: 'as given\u001b[2J' }, rows, workers: 1 }, spec);
  expect(unknown).not.toContain('time at most');
  expect(unknown).not.toContain('\u001b');
});
