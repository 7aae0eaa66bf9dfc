import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomStream } from '../../src/math/random.ts';
import { isActive } from '../../src/space/condition.ts';
import {
  type ConfigError,
  checkConfig,
  flattenConfig,
  hashConfig,
  nestConfig,
  withDefaults,
} from '../../src/space/config.ts';
import { decodePoint, encodeConfig } from '../../src/space/encode.ts';
import { enumerateConfigs } from '../../src/space/enumerate.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { sampleConfig } from '../../src/space/sample.ts';
import { createSpace, type Space } from '../../src/space/space.ts';
import { arbitrarySpace, smallSpace } from './arbitrary.ts';

const seed = fc.integer({ min: 0, max: 1e6 });
const activePaths = (space: Space, config: Config) =>
  space.parameters.filter((parameter) => isActive(parameter, config)).map(({ path }) => path);
const sample = (space: Space, n: number) => sampleConfig(space, randomStream(n, 'sample'));

const design: ParameterDefinitions = {
  learning_rate: { type: 'float', min: 1e-4, max: 1e-1, scale: 'log', default: 1e-3 },
  batch_size: { type: 'choice', values: [16, 32, 64, 128], ordered: true, default: 32 },
  batch_norm: { type: 'bool', default: false },
  optimizer: {
    type: 'choice',
    default: 'adam',
    options: { sgd: { momentum: { type: 'float', min: 0, max: 0.99, default: 0.9 } }, adam: {} },
  },
  layers: {
    type: 'repeat',
    min: 1,
    max: 4,
    default: 2,
    of: {
      units: { type: 'int', min: 16, max: 256, step: 16, default: 64 },
      activation: { type: 'choice', values: ['relu', 'tanh', 'swish'], default: 'relu' },
    },
  },
};

test('the example of the design: incumbent, nested form, hash', () => {
  const space = createSpace(design);
  expect(space.incumbent).toEqual({
    learning_rate: 0.001,
    batch_size: 32,
    batch_norm: false,
    optimizer: 'adam',
    layers: 2,
    'layers[0].units': 64,
    'layers[0].activation': 'relu',
    'layers[1].units': 64,
    'layers[1].activation': 'relu',
  });
  expect(nestConfig(space, space.incumbent!)).toEqual({
    learning_rate: 0.001,
    batch_size: 32,
    batch_norm: false,
    optimizer: { type: 'adam' },
    layers: [
      { units: 64, activation: 'relu' },
      { units: 64, activation: 'relu' },
    ],
  });
  // The name of a config is part of journals: it may not change.
  expect(hashConfig(space, space.incumbent!)).toMatchInlineSnapshot(`"5784d6e6cd559dae"`);
  expect(space.size).toBe(Number.POSITIVE_INFINITY);
});

test('a repeat may ship blocks of its own', () => {
  const { incumbent } = createSpace({
    layers: {
      type: 'repeat',
      min: 0,
      max: 3,
      default: [{ units: 8 }, { units: 4, kind: { type: 'gated', bias: true } }],
      of: {
        units: { type: 'int', min: 1, max: 9 },
        kind: { type: 'choice', default: 'plain', options: { plain: {}, gated: { bias: { type: 'bool' } } } },
      },
    },
  });
  expect(incumbent).toEqual({
    layers: 2,
    'layers[0].units': 8,
    'layers[0].kind': 'plain',
    'layers[1].units': 4,
    'layers[1].kind': 'gated',
    'layers[1].kind.gated.bias': true,
  });
});

test('conditions: several parents, membership, ranges, the innermost name wins, later siblings', () => {
  const space = createSpace({
    dropout: { type: 'float', min: 0, max: 1, when: { depth: { min: 3 }, mode: ['a', 'b'] } },
    depth: { type: 'int', min: 1, max: 4 },
    mode: {
      type: 'choice',
      options: {
        a: { depth: { type: 'int', min: 7, max: 9 }, wide: { type: 'bool', when: { depth: 9 } } },
        b: {},
        c: {},
      },
    },
  });
  const paths = (config: Config) => activePaths(space, config);
  expect(paths({ depth: 3, mode: 'b' })).toContain('dropout');
  expect(paths({ depth: 2, mode: 'b' })).not.toContain('dropout');
  expect(paths({ depth: 3, mode: 'c' })).not.toContain('dropout');
  expect(paths({ depth: 1, mode: 'a', 'mode.a.depth': 9 })).toContain('mode.a.wide');
  expect(paths({ depth: 4, mode: 'a', 'mode.a.depth': 8 })).not.toContain('mode.a.wide');
});

