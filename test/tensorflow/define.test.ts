import { expect, test, vi } from 'vitest';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { Definitions } from '../../src/tensorflow/define.ts';
import { createHyperParameters, type HyperParameters } from '../../src/tensorflow/hp.ts';
import { discoverParameters, type SpecParameter } from '../../src/trial/discover.ts';

/** The space of code that asks hp. */
function discover(
  build: (hp: HyperParameters) => unknown,
  spec?: ReadonlyMap<string, SpecParameter>,
  given: Config = {},
): Promise<ParameterDefinitions> {
  return discoverParameters(async (values) => {
    const all = { ...given, ...values };
    let asked = 0;
    const definitions = new Definitions(all, () => `line ${++asked}`);
    await build(createHyperParameters(all, {}, definitions));
    return definitions.declarations();
  }, spec);
}

/** One trial of such code. */
function run(config: Config): HyperParameters {
  return createHyperParameters(config, {}, new Definitions(config));
}

// What follows up to the next comment is what the guides of Keras Tuner do with hp, in their order.

test('the number of units, with a step', async () => {
  expect(await discover((hp) => hp.Int('units', { min: 32, max: 512, step: 32 }))).toEqual({
    units: { type: 'int', min: 32, max: 512, step: 32, default: 32 },
  });
});

test('units, activation, dropout and a learning rate with log sampling', async () => {
  const found = await discover((hp) => {
    hp.Int('units', { min: 32, max: 512, step: 32, default: 128 });
    hp.Choice('activation', ['relu', 'tanh']);
    hp.Boolean('dropout');
    hp.Float('lr', { min: 1e-4, max: 1e-2, sampling: 'log' });
  });
  expect(found).toEqual({
    units: { type: 'int', min: 32, max: 512, step: 32, default: 128 },
    activation: { type: 'choice', values: ['relu', 'tanh'], default: 'relu' },
    dropout: { type: 'bool', default: false },
    lr: { type: 'float', min: 1e-4, max: 1e-2, scale: 'log', default: 1e-4 },
  });
});

test('as many layers as hp says, each with units of its own', async () => {
  const found = await discover((hp) => {
    for (let i = 0; i < hp.Int('num_layers', { min: 1, max: 3 }); i++)
      hp.Int(`units_${i}`, { min: 32, max: 512, step: 32 });
    hp.Choice('activation', ['relu', 'tanh']);
  });
  expect(Object.entries(found).map(([name, { when }]) => [name, when])).toEqual([
    ['num_layers', undefined],
    ['units_0', undefined],
    ['activation', undefined],
    ['units_1', { num_layers: { min: 2 } }],
    ['units_2', { num_layers: { min: 3 } }],
  ]);
});

test('one name is one parameter wherever it is asked for', async () => {
  const build = (hp: HyperParameters) => {
    const first = hp.Int('units', { min: 8, max: 64, step: 8 });
    const second = hp.Int('units', { min: 8, max: 64, step: 8 });
    expect(second).toBe(first);
    expect(hp.get('units')).toBe(first);
  };
  expect(Object.keys(await discover(build))).toEqual(['units']);
  build(run({ units: 24 }));
});

test('a conditional scope: its parameters exist under some values of the parent only', async () => {
  const build = (hp: HyperParameters) => {
    const kind = hp.Choice('model_type', ['mlp', 'cnn', 'rnn']);
    const units = hp.conditionalScope('model_type', ['mlp', 'rnn'], () =>
      hp.Int('units', { min: 8, max: 64 }),
    );
    const filters = hp.conditionalScope('model_type', 'cnn', (inner) => {
      const filters = inner.Int('filters', { min: 4, max: 32, sampling: 'log', step: 2 });
      if (inner.Choice('pooling', ['max', 'none']) === 'max')
        inner.conditionalScope('pooling', 'max', () => inner.Int('size', { min: 2, max: 3 }));
      return filters;
    });
    return { kind, units, filters };
  };
  expect(await discover(build)).toEqual({
    model_type: { type: 'choice', values: ['mlp', 'cnn', 'rnn'], default: 'mlp' },
    units: { type: 'int', min: 8, max: 64, default: 8, when: { model_type: ['mlp', 'rnn'] } },
    filters: {
      type: 'int',
      min: 4,
      max: 32,
      scale: 'log',
      step: 2,
      default: 4,
      when: { model_type: ['cnn'] },
    },
    pooling: { type: 'choice', values: ['max', 'none'], default: 'max', when: { model_type: ['cnn'] } },
    size: { type: 'int', min: 2, max: 3, default: 2, when: { model_type: ['cnn'], pooling: ['max'] } },
  });
  expect(build(run({ model_type: 'cnn', filters: 16, pooling: 'none' }))).toEqual({
    kind: 'cnn',
    units: undefined,
    filters: 16,
  });
});

