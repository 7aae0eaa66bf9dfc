import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomStream } from '../../src/math/random.ts';
import type { Config } from '../../src/space/parameter.ts';
import { sampleConfig } from '../../src/space/sample.ts';
import { createSpace } from '../../src/space/space.ts';
import { loadSpec } from '../../src/spec/load.ts';
import { ShipError, type ShippedConfig, shipConfig } from '../../src/spec/ship-config.ts';

const spec = (params: string) => `# How we tune.
name: digits   # not the toy
trial: { run: [python, train.py] }
metric: { name: acc, goal: maximize }
budget: { trials: 5 }
params:
${params}
# The end.
`;

/** The edits applied to the old text must give the new one. */
function patched(text: string, { edits }: ShippedConfig): string {
  const lines = text.split('\n');
  for (const { from, to, lines: by } of [...edits].reverse()) lines.splice(from - 1, to - from + 1, ...by);
  return lines.join('\n');
}

function ship(params: string, config: Config): string {
  const text = spec(params);
  const shipped = shipConfig(text, config);
  expect(patched(text, shipped)).toBe(shipped.text);
  return shipped.text;
}

describe('only the values change', () => {
  test.each([
    [
      'flow',
      '  lr: { type: float, min: 1e-4, max: 1, default: 1e-3 } # tuned in May',
      { lr: 0.02 },
      'default: 0.02 } # tuned in May',
    ],
    [
      'block',
      '  lr:\n    type: float\n    min: 0\n    max: 1\n    default: 0.5   # half\n',
      { lr: 0.25 },
      '    default: 0.25   # half\n',
    ],
    ['no default, flow', '  lr: { type: float, min: 0, max: 1 }', { lr: 0.25 }, 'max: 1, default: 0.25 }'],
    [
      'no default, block',
      '  lr:\n    # real\n    type: float # really\n    min: 0\n    max: 1',
      { lr: 0.25 },
      '  lr:\n    # real\n    default: 0.25\n    type: float # really\n',
    ],
    [
      'a quoted string',
      "  act: { type: choice, values: ['relu', 'tanh'], default: 'relu' }",
      { act: 'tanh' },
      "default: 'tanh' }",
    ],
    [
      'a string that looks like something else',
      '  act: { type: choice, values: ["no", "1e3", plain], default: plain }',
      { act: 'no' },
      'default: "no" }',
    ],
    [
      'a number of strings',
      '  act: { type: choice, values: ["no", "1e3", plain], default: plain }',
      { act: '1e3' },
      'default: "1e3" }',
    ],
    ['a bool', '  bn: { type: bool, default: false }', { bn: true }, 'default: true }'],
    [
      'JSON',
      '  {"lr": {"type": "float", "min": 0, "max": 1, "default": 0.5}}',
      { lr: 0.25 },
      '"default": 0.25}',
    ],
  ])('%s', (_, params, config, expected) => {
    const text = ship(params, config as unknown as Config);
    expect(text).toContain(expected);
    expect(text.startsWith('# How we tune.\nname: digits   # not the toy\n')).toBe(true);
    expect(text.endsWith('\n# The end.\n')).toBe(true);
  });
});

const options = `  optimizer:
    type: choice
    default: adam
    options:
      sgd:
        momentum: { type: float, min: 0, max: 1, default: 0.9 }   # high
        nesterov: { type: bool }
      adam: {}`;

test('an option, and the parameters that come with it', () => {
  const config = { optimizer: 'sgd', 'optimizer.sgd.momentum': 0.5, 'optimizer.sgd.nesterov': true };
  const text = ship(options, config);
  expect(text).toContain('    default: sgd\n');
  expect(text).toContain('default: 0.5 }   # high');
  expect(text).toContain('nesterov: { type: bool, default: true }');
});

const layers = (shipped: string) => `  layers:
    type: repeat
    min: 0
    max: 3
    default: ${shipped} # deep
    of:
      units: { type: int, min: 1, max: 64, default: 8 }
      act: { type: choice, values: [relu, tanh], default: relu }`;

