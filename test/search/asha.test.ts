import { expect, test } from 'vitest';
import { AshaStrategy } from '../../src/search/asha.ts';
import { ladder } from '../../src/search/rungs/rungs.ts';
import { hashConfig } from '../../src/space/config.ts';
import type { Config } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';
import { curve, numbers, plane, problem, type Run, run, small } from './climbing.ts';

test('by hand: the best of three goes on, ties by number, from the highest rung down', () => {
  // Losses at rung 0 by trial; trial 2 is the best of the first three, 4 of the next.
  const losses = [5, 4, 3, 9, 1, 8, 7, 6, 6];
  const { reached, origins } = run(() => new AshaStrategy(problem(), { eta: 3 }), {
    steps: 13,
    loss: (_config, _epochs, trial) => losses[trial]!,
  });
  // 0 1 2 | 2 to 3 | 3 4 | 4 to 3 (the second of six is 2, that went) | 5 6 7 … | the best three of nine: 4, 2, 1
  expect(reached).toEqual(
    [1, 3, 9, 1, 3, 1, 1, 1, 1].map((value, trial) => (trial === 4 ? 9 : trial === 2 ? 3 : value)),
  );
  expect(origins.filter((origin) => origin.startsWith('among the best')).length).toBeGreaterThan(2);
});

test('everything in thirds: of 27 trials nine reach the second rung, three the third, one the top', () => {
  const { reached, end } = run(() => new AshaStrategy(problem({ trials: 27 }), { eta: 3 }), {
    steps: 1000,
  });
  const atLeast = (epochs: number) => reached.filter((value) => value >= epochs).length;
  expect(reached).toHaveLength(27);
  expect(atLeast(3)).toBeGreaterThanOrEqual(9);
  expect(atLeast(9)).toBeGreaterThanOrEqual(3);
  expect(atLeast(27)).toBeGreaterThanOrEqual(1);
  expect(atLeast(27)).toBeLessThanOrEqual(9);
  expect(end).toContain('27 trials');
});

test('a space smaller than a rung is promoted to the full resource all the same', () => {
  const { reached, end } = run(() => new AshaStrategy(problem({ space: small })), { steps: 100 });
  expect(reached).toHaveLength(5);
  expect(Math.max(...reached)).toBe(27);
  expect(end).toContain('all 5 configs');
});

test('failed trials are never promoted, and do not block others', () => {
  const { reached } = run(() => new AshaStrategy(problem({ trials: 12 }), { eta: 3 }), {
    steps: 100,
    loss: (config, epochs, trial) => (trial % 2 ? Number.NaN : curve(config, epochs)),
  });
  reached.forEach((epochs, trial) => {
    if (trial % 2) expect(epochs).toBe(1);
  });
  expect(Math.max(...reached)).toBe(27);
});

test('where each trial is better than all before, most still stay at the lowest rung', () => {
  const { reached } = run(() => new AshaStrategy(problem({ trials: 64 }), { guided: false }), {
    steps: 90,
    loss: (_, epochs, trial) => 1 / epochs - trial,
  });
  const promoted = reached.filter((epochs) => epochs > Math.min(...reached)).length;
  expect(reached.length).toBeGreaterThan(50);
  expect(promoted / reached.length).toBeGreaterThan(0.25);
  expect(promoted / reached.length).toBeLessThan(0.36);
});

test('models propose better configs than chance', () => {
  const mean = (configs: readonly Config[]) =>
    configs.reduce((sum, { x }) => sum + Math.abs(Number(x) - 0.3) / configs.length, 0);
  const { configs } = run(() => new AshaStrategy(problem({ trials: 60 })), { steps: 1000 });
  expect(mean(configs.slice(30))).toBeLessThan(0.6 * mean(configs.slice(0, 8)));
});

test('of trials that pass the bar of random ones the newest go on, though older ones are better at the lowest rung', () => {
  const chance = 12; // three for each parameter
  const study = (guided: boolean) =>
    run(() => new AshaStrategy(problem({ space: numbers(4), trials: 60 }), { guided }), {
      steps: 70,
      loss: (_, __, trial) => (trial < chance ? 20 + trial : 5 + trial / 100),
    });
  const newest = ({ reached }: Run) => {
    const went = [...reached.keys()].filter((trial) => reached[trial]! > reached.at(-1)!);
    expect(went.length).toBeGreaterThan(reached.length / 5);
    return reached.length - Math.max(...went);
  };
  expect(newest(study(true))).toBeLessThan(6);
  expect(newest(study(false))).toBeGreaterThan(15);
});

