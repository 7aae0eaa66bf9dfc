import { expect, test } from 'vitest';
import { randomStream } from '../../src/math/random.ts';
import { buildStrategy } from '../../src/search/plan.ts';
import { chooseStrategy, strategies } from '../../src/search/strategies.ts';
import type { Strategy } from '../../src/search/strategy.ts';
import { WarmStartStrategy } from '../../src/search/warm-start/warm-start.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { sampleConfig } from '../../src/space/sample.ts';
import { createSpace, type Space } from '../../src/space/space.ts';
import { conformance } from './conformance.ts';

for (const [name, make] of Object.entries(strategies)) conformance(name, (problem) => make(problem, {}));

const pick = (space: Space, trials?: number) =>
  chooseStrategy('auto', { space, seed: 0, ...(trials === undefined ? {} : { trials }) });

test('a grid over a continuous space ends with its points', () => {
  const space = createSpace({ x: { type: 'float', min: 0, max: 1 } });
  const strategy = strategies.grid({ space, seed: 0 }, { points: 3 });
  for (let trial = 0; trial < 3; trial++) {
    const suggestion = strategy.ask();
    if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
    strategy.start(trial, suggestion.config);
    strategy.tell(trial, { state: 'completed', loss: 1 });
  }
  expect(strategy.ask()).toEqual({ kind: 'exhausted', reason: 'all 3 points of the grid were tried' });
});

test('auto: a grid where the budget covers the space, a model elsewhere, and it says why', () => {
  const small = createSpace({ x: { type: 'int', min: 1, max: 10 } });
  expect(pick(small, 10)).toMatchObject({ name: 'grid', why: expect.stringContaining('10 configs') });
  expect(pick(small, 9).name).toBe('bayesian');
  expect(pick(small)).toMatchObject({
    name: 'bayesian',
    why: expect.stringMatching(/^the space has 10 configs/),
  });
  // Of so few no model learns anything.
  const few = createSpace({ x: { type: 'bool' } });
  expect(pick(few)).toMatchObject({ name: 'grid', why: 'the space has no more than 2 configs' });
  expect(chooseStrategy('auto', { space: few, seed: 0, timed: true, maxResource: 27 }).name).toBe('grid');
  // All epochs may end it before the trials do.
  const of = (fullTrainings: number) =>
    chooseStrategy('auto', {
      space: small,
      seed: 0,
      trials: 10,
      maxResource: 27,
      fullTrainings,
      timed: true,
    });
  expect(of(9).name).toBe('asha');
  expect(of(10).name).toBe('grid');
  expect(chooseStrategy('auto', { space: small, seed: 0, fullTrainings: 12 })).toMatchObject({
    name: 'grid',
    why: 'the space has 10 configs and the budget of epochs, enough for 12 trials, covers it',
  });
  expect(pick(createSpace({ x: { type: 'constant', value: 1 } })).name).toBe('random');
  // All at once: none can learn from another.
  const rate = createSpace({ x: { type: 'float', min: 0, max: 1 } });
  expect(chooseStrategy('auto', { space: rate, seed: 0, trials: 16, workers: 16 }).name).toBe('sobol');
  expect(chooseStrategy('auto', { space: rate, seed: 0, trials: 17, workers: 16 })).toMatchObject({
    name: 'sobol',
    why: 'all but 1 of 17 trials run at once on 16 workers, and hardly any can learn from another',
  });
  expect(chooseStrategy('auto', { space: rate, seed: 0, trials: 18, workers: 16 }).name).toBe('bayesian');
  expect(pick(rate, 1)).toMatchObject({
    name: 'bayesian',
    why: 'of more trials than this one a model would learn',
  });
  expect(chooseStrategy('sobol', { space: small, seed: 0 })).toMatchObject({
    name: 'sobol',
    why: 'the spec says so',
  });
});

