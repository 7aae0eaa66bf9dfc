import { expect, test } from 'vitest';
import { loadDrivenSpec } from '../../../src/spec/load.ts';
import { SpecError } from '../../../src/spec/problem.ts';
import { unusedWords } from '../../../src/spec/rules/unused-settings.ts';

const specOf = (
  search: string,
  budget = '{ trials: 30, epochs: 9 }',
  metric = '{ name: loss, goal: minimize }',
) =>
  loadDrivenSpec(
    'tune.yml',
    `name: toy
metric: ${metric}
params: { x: { type: float, min: 0, max: 1 } }
search: ${search}
budget: ${budget}
`,
  );

test('what auto came to says which settings mean nothing to it', () => {
  const all = specOf(
    '{ eta: 3, min-epochs: 2, points: 4, population: 8, tournament: 3 }',
    '{ trials: 30, epochs: 9, early-end: true, disk: 1GiB }',
  );
  expect(unusedWords('grid', all, { resumable: false })).toBe(
    '`eta`, `min-epochs`, `population`, `tournament`, `early-end` and `disk` mean nothing to it.',
  );
  expect(unusedWords('bayesian', specOf('{ points: 4 }'), { resumable: true })).toBe(
    '`points` means nothing to it.',
  );
  expect(unusedWords('asha', specOf('{ eta: 3, min-epochs: 2 }'), { resumable: true })).toBeUndefined();
  expect(unusedWords('random', specOf('{}'), { resumable: false })).toBeUndefined();
});

test('what is off, or has a use beside the strategy, is not named', () => {
  expect(
    unusedWords('bayesian', specOf('{ min-epochs: 2, early-stopping: median }'), { resumable: false }),
  ).toBeUndefined();
  expect(
    unusedWords('bayesian', specOf('{ eta: 3, early-stopping: median }'), { resumable: false }),
  ).toBeUndefined();
  expect(() => specOf('{ strategy: random, eta: 3, early-stopping: median }')).not.toThrow();
  const off = specOf('{ strategy: random }', '{ trials: 30, early-end: false }');
  expect(unusedWords('random', off, { resumable: false })).toBeUndefined();
});

test('trials that cannot go on do not pause, so that they leave nothing for disk to limit', () => {
  const spec = specOf('{ strategy: asha }', '{ trials: 30, epochs: 9, disk: 1GiB }');
  expect(unusedWords('asha', spec, { resumable: true })).toBeUndefined();
  expect(unusedWords('asha', spec, { resumable: false })).toBe(
    '`disk` means nothing to it, since its trials do not pause.',
  );
  const more = specOf('{ points: 4 }', '{ trials: 30, epochs: 9, disk: 1GiB }');
  expect(unusedWords('asha', more, { resumable: false })).toBe(
    '`points` means nothing to it. Nor does `disk`, since its trials do not pause.',
  );
});

test('where another program trains, disk limits nothing, and that is said with the rest', () => {
  const kept = 'since the program that trains keeps the checkpoints.';
  const spec = specOf('{ strategy: hyperband }', '{ trials: 30, epochs: 9, disk: 1GiB }');
  expect(unusedWords('hyperband', spec, { resumable: false })).toBeUndefined();
  for (const resumable of [true, false])
    expect(unusedWords('hyperband', spec, { resumable, driven: true })).toBe(
      `\`disk\` means nothing to it, ${kept}`,
    );
  const more = specOf('{ points: 4 }', '{ trials: 30, epochs: 9, disk: 1GiB }');
  expect(unusedWords('asha', more, { resumable: true, driven: true })).toBe(
    `\`points\` means nothing to it. Nor does \`disk\`, ${kept}`,
  );
  expect(unusedWords('asha', more, { resumable: false, driven: true })).toContain('do not pause.');
  // Said once.
  expect(unusedWords('random', more, { resumable: true, driven: true })).toBe(
    '`points` and `disk` mean nothing to it.',
  );
});

test('a population that leaves trials to evolve, and a tournament of it, are fine', () => {
  expect(() => specOf('{ strategy: evolution, population: 29, tournament: 29 }')).not.toThrow();
  expect(() => specOf('{ strategy: evolution, population: 30 }')).toThrow(SpecError);
  expect(() => specOf('{ strategy: evolution, tournament: 21 }', '{ time: 5m }')).toThrow(
    /the population is 20/,
  );
  // A fifth of a smaller budget of trials.
  expect(() => specOf('{ strategy: evolution, tournament: 7 }', '{ trials: 30 }')).toThrow(
    /the population is 6/,
  );
  expect(() => specOf('{ strategy: evolution, tournament: 10 }', '{ trials: 50 }')).not.toThrow();
});

test('a list of one metric is one metric', () => {
  const one = (use: string) => `[{ name: loss, goal: minimize, use: ${use} }]`;
  expect(() =>
    specOf('{ strategy: bayesian }', '{ trials: 30, early-end: true }', one('last')),
  ).not.toThrow();
  expect(() => specOf('{ early-stopping: wilcoxon }', '{ trials: 30 }', one('last'))).not.toThrow();
  expect(() => specOf('{ early-stopping: wilcoxon }', '{ trials: 30 }', one('best'))).toThrow(
    /tune\.yml:2:\d+: the easiest fold would be the score/,
  );
});
