import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AshaStrategy } from '../../src/search/asha.ts';
import { describePlan, HyperbandStrategy, hyperbandPlan } from '../../src/search/hyperband.ts';
import { buildStrategy } from '../../src/search/plan.ts';
import { ladder } from '../../src/search/rungs/rungs.ts';
import type { SearchProblem, Strategy, Suggestion } from '../../src/search/strategy.ts';
import { hashConfig } from '../../src/space/config.ts';
import type { Config } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';

const plane = createSpace({ x: { type: 'float', min: 0, max: 1 }, y: { type: 'float', min: 0, max: 1 } });
/** x0, x1 … in [0, 1]. */
const numbers = (count: number) =>
  createSpace(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`x${i}`, { type: 'float', min: 0, max: 1 } as const]),
    ),
  );
const small = createSpace({ x: { type: 'int', min: 1, max: 5, default: 3 } });

/** What a trial costs and shows: better with every epoch, and the better the nearer x is to 0.3. */
const curve = ({ x }: Config, epochs: number) => Math.abs(Number(x) - 0.3) + 1 / (1 + epochs);

interface Run {
  /** Highest resource that each trial was trained to. */
  readonly reached: number[];
  readonly configs: Config[];
  readonly origins: string[];
  epochs: number;
  readonly log: ((strategy: Strategy) => void)[];
}

/** Runs a strategy by itself: `parallel` workers, the trial that began first ends first. */
function run(
  make: () => Strategy,
  {
    steps,
    parallel = 1,
    resumable = true,
    loss = curve,
  }: {
    readonly steps: number;
    readonly parallel?: number;
    readonly resumable?: boolean;
    readonly loss?: (config: Config, epochs: number, trial: number) => number;
  },
): Run & { readonly end: string } {
  const strategy = make();
  const out: Run = { reached: [], configs: [], origins: [], epochs: 0, log: [] };
  const running: { trial: number; resource: number }[] = [];
  const tell = (call: (of: Strategy) => void) => {
    out.log.push(call);
    call(strategy);
  };
  const finish = () => {
    const { trial, resource } = running.shift()!;
    const value = loss(out.configs[trial]!, resource, trial);
    out.epochs += resource - (resumable ? (out.reached[trial] ?? 0) : 0);
    out.reached[trial] = resource;
    tell((of) =>
      of.tell(
        trial,
        Number.isFinite(value) ? { state: 'completed', loss: value, resource } : { state: 'failed' },
      ),
    );
  };
  let thought: Suggestion | undefined;
  for (let step = 0; step < steps; step++) {
    const suggestion = strategy.ask();
    const promoted = strategy.promotion?.();
    if (promoted) expect(suggestion).toEqual(promoted);
    // What was thought of at the last start is still right.
    else if (thought?.kind === 'new')
      expect(suggestion).toMatchObject({ ...thought, config: expect.anything(), origin: expect.anything() });
    if (step % 7 === 0) expect(strategy.ask()).toEqual(suggestion);
    if (suggestion.kind === 'exhausted' && running.length === 0) return { ...out, end: suggestion.reason };
    if (suggestion.kind === 'exhausted' || suggestion.kind === 'wait') {
      expect(running.length).toBeGreaterThan(0);
      finish();
      continue;
    }
    const resource = suggestion.resource!;
    const trial = suggestion.kind === 'new' ? out.configs.length : suggestion.trial;
    if (suggestion.kind === 'new') out.configs.push(suggestion.config);
    else {
      expect(resource).toBeGreaterThan(out.reached[trial]!);
      expect(running.some((item) => item.trial === trial)).toBe(false);
    }
    out.origins.push(suggestion.origin);
    const config = out.configs[trial]!;
    tell((of) => of.start(trial, config, resource));
    running.push({ trial, resource });
    // One of several questions: each costs the fit of a model.
    thought = step % 3 === 0 ? strategy.ask() : undefined;
    if (running.length >= parallel) finish();
  }
  while (running.length > 0) finish();
  return { ...out, end: '' };
}

