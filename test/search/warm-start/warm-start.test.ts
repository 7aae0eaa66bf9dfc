import { expect, test } from 'vitest';
import { branches, functions } from '../../../bench/problems/problems.ts';
import { randomStream } from '../../../src/math/random.ts';
import { strategies } from '../../../src/search/strategies.ts';
import type { SearchProblem, Strategy } from '../../../src/search/strategy.ts';
import type { EarlierStudy } from '../../../src/search/warm-start/earlier.ts';
import { WarmStartStrategy } from '../../../src/search/warm-start/warm-start.ts';
import { hashConfig } from '../../../src/space/config.ts';
import type { Config } from '../../../src/space/parameter.ts';
import { sampleConfig } from '../../../src/space/sample.ts';
import { createSpace, type Space } from '../../../src/space/space.ts';
import { conformance } from '../conformance.ts';

function sample(space: Space, count: number, loss: (config: Config) => number, seed = 0): EarlierStudy {
  const stream = randomStream(seed, 'earlier study');
  const configs = Array.from({ length: count }, () => sampleConfig(space, stream));
  return { name: 'earlier', observations: configs.map((config) => ({ config, loss: loss(config) })) };
}

/** As the losses of the conformance suite, so that the earlier study is trusted. */
const byHash = (space: Space) => (config: Config) =>
  Number.parseInt(hashConfig(space, config).slice(0, 6), 16) / 2 ** 24;

for (const name of ['tpe', 'random', 'grid'] as const)
  conformance(`a warm start of ${name}`, (problem) => {
    const earlier = [
      sample(problem.space, 12, byHash(problem.space)),
      sample(problem.space, 30, (config) => 5 - byHash(problem.space)(config), 1),
    ];
    const tryFirst = sample(problem.space, 2, () => 0, 7).observations.map(({ config }) => config);
    const learns = name === 'tpe';
    return new WarmStartStrategy(problem, () => strategies[name](problem, {}), { earlier, tryFirst, learns });
  });

interface Step {
  readonly config: Config;
  readonly origin: string;
  readonly loss: number;
}

function run(strategy: Strategy, loss: (config: Config) => number, trials: number): Step[] {
  return Array.from({ length: trials }, (_, trial) => {
    const suggestion = strategy.ask();
    if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
    strategy.start(trial, suggestion.config);
    strategy.tell(trial, { state: 'completed', loss: loss(suggestion.config) });
    return { config: suggestion.config, origin: suggestion.origin, loss: loss(suggestion.config) };
  });
}

const space = createSpace({
  x: { type: 'float', min: 0, max: 1, default: 0.95 },
  y: { type: 'float', min: 0, max: 1, default: 0.95 },
});
const incumbent = space.incumbent!;
const bowl = ({ x, y }: Config) => ((x as number) - 0.3) ** 2 + ((y as number) - 0.4) ** 2;

test('what is to be tried first comes after the incumbent, in its order, then the best of before', () => {
  const tryFirst = [
    { x: 0.5, y: 0.5 },
    { x: 0.1, y: 0.2 },
  ];
  const problem: SearchProblem = { space, seed: 3, incumbent };
  const earlier = [sample(space, 40, bowl)];
  const make = () => strategies.tpe(problem, {});
  const steps = run(new WarmStartStrategy(problem, make, { tryFirst, earlier, learns: true }), bowl, 8);
  expect(steps.slice(0, 3).map(({ config }) => config)).toEqual([incumbent, ...tryFirst]);
  expect(steps.map(({ origin }) => origin).slice(0, 5)).toEqual([
    'incumbent',
    'try first',
    'try first',
    'earlier study',
    'earlier study',
  ]);
  const best = [...earlier[0]!.observations].sort((a, b) => a.loss - b.loss)[0]!;
  expect(steps[3]!.config).toEqual(best.config);
});

test('a config that was tried first is not tried again while its trial goes on', () => {
  const problem: SearchProblem = { space, seed: 1, maxResource: 9, resumable: true };
  const tryFirst = [{ x: 0.5, y: 0.5 }];
  const strategy = new WarmStartStrategy(problem, () => strategies.asha(problem, {}), {
    tryFirst,
    learns: false,
  });
  const ask = (kind: string) => {
    const suggestion = strategy.ask();
    if (suggestion.kind !== kind) throw new Error(suggestion.kind);
    return suggestion;
  };
  for (let trial = 0; trial < 4; trial++) {
    const suggestion = ask('new') as { config: Config; resource: number };
    strategy.start(trial, suggestion.config, suggestion.resource);
    strategy.tell(trial, { state: 'completed', loss: trial, resource: suggestion.resource });
  }
  expect(ask('resume')).toMatchObject({ trial: 0 });
  strategy.start(0, tryFirst[0]!, 1);
  expect(ask('new')).not.toMatchObject({ config: tryFirst[0] });
});

