import { expect, test } from 'vitest';
import { createHyperParameters, HyperParameterError } from '../../src/tensorflow/hp.ts';

const values = {
  rate: 0.1,
  bias: true,
  optimizer: 'sgd',
  'optimizer.sgd.momentum': 0.9,
  layers: 2,
  'layers[0].units': 64,
  'layers[0].norm': 'batch',
  'layers[0].norm.batch.momentum': 0.8,
  'layers[1].units': 32,
  'layers[1].norm': 'none',
};
const tree = {
  rate: 0.1,
  bias: true,
  optimizer: { type: 'sgd', momentum: 0.9 },
  layers: [
    { units: 64, norm: { type: 'batch', momentum: 0.8 } },
    { units: 32, norm: { type: 'none' } },
  ],
};
const hp = createHyperParameters(values, tree);

/** The message of what a call throws. */
function message(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(HyperParameterError);
    return (error as Error).message;
  }
  throw new Error('did not throw');
}

test('values by kind, checked against the range of the code', () => {
  expect(hp.Float('rate', { min: 0, max: 1 })).toBe(0.1);
  expect(hp.Int('layers', { min: 1, max: 4, step: 1 })).toBe(2);
  expect(hp.Choice('optimizer', ['sgd', 'adam'])).toBe('sgd');
  expect(hp.Boolean('bias')).toBe(true);
  expect(hp.get('layers[1].units')).toBe(32);
  expect(hp.values).toEqual(values);
  expect(hp.config).toBe(tree);
});

test('Fixed gives its value unless the spec has the parameter', () => {
  expect(hp.Fixed('momentum', 0.5)).toBe(0.5);
  expect(hp.Fixed('rate', 0.5)).toBe(0.1);
});

test('blocks and options have hyperparameters of their own, at any depth', () => {
  expect(hp.blocks('layers').map((block) => [block.index, block.Int('units')])).toEqual([
    [0, 64],
    [1, 32],
  ]);
  const optimizer = hp.option('optimizer');
  expect([optimizer.type, optimizer.Float('momentum')]).toEqual(['sgd', 0.9]);
  const [first, second] = hp.blocks('layers').map((block) => block.option('norm'));
  expect(first!.Float('momentum')).toBe(0.8);
  expect(second!.type).toBe('none');
  expect(second!.has('momentum')).toBe(false);
  expect(first!.values).toEqual({ momentum: 0.8 });
  expect(hp.blocks('layers')[1]!.config).toEqual({ units: 32, norm: { type: 'none' } });
});

test('has and active tell what exists in this config', () => {
  expect(hp.has('optimizer.sgd.momentum')).toBe(true);
  expect(hp.active('optimizer.adam.beta')).toBe(false);
  expect(hp.has('layers[2].units')).toBe(false);
});

test('an inactive parameter is told from one that the spec lacks', () => {
  expect(message(() => hp.Float('optimizer.adam.beta'))).toBe(
    "hyperparameter optimizer.adam.beta is inactive: optimizer is sgd. Ask with hp.has('optimizer.adam.beta') first, " +
      'or use hp.option and hp.blocks',
  );
  expect(message(() => hp.get('layers[2].units'))).toContain('inactive: layers has 2 blocks');
  expect(message(() => hp.blocks('layers')[1]!.get('norm.batch.momentum'))).toContain(
    'layers[1].norm is none',
  );
  const lacking = message(() => hp.Float('raet'));
  expect(lacking).toContain('missing from `params:` of the spec');
  expect(lacking).toContain('Did you mean rate?');
  expect(lacking).toContain('Active here: rate, bias, optimizer, optimizer.sgd.momentum, layers');
});

test('a value that the code cannot take says which and what it expected', () => {
  expect(message(() => hp.Int('rate'))).toBe(
    "hp.Int('rate') must be a whole number, but the spec's params gave 0.1: bring code and spec together",
  );
  expect(message(() => hp.Float('rate', { max: 0.05 }))).toContain('must be at most 0.05');
  expect(message(() => hp.Choice('optimizer', ['adam', 'rmsprop']))).toContain("one of 'adam', 'rmsprop'");
  expect(message(() => hp.Boolean('rate'))).toContain('true or false');
  expect(message(() => hp.blocks('rate'))).toContain('`type: repeat`');
  expect(message(() => hp.option('bias'))).toContain('a choice with `options`');
});
