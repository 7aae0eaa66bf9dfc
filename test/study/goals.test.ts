import { expect, test } from 'vitest';
import { bestTrial } from '../../src/study/leaderboard.ts';
import { identity, ListStrategy, type Training } from './doubles.ts';
import { temporaryFolder } from './fakes.ts';
import { essence, run } from './run.ts';

const goals = {
  ...identity,
  more: [{ name: 'latency', goal: 'minimize', use: 'last' }],
  constraints: [{ name: 'size', min: 1, max: 5 }],
} as const;

const configs = [1, 2, 3].map((x) => ({ x }));
const listed = () =>
  new ListStrategy((starts) => {
    const config = configs[starts];
    return config
      ? { kind: 'new', config, origin: 'listed' }
      : { kind: 'exhausted', reason: 'all were tried' };
  });

/** Accuracy while it trains, the rest when it is done. */
const train: Training = ({ config, onReport }) => {
  const x = config['x'] as number;
  onReport({ step: 1, metrics: { accuracy: x / 4 } });
  onReport({ step: 2, metrics: { accuracy: x / 2 } });
  onReport({ step: 2, metrics: { latency: 10 * x, size: 3 * x } });
  return 'completed';
};

test('the strategy is told the loss of every metric and how far each bound is kept', async () => {
  const strategy = listed();
  const study = await run({ strategy, train, identity: goals });
  expect(strategy.calls.filter((call) => (call as unknown[])[0] === 'tell')).toEqual([
    ['tell', 0, { state: 'completed', loss: -0.5, losses: [-0.5, 10], constraints: [-2, -2] }],
    ['tell', 1, { state: 'completed', loss: -1, losses: [-1, 20], constraints: [1, -5] }],
    ['tell', 2, { state: 'completed', loss: -1.5, losses: [-1.5, 30], constraints: [4, -8] }],
  ]);
  expect(study).toMatchObject({ more: goals.more, constraints: goals.constraints });
  expect(bestTrial(study)?.trial).toBe(0);
});

test('a study that goes on tells the same again', async () => {
  const folder = temporaryFolder();
  const whole = listed();
  const first = await run({ strategy: whole, train, identity: goals, folder });
  const again = listed();
  const second = await run({ strategy: again, train, identity: goals, folder });
  expect(again.calls).toEqual(whole.calls);
  expect(essence(second)).toEqual(essence(first));
  const changed = { ...goals, constraints: [{ name: 'size', max: 6 }] };
  await expect(run({ strategy: listed(), train, identity: changed, folder })).rejects.toThrow(
    'the constraints are not the same',
  );
});

test('the last value of a constraint counts, also where it is not a number', async () => {
  const study = await run({
    strategy: listed(),
    train: ({ config, onReport }) => {
      onReport({ step: 1, metrics: { accuracy: 1, latency: 3, size: 3 } });
      onReport({ step: 2, metrics: { accuracy: 1, size: config['x'] === 1 ? Number.NaN : 4 } });
      return 'completed';
    },
    identity: goals,
  });
  expect(study.trials[0]).toMatchObject({
    state: 'failed',
    reason: 'not-finite',
    message: 'the trial ended without a finite value of size',
  });
  expect(bestTrial(study)?.trial).toBe(1);
});

test('a trial that never reports a metric it is judged by has failed, and says which', async () => {
  const study = await run({
    strategy: listed(),
    train: ({ onReport }) => {
      onReport({ step: 1, metrics: { accuracy: 1, latency_ms: 3, size: Number.NaN } });
      return 'completed';
    },
    identity: goals,
  });
  expect(study.trials[0]).toMatchObject({
    state: 'failed',
    reason: 'no-metric',
    message: 'the trial never reported latency, only accuracy, latency_ms, size; did you mean latency_ms?',
  });
  expect(study.stop?.reason).toBe('failing');
  const sized = await run({
    strategy: listed(),
    train: ({ onReport }) => {
      onReport({ step: 1, metrics: { accuracy: 1, latency: 3, size: Number.NaN } });
      return 'completed';
    },
    identity: goals,
  });
  expect(sized.trials[0]?.message).toBe('the trial ended without a finite value of size');
});