test('a strategy of several resources keeps its own of each trial', () => {
  const problem: SearchProblem = { space, seed: 3 };
  const make = () => {
    const inner = strategies.random(problem, {});
    return Object.assign(Object.create(inner) as Strategy, {
      ask: () => ({ ...inner.ask(), resource: 3 }),
      start: (trial: number, config: Config) => inner.start(trial, config),
      report: () => 'continue' as const,
      tell: () => {},
    });
  };
  const tryFirst = [{ x: 0.5, y: 0.5 }];
  expect(new WarmStartStrategy(problem, make, { tryFirst, learns: false }).ask()).toEqual({
    kind: 'new',
    config: tryFirst[0],
    origin: 'try first',
    resource: 3,
  });
});

test.each(['evolution', 'local'] as const)(
  '%s: a config from elsewhere does not inherit the weights of the parent of the one that it stands in for',
  (name) => {
    const problem: SearchProblem = { space, seed: 1, inherits: true, trials: 12 };
    const tryFirst = sample(space, 6, () => 0, 7).observations.map(({ config }) => config);
    const make = () => strategies[name](problem, name === 'evolution' ? { population: 2 } : {});
    const strategy = new WarmStartStrategy(problem, make, { tryFirst, learns: false });
    let inherited = 0;
    for (let trial = 0; trial < 12; trial++) {
      const suggestion = strategy.ask();
      if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
      const { config, origin, parent } = suggestion;
      if (origin === 'try first') expect(suggestion).toEqual({ kind: 'new', config, origin });
      if (parent !== undefined) inherited++;
      strategy.start(trial, config);
      strategy.tell(trial, { state: 'completed', loss: bowl(config) });
    }
    expect(inherited).toBeGreaterThan(3);
  },
);

test('a config from elsewhere has no gain that a model expects of another', () => {
  const problem: SearchProblem = { space, seed: 3 };
  const make = () => {
    const inner = strategies.random(problem, {});
    return Object.assign(Object.create(inner) as Strategy, {
      ask: () => ({ ...inner.ask(), gain: 0.5, parent: 0 }),
      start: (trial: number, config: Config) => inner.start(trial, config),
    });
  };
  const tryFirst = [{ x: 0.5, y: 0.5 }];
  expect(new WarmStartStrategy(problem, make, { tryFirst, learns: false }).ask()).toEqual({
    kind: 'new',
    config: tryFirst[0],
    origin: 'try first',
  });
});

const problems = [
  ...functions().filter(({ name }) => name === 'branin' || name === 'rosenbrock-4'),
  branches(3, 2, false),
];
const seeds = Array.from({ length: 10 }, (_, seed) => seed);
const trials = 30;

/** The best loss after each trial, the median over seeds. */
function medians(problem: (typeof problems)[number], earlierLoss?: (loss: number, config: Config) => number) {
  const rows = seeds.map((seed) => {
    const known: SearchProblem = { space: problem.space, seed };
    const make = () => strategies.tpe(known, {});
    const loss = (config: Config) => problem.measure(config, seed, 0);
    const study = sample(problem.space, 60, (config) => earlierLoss?.(loss(config), config) ?? 0, seed);
    const strategy = earlierLoss
      ? new WarmStartStrategy(known, make, { earlier: [study], learns: true })
      : make();
    let best = Number.POSITIVE_INFINITY;
    return run(strategy, loss, trials).map((step) => (best = Math.min(best, step.loss)));
  });
  return Array.from({ length: trials }, (_, i) => rows.map((row) => row[i]!).sort((a, b) => a - b)[4]!);
}

test.each(problems.map((problem) => [problem.name, problem] as const))(
  'on %s an earlier study of the same helps, and one that misleads costs a few trials',
  (_, problem) => {
    const cold = medians(problem);
    const same = medians(problem, (loss) => loss + 3);
    expect(same[3]).toBeLessThan(cold[8]!);
    expect(same.at(-1)).toBeLessThanOrEqual(cold.at(-1)!);
    const inverted = medians(problem, (loss) => -loss);
    const noise = medians(problem, (_, config) => byHash(problem.space)(config));
    // What is known without them at 20 trials is known with them 8 later.
    for (const misled of [inverted, noise]) expect(misled[27]).toBeLessThanOrEqual(cold[19]! * 1.05);
  },
);

test('the best of an earlier study whose losses are noise is not tried', () => {
  const noise = randomStream(3, 'noise');
  const problem = { space, seed: 1 };
  const first = (earlier: EarlierStudy) =>
    run(
      new WarmStartStrategy(problem, () => strategies.bayesian(problem, {}), {
        earlier: [earlier],
        learns: true,
      }),
      bowl,
      8,
    ).filter(({ origin }) => origin === 'earlier study').length;
  expect(first(sample(space, 60, () => noise.uniform()))).toBe(0);
  expect(first(sample(space, 60, bowl))).toBeGreaterThan(0);
});
