import { expect, test } from 'vitest';
import { nestConfig } from '../../src/space/config.ts';
import { observedSpace } from '../../src/space/observed-space.ts';

test('every parameter that some config has, with the values that were seen', () => {
  const configs = [
    { rate: 0.5, kind: 'a', 'kind.a.depth': 3, flag: true },
    { rate: 2, kind: 'b', flag: true, mixed: 1 },
    { rate: 1, kind: 'a', 'kind.a.depth': 7, flag: false, mixed: 'x' },
  ];
  const space = observedSpace(configs, configs[1]);
  expect(space.parameters.map(({ path, domain }) => [path, domain])).toEqual([
    ['rate', { type: 'float', min: 0.5, max: 2, scale: 'linear' }],
    ['kind', { type: 'choice', values: ['a', 'b'], ordered: false }],
    ['kind.a.depth', { type: 'int', min: 3, max: 7, scale: 'linear' }],
    ['flag', { type: 'bool' }],
    ['mixed', { type: 'choice', values: [1, 'x'], ordered: false }],
  ]);
  expect(space).toMatchObject({ observed: true, incumbent: configs[1], missingDefaults: [] });
  for (const config of configs) expect(nestConfig(space, config)).toEqual(config);
});

test('without configs there is nothing', () => {
  expect(observedSpace([])).toMatchObject({ parameters: [], dimensions: [], observed: true });
});