test('definitions that make no space are refused', () => {
  const bool = { type: 'bool' } as const;
  expect(() => createSpace({ a: { ...bool, when: { b: true } } })).toThrow('a depends on b');
  expect(() => createSpace({ a: { ...bool, when: { b: true } }, b: { ...bool, when: { a: true } } })).toThrow(
    'a → b → a',
  );
  expect(() => createSpace({ a: { type: 'int', min: 1, max: 3, default: 5 } })).toThrow('default of a');
});

test.each([
  [{ type: 'float', min: 0, max: 1, step: 0.1 }, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
  [{ type: 'float', min: 0.1, max: 0.7, step: 0.3 }, [0.1, 0.4, 0.7]],
  [{ type: 'float', min: -0.2, max: 0.1, step: 0.1 }, [-0.2, -0.1, 0, 0.1]],
  [{ type: 'float', min: 1e-4, max: 1e-1, step: 10, scale: 'log' }, [1e-4, 1e-3, 1e-2, 1e-1]],
  [{ type: 'int', min: 16, max: 256, step: 2, scale: 'log' }, [16, 32, 64, 128, 256]],
  [{ type: 'int', min: 16, max: 48, step: 16 }, [16, 32, 48]],
  [{ type: 'int', min: 1, max: 8, step: 2, scale: 'reverse-log' }, [1, 5, 7, 8]],
  [{ type: 'int', min: -1, max: 2 }, [-1, 0, 1, 2]],
] as const)('steps are exact and inclusive: %j', (definition, expected) => {
  const space = createSpace({ x: definition });
  expect([...enumerateConfigs(space)].map(({ x }) => x)).toEqual(expected);
  for (const x of expected) expect(decodePoint(space, encodeConfig(space, { x }))).toEqual({ x });
});

test('every value of a scale has a place, however far apart its ends are', () => {
  for (const scale of ['linear', 'log', 'reverse-log'] as const)
    for (const [min, max] of [
      [1e-20, 1],
      [1e-17, 1000],
      [1e-300, 1e300],
      [5e-324, 1.7e308],
      [0.3, 0.7],
    ] as const) {
      const space = createSpace({ x: { type: 'float', min, max, scale } });
      const place = (x: number) => encodeConfig(space, { x })[0]!;
      expect([place(min), place(max)]).toEqual([0, 1]);
      for (const u of [0.01, 0.3, 0.5, 0.99]) {
        const back = place(decodePoint(space, Float64Array.of(u))['x'] as number);
        expect(back).toBeGreaterThanOrEqual(0);
        expect(back).toBeLessThanOrEqual(1);
      }
    }
});

test('scales: the middle of the cube is the middle of the scale; both ends are reached', () => {
  const at = (u: number, definition: ParameterDefinitions[string]) =>
    decodePoint(createSpace({ x: definition }), Float64Array.of(u))['x'];
  expect(at(0.5, { type: 'float', min: 1e-4, max: 1, scale: 'log' })).toBe(0.01);
  expect(at(0.5, { type: 'float', min: 0.01, max: 1, scale: 'reverse-log' })).toBeCloseTo(0.91, 6);
  expect(at(0.5, { type: 'float', min: -1, max: 1 })).toBe(0);
  for (const scale of ['linear', 'log', 'reverse-log'] as const)
    for (const type of ['int', 'float'] as const) {
      expect(at(0, { type, min: 1, max: 1000, scale })).toBe(1);
      expect(at(1, { type, min: 1, max: 1000, scale })).toBe(1000);
    }
  expect(at(0.3, { type: 'float', min: -1e308, max: 1e308 })).toBeCloseTo(-0.4e308, -301);
});

test('log integers share the scale fairly', () => {
  const space = createSpace({ x: { type: 'int', min: 1, max: 3, scale: 'log' } });
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < 1000; i++)
    counts[decodePoint(space, Float64Array.of((i + 0.5) / 1000))['x'] as number]!++;
  // [0.5, 3.5] in logarithms: 1 owns ln 3, 2 ln 5/3, 3 ln 7/5, out of ln 7.
  expect(counts).toEqual([0, 565, 262, 173]);
});

