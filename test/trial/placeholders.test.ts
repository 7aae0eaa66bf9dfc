import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSpace } from '../../src/space/space.ts';
import { checkPlaceholders, expandArguments } from '../../src/trial/placeholders.ts';
import { commandTrial } from './trials.ts';

const paths = ['lr', 'optimizer', 'optimizer.sgd.momentum', 'layers', 'layers[0].units'];

/** What is wrong with a command, each with its place. */
function check(run: string[] | string): string[] {
  return checkPlaceholders(commandTrial(run), paths).map(({ path, ...words }) =>
    [path.join('.'), ...Object.values(words)].join('; '),
  );
}

test('placeholders become values, inside of arguments too', () => {
  const config = { lr: 1e-4, 'layers[0].units': 64, batch_norm: true, optimizer: 'sgd' };
  expect(
    expandArguments(
      ['train', '--lr={lr}', '{layers[0].units}x{optimizer}', '{batch_norm}', '{seed}', '{config}'],
      config,
      { seed: '7', config: '/tmp/a b/config.json' },
    ),
  ).toEqual(['train', '--lr=0.0001', '64xsgd', 'true', '7', '/tmp/a b/config.json']);
});

test('doubled braces are braces', () => {
  expect(expandArguments(['{{"lr": {lr}}}', '{{lr}}', '{{{lr}}}'], { lr: 0.5 }, {})).toEqual([
    '{"lr": 0.5}',
    '{lr}',
    '{0.5}',
  ]);
});

test('values are never expanded again', () => {
  expect(expandArguments(['{a}', '{args}'], { a: '{b}', b: '{args}' }, {})).toEqual([
    '{b}',
    '--a={b}',
    '--b={args}',
  ]);
});

test('the argument of an inactive parameter goes, and with it the option name before', () => {
  const momentum = '{optimizer.sgd.momentum}';
  const expand = (...run: string[]) => expandArguments(run, { lr: 0.1 }, {});
  expect(expand('train', '--momentum', momentum, '--lr', '{lr}')).toEqual(['train', '--lr', '0.1']);
  expect(expand('train', '-m', momentum)).toEqual(['train']);
  expect(expand('train', `--momentum=${momentum}`)).toEqual(['train']);
  expect(expand('train', momentum, 'last')).toEqual(['train', 'last']);
  expect(expand('train', '--lr', '{lr}', momentum)).toEqual(['train', '--lr', '0.1']);
  expect(expand('train', '--pair', momentum, momentum)).toEqual(['train']);
  expect(expand('train', '--a=b', momentum)).toEqual(['train', '--a=b']);
  expect(expand('train', '-1', momentum)).toEqual(['train', '-1']);
  expect(expand('train', '--mixed', `{lr}:${momentum}`)).toEqual(['train']);
});

test('a value that looks like an option name is none', () => {
  expect(expandArguments(['train', '{word}', '{gone}'], { word: '--word' }, {})).toEqual(['train', '--word']);
});

test('{resource} goes when there is none', () => {
  expect(expandArguments(['train', '--epochs', '{resource}', '--seed', '{seed}'], {}, { seed: '1' })).toEqual(
    ['train', '--seed', '1'],
  );
});

test('{args} is one argument for each active parameter', () => {
  expect(
    expandArguments(['train', '--verbose', '{args}', '{gone}'], { lr: 0.1, 'a.b.c': 'x y', flag: false }, {}),
  ).toEqual(['train', '--verbose', '--lr=0.1', '--a.b.c=x y', '--flag=false']);
});

test('names of objects’ own machinery are not values', () => {
  expect(expandArguments(['train', '{constructor}', '{toString}'], {}, {})).toEqual(['train']);
});

test('placeholders that mean something pass', () => {
  expect(
    check(['train', '--lr={lr}', '{layers[0].units}', '{optimizer.sgd.momentum}', '{args}', '{{x}}']),
  ).toEqual([]);
  expect(
    check(['train', '{seed}', '{resource}', '{trial}', '{config}', '{metrics}', '{checkpoints}']),
  ).toEqual([]);
});

