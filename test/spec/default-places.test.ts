import { expect, test } from 'vitest';
import { defaultPlaces } from '../../src/spec/default-places.ts';

const text = `name: x
trial: { run: [python, train.py] }
metric: { name: acc, goal: maximize }
budget: { trials: 5 }
params:
  lr: { type: float, min: 0, max: 1, default: 0.5 }
  optimizer:
    type: choice
    default: sgd
    options:
      sgd: { momentum: { type: float, min: 0, max: 1, default: 0.9 } }
  layers:
    type: repeat
    min: 1
    max: 3
    default: 2
    of: { units: { type: int, min: 1, max: 9, default: 3 } }
  blocks:
    type: repeat
    min: 1
    max: 3
    default: [{ units: 3 }]
    of: { units: { type: int, min: 1, max: 9 } }
  free: { type: bool }
`;

test('where a spec says what it ships', () => {
  const paths = [
    'lr',
    'optimizer',
    'optimizer.sgd.momentum',
    'layers',
    'layers[1].units',
    'blocks[0].units',
    'free',
    'no',
  ];
  const lines = Object.fromEntries([...defaultPlaces(text, paths)].map(([name, { line }]) => [name, line]));
  expect(lines).toEqual({
    lr: 6,
    optimizer: 9,
    'optimizer.sgd.momentum': 11,
    layers: 16,
    'layers[1].units': 17,
    'blocks[0].units': 22,
  });
  const place = defaultPlaces(text, ['lr']).get('lr')!;
  expect(text.split('\n')[5]!.slice(place.column - 1, place.endColumn - 1)).toBe('0.5');
});