const problem = (more: Partial<SearchProblem> = {}): SearchProblem => ({
  space: plane,
  seed: 3,
  maxResource: 27,
  resumable: true,
  ...more,
});

test('rungs are quarters of the full resource, in whole steps', () => {
  expect(ladder(64)).toEqual([1, 4, 16, 64]);
  expect(ladder(50)).toEqual([1, 3, 13, 50]);
  expect(ladder(300)).toEqual([5, 19, 75, 300]);
  expect(ladder(9)).toEqual([1, 2, 9]);
  expect(ladder(81, { eta: 3 })).toEqual([3, 9, 27, 81]);
  expect(ladder(100, { eta: 4, minResource: 5 })).toEqual([5, 25, 100]);
  expect(ladder(16, { eta: 4, minResource: 8 })).toEqual([8, 16]);
  expect(ladder(100, { eta: 4, minResource: 26 })).toEqual([26, 100]);
  expect(ladder(27, { eta: 3, minResource: 8 })).toEqual([8, 27]);
  expect(ladder(81, { eta: 3, minResource: 1 })).toEqual([1, 3, 9, 27, 81]);
  expect(ladder(1)).toEqual([1]);
  expect(ladder(2)).toEqual([1, 2]);
  expect(ladder(5, { minResource: 5 })).toEqual([5]);
});

describe('ASHA', () => {
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
});