test('every parameter of a space is known, those of repeated blocks by their index', () => {
  const space = createSpace({
    layers: { type: 'repeat', min: 1, max: 2, of: { units: { type: 'int', min: 1, max: 4 } } },
  } as never);
  const known = space.parameters.map((parameter) => parameter.path);
  expect(checkPlaceholders(commandTrial(['train', '{layers[1].units}']), known)).toEqual([]);
  expect(checkPlaceholders(commandTrial(['train', '{layers[2].units}']), known)).toMatchObject([
    {
      message: 'the placeholder {layers[2].units} is no parameter',
      suggestion: 'did you mean {layers[0].units}?',
    },
  ]);
});

test.each([
  [['train', '--lr={learning}'], 'trial.run.1; the placeholder {learning} is no parameter; one of {lr}'],
  [['train', '{optimiser}'], 'did you mean {optimizer}?'],
  [['train', '{seeds}'], 'did you mean {seed}?'],
  [['train', '{momentum}'], 'did you mean {optimizer.sgd.momentum}?'],
  // Of so short a name nothing is near.
  [['train', '{y}'], 'a brace itself is written {{ or }}'],
  [['train', '{}'], 'the placeholder {} is no parameter'],
  [['train', '{"a": 1}'], 'a brace itself is written {{ or }}'],
  [['train', '{"a": {"b": {lr}}}'], 'there is a { that belongs to no placeholder'],
  [['train', 'a}'], 'a brace itself is written }}'],
  [['train', '--x={args}'], '{args} stands for several arguments, so it must be one of its own'],
  [['{args}'], '{args} cannot stand first'],
])('%j is refused', (run, message) => {
  expect(check(run)).toEqual([expect.stringContaining(message)]);
});

test('every placeholder that means nothing is told, of the files of metrics too', () => {
  const trial = { ...commandTrial(['train', '{a}', '{lr}', '{b}{c}']), metrics: [{ file: '{d}.json' }] };
  expect(checkPlaceholders(trial, paths).map(({ path, message }) => [...path, message])).toEqual([
    ['trial', 'run', 1, 'the placeholder {a} is no parameter'],
    ['trial', 'run', 3, 'the placeholder {b} is no parameter'],
    ['trial', 'run', 3, 'the placeholder {c} is no parameter'],
    ['trial', 'metrics', 0, 'file', 'the placeholder {d} is no parameter'],
  ]);
});

test.each([
  ['python train.py --lr {lr}', '"$TUNEGATE_PARAM_LR"'],
  ['train {layers[0].units}', '"$TUNEGATE_PARAM_LAYERS_0_UNITS"'],
  ['train {optimizer.sgd.momentum}', '"$TUNEGATE_PARAM_OPTIMIZER_SGD_MOMENTUM"'],
  ['train --seed {seed}', '"$TUNEGATE_SEED"'],
  ['train {checkpoints}', '"$TUNEGATE_CHECKPOINT_DIR"'],
  ['train {args}', '"$TUNEGATE_CONFIG"'],
])('for the shell, %j is refused and the variable named', (run, message) => {
  expect(check(run)).toEqual([expect.stringContaining(message)]);
});

test('braces that mean something to the shell pass', () => {
  const line = 'for f in {a,b}; do echo $'.concat('{lr} {1..3}; done; awk "{{ print }}"; f() { true; }; f');
  expect(check(line)).toEqual([]);
});

test('any mix of placeholders, doubled braces and text becomes what its parts say', () => {
  const config = { lr: 1, optimizer: 'adam' };
  const values = { '{lr}': '1', '{optimizer}': 'adam', '{{': '{', '}}': '}', x: 'x', '=': '=', ' ': ' ' };
  const piece = fc.constantFrom(...(Object.keys(values) as (keyof typeof values)[]));
  fc.assert(
    fc.property(fc.array(fc.array(piece, { minLength: 1 })), (run) => {
      const texts = ['train', ...run.map((pieces) => pieces.join(''))];
      expect(check(texts)).toEqual([]);
      expect(expandArguments(texts, config, {})).toEqual([
        'train',
        ...run.map((pieces) => pieces.map((name) => values[name]).join('')),
      ]);
    }),
  );
});
