import { describe, expect, test } from 'vitest';
import { randomStream } from '../../../src/math/random.ts';
import { buildStrategy } from '../../../src/search/plan.ts';
import { spaceGeometry } from '../../../src/search/surrogate/space-geometry.ts';
import { searchShape } from '../../../src/search/surrogate/warp-choice.ts';
import { encodeConfig } from '../../../src/space/encode.ts';
import { sampleConfig } from '../../../src/space/sample.ts';
import { createSpace } from '../../../src/space/space.ts';

const plane = createSpace({
  x: { type: 'float', min: 0, max: 1 },
  y: { type: 'float', min: 0, max: 1 },
});
/** At most about 8. */
const bowl = ({ x, y }: { x: number; y: number }) => 10 * ((x - 0.6) ** 2 + (y - 0.3) ** 2);

describe('the shape of losses', () => {
  const stream = randomStream(1, 'shape of losses');
  const configs = Array.from({ length: 30 }, () => sampleConfig(plane, stream)) as { x: number; y: number }[];
  const geometry = spaceGeometry(plane);
  const shapeOf = (loss: (height: number) => number) =>
    searchShape(
      geometry,
      configs.map((config) => ({ point: encodeConfig(plane, config), loss: loss(bowl(config)) })),
    );

  test('a bowl is best left to a power, also one whose rim is high', () => {
    expect(shapeOf((height) => height)).toBe('power');
    expect(shapeOf((height) => 1e9 + 1e3 * height)).toBe('power');
  });

  test('what grows by orders of magnitude is a logarithm', () => {
    expect(shapeOf((height) => Math.exp(4 * height))).toBe('logarithm');
    expect(shapeOf((height) => 1e-9 * Math.exp(4 * height))).toBe('logarithm');
  });

  test('and where it begins anywhere, that of what it is above the lowest', () => {
    expect(shapeOf((height) => Math.exp(4 * height) - 5)).toBe('logarithm above the lowest');
    expect(shapeOf((height) => height ** 3)).toBe('logarithm above the lowest');
  });

  test('what has diverged does not decide how the rest is bent', () => {
    for (const diverged of [1e6, 1e30, 1e308])
      expect(shapeOf((height) => (height > 4 ? diverged : height))).toBe('power');
    expect(shapeOf((height) => (height > 5 ? 1e200 : Math.exp(4 * height)))).toBe('logarithm');
    expect(shapeOf((height) => (height > 5 ? 1e60 : height > 4 ? 1e30 : height))).toBe('power');
  });

  test('equal losses, few losses and huge ones are no reason to fail', () => {
    expect(shapeOf(() => 1)).toBe('power');
    expect(searchShape(geometry, [])).toBe('power');
    expect(shapeOf((height) => Math.exp(300 * height))).not.toBe('power');
    expect(shapeOf((height) => (height > 4 ? 1.7e308 : -1.7e308))).toBe('power');
  });
});

test.each(['bayesian', 'asha'] as const)(
  '%s searches a loss over many orders of magnitude like the height that it grows with',
  (name) => {
    for (const seed of [0, 1, 2]) {
      const strategy = buildStrategy({ name, problem: { space: plane, seed, trials: 40, maxResource: 1 } });
      let least = Number.POSITIVE_INFINITY;
      for (let trial = 0; trial < 40; trial++) {
        const suggestion = strategy.ask();
        if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
        const height = bowl(suggestion.config as { x: number; y: number });
        least = Math.min(least, height);
        strategy.start(trial, suggestion.config);
        strategy.tell(trial, { state: 'completed', loss: Math.exp(8 * height) });
      }
      // With a power alone it is 0.005 to 0.1; random search has about 0.05.
      expect(least).toBeLessThan(1e-4);
    }
  },
);

test('trials that diverge lead nobody astray', () => {
  const square = createSpace({
    x: { type: 'float', min: -1, max: 1 },
    y: { type: 'float', min: -1, max: 1 },
    idle: { type: 'choice', values: ['a', 'b', 'c'] },
  });
  for (const seed of [1, 2, 3, 4, 5]) {
    const strategy = buildStrategy({ name: 'bayesian', problem: { space: square, seed, trials: 40 } });
    let least = Number.POSITIVE_INFINITY;
    for (let trial = 0; trial < 40; trial++) {
      const suggestion = strategy.ask();
      if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
      const { x, y } = suggestion.config as { x: number; y: number };
      const loss = (x - 0.3) ** 2 + (y + 0.4) ** 2 + (x > 0.5 ? 1e30 : 0);
      least = Math.min(least, loss);
      strategy.start(trial, suggestion.config);
      strategy.tell(trial, { state: 'completed', loss });
    }
    expect(least).toBeLessThan(3e-3);
  }
});