test.each([
  [2, undefined, 6],
  [5, undefined, 15],
  [30, undefined, 24],
  [30, 60, 15],
  [30, 8, 6],
])(
  'of %i parameters and %s trials the first %i are random, so that what ends well is promoted before the model takes the lowest rung',
  (parameters, trials, random) => {
    const space = numbers(parameters);
    const { origins } = run(
      () =>
        new AshaStrategy(problem({ space, maxResource: 27, ...(trials === undefined ? {} : { trials }) })),
      { steps: 90, loss: (config, epochs) => curve({ x: config['x0']! }, epochs) },
    );
    const news = origins.filter((origin) => origin === 'random' || origin === 'model');
    expect(news.slice(0, random).every((origin) => origin === 'random')).toBe(true);
    if (trials !== 8) expect(news.slice(random, random + 8)).toContain('model');
  },
);

test.each([true, false])('only listed candidates are tried, each once, guided: %s', (guided) => {
  const candidates = Array.from({ length: 30 }, (_, i) => ({ x: (i + 0.5) / 30, y: ((7 * i) % 30) / 30 }));
  const listed = new Set(candidates.map((config) => hashConfig(plane, config)));
  const { configs } = run(() => new AshaStrategy(problem(), { guided, candidates }), { steps: 200 });
  const tried = configs.map((config) => hashConfig(plane, config));
  expect(tried.every((hash) => listed.has(hash))).toBe(true);
  expect(new Set(tried).size).toBe(tried.length);
  expect(tried).toHaveLength(30);
});

test('trials that cannot resume are stopped at a rung when two thirds are better', () => {
  const strategy = new AshaStrategy(problem({ resumable: false }), { eta: 3 });
  const losses = [3, 2, 1, 1, 4];
  const decisions = losses.map((loss, trial) => {
    const suggestion = strategy.ask();
    expect(suggestion).toMatchObject({ kind: 'new' });
    expect(suggestion).not.toHaveProperty('resource');
    strategy.start(trial, (suggestion as { config: Config }).config, 27);
    const decision = strategy.report(trial, 1, loss);
    if (decision === 'continue') strategy.report(trial, 27, loss);
    strategy.tell(
      trial,
      decision === 'stop' ? { state: 'pruned', loss, resource: 1 } : { state: 'completed', loss },
    );
    return decision;
  });
  // Each of the first three leads; 1 ties with the best.
  expect(decisions).toEqual(['continue', 'continue', 'continue', 'continue', 'stop']);
});

/** Trials that cannot resume, one after the other: what each is told at the rungs that it comes to. */
function stopping(losses: readonly (readonly number[])[]) {
  const strategy = new AshaStrategy(problem({ resumable: false }));
  const rungs = ladder(27);
  return losses.map((own, trial) => {
    strategy.start(trial, (strategy.ask() as { config: Config }).config, 27);
    const decisions = own.map((loss, rung) => strategy.report(trial, rungs[rung]!, loss));
    const last = { loss: own.at(-1) ?? Number.NaN, resource: rungs[own.length - 1] ?? 1 };
    if (own.length === 0) strategy.tell(trial, { state: 'failed' });
    else if (decisions.at(-1) === 'stop') strategy.tell(trial, { state: 'pruned', ...last });
    else {
      strategy.report(trial, 27, last.loss);
      strategy.tell(trial, { state: 'completed', ...last });
    }
    return decisions;
  });
}

test('of fewer trials at a rung than one of them goes on, only who leads goes on', () => {
  expect(stopping([[2], [3], [1], [1.5]])).toEqual([['continue'], ['stop'], ['continue'], ['stop']]);
});

test('where programs report once, at their end, nobody who has been trained is stopped', () => {
  const strategy = new AshaStrategy(problem({ resumable: false }));
  const decisions = [1, 2, 3, 4, 5, 6].map((loss, trial) => {
    strategy.start(trial, (strategy.ask() as { config: Config }).config, 27);
    const decision = strategy.report(trial, 1, loss);
    strategy.tell(trial, { state: decision === 'stop' ? 'pruned' : 'completed', loss });
    return decision;
  });
  expect(decisions).toEqual(Array(6).fill('continue'));
});

