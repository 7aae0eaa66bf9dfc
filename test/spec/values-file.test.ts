import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { randomStream } from '../../src/math/random.ts';
import { readSpec } from '../../src/session/load-spec.ts';
import { nestConfig } from '../../src/space/config.ts';
import { sampleConfig } from '../../src/space/sample.ts';
import { createSpace } from '../../src/space/space.ts';
import { loadSpec } from '../../src/spec/load.ts';
import { SpecError } from '../../src/spec/problem.ts';
import { ShipError, withShipped } from '../../src/spec/ship-config.ts';
import { readValues, shipValues, type ValuesFile, valuePlaces } from '../../src/spec/values-file.ts';

const spec = `name: digits
trial: { run: [python, train.py] }
metric: { name: acc, goal: maximize }
budget: { trials: 5 }
values: params.yml
params:
  lr: { type: float, min: 1e-5, max: 1, scale: log, default: 1e-3 }
  norm: { type: bool, default: false }
  optimizer:
    type: choice
    default: adam
    options:
      sgd:
        momentum: { type: float, min: 0, max: 1, default: 0.9 }
        nesterov: { type: bool, default: false }
      adam: {}
  layers:
    type: repeat
    min: 0
    max: 3
    default: 1
    of:
      units: { type: int, min: 1, max: 64, default: 8 }
      act: { type: choice, values: [relu, tanh], default: relu }
`;
const { params } = loadSpec('tune.yml', spec);
const space = createSpace(params);
const file = (text: string, ...at: string[]): ValuesFile => ({ path: 'params.yml', text, at });

const yaml = `# What we ship.
data: digits.npz   # read by train.py
model:
  lr: 0.01 # since May
  optimizer:
    # Momentum was worse.
    type: sgd
    momentum: 0.5
  layers:
    - { units: 16 }
    - units: 32   # the second
`;
const today = {
  lr: 0.01,
  norm: false,
  optimizer: 'sgd',
  'optimizer.sgd.momentum': 0.5,
  'optimizer.sgd.nesterov': false,
  layers: 2,
  'layers[0].units': 16,
  'layers[0].act': 'relu',
  'layers[1].units': 32,
  'layers[1].act': 'relu',
};

test('values come before defaults, and what is not tuned is passed over', () => {
  expect(readValues(file(yaml, 'model'), space)).toEqual(today);
  expect(readValues(file('{"lr": 0.5, "seed": 3}'), space)).toMatchObject({
    lr: 0.5,
    optimizer: 'adam',
    layers: 1,
  });
  expect(readValues(file('optimizer: sgd\noptimizer.sgd.momentum: 0.25\n'), space)).toMatchObject({
    'optimizer.sgd.momentum': 0.25,
  });
});

test('only the values change; comments, order and the rest of the file stay', () => {
  const { text, edits } = shipValues(file(yaml, 'model'), space, {
    ...today,
    lr: 0.02,
    'layers[1].units': 64,
    norm: true,
  });
  expect(text).toBe(yaml.replace('lr: 0.01', 'norm: true\n  lr: 0.02').replace('units: 32', 'units: 64'));
  expect(edits.flatMap(({ lines }) => lines)).toEqual([
    '  norm: true',
    '  lr: 0.02 # since May',
    '    - units: 64   # the second',
  ]);
});

test('JSON stays JSON, in the lines that it has', () => {
  const json = '{\n  "seed": 1,\n  "lr": 0.5,\n  "optimizer": { "type": "adam" }\n}\n';
  const config = readValues(file(json), space);
  const { text } = shipValues(file(json), space, {
    ...config,
    lr: 0.25,
    norm: true,
    optimizer: 'sgd',
    'optimizer.sgd.momentum': 0.5,
    'optimizer.sgd.nesterov': true,
  });
  expect(JSON.parse(text)).toEqual({
    seed: 1,
    lr: 0.25,
    norm: true,
    optimizer: { type: 'sgd', momentum: 0.5, nesterov: true },
  });
  expect(text.startsWith('{\n  "seed": 1,\n  "lr": 0.25,\n  "optimizer": { "type": "sgd", ')).toBe(true);
  expect(text.endsWith(' },\n  "norm": true\n}\n')).toBe(true);
});

test('nothing to change, nothing changed', () => {
  expect(shipValues(file(yaml, 'model'), space, today)).toEqual({ text: yaml, edits: [] });
});

test('what cannot be edited in place is refused', () => {
  const shared = 'a: &x { lr: 0.1 }\nmodel: *x\n';
  expect(() => shipValues(file(shared, 'model'), space, today)).toThrow(ShipError);
});

