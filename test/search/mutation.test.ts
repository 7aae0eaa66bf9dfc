import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomStream } from '../../src/math/random.ts';
import { mutate, mutationSpace, singleChanges } from '../../src/search/mutation.ts';
import { checkConfig, hashConfig, nestConfig } from '../../src/space/config.ts';
import { sampleConfig } from '../../src/space/sample.ts';
import { createSpace } from '../../src/space/space.ts';
import { arbitrarySpace } from '../space/arbitrary.ts';

const layered = createSpace({
  layers: { type: 'repeat', min: 1, max: 3, of: { units: { type: 'int', min: 1, max: 5 } } },
});
const units = (...values: readonly number[]) => ({
  layers: values.length,
  ...Object.fromEntries(values.map((value, i) => [`layers[${i}].units`, value])),
});

test('every change of every config of a random space is a config of it', () => {
  fc.assert(
    fc.property(arbitrarySpace, fc.nat(9999), (space, seed) => {
      const stream = randomStream(seed, 'mutation test');
      const mutations = mutationSpace(space);
      let config = sampleConfig(space, stream);
      for (let i = 0; i < 10; i++) {
        config = mutate(mutations, config, stream);
        expect(checkConfig(space, config)).toEqual(config);
      }
      for (const neighbour of singleChanges(mutations, config, 0.1, stream))
        expect(checkConfig(space, neighbour)).toEqual(neighbour);
    }),
    { numRuns: 100 },
  );
});

test('a block is dropped, put in and moved with its values', () => {
  const stream = randomStream(1, 'blocks');
  const changes = singleChanges(mutationSpace(layered), units(2, 5), 0.1, stream);
  const has = (config: object) => changes.some((change) => JSON.stringify(change) === JSON.stringify(config));
  expect(has(units(5))).toBe(true);
  expect(has(units(2))).toBe(true);
  expect(has(units(5, 2))).toBe(true);
  // A new block before, between and behind the two.
  const grown = changes.filter(({ layers }) => layers === 3).map((change) => Object.values(change).slice(1));
  expect(grown).toEqual([
    [expect.any(Number), 2, 5],
    [2, expect.any(Number), 5],
    [2, 5, expect.any(Number)],
  ]);
  expect(
    singleChanges(mutationSpace(layered), units(1), 0.1, stream).every(({ layers }) => layers !== 0),
  ).toBe(true);
});

test('another option draws its own children and leaves the rest alone', () => {
  const space = createSpace({
    rate: { type: 'float', min: 0, max: 1 },
    optimizer: {
      type: 'choice',
      options: {
        sgd: { momentum: { type: 'float', min: 0, max: 1 } },
        adam: { beta: { type: 'float', min: 0, max: 1 } },
      },
    },
  });
  const from = { rate: 0.5, optimizer: 'sgd', 'optimizer.sgd.momentum': 0.9 };
  const switched = singleChanges(mutationSpace(space), from, 0.1, randomStream(0, 'x')).filter(
    ({ optimizer }) => optimizer === 'adam',
  );
  expect(switched).toEqual([{ rate: 0.5, optimizer: 'adam', 'optimizer.adam.beta': expect.any(Number) }]);
});

test('one mutation changes one place, and reaches every neighbour', () => {
  const space = createSpace({
    a: { type: 'choice', values: ['x', 'y', 'z'] },
    b: { type: 'int', min: 1, max: 4 },
    c: { type: 'bool' },
  });
  const from = { a: 'x', b: 2, c: true };
  const stream = randomStream(3, 'reach');
  const reached = new Set<string>();
  for (let i = 0; i < 500; i++) {
    const to = mutate(mutationSpace(space), from, stream) as typeof from;
    expect([to.a !== from.a, to.b !== from.b, to.c !== from.c].filter(Boolean)).toHaveLength(1);
    reached.add(hashConfig(space, to));
  }
  expect(reached.size).toBe(2 + 3 + 1);
});

test('architectures of stages change a value, a kind, a block more or less, and the order, one at a time', () => {
  const width = { type: 'int', min: 1, max: 64 } as const;
  const space = createSpace({
    stages: {
      type: 'repeat',
      min: 1,
      max: 3,
      of: {
        filters: width,
        blocks: {
          type: 'repeat',
          min: 1,
          max: 3,
          of: { block: { type: 'choice', options: { conv: { kernel: width }, residual: { ratio: width } } } },
        },
      },
    },
  });
  const stream = randomStream(5, 'stages');
  const mutations = mutationSpace(space);
  /** Each stage as text, each of its blocks in brackets. */
  const shape = (config: object) =>
    (nestConfig(space, config as never)['stages'] as { filters: number; blocks: { block: object }[] }[]).map(
      ({ filters, blocks }) => [`${filters}`, ...blocks.map(({ block }) => JSON.stringify(block))],
    );
  const seen = { value: 0, kind: 0, more: 0, less: 0, order: 0 };
  let config = sampleConfig(space, stream);
  for (let i = 0; i < 400; i++) {
    const next = mutate(mutations, config, stream);
    expect(checkConfig(space, next)).toEqual(next);
    const [before, after] = [shape(config), shape(next)];
    const [from, to] = [before.flat(), after.flat()];
    const kinds = (texts: readonly string[]) => texts.map((text) => text.replace(/\d+/g, ''));
    if (to.length > from.length) seen.more++;
    else if (to.length < from.length) seen.less++;
    else if (String([...to].sort()) === String([...from].sort())) seen.order++;
    else {
      const changed = to.filter((text, at) => text !== from[at]);
      expect(changed).toHaveLength(1);
      seen[String(kinds(to)) === String(kinds(from)) ? 'value' : 'kind']++;
    }
    // A block more or less leaves the others as they are.
    if (to.length !== from.length) {
      const [longer, shorter] = to.length > from.length ? [to, from] : [from, to];
      const rest = [...longer];
      for (const text of shorter) expect(rest.splice(rest.indexOf(text), 1)).toEqual([text]);
    }
    config = next;
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
});