test('blocks that are alike stay a number; others are written out', () => {
  const alike = {
    layers: 2,
    'layers[0].units': 16,
    'layers[0].act': 'relu',
    'layers[1].units': 16,
    'layers[1].act': 'relu',
  };
  expect(ship(layers('1'), alike)).toContain(
    'default: 2 # deep\n    of:\n      units: { type: int, min: 1, max: 64, default: 16 }',
  );
  const different = { ...alike, 'layers[1].act': 'tanh' };
  expect(ship(layers('1'), different)).toContain(
    'default: [{ units: 16, act: relu }, { units: 16, act: tanh }] # deep',
  );
  expect(ship(layers('[{ units: 3 }]'), alike)).toContain(
    'default: [{ units: 16, act: relu }, { units: 16, act: relu }] # deep',
  );
  expect(ship(layers('1'), { layers: 0 })).toContain('default: 0 # deep');
});

test('a list of blocks over several lines', () => {
  const text = `  layers:
    type: repeat
    min: 1
    max: 3
    of: { units: { type: int, min: 1, max: 64 } }
    default:
      - units: 8
      # the second
      - units: 4
  last: { type: bool, default: true }`;
  const config = { layers: 1, 'layers[0].units': 5, last: true };
  expect(ship(text, config)).toMatch(/default:\s+\[\{ units: 5 \}\]\s+last:/);
});

test('CRLF and a byte order mark stay', () => {
  const text = `\uFEFF${spec('  lr:\n    type: float\n    min: 0\n    max: 1').replaceAll('\n', '\r\n')}`;
  const shipped = shipConfig(text, { lr: 0.25 });
  expect(shipped.text).toBe(text.replace('    type', '    default: 0.25\r\n    type'));
  expect(shipped.edits).toEqual([{ from: 8, to: 7, lines: ['    default: 0.25'] }]);
});

test.each([
  [
    'an anchor that two use',
    '  a: &x { type: float, min: 0, max: 1, default: 0.5 }\n  b: *x',
    { a: 0.1, b: 0.2 },
  ],
  [
    'an anchor that one of two could use',
    '  a: &x { type: float, min: 0, max: 1, default: 0.5 }\n  b: *x',
    { a: 0.1, b: 0.5 },
  ],
  ['a default that is an alias', '  a: { type: int, min: &m 3, max: 9, default: *m }', { a: 5 }],
])('%s is left alone', (_, params, config) => {
  expect(() => ship(params, config as unknown as Config)).toThrow(ShipError);
});

test('nothing to change, nothing changed', () => {
  const text = spec(layers('2'));
  const { incumbent } = createSpace(loadSpec('spec', text).params);
  expect(shipConfig(text, incumbent!)).toEqual({ text, edits: [] });
});

test('whatever the config, the spec ships it afterwards, and nothing else moves', () => {
  const params = `${options}\n${layers('1')}\n  lr: { type: float, min: 1e-5, max: 1, scale: log }\n  batch:\n    type: choice\n    values: [16, 32]\n    when: { lr: { max: 0.1 } }`;
  const text = spec(params);
  const space = createSpace(loadSpec('spec', text).params);
  fc.assert(
    fc.property(fc.nat(1e6), (seed) => {
      const config = sampleConfig(space, randomStream(seed, 'test'));
      const shipped = shipConfig(text, config);
      expect(createSpace(loadSpec('spec', shipped.text).params).incumbent).toEqual(config);
      expect(patched(text, shipped)).toBe(shipped.text);
      const without = (of: string) =>
        of.replace(/,? *default: (\[.*?\]|[^ ,}\n]*)/g, '').replace(/^\s*\n/gm, '');
      expect(without(shipped.text)).toBe(without(text));
      // And back: the values of the edited spec can be edited again.
      const again = sampleConfig(space, randomStream(seed, 'again'));
      expect(createSpace(loadSpec('spec', shipConfig(shipped.text, again).text).params).incumbent).toEqual(
        again,
      );
    }),
    { numRuns: 60 },
  );
});