test('a grid over continuous parameters has both ends, and ends', () => {
  const space = createSpace({
    rate: { type: 'float', min: 1e-4, max: 1, scale: 'log' },
    size: { type: 'choice', values: ['s', 'l'] },
  });
  const strategy = buildStrategy({ name: 'grid', problem: { space, seed: 1 }, options: { points: 3 } });
  const rates = new Set<unknown>();
  for (let trial = 0; trial < 6; trial++) {
    const suggestion = strategy.ask();
    if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
    strategy.start(trial, suggestion.config);
    strategy.tell(trial, { state: 'completed', loss: 0 });
    rates.add(suggestion.config['rate']);
  }
  expect([...rates].sort()).toEqual([0.0001, 0.01, 1]);
  expect(strategy.ask().kind).toBe('exhausted');
});

/** Runs trials one after the other. A loss of undefined: the trial failed. */
function study(
  strategy: Strategy,
  trials: number,
  lossOf: (config: Config, trial: number) => number | undefined,
): readonly {
  readonly config: Config;
  readonly origin: string | undefined;
  readonly gain: number | undefined;
  readonly loss: number | undefined;
}[] {
  return Array.from({ length: trials }, (_, trial) => {
    const suggestion = strategy.ask();
    if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
    const { config, origin, gain } = suggestion;
    strategy.start(trial, config);
    const loss = lossOf(config, trial);
    strategy.tell(trial, loss === undefined ? { state: 'failed' } : { state: 'completed', loss });
    return { config, origin, gain, loss };
  });
}

/** Best loss after some trials, the median over seeds. */
function median(
  name: keyof typeof strategies,
  space: Space,
  loss: (config: Config) => number | undefined,
  trials: number,
): number {
  const results = Array.from({ length: 15 }, (_, seed) =>
    Math.min(
      ...study(strategies[name]({ space, seed }, {}), trials, loss).map(
        (trial) => trial.loss ?? Number.POSITIVE_INFINITY,
      ),
    ),
  );
  return results.sort((a, b) => a - b)[7]!;
}

test.each(['tpe', 'bayesian', 'local'] as const)('%s finds in 60 trials what chance does not', (name) => {
  const space = createSpace(
    Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [name, { type: 'float', min: -5, max: 5 } as const]),
    ),
  );
  const bowl = (config: Config) =>
    Object.values(config).reduce<number>((sum, x) => sum + ((x as number) - 1) ** 2, 0);
  expect(median(name, space, bowl, 60)).toBeLessThan(median('random', space, bowl, 60) / 2);
});

test.each(['evolution', 'local'] as const)('%s finds in a space of choices what chance does not', (name) => {
  // A cell of twelve operations, each with neighbours that it goes well with.
  const space = createSpace(
    Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`op${i}`, { type: 'choice', values: [0, 1, 2, 3] } as const]),
    ),
  );
  const loss = (config: Config) => {
    const ops = Object.values(config) as number[];
    return ops.reduce((sum, op, i) => sum + Number((op + ops[(i + 1) % 12]! + i) % 4 !== 0) + 0.1 * op, 0);
  };
  expect(median(name, space, loss, 150)).toBeLessThan(median('random', space, loss, 150) - 1);
});

test('evolution grows a network whose blocks are in the right order', () => {
  const space = createSpace({
    layers: {
      type: 'repeat',
      min: 1,
      max: 6,
      of: { units: { type: 'int', min: 1, max: 8 }, skip: { type: 'bool' } },
    },
  });
  const loss = (config: Config) => {
    const units = Array.from(
      { length: config['layers'] as number },
      (_, i) => config[`layers[${i}].units`] as number,
    );
    return (
      Math.abs(units.length - 4) +
      [8, 6, 4, 2].reduce((sum, want, i) => sum + Math.abs(want - (units[i] ?? 0)), 0)
    );
  };
  expect(median('evolution', space, loss, 150)).toBeLessThan(median('random', space, loss, 150) - 1);
});

