import { expect, test } from 'vitest';
import { describePlan, HyperbandStrategy, hyperbandPlan } from '../../src/search/hyperband.ts';
import { buildStrategy } from '../../src/search/plan.ts';
import type { Config } from '../../src/space/parameter.ts';
import { problem, run, small } from './climbing.ts';

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
