import { type Observation, observationsOf } from '../../src/insight/observation.ts';
import { randomStream } from '../../src/math/random.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { sampleConfig } from '../../src/space/sample.ts';
import { createSpace, type Space } from '../../src/space/space.ts';
import type { Study, TrialRecord } from '../../src/study/study.ts';

export const loss = { name: 'loss', goal: 'minimize', use: 'last' } as const;

export function trial(number: number, config: Config, more: Partial<TrialRecord> = {}): TrialRecord {
  return {
    role: 'search',
    trial: number,
    config,
    seed: number,
    origin: 'random',
    state: 'completed',
    metrics: {},
    reports: [],
    durationMs: 1,
    ...more,
  };
}

/** A study of random configs of a space with a known loss. */
export function randomStudy(
  definitions: ParameterDefinitions,
  count: number,
  lossOf: (config: Config, noise: () => number) => number,
  seed = 1,
): {
  readonly space: Space;
  readonly study: Pick<Study, 'trials' | 'metric'>;
  readonly seen: readonly Observation[];
} {
  const space = createSpace(definitions);
  const stream = randomStream(seed, 'insight');
  const trials = Array.from({ length: count }, (_, number) => {
    const config = sampleConfig(space, stream);
    return trial(number, config, { score: lossOf(config, () => stream.normal()) });
  });
  const study = { trials, metric: loss };
  return { space, study, seen: observationsOf(study) };
}
