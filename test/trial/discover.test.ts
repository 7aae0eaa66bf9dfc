import { expect, test } from 'vitest';
import type { Value } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';
import type { Declared, DeclaredDefinition } from '../../src/trial/declared.ts';
import { type Build, discoverParameters, mergeParameters } from '../../src/trial/discover.ts';

type Ask = (
  name: string,
  definition: DeclaredDefinition,
  when?: Readonly<Record<string, readonly Value[]>>,
) => Value;

/** Code that asks for its parameters as it runs. */
function code(body: (ask: Ask) => void): (values: Readonly<Record<string, Value>>) => Promise<Build> {
  return async (values) => {
    const declared: Declared[] = [];
    body((name, definition, when = {}) => {
      const first = definition.type === 'constant' ? definition.value : definition.default!;
      const value = values[name] ?? first;
      const holds = Object.entries(when).every(([parent, allowed]) =>
        declared.some(
          (known) => known.name === parent && known.value !== null && allowed.includes(known.value),
        ),
      );
      declared.push({
        name,
        definition,
        when: Object.entries(when).map(([parent, allowed]) => ({ parent, values: allowed })),
        value: holds ? value : null,
      });
      return value;
    });
    return declared;
  };
}

const int = (min: number, max: number, more = {}): DeclaredDefinition => ({
  type: 'int',
  min,
  max,
  default: min,
  ...more,
});
const choice = (...values: string[]): DeclaredDefinition => ({ type: 'choice', values, default: values[0]! });

test('layers in a loop exist from the number of layers on that they need', async () => {
  const found = await discoverParameters(
    code((ask) => {
      const layers = Number(ask('layers', int(1, 4)));
      for (let i = 0; i < layers; i++) ask(`units_${i}`, int(32, 512, { step: 32 }));
    }),
  );
  expect(Object.entries(found).map(([name, { when }]) => [name, when])).toEqual([
    ['layers', undefined],
    ['units_0', undefined],
    ['units_1', { layers: { min: 2 } }],
    ['units_2', { layers: { min: 3 } }],
    ['units_3', { layers: { min: 4 } }],
  ]);
  expect(createSpace(found).parameters).toHaveLength(5);
});

test('what an if decides is found, also below another', async () => {
  const found = await discoverParameters(
    code((ask) => {
      if (ask('model', choice('mlp', 'cnn')) === 'cnn') {
        if (ask('pooling', choice('max', 'none')) === 'max') ask('size', int(2, 3));
      } else ask('units', int(1, 8));
      ask('rate', { type: 'float', min: 0.1, max: 1, default: 0.1 });
    }),
  );
  expect(Object.entries(found).map(([name, { when }]) => [name, when])).toEqual([
    ['model', undefined],
    ['units', { model: ['mlp'] }],
    ['rate', undefined],
    ['pooling', { model: ['cnn'] }],
    ['size', { pooling: ['max'] }],
  ]);
});

test('a scope says where its parameters exist; one name in two scopes exists in both', async () => {
  const found = await discoverParameters(
    code((ask) => {
      ask('model', choice('a', 'b', 'c'));
      ask('units', int(1, 8), { model: ['a'] });
      ask('units', int(1, 8), { model: ['b'] });
    }),
  );
  expect(found['units']).toEqual({ ...int(1, 8), when: { model: ['a', 'b'] } });
});

test('ranges end on their grid, and a range of one value is a constant', async () => {
  const found = await discoverParameters(
    code((ask) => {
      ask('n', int(6, 13, { step: 3 }));
      ask('power', int(2, 40, { step: 2, scale: 'log' }));
      ask('tenth', { type: 'float', min: 0, max: 0.5, step: 0.1, default: 0 });
      ask('one', int(3, 3));
    }),
  );
  expect(found).toMatchObject({
    n: { min: 6, max: 12 },
    power: { min: 2, max: 32 },
    tenth: { max: 0.5, step: 0.1 },
    one: { type: 'constant', value: 3 },
  });
});

test('what the defaults cannot build is an error, another config that cannot be built is not', async () => {
  const fails = (when: (values: Readonly<Record<string, Value>>) => boolean) => {
    const build = code((ask) => void ask('kernel', int(1, 9)));
    return (values: Readonly<Record<string, Value>>) =>
      when(values) ? Promise.resolve({ failed: 'negative size' }) : build(values);
  };
  await expect(discoverParameters(fails(() => true))).rejects.toThrow(
    'fails with its defaults: negative size',
  );
  expect(await discoverParameters(fails((values) => values['kernel'] === 9))).toEqual({ kernel: int(1, 9) });
});

test('a scope that never settles is an error', async () => {
  let runs = 0;
  const build = code((ask) => {
    runs++;
    ask(`units_${runs}`, int(1, 8));
  });
  await expect(discoverParameters(build)).rejects.toThrow(/there is no end in sight.*units_\d+/);
});

test('what the spec says of a parameter comes before what the code says', () => {
  expect(
    mergeParameters({ a: { type: 'bool' }, c: { type: 'bool' } }, { a: int(1, 2), b: int(1, 3) }),
  ).toEqual({
    a: { type: 'bool' },
    b: int(1, 3),
    c: { type: 'bool' },
  });
});
