import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trialSeed } from '../../src/study/seeds.ts';

test('seeds are integers that any program takes, and the same every time', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom('search', 'gate'), fc.nat(10_000), (study, purpose, index) => {
      const seed = trialSeed(study, purpose, index);
      expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31).toBe(true);
      expect(trialSeed(study, purpose, index)).toBe(seed);
    }),
  );
  // A change of these numbers would make every journal and every stored baseline worthless.
  expect([0, 1, 2].map((index) => trialSeed(7, 'search', index))).toMatchInlineSnapshot(`
    [
      1736318060,
      628112160,
      894116309,
    ]
  `);
  expect([0, 1, 2].map((index) => trialSeed(7, 'gate', index))).toMatchInlineSnapshot(`
    [
      670464032,
      2051929467,
      517081098,
    ]
  `);
});

test('studies, purposes and trials have seeds of their own', () => {
  const seeds = [0, 1, 7].flatMap((study) =>
    ['search', 'gate'].flatMap((purpose) =>
      Array.from({ length: 200 }, (_, index) => trialSeed(study, purpose, index)),
    ),
  );
  expect(new Set(seeds).size).toBe(seeds.length);
});