describe('Hyperband', () => {
  test('the plan of R = 81 is that of the paper', () => {
    const plan = hyperbandPlan({
      maxResource: 81,
      minResource: 1,
      eta: 3,
      configs: Number.POSITIVE_INFINITY,
      resumable: false,
    });
    expect(plan.map(({ rungs }) => rungs.map(({ configs }) => configs))).toEqual([
      [81, 27, 9, 3, 1],
      [34, 11, 3, 1],
      [15, 5, 1],
      [8, 2],
      [5],
    ]);
    expect(plan.map(({ rungs }) => rungs[0]!.resource)).toEqual([1, 3, 9, 27, 81]);
    expect(describePlan(plan.slice(3))).toBe(
      'A round has 2 brackets, 13 configs and 783 epochs: 8 to 27 → 2 to 81; 5 to 81.',
    );
    const one = { rungs: [{ configs: 1, resource: 1 }], cost: 1 };
    expect(describePlan([one])).toBe('A round has 1 bracket, 1 config and 1 epoch: 1 to 1.');
  });

  test.each([
    [1, true],
    [4, true],
    [1, false],
    [7, false],
  ])('what is spent is what was planned: %i workers, resumable %s', (parallel, resumable) => {
    const configs = hyperbandPlan({ maxResource: 27, configs: 1e9, resumable }).reduce(
      (sum, { rungs }) => sum + rungs[0]!.configs,
      0,
    );
    const plan = hyperbandPlan({ maxResource: 27, configs, resumable });
    const { epochs, reached } = run(() => new HyperbandStrategy(problem({ trials: configs, resumable })), {
      steps: 10_000,
      parallel,
      resumable,
    });
    expect(reached).toHaveLength(configs);
    expect(epochs).toBe(plan.reduce((sum, { cost }) => sum + cost, 0));
  });

  test('a space with fewer configs than the first rung wants is promoted, and spent as planned', () => {
    const plan = hyperbandPlan({ maxResource: 27, configs: 5, resumable: true, eta: 3 });
    expect(plan.map(({ rungs }) => rungs)).toEqual([
      [
        { configs: 5, resource: 1 },
        { configs: 1, resource: 3 },
        { configs: 1, resource: 9 },
        { configs: 1, resource: 27 },
      ],
    ]);
    const { epochs, reached, end } = run(() => new HyperbandStrategy(problem({ space: small }), { eta: 3 }), {
      steps: 100,
    });
    expect(epochs).toBe(plan[0]!.cost);
    expect(Math.max(...reached)).toBe(27);
    expect(end).toContain('5 configs');
  });

  test('what was pruned never goes on, however good its last loss, and takes the place of nobody', () => {
    const strategy = new HyperbandStrategy(problem({ maxResource: 4, trials: 5 }));
    const started: Config[] = [];
    for (let trial = 0; trial < 5; trial++) {
      const suggestion = strategy.ask();
      if (suggestion.kind !== 'new') break;
      started.push(suggestion.config);
      strategy.start(trial, suggestion.config, suggestion.resource);
      // The best one was stopped before its rung, as a rule of early stopping may have it.
      const outcome = trial === 1 ? { state: 'pruned' as const } : { state: 'completed' as const };
      strategy.tell(trial, { ...outcome, loss: trial === 1 ? 0 : 5 - trial, resource: 1 });
    }
    const best = started.length - 1;
    expect(strategy.ask()).toMatchObject({ kind: 'resume', trial: best, resource: 4 });
    expect(strategy.mayResume(1)).toBe(false);
    strategy.start(best, started[best]!, 4);
    strategy.tell(best, { state: 'completed', loss: 1, resource: 4 });
    const next = strategy.ask();
    expect(next.kind === 'resume' ? next.trial : undefined).not.toBe(1);
  });

  test('a bracket of which all were pruned is done', () => {
    const strategy = new HyperbandStrategy(problem({ space: small, maxResource: 4 }));
    let ended = 0;
    for (let suggestion = strategy.ask(); suggestion.kind === 'new'; suggestion = strategy.ask()) {
      strategy.start(ended, suggestion.config, suggestion.resource);
      strategy.tell(ended++, { state: 'pruned', loss: 1, resource: 1 });
    }
    expect(ended).toBe(5);
    expect(strategy.ask().kind).toBe('exhausted');
  });

  test('a trial that median stopping has stopped is not trained to a higher resource', () => {
    const plan = { name: 'hyperband' as const, options: { earlyStopping: 'median' as const, minEpochs: 1 } };
    const strategy = buildStrategy({ ...plan, problem: problem({ maxResource: 16, trials: 60 }) });
    const configs: Config[] = [];
    const pruned = new Set<number>();
    for (let step = 0; step < 200; step++) {
      const suggestion = strategy.ask();
      if (suggestion.kind !== 'new' && suggestion.kind !== 'resume') break;
      const trial = suggestion.kind === 'new' ? configs.push(suggestion.config) - 1 : suggestion.trial;
      expect(pruned).not.toContain(trial);
      const resource = suggestion.resource!;
      strategy.start(trial, configs[trial]!, resource);
      const loss = (epoch: number) => (trial < 16 ? 0.1 : 1) + trial / 100 + 1 / epoch;
      let epoch = 1;
      while (strategy.report(trial, epoch, loss(epoch)) === 'continue' && epoch < resource) epoch++;
      const outcome = { loss: loss(epoch), resource: epoch };
      if (epoch < resource) pruned.add(trial);
      strategy.tell(trial, { state: epoch < resource ? 'pruned' : 'completed', ...outcome });
    }
    expect(pruned.size).toBeGreaterThan(0);
  });

  test('round follows round', () => {
    const { configs } = run(() => new HyperbandStrategy(problem({ maxResource: 3 })), { steps: 60 });
    expect(configs.length).toBeGreaterThan(25);
  });
});

test('any order of ends, failures among them: no repeats, no promotion out of turn, and replay asks the same', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('asha' as const, 'hyperband' as const),
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      fc.integer(),
      fc.constantFrom(plane, small),
      (name, parallel, fails, seed, space) => {
        const make = () => buildStrategy({ name, problem: problem({ seed, space, trials: 25 }) });
        const { configs, log } = run(make, {
          steps: 45,
          parallel,
          loss: (config, epochs, trial) => (fails && trial % 3 === 1 ? Number.NaN : curve(config, epochs)),
        });
        expect(new Set(configs.map((config) => hashConfig(space, config))).size).toBe(configs.length);
        const [first, second] = [make(), make()];
        for (const call of log) {
          call(first);
          call(second);
        }
        expect(second.ask()).toEqual(first.ask());
      },
    ),
    { numRuns: 8 },
  );
});
