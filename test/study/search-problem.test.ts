import { expect, test } from 'vitest';
import { chooseStrategy } from '../../src/search/strategies.ts';
import { createSpace } from '../../src/space/space.ts';
import { loadDrivenSpec } from '../../src/spec/load.ts';
import { searchProblem } from '../../src/study/search-problem.ts';

function problemOf(budget: string) {
  const spec = loadDrivenSpec(
    'tune.yml',
    `name: toy
metric: { name: loss, goal: minimize }
constraints: { size: { max: 5 } }
params: { x: { type: float, min: 0, max: 1, default: 0.5 } }
search: { seed: 7, repeats: true }
budget: ${budget}
`,
  );
  return searchProblem(spec, createSpace(spec.params), { workers: 3, resumable: true });
}

test('a strategy is told what the spec says of the search', () => {
  expect(problemOf('{ trials: 30, epochs: 9 }')).toMatchObject({
    seed: 7,
    repeats: true,
    metrics: 1,
    constraints: 1,
    incumbent: { x: 0.5 },
    trials: 30,
    maxResource: 9,
    timed: false,
    workers: 3,
    resumable: true,
  });
});

test('where time or all epochs are the budget, auto climbs, and says that the best go on', () => {
  for (const budget of ['{ epochs: 9, total-epochs: 90 }', '{ epochs: 9, time: 5m }']) {
    const choice = chooseStrategy('auto', { ...problemOf(budget), constraints: 0 });
    expect(choice).toMatchObject({ name: 'asha', why: expect.stringContaining('the best go on') });
  }
});

test('of trials and all epochs what ends first is the budget', () => {
  const pick = (budget: string) => chooseStrategy('auto', { ...problemOf(budget), constraints: 0 });
  expect(pick('{ epochs: 9, total-epochs: 90, trials: 11 }')).toMatchObject({
    name: 'asha',
    why: expect.stringMatching(/^epochs are what is short/),
  });
  expect(pick('{ epochs: 9, total-epochs: 90, trials: 10 }').name).toBe('bayesian');
  expect(pick('{ epochs: 9, time: 5m, trials: 10 }').name).toBe('bayesian');
});
