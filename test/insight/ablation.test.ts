import { expect, test } from 'vitest';
import { ablationPath, trustedAblation } from '../../src/insight/ablation.ts';
import { fitSurrogate } from '../../src/insight/surrogate.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';
import { randomStudy } from './fixtures.ts';

const unit = { type: 'float', min: 0, max: 1 } as const;

test('the ablation path makes the change first that brings most, and says how many are enough', () => {
  const space = createSpace({ a: unit, b: unit, c: unit });
  const model = {
    noise: 0,
    loss: ({ a, b, c }: Config) => 10 - 8 * (a as number) - 1.9 * (b as number) - 0.1 * (c as number),
  };
  const path = ablationPath(space, model, { a: 0, b: 0, c: 0 }, { a: 1, b: 1, c: 1 })!;
  expect(path.steps.map((step) => step.path)).toEqual(['a', 'b', 'c']);
  expect(path.steps.map((step) => Number(step.gained.toFixed(6)))).toEqual([0.8, 0.99, 1]);
  expect(path.enough).toBe(2);
  expect(path.minimal).toEqual({ a: 1, b: 1, c: 0 });
  // Nothing to gain, nothing to say.
  expect(ablationPath(space, model, { a: 1, b: 1, c: 1 }, { a: 0, b: 0, c: 0 })).toBeUndefined();
});

test('a change of branch brings the parameters of the branch along', () => {
  const space = createSpace({
    optimizer: { type: 'choice', options: { adam: {}, sgd: { momentum: unit } }, default: 'adam' },
  });
  const momentum = space.parameters.at(-1)!.path;
  const to = { optimizer: 'sgd', [momentum]: 0.9 };
  const model = { noise: 0, loss: (config: Config) => (config[momentum] === 0.9 ? 0 : 1) };
  const { steps, minimal } = ablationPath(space, model, { optimizer: 'adam' }, to)!;
  expect(steps).toMatchObject([{ path: 'optimizer', from: 'adam', to: 'sgd', gained: 1 }]);
  expect(minimal).toEqual(to);
});

test('changes that take of the gain again are told apart from those that bring it', () => {
  const space = createSpace({ a: unit, b: unit, c: unit, d: unit });
  const model = {
    loss: ({ a, b, c, d }: Config) =>
      10 - 8.8 * (a as number) - 5.4 * (b as number) + 1.5 * (c as number) + 2.7 * (d as number),
  };
  const path = ablationPath(space, model, { a: 0, b: 0, c: 0, d: 0 }, { a: 1, b: 1, c: 1, d: 1 })!;
  expect(path.steps.map((step) => Number(step.gained.toFixed(3)))).toEqual([0.88, 1.42, 1.27, 1]);
  expect(path.enough).toBe(2);
  expect(path.minimal).toEqual({ a: 1, b: 1, c: 0, d: 0 });
  expect(path.lost).toBeCloseTo(0.42 / 1.42, 6);
  // Of so little nothing is said.
  const { lost } = ablationPath(space, model, { a: 0, b: 0, c: 0, d: 0 }, { a: 1, b: 1, c: 0.5, d: 0 })!;
  expect(lost).toBeUndefined();
});

const definitions: ParameterDefinitions = {
  x: { ...unit, default: 0.9 },
  y: { ...unit, default: 0.5 },
};
const bowl = ({ x, y }: Config) => ((x as number) - 0.2) ** 2 + 0.1 * ((y as number) - 0.4) ** 2;

/** The path to the best of random trials, the first of which is what ships. */
function path(count: number, ships: number | undefined, lossOf: Parameters<typeof randomStudy>[2] = bowl) {
  const { space, seen } = randomStudy(definitions, count, lossOf);
  const config = space.incumbent!;
  const all =
    ships === undefined ? seen : [{ trial: count, config, loss: ships, origin: 'incumbent' }, ...seen];
  const winner = seen.reduce((a, b) => (b.loss < a.loss ? b : a));
  return trustedAblation(space, fitSurrogate(space, all)!, all, winner);
}

test('a path is told where the model expects the gain that was measured', () => {
  expect(path(40, bowl({ x: 0.9, y: 0.5 }))!.steps[0]!.path).toBe('x');
  // What ships is much worse than the model can tell: it takes that for chance.
  expect(path(40, 5)).toBeUndefined();
  // It was not measured, or is no worse.
  expect(path(40, undefined)).toBeUndefined();
  expect(path(40, -1)).toBeUndefined();
});

test('no path is told by a model of few trials, or one that has learned nothing', () => {
  expect(path(28, bowl({ x: 0.9, y: 0.5 }))).toBeUndefined();
  expect(path(29, bowl({ x: 0.9, y: 0.5 }))).toBeDefined();
  expect(path(60, 3, (_, noise) => noise())).toBeUndefined();
});
