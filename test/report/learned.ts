import { randomStream } from '../../src/math/random.ts';
import type { Results } from '../../src/report/results.ts';
import type { Config } from '../../src/space/parameter.ts';
import { sampleConfig } from '../../src/space/sample.ts';
import type { TrialRecord } from '../../src/study/study.ts';
import { searchTrial, space, study, variants } from './fixtures.ts';

/** Trials enough to learn from: best at a learning rate of 0.01 with `sgd`, better the larger the batches are, up to their bound. */
function accuracy(config: Config, noise: number): number {
  const rate = Math.log10(config['learning_rate'] as number) + 2;
  const batches = Math.log2(config['batch_size'] as number) - 7;
  return (
    0.97 - 0.02 * rate ** 2 + 0.004 * batches - (config['optimizer'] === 'adam' ? 0.01 : 0) + 0.001 * noise
  );
}

/** The first trials anywhere, the others nearer and nearer to what was best. */
function learnedTrials(): readonly TrialRecord[] {
  const stream = randomStream(3, 'learned');
  const trials: TrialRecord[] = [];
  for (let trial = 0; trial < 60; trial++) {
    const drawn = Array.from({ length: trial < 10 ? 1 : 4 }, () => sampleConfig(space, stream));
    const config =
      trial === 0 ? space.incumbent! : drawn.reduce((a, b) => (accuracy(b, 0) > accuracy(a, 0) ? b : a));
    const score = accuracy(config, stream.normal());
    const metrics = { val_accuracy: score, latency_ms: 3 + (trial % 7) };
    trials.push(searchTrial(trial, { config, score, metrics, reports: [{ step: 30, metrics }] }));
  }
  return trials;
}

export const learned: Results = {
  ...variants['no-gate']!,
  study: { ...study, trials: learnedTrials() },
};

export const learnedOfSeveral: Results = {
  ...learned,
  study: { ...learned.study, more: [{ name: 'latency_ms', goal: 'minimize', use: 'last' }] },
};