test('local search ends at no neighbour that is better, and begins again', () => {
  const space = createSpace({
    x: { type: 'int', min: 0, max: 100 },
    y: { type: 'choice', values: ['a', 'b'] },
  });
  // Two valleys: at 20 and, deeper, at 80.
  const loss = ({ x, y }: Config) =>
    Math.min(Math.abs((x as number) - 20) + 1, Math.abs((x as number) - 80)) + Number(y === 'b');
  const strategy = strategies.local({ space, seed: 4 }, {});
  const origins: string[] = [];
  let best = Number.POSITIVE_INFINITY;
  for (let trial = 0; trial < 80; trial++) {
    const suggestion = strategy.ask();
    if (suggestion.kind !== 'new') break;
    origins.push(suggestion.origin);
    strategy.start(trial, suggestion.config);
    strategy.tell(trial, { state: 'completed', loss: loss(suggestion.config) });
    best = Math.min(best, loss(suggestion.config));
  }
  expect(best).toBe(0);
  expect(origins).toContain('restart');
});

test.each(['tpe', 'bayesian'] as const)('%s finds the right branch of a conditional space', (name) => {
  const space = createSpace({
    kind: {
      type: 'choice',
      options: {
        a: { x: { type: 'float', min: 0, max: 1 } },
        b: { x: { type: 'float', min: 0, max: 1 }, y: { type: 'float', min: 0, max: 1 } },
        c: {},
      },
    },
  });
  const loss = (config: Config) =>
    config['kind'] === 'b'
      ? Math.abs((config['kind.b.x'] as number) - 0.3) + Math.abs((config['kind.b.y'] as number) - 0.8)
      : 0.5 + ((config['kind.a.x'] as number | undefined) ?? 0.3);
  expect(median(name, space, loss, 60)).toBeLessThan(0.1);
});

test.each([
  ['few numbers', 3, 0, 0.75, 0.25],
  ['choices alone, which nothing holds there', 0, 4, 0, 0.5],
  ['many numbers', 24, 0, 0.5, 0.5],
])('bayesian looks around the best: with %s', (_, numbers, choices, share, gains) => {
  const named = (count: number, letter: string, definition: ParameterDefinitions[string]) =>
    Array.from({ length: count }, (_, i) => [`${letter}${i}`, definition] as const);
  const space = createSpace(
    Object.fromEntries([
      ...named(numbers, 'x', { type: 'float', min: 0, max: 1 }),
      ...named(choices, 'c', { type: 'choice', values: ['a', 'b', 'c', 'd'] }),
    ]),
  );
  const strategy = buildStrategy({ name: 'bayesian', problem: { space, seed: 0 } });
  const trials = study(strategy, 26, (config) => {
    const values = Object.values(config).map((value) => (value === 'a' ? 1 : Number(value) || 0));
    return values.reduce((sum, x) => sum + (x - 0.3) ** 2, 0);
  });
  const guided = trials.slice(6);
  expect(guided.filter(({ origin }) => origin === 'near the best')).toHaveLength(share * guided.length);
  expect(guided.filter(({ gain }) => gain !== undefined)).toHaveLength(gains * guided.length);
});

// PEERS: better until it crashes; of the peers' last 40 trials 36 do.
test.each([
  ['tpe', 10],
  ['bayesian', 4],
] as const)('%s keeps away from where trials fail', (name, most) => {
  const space = createSpace({ x: { type: 'float', min: 0, max: 1 } });
  // Better towards 0.5, and beyond it nothing works.
  const strategy = buildStrategy({ name, problem: { space, seed: 3 } });
  const trials = study(strategy, 80, ({ x }) => (Number(x) > 0.5 ? undefined : -Number(x)));
  const crashes = trials.slice(40).filter(({ loss }) => loss === undefined).length;
  expect(crashes).toBeLessThanOrEqual(most);
});

// PEERS: the loss is +inf in 30 % of a line; of a peer's 22 guided trials 19 to 21 land there, of another's 15 one to three.
test('bayesian keeps away from where the loss is infinite', () => {
  const space = createSpace({ x: { type: 'float', min: 0, max: 1 } });
  for (const seed of [0, 1, 2]) {
    const strategy = buildStrategy({ name: 'bayesian', problem: { space, seed } });
    const trials = study(strategy, 22, ({ x }) =>
      Number(x) > 0.7 ? Number.POSITIVE_INFINITY : (Number(x) - 0.65) ** 2,
    );
    const diverged = trials.slice(7).filter(({ loss }) => loss === Number.POSITIVE_INFINITY).length;
    expect(diverged).toBeLessThanOrEqual(1);
  }
});