test('a scope under a number is found although neither end of its range enters it', async () => {
  const found = await discover((hp) => {
    hp.Int('blocks', { min: 1, max: 9 });
    hp.conditionalScope('blocks', [4, 5], () => hp.Boolean('skip'));
  });
  expect(found['skip']).toEqual({ type: 'bool', default: false, when: { blocks: [4, 5] } });
});

test('the choice of an optimizer, each with scopes of its own', async () => {
  const build = (hp: HyperParameters) => {
    const optimizer = hp.Choice('optimizer', ['sgd', 'adam'], { default: 'adam' });
    return hp.nameScope(optimizer, () =>
      hp.conditionalScope('optimizer', optimizer, () => ({
        rate: hp.Float('rate', { min: 1e-4, max: 0.1, sampling: 'log', default: 1e-3 }),
        momentum: optimizer === 'sgd' ? hp.Float('momentum', { min: 0, max: 0.9, step: 0.3 }) : undefined,
      })),
    );
  };
  expect(Object.entries(await discover(build)).map(([name, { when }]) => [name, when])).toEqual([
    ['optimizer', undefined],
    ['adam/rate', { optimizer: ['adam'] }],
    ['sgd/rate', { optimizer: ['sgd'] }],
    ['sgd/momentum', { optimizer: ['sgd'] }],
  ]);
  expect(build(run({ optimizer: 'sgd', 'sgd/rate': 0.01, 'sgd/momentum': 0.3 }))).toEqual({
    rate: 0.01,
    momentum: 0.3,
  });
});

test('name scopes nest, see what is around them, and end with an error or a promise in them', async () => {
  const found = await discover(async (hp) => {
    hp.Boolean('norm');
    await hp.nameScope('body', async () => {
      await Promise.resolve();
      hp.nameScope('first', () => {
        hp.Int('units', { min: 1, max: 2 });
        expect([hp.get('units'), hp.get('norm'), hp.has('norm')]).toEqual([
          hp.get('units'),
          hp.get('norm'),
          true,
        ]);
      });
      hp.Int('units', { min: 1, max: 3 });
    });
    expect(() =>
      hp.nameScope('bad', () => {
        throw new Error('within');
      }),
    ).toThrow('within');
    hp.Int('units', { min: 1, max: 4 });
  });
  expect(Object.keys(found)).toEqual(['norm', 'body/first/units', 'body/units', 'units']);
});

test('defaults are what ships today; a fixed value is not searched, and a config may overrule it', async () => {
  const build = (hp: HyperParameters) => [
    hp.Int('a', { min: 1, max: 9, default: 5 }),
    hp.Choice('b', [16, 32, 64], { default: 32 }),
    hp.Boolean('c', { default: true }),
    hp.Fixed('d', 0.5),
    hp.Float('e', { min: 0, max: 1, step: 0.25, default: 0.5 }),
  ];
  const found = await discover(build);
  expect(found).toMatchObject({
    a: { default: 5 },
    b: { values: [16, 32, 64], ordered: true, default: 32 },
    c: { default: true },
    d: { type: 'constant', value: 0.5 },
    e: { step: 0.25, default: 0.5 },
  });
  expect(build(run({ a: 2, b: 64, c: false, d: 0.75, e: 1 }))).toEqual([2, 64, false, 0.75, 1]);
});

// Bounds, contradictions, mistakes.

