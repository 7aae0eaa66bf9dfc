import { expect, test } from 'vitest';
import { createSpace } from '../../src/space/space.ts';
import { fragmentNames } from '../../src/spec/fragments.ts';
import { loadDrivenSpec, loadSpec } from '../../src/spec/load.ts';
import { shipConfig } from '../../src/spec/ship-config.ts';

const head = `name: images
trial: { module: ./model.ts }
metric: { name: val_accuracy, goal: maximize }
budget: { trials: 10 }
`;
const refusal = (text: string) => {
  try {
    loadSpec('tune.yml', text);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('was accepted');
};

test.each(fragmentNames)('%s is a space with an incumbent by itself', (name) => {
  const { params } = loadSpec('tune.yml', `${head}include: ${name}\n`);
  expect(createSpace(params).incumbent).toBeDefined();
});

test('own parameters come beside the included ones, and instead of those of the same name', () => {
  const text = `${head}include: [xception, image-augmentation]
params:
  sep_num_filters: { type: int, min: 16, max: 64, step: 16, default: 32 }
  flip: { type: bool, default: false }
`;
  const { params } = loadSpec('tune.yml', text);
  expect(Object.keys(params)).toEqual(expect.arrayContaining(['augment_layers', 'num_dense_layers', 'flip']));
  expect(params['sep_num_filters']).toMatchObject({ max: 64 });
  expect(loadDrivenSpec('tune.yml', text).params).toEqual(params);
});

test('mistakes are shown where they are written', async () => {
  const texts = [
    `${head}include: rsnet\n`,
    `${head}include: [resnet, xception]\n`,
    `${head}include: image-augmentation\nparams:\n  augment_layers: { type: int, min: 0, max: 3, default: 4 }\n`,
    `${head}include: image-augmentation\nparams:\n  augment_layers: { type: choice, values: [none, few], default: none }\n`,
    `${head}include: 5\n`,
  ];
  await expect(texts.map(refusal).join('\n')).toMatchFileSnapshot('__golden__/include.txt');
});

test('what ships of an included parameter is written out', () => {
  const change = (text: string) => {
    const { incumbent } = createSpace(loadSpec('tune.yml', text).params);
    const { text: shipped } = shipConfig(text, { ...incumbent!, version: 'v1', learning_rate: 0.1 });
    expect(createSpace(loadSpec('tune.yml', shipped).params).incumbent).toMatchObject({
      version: 'v1',
      learning_rate: 0.1,
    });
    return shipped.slice(head.length);
  };
  const version = 'version: { type: choice, values: [v1, v2], default: v1 }';
  const rate = 'learning_rate: { type: choice, values: [0.001, 0.01, 0.1], ordered: true, default: 0.1 }';
  expect(change(`${head}include: resnet # as it is\n`)).toBe(
    `include: resnet # as it is\nparams:\n  ${version}\n  ${rate}\n`,
  );
  expect(change(`${head}include: resnet`)).toBe(`include: resnet\nparams:\n  ${version}\n  ${rate}`);
  expect(change(`${head}include: [resnet]\nparams:\n  flip: { type: bool, default: true }\n`)).toBe(
    `include: [resnet]\nparams:\n  ${version}\n  ${rate}\n  flip: { type: bool, default: true }\n`,
  );
  expect(change(`${head}include: [resnet]\nparams: { flip: { type: bool, default: true } }\n`)).toBe(
    `include: [resnet]\nparams: { ${version}, ${rate}, flip: { type: bool, default: true } }\n`,
  );
});