test('a trial that failed makes nobody look better at rungs that it never came to', () => {
  const failed = Array.from({ length: 6 }, () => []);
  // Of eight at the first rung two are the best quarter; of two at the second only the best goes on.
  const [a, b] = stopping([...failed, [2, 2], [3, 3]]).slice(6);
  expect(a).toEqual(['continue', 'continue']);
  expect(b).toEqual(['continue', 'stop']);
});

/** Before nearly all epochs are done the worst configs look best. */
const turned = (config: Config, epochs: number) => {
  const distance = Math.abs(Number(config['x']) - 0.3) + Math.abs(Number(config['y']) - 0.6);
  return epochs < 20 ? 2 - distance : distance;
};

test.each([1, 8])(
  'where few epochs rank configs the other way round new ones are trained in full, %i at once',
  (parallel) => {
    const { reached, configs } = run(() => new AshaStrategy(problem()), {
      steps: 220,
      parallel,
      loss: turned,
    });
    expect(reached.slice(-30).every((epochs) => epochs === 27)).toBe(true);
    expect(reached.filter((epochs) => epochs < 27).length).toBeGreaterThan(10);
    expect(Math.min(...configs.map((config) => turned(config, 27)))).toBeLessThan(0.05);
  },
);

test('of what failed before and after a rung was seen to mislead the model knows', () => {
  const crashes = ({ x }: Config) => Number(x) < 0.25;
  const { configs, reached } = run(() => new AshaStrategy(problem()), {
    steps: 160,
    loss: (config, epochs) => (crashes(config) ? Number.NaN : turned(config, epochs)),
  });
  const late = configs.filter((_, trial) => reached[trial] === 27).slice(-30);
  expect(late.length).toBe(30);
  expect(late.filter(crashes).length).toBeLessThan(6);
});

test('nobody is stopped by them either', () => {
  const strategy = new AshaStrategy(problem({ resumable: false }));
  const decisions = Array.from({ length: 40 }, (_, trial) => {
    const { config } = strategy.ask() as { config: Config };
    strategy.start(trial, config, 27);
    const stops = ladder(27).find(
      (epochs) => strategy.report(trial, epochs, turned(config, epochs)) === 'stop',
    );
    const loss = turned(config, stops ?? 27);
    strategy.tell(trial, stops ? { state: 'pruned', loss, resource: stops } : { state: 'completed', loss });
    return stops === undefined;
  });
  expect(decisions.slice(0, 20)).toContain(false);
  expect(decisions.slice(-12)).not.toContain(false);
});

test('of what waits at such a rung a quarter goes on when nothing new is left, the oldest first', () => {
  const space = createSpace({ x: { type: 'int', min: 1, max: 120, default: 3 } });
  const loss = ({ x }: Config, epochs: number) => (epochs < 27 ? 200 - Number(x) : Number(x));
  const { reached, origins, end } = run(() => new AshaStrategy(problem({ space })), { steps: 400, loss });
  const late = origins.filter((origin) => origin.startsWith('nothing new is left'));
  const waiting = reached.filter((epochs) => epochs < 27).length;
  expect(late.length).toBeGreaterThan(10);
  expect(late.length).toBeLessThanOrEqual(Math.ceil((waiting + late.length) / 4));
  expect(reached.slice(0, 8)).toEqual(Array(8).fill(27));
  expect(end).toContain('all 120 configs');
});

test('which trials may be resumed does not depend on who asked before a rung was seen to mislead', () => {
  for (const seed of [1, 10]) {
    const make = () => new AshaStrategy(problem({ seed, trials: 90 }));
    const { log } = run(make, {
      steps: 160,
      loss: (config, epochs) => turned(config, epochs < 5 ? 1 : 27),
      parallel: 8,
    });
    const asked = make();
    const started = new Set<number>();
    const may = (strategy: AshaStrategy) => [...started].map((trial) => strategy.mayResume(trial));
    for (const [calls, call] of log.entries()) {
      call(asked);
      call({ start: (trial) => started.add(trial), tell() {}, report: () => 'continue', ask: asked.ask });
      const answer = may(asked);
      if (calls % 10 !== 0) continue;
      const fresh = make();
      for (const earlier of log.slice(0, calls + 1)) earlier(fresh);
      expect(answer).toEqual(may(fresh));
    }
    expect(started.size).toBeGreaterThan(60);
  }
});