test('a scope that never settles is an error, not a loop', async () => {
  const deeper = (hp: HyperParameters, level: number): void => {
    if (hp.Boolean(`deeper_${level}`)) deeper(hp, level + 1);
  };
  await expect(discover((hp) => deeper(hp, 0))).rejects.toThrow(/there is no end in sight.*deeper_\d+/);
});

test('code that contradicts itself is told both places', async () => {
  await expect(
    discover((hp) => {
      hp.Int('units', { min: 1, max: 8 });
      hp.Float('units', { min: 0, max: 1 });
    }),
  ).rejects.toThrow(
    'the parameter units is a whole number from 1 to 8 (default 1) at line 1, but a number from 0 to 1 (default 0) at line 2: ' +
      'one of the two needs a name of its own (hp.nameScope gives one)',
  );
  await expect(
    discover((hp) => {
      const most = hp.Int('most', { min: 2, max: 4 });
      hp.Int('units', { min: 1, max: most });
    }),
  ).rejects.toThrow('a range must not depend on other parameters');
});

const inSpec = (definition: SpecParameter['definition']) =>
  new Map([['rate', { definition, place: 'tune.yml:6:3' }]]);

test("the spec's parameters come before the code's where the code can take them, and decide on others", async () => {
  const spec = inSpec({ type: 'choice', values: [0.01, 0.1], default: 0.01 });
  const found = await discover(
    (hp) => {
      if (hp.Float('rate', { min: 1e-4, max: 1 }) === 0.1) hp.Float('decay', { min: 0, max: 1 });
    },
    spec,
    { rate: 0.01 },
  );
  expect(found).toEqual({ decay: { type: 'float', min: 0, max: 1, default: 0, when: { rate: [0.1] } } });
});

test.each([
  [{ type: 'float', min: 0, max: 2 }, 'a number from 0 to 2 in the spec (tune.yml:6:3)'],
  [{ type: 'choice', values: ['fast'] }, 'one of fast in the spec (tune.yml:6:3)'],
  [{ type: 'bool' }, 'true or false in the spec (tune.yml:6:3)'],
] as const)('a spec that the code cannot follow is told both places (%#)', async (definition, words) => {
  await expect(
    discover((hp) => hp.Float('rate', { min: 0, max: 1 }), inSpec(definition), { rate: 0.5 }),
  ).rejects.toThrow(
    `the parameter rate is ${words}, but the code takes a number from 0 to 1 (default 0) (line 1)`,
  );
});

test.each<[string, (hp: HyperParameters) => unknown]>([
  ["hp.Int('n') has no max: give both", (hp) => hp.Int('n', { min: 1 })],
  ["hp.Int('n'): max, 1, is less than min, 4", (hp) => hp.Int('n', { min: 4, max: 1 })],
  ["hp.Int('n'): step must be a whole number, not 0.5", (hp) => hp.Int('n', { min: 1, max: 4, step: 0.5 })],
  [
    "hp.Float('x'): sampling log needs a min above 0, not 0",
    (hp) => hp.Float('x', { min: 0, max: 1, sampling: 'log' }),
  ],
  [
    "hp.Float('x'): the default, 2, is not between 0 and 1",
    (hp) => hp.Float('x', { min: 0, max: 1, default: 2 }),
  ],
  ["hp.Choice('c') has no values", (hp) => hp.Choice('c', [])],
  [
    "hp.Choice('c'): the default, z, is none of a, b",
    (hp) => hp.Choice<string>('c', ['a', 'b'], { default: 'z' }),
  ],
  [
    "hp.Int('n') says nothing of its values: give min and max, or put it into the spec's params",
    (hp) => hp.Int('n'),
  ],
  [
    "hp.conditionalScope('later'): there is no hyperparameter",
    (hp) => hp.conditionalScope('later', 1, () => 1),
  ],
])('%s', async (message, build) => {
  await expect(discover(build)).rejects.toThrow(message);
});

test('what discovery did not find has its default in a trial, with a warning', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect(run({ a: 1 }).Int('n', { min: 2, max: 4, default: 3 })).toBe(3);
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('n is not searched'));
  warn.mockRestore();
});
