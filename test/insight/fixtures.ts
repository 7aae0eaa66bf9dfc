import { type Observation, observationsOf } from '../../src/insight/observation.ts';
import { randomStream } from '../../src/math/random.ts';
import { buildStrategy } from '../../src/search/plan.ts';
import type { StrategyName } from '../../src/search/strategies.ts';
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

/** As `randomStudy`, of configs that a search has chosen. `missed`: by how much a config misses a constraint. */
export function guidedStudy(
  strategyName: StrategyName,
  definitions: ParameterDefinitions,
  count: number,
  lossOf: (config: Config, noise: () => number) => number,
  { seed = 1, missed }: { readonly seed?: number; readonly missed?: (config: Config) => number } = {},
): { readonly space: Space; readonly seen: readonly Observation[] } {
  const space = createSpace(definitions);
  const stream = randomStream(seed, 'insight');
  const strategy = buildStrategy({ name: strategyName, problem: { space, seed, trials: count } });
  const seen = Array.from({ length: count }, (_, number): Observation => {
    const suggestion = strategy.ask();
    if (suggestion.kind !== 'new') throw new Error(`unexpected ${suggestion.kind}`);
    const { config, origin } = suggestion;
    strategy.start(number, config);
    const loss = lossOf(config, () => stream.normal());
    const constraints = missed && [missed(config)];
    strategy.tell(number, { state: 'completed', loss, ...(constraints ? { constraints } : {}) });
    return {
      trial: number,
      config,
      loss,
      origin,
      ...(constraints ? { excess: constraints } : {}),
      ...(constraints && constraints[0]! > 0 ? { misses: true } : {}),
    };
  });
  return { space, seen };
}