test('whatever the config, the file ships it afterwards, as YAML and as JSON', () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.nat(1e6), fc.boolean(), (first, second, asJson) => {
      const [before, after] = [first, second].map((seed) => sampleConfig(space, randomStream(seed, 'test')));
      const nested = { seed: 1, ...nestConfig(space, before!) };
      const text = asJson ? JSON.stringify(nested, undefined, 2) : stringify(nested);
      expect(readValues(file(text), space)).toEqual(before);
      const shipped = shipValues(file(text), space, after!);
      expect(readValues(file(shipped.text), space)).toEqual(after);
      if (asJson) expect(JSON.parse(shipped.text).seed).toBe(1);
      // The same as defaults of the spec.
      expect(createSpace(withShipped(params, after!)).incumbent).toEqual(after);
    }),
    { numRuns: 150 },
  );
});

test('places of values, for annotations', () => {
  const places = valuePlaces(file(yaml, 'model'), space, ['lr', 'norm', 'optimizer', 'layers[1].units']);
  expect([...places].map(([name, { line, column }]) => [name, line, column])).toEqual([
    ['lr', 4, 7],
    ['optimizer', 7, 11],
    ['layers[1].units', 11, 14],
  ]);
});

function error(text: string, of = space): SpecError {
  try {
    readValues(file(text), of);
  } catch (error) {
    if (error instanceof SpecError) return error;
    throw error;
  }
  throw new Error(`these values were accepted: ${text}`);
}

test('errors name the file and the line', () => {
  const wrong = (text: string, ...at: string[]) => {
    try {
      readValues(file(text, ...at), space);
    } catch (error) {
      return (error as SpecError).problems.map(
        ({ file: name, line, message }) => `${name}:${line} ${message}`,
      );
    }
    return [];
  };
  expect(wrong('seed: 1\nlr: 7\nnorm: maybe\n')).toEqual([
    expect.stringMatching(/^params\.yml:2 lr: expected .*, found 7$/),
    expect.stringMatching(/^params\.yml:3 norm: expected .*, found "maybe"$/),
  ]);
  expect(wrong('seed: 1\n', 'train')).toEqual(['params.yml:1 train should hold the values that ship today']);
  expect(wrong('- 1\n')).toEqual(['params.yml:1 the file should hold the values that ship today']);
  expect(wrong('lr: [\n')).toHaveLength(1);
});

test('an empty file is not the spec, and nobody is told to write a spec over theirs', () => {
  for (const text of ['', '# nothing yet\n', '\uFEFF']) {
    const { problems, message } = error(text);
    expect(problems[0]).toMatchObject({
      file: 'params.yml',
      line: 1,
      message: 'this file is empty, and should hold the values that ship today',
      expected: 'a mapping of parameters to values; {} where the `default`s of the spec are what ships',
    });
    expect(message).not.toContain('init');
  }
});

test.each([
  [
    'misspelt under an option',
    'lr: 0.1\noptimizer: { type: sgd, momentun: 1 }\n',
    [2, 25, 'optimizer.momentun: no such parameter', 'one of momentum, nesterov', 'did you mean "momentum"?'],
  ],
  [
    'of another option',
    'optimizer: { type: adam, momentum: 1 }\n',
    [
      1,
      26,
      'optimizer.momentum: no such parameter',
      'no further key: adam has no parameters',
      'it is a parameter of sgd',
    ],
  ],
  [
    'in a block',
    'layers:\n  - units: 16\n  - unit: 32\n',
    [3, 5, 'layers.1.unit: no such parameter', undefined, 'did you mean "units"?'],
  ],
  [
    'under a flat path',
    'optimizer: sgd\noptimizer.sgd.momentun: 0.25\n',
    [2, 1, 'optimizer.sgd.momentun: no such parameter', undefined, 'did you mean "optimizer.sgd.momentum"?'],
  ],
])('a value of no parameter has its own place: %s', (_, text, expected) => {
  expect(
    error(text).problems.map(({ line, column, message, expected, suggestion }) => [
      line,
      column,
      message,
      expected,
      suggestion,
    ]),
  ).toEqual([expected]);
});

test('a parameter that is misspelt is not missing as well', () => {
  const bare = createSpace({
    opt: {
      type: 'choice',
      options: { sgd: { momentum: { type: 'float', min: 0, max: 1 }, decay: { type: 'bool' } } },
    },
  });
  const text = 'opt: { type: sgd, momentun: 1 }\n';
  expect(error(text, bare).problems.map(({ message }) => message)).toEqual([
    'opt.sgd.decay: missing (expected true or false)',
    'opt.momentun: no such parameter',
  ]);
});

test('a spec that names a file ships its values', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-values-'));
  const tune = path.join(folder, 'tune.yml');
  writeFileSync(tune, spec);
  writeFileSync(path.join(folder, 'params.yml'), 'lr: 0.25\n');
  const loaded = readSpec(tune);
  expect(loaded.space.incumbent).toMatchObject({ lr: 0.25, optimizer: 'adam' });
  expect(createSpace(loaded.spec.params).incumbent).toEqual(loaded.space.incumbent);
  writeFileSync(path.join(folder, 'params.yml'), 'lr: 2\n');
  expect(() => readSpec(tune, 'ml/tune.yml')).toThrow(SpecError);
});
