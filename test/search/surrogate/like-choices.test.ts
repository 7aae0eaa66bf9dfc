import { expect, test } from 'vitest';
import { likeChoices } from '../../../src/search/surrogate/like-choices.ts';
import { encodeConfig } from '../../../src/space/encode.ts';
import type { Config, ParameterDefinitions } from '../../../src/space/parameter.ts';
import { createSpace } from '../../../src/space/space.ts';

/** Groups and, of some configs, the features rounded to four digits. */
function featuresOf(definitions: ParameterDefinitions, configs: readonly Config[]) {
  const space = createSpace(definitions);
  const features = likeChoices(space.dimensions);
  return {
    groups: features?.groups,
    of: configs.map((config) =>
      [...(features?.of(encodeConfig(space, config)) ?? [])].map((x) => Math.round(x * 1e4) / 1e4 + 0),
    ),
  };
}

const operation = { type: 'choice', values: ['conv', 'pool', 'skip'] } as const;

test('how often each option is chosen, less what chance would choose', () => {
  const third = { type: 'choice', values: ['skip', 'conv', 'pool'] } as const;
  const unit = 1 / Math.sqrt(3);
  expect(
    featuresOf({ a: operation, rate: { type: 'float', min: 0, max: 1 }, b: operation, c: third }, [
      { a: 'conv', rate: 0.5, b: 'conv', c: 'conv' },
      { a: 'conv', rate: 0.1, b: 'pool', c: 'skip' },
    ]),
  ).toEqual({
    groups: [3],
    of: [[2 * unit, -unit, -unit].map((x) => Math.round(x * 1e4) / 1e4), [0, 0, 0]],
  });
});

test('choices of other options, ordered ones and numbers are not alike', () => {
  const ordered = { ...operation, ordered: true } as const;
  const others = { type: 'choice', values: ['conv', 'pool', 'none'] } as const;
  expect(featuresOf({ a: operation, b: operation, c: ordered, d: others }, []).groups).toBeUndefined();
});

test('booleans are alike in the blocks of a repeat alone', () => {
  const bool = { type: 'bool' } as const;
  expect(featuresOf({ a: bool, b: bool, c: bool, d: bool }, []).groups).toBeUndefined();
  const definitions: ParameterDefinitions = {
    layers: { type: 'repeat', min: 1, max: 3, of: { norm: bool, operation } },
  };
  const norms = createSpace(definitions).dimensions.map(({ parameter }) => parameter.path);
  expect(norms.filter((path) => path.endsWith('norm'))).toHaveLength(3);
  // The third block is not there: it counts for nothing.
  const unit = 1 / Math.sqrt(3);
  const features = featuresOf(definitions, [
    {
      layers: 2,
      'layers[0].norm': true,
      'layers[0].operation': 'pool',
      'layers[1].norm': true,
      'layers[1].operation': 'skip',
    },
  ]);
  expect(features.groups?.toSorted()).toEqual([2, 3]);
  const expected = { norm: [-unit, unit], operation: [(-2 / 3) * unit, unit / 3, unit / 3] };
  expect(features.of[0]).toEqual(
    (features.groups![0] === 2
      ? [...expected.norm, ...expected.operation]
      : [...expected.operation, ...expected.norm]
    ).map((x) => Math.round(x * 1e4) / 1e4),
  );
});