// Without a look elsewhere all trials but a few are of `plain`, and the best of each study is 0.5.
test('bayesian looks at other options than the one that is good at once', () => {
  const number = { type: 'float', min: 0, max: 1 } as const;
  const kind = { type: 'choice', values: ['plain', 'tuned', 'poor'] } as const;
  const space = createSpace({ kind, x: number, y: number });
  const loss = ({ kind, x, y }: Config) =>
    kind === 'plain'
      ? 0.5 + 0.001 * Number(x) ** 2
      : kind === 'poor'
        ? 1
        : 0.4 + 3 * ((Number(x) - 0.3) ** 2 + (Number(y) - 0.6) ** 2);
  expect(median('bayesian', space, loss, 70)).toBeLessThan(0.41);
});

test('a constraint that is kept or not, no more, is found to be kept and then kept more often than by chance', () => {
  const number = { type: 'float', min: 0, max: 1 } as const;
  const space = createSpace({ a: number, b: number, c: number, d: number });
  const from = { a: 0.7, b: 0.3, c: 0.6, d: 0.4 };
  const keeps = (config: Config) => squaredDistanceFrom(from, 1)(config) < 0.3 ** 2;
  let kept = 0;
  for (const seed of [0, 1, 2, 3]) {
    const strategy = strategies.bayesian({ space, seed }, {});
    for (let trial = 0; trial < 60; trial++) {
      const suggestion = strategy.ask();
      if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
      const { config } = suggestion;
      strategy.start(trial, config);
      if (keeps(config)) kept++;
      strategy.tell(trial, {
        state: 'completed',
        loss: Number(config['a']),
        constraints: [keeps(config) ? 0 : 1],
      });
    }
  }
  // Of 240 random ones 9.6.
  expect(kept).toBeGreaterThanOrEqual(15);
});

test('bayesian takes a narrow branch that looks no better than the others at first', () => {
  const leaf = { x: { type: 'float', min: 0, max: 1 }, y: { type: 'float', min: 0, max: 1 } } as const;
  const space = createSpace({ kind: { type: 'choice', options: { wide: leaf, narrow: leaf, flat: leaf } } });
  const right = [0, 1, 2].filter((seed) => {
    const strategy = buildStrategy({ name: 'bayesian', problem: { space, seed, trials: 100 } });
    const trials = study(strategy, 100, (config) => {
      const kind = config['kind'] as string;
      const from = Math.hypot(
        (config[`kind.${kind}.x`] as number) - 0.3,
        (config[`kind.${kind}.y`] as number) - 0.6,
      );
      return kind === 'narrow' ? Math.min(1.2, 4 * from) : (kind === 'wide' ? 0.3 : 0.4) + from;
    });
    return trials.reduce((a, b) => (b.loss! < a.loss! ? b : a)).config['kind'] === 'narrow';
  });
  expect(right).toEqual([0, 1, 2]);
});

// What an option does in one place it does in the others: with the same options everywhere 16 trials find the best, with others in each the mean
// of what is left is 1.1.
test('bayesian learns what an option does wherever it stands', () => {
  const best = (optionsOf: (place: number) => readonly string[]) => {
    const space = createSpace(
      Object.fromEntries(
        Array.from({ length: 8 }, (_, place) => [
          `edge${place}`,
          { type: 'choice', values: optionsOf(place) } as const,
        ]),
      ),
    );
    const means = Array.from({ length: 8 }, (_, seed) => {
      const strategy = buildStrategy({ name: 'bayesian', problem: { space, seed } });
      const tried = study(strategy, 16, (config) =>
        Object.values(config).reduce<number>((sum, option) => sum + 'abcd'.indexOf(`${option}`[0]!) / 2, 0),
      );
      return Math.min(...tried.map(({ loss }) => loss!)) / 8;
    });
    return means.reduce((sum, x) => sum + x, 0);
  };
  const options = ['a', 'b', 'c', 'd'];
  const same = best(() => options);
  const unlike = best((place) => options.map((option) => `${option}${place}`));
  expect(same).toBeLessThan(0.5 * unlike);
});