test('every sampled config validates, and its point in the cube gives it back', () => {
  fc.assert(
    fc.property(arbitrarySpace, seed, (space, n) => {
      const config = sample(space, n);
      expect(checkConfig(space, config)).toEqual(config);
      expect(decodePoint(space, encodeConfig(space, config))).toEqual(config);
      expect(Object.keys(config)).toEqual(activePaths(space, config));
      for (const x of encodeConfig(space, config)) expect(x < 0 || x > 1).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('every point of the cube is a valid config', () => {
  fc.assert(
    fc.property(arbitrarySpace, fc.func(fc.double({ min: 0, max: 1, noNaN: true })), (space, coordinate) => {
      const config = decodePoint(
        space,
        Float64Array.from(space.dimensions, (_, j) => coordinate(j)),
      );
      expect(checkConfig(space, config)).toEqual(config);
    }),
    { numRuns: 500 },
  );
});

test('the hash ignores inactive values and the order of keys, and tells configs apart', () => {
  fc.assert(
    fc.property(arbitrarySpace, seed, seed, (space, a, b) => {
      const config = sample(space, a);
      const other = sample(space, b);
      const noisy = Object.fromEntries(Object.entries({ ...other, ...config }).reverse());
      expect(hashConfig(space, noisy)).toBe(hashConfig(space, config));
      const equal = JSON.stringify(config) === JSON.stringify(other);
      expect(hashConfig(space, config) === hashConfig(space, other)).toBe(equal);
    }),
    { numRuns: 500 },
  );
});

test('the size of a finite space is the number of its configs, each valid and different', () => {
  fc.assert(
    fc.property(smallSpace(3000), (space) => {
      const configs = [...enumerateConfigs(space)];
      expect(configs.length).toBe(space.size);
      expect(new Set(configs.map((config) => hashConfig(space, config))).size).toBe(space.size);
      for (const config of configs) expect(checkConfig(space, config)).toEqual(config);
    }),
    { numRuns: 200 },
  );
});

test('sizes that nobody could enumerate', () => {
  const block = { units: { type: 'int', min: 1, max: 10 }, flag: { type: 'bool' } } as const;
  const space = createSpace({ layers: { type: 'repeat', min: 0, max: 20, of: block } });
  expect(space.size).toBeCloseTo(
    Array.from({ length: 21 }, (_, n) => 20 ** n).reduce((a, b) => a + b),
    -20,
  );
  const wide = createSpace({
    n: { type: 'int', min: 1, max: 1_000_000 },
    big: { type: 'bool', when: { n: { min: 900_001 } } },
    odd: { type: 'int', min: 1, max: 3, when: { n: [5, 7] } },
  });
  expect(wide.size).toBe(1_000_000 + 100_000 + 2 * 2);
});

test('nested and flat forms of a config go back and forth', () => {
  fc.assert(
    fc.property(arbitrarySpace, seed, (space, n) => {
      const config = sample(space, n);
      expect(checkConfig(space, flattenConfig(space, nestConfig(space, config)))).toEqual(config);
      expect(checkConfig(space, flattenConfig(space, config))).toEqual(config);
    }),
    { numRuns: 500 },
  );
});

test('a wrong config: every problem by name', () => {
  const space = createSpace(design);
  const problems = (value: unknown) => {
    try {
      checkConfig(space, value);
    } catch (error) {
      return (error as ConfigError).problems;
    }
    return [];
  };
  expect(problems([])).toEqual(['expected a mapping of parameters to values, found []']);
  expect(
    problems({
      ...space.incumbent,
      learning_rate: '0.1',
      lr: 1,
      batch_size: 33,
      'layers[0].units': 17,
      batch_norm: 1,
    }),
  ).toMatchInlineSnapshot(`
    [
      "lr: no such parameter",
      "learning_rate: expected a number from 0.0001 to 0.1, found "0.1"",
      "batch_size: expected one of 16, 32, 64, 128, found 33",
      "batch_norm: expected true or false, found 1",
      "layers[0].units: expected a whole number from 16 to 256 in steps of 16, found 17",
    ]
  `);
  expect(problems({ optimizer: 'adam', layers: 1 })).toMatchInlineSnapshot(`
    [
      "learning_rate: missing (expected a number from 0.0001 to 0.1)",
      "batch_size: missing (expected one of 16, 32, 64, 128)",
      "batch_norm: missing (expected true or false)",
      "layers[0].units: missing (expected a whole number from 16 to 256 in steps of 16)",
      "layers[0].activation: missing (expected one of "relu", "tanh", "swish")",
    ]
  `);
  expect(
    problems(flattenConfig(space, { ...space.incumbent, layers: [{ units: 64, wide: 1 }] })),
  ).toMatchInlineSnapshot(`
    [
      "layers.0.units: no such parameter",
      "layers.0.wide: no such parameter",
    ]
  `);
});

test('defaults fill what is missing of a config to try', () => {
  const space = createSpace(design);
  expect(checkConfig(space, withDefaults(space, { optimizer: 'sgd', layers: 1 }))).toMatchObject({
    'optimizer.sgd.momentum': 0.9,
    'layers[0].units': 64,
  });
});

test('the configs of a space are counted though a condition names a narrow part of very many values', () => {
  const { size } = createSpace({
    n: { type: 'int', min: 0, max: Number.MAX_SAFE_INTEGER },
    b: { type: 'bool', when: { n: { min: 2 ** 52 + 1, max: 2 ** 52 + 2 } } },
  });
  expect(size).toBe(2 ** 53 + 2);
});