/** Mean true loss of the last twenty configs that are tried where measurements of a bowl are noisy: the median of fifteen studies. */
function lastTried(space: Space, trials: number, trueLoss: (config: Config) => number): number {
  const means = Array.from({ length: 15 }, (_, seed) => {
    const strategy = buildStrategy({ name: 'bayesian', problem: { space, seed } });
    const noise = randomStream(seed, 'noise of a test');
    const tried = study(strategy, trials, (config) => trueLoss(config) + 0.05 * noise.normal());
    return tried.slice(-20).reduce((sum, { config }) => sum + trueLoss(config) / 20, 0);
  });
  return means.sort((a, b) => a - b)[7]!;
}

/** The squared distance from a config of numbers. */
const squaredDistanceFrom = (best: Record<string, number>, unit: number) => (config: Config) =>
  Object.entries(best).reduce((sum, [key, x]) => sum + (Number(config[key]) / unit - x) ** 2, 0);

// With the lowest measurement as what is to be improved on the means were 0.27 to 0.71, without main effects 0.12 to 0.31, at random they
// are about 0.6.
test('bayesian stays where choices are good although measurements are noisy', () => {
  const levels = { type: 'choice', ordered: true, values: [0, 1, 2, 3, 4, 5, 6, 7] } as const;
  const space = createSpace({ a: levels, b: levels, c: levels, d: levels });
  expect(lastTried(space, 45, squaredDistanceFrom({ a: 0.3, b: 0.7, c: 0.5, d: 0.1 }, 7))).toBeLessThan(0.12);
});

// With the lowest measurement alone they were 0.16 to 0.23, at random it is 0.29. The median of 70 studies is 0.105.
test('bayesian stays where numbers and choices are good although measurements are noisy', () => {
  const space = createSpace({
    x: { type: 'float', min: 0, max: 1 },
    y: { type: 'float', min: 0, max: 1 },
    kind: { type: 'choice', values: ['a', 'b', 'c', 'd'] },
  });
  const bowl = squaredDistanceFrom({ x: 0.3, y: 0.6 }, 1);
  expect(lastTried(space, 45, (config) => bowl(config) + (config['kind'] === 'b' ? 0 : 0.1))).toBeLessThan(
    0.12,
  );
});

// With the lowest measurement alone they were 0.18 to 0.32, without main effects 0.11 to 0.14, at random they are about 0.33.
test('bayesian stays where numbers are good although measurements are noisy', () => {
  const number = { type: 'float', min: 0, max: 1 } as const;
  const space = createSpace({ a: number, b: number, c: number });
  expect(lastTried(space, 50, squaredDistanceFrom({ a: 0.3, b: 0.7, c: 0.5 }, 1))).toBeLessThan(0.1);
});

test.each([
  [0, 6],
  [3, 6],
  [5, 4],
  [30, 0],
])('after %i configs to try first bayesian has %i of its initial design left', (others, left) => {
  const number = { type: 'float', min: 0, max: 1 } as const;
  const space = createSpace({ a: number, b: number, c: number, d: number, e: number });
  const stream = randomStream(0, 'others');
  const tryFirst = Array.from({ length: others }, () => sampleConfig(space, stream));
  const problem = { space, seed: 0 };
  const make = () => buildStrategy({ name: 'bayesian', problem });
  const strategy = new WarmStartStrategy(problem, make, { tryFirst, learns: true });
  const origins = study(strategy, others + 8, (config) => Number(config['a'])).map(({ origin }) => origin);
  expect(origins.slice(0, others)).toEqual(tryFirst.map(() => 'try first'));
  expect(origins.filter((origin) => origin === 'initial design')).toHaveLength(left);
});
