import { expect, test } from 'vitest';
import { createSpace } from '../../src/space/space.ts';
import { loadDrivenSpec, loadSpec } from '../../src/spec/load.ts';
import { shipConfig } from '../../src/spec/ship-config.ts';

const text = `name: wine
task:
  type: tabular-classification
  data: data/wine.csv
  target: cultivar
budget: { trials: 10 }
`;

test('a task brings its module, metric, space and configs to begin with', () => {
  const spec = loadSpec('tune.yml', text);
  expect(spec.trial).toMatchObject({
    module: 'data/wine.csv',
    backend: 'wasm',
    task: { target: 'cultivar', ignore: [] },
  });
  expect(spec.metric).toMatchObject({ name: 'val_accuracy', goal: 'maximize' });
  expect(spec.search['try-first']!.length).toBeGreaterThan(3);
  expect(createSpace(spec.params).incumbent).toMatchObject({ family: 'trees', trees_rounds: 100 });
  expect(loadSpec('tune.yml', text.replace('classification', 'regression')).metric.name).toBe('val_rmse');
  expect(loadDrivenSpec('tune.yml', text).params).toEqual(spec.params);
});

test('a task of images needs no target, and has keys that others lack', () => {
  const images = (type: string) =>
    `name: digits\ntask: { type: ${type}, data: digits, size: 28 }\nbudget: { trials: 10 }\n`;
  const spec = loadSpec('tune.yml', images('image-classification'));
  expect(spec.trial).toMatchObject({ backend: 'auto', task: { target: 'label', size: 28 } });
  expect(spec.metric.name).toBe('val_accuracy');
  expect(createSpace(spec.params).incumbent).toMatchObject({ family: 'convnet', convnet_rotation: 5 });
  const numbers = loadSpec('tune.yml', images('image-regression'));
  expect(createSpace(numbers.params).incumbent).toMatchObject({ family: 'convnet', convnet_rotation: 0 });
  expect(() => loadSpec('tune.yml', text.replace('target:', 'size: 28\n  target:'))).toThrow(
    /a task of type tabular-classification has no `size`/,
  );
});

test('what the spec says itself comes first', () => {
  const own = `${text}trial: { timeout: 60s }
metric: { name: val_log_loss, goal: minimize }
params: { family: { type: choice, values: [trees, network, linear], default: linear } }
search: { try-first: [{ family: network }] }
`;
  const spec = loadSpec('tune.yml', own);
  expect(spec.trial.timeout).toBe(60_000);
  expect(spec.metric.name).toBe('val_log_loss');
  expect(createSpace(spec.params).incumbent).toMatchObject({ family: 'linear' });
  expect(spec.search['try-first']).toEqual([{ family: 'network' }]);
});

test('a better config is written into the spec', () => {
  const space = createSpace(loadSpec('tune.yml', text).params);
  const { text: shipped } = shipConfig(text, { ...space.incumbent!, trees_leaves: 8, trees_l2: 1 });
  expect(createSpace(loadSpec('tune.yml', shipped).params).incumbent).toMatchObject({
    trees_leaves: 8,
    trees_l2: 1,
  });
  expect(shipped).toContain('params:\n  trees_leaves: ');
});

test('mistakes are shown where they are written', async () => {
  const refusal = (wrong: string) => {
    try {
      loadSpec('tune.yml', wrong);
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error('was accepted');
  };
  const texts = [
    text.replace('target:', 'label:'),
    text.replace('tabular-classification', 'tabular-clasification'),
    `${text}trial: { module: ./model.ts }\n`,
    text.replace(/task:[\s\S]*cultivar/, 'task: data.csv'),
    text.replace('tabular-classification', 'time-series-forecasting'),
    text.replace('target:', 'horizon: 3\n  test: 12\n  target:'),
    `${text}params:
  trees_rounds: { type: int, min: 20, max: 150, default: 100, when: { family: trees } }
  shrink: { type: float, min: 0, max: 1 }
  blocks: { type: repeat, min: 1, max: 2, of: { size: { type: choice, values: [1, 2] } }, default: 1 }
`,
  ];
  await expect(texts.map(refusal).join('\n')).toMatchFileSnapshot('__golden__/task.txt');
});

const texts = `name: reviews
task: { type: text-classification, data: data/reviews }
budget: { trials: 10 }
`;

test('a task of texts has families of its own, and a folder of texts needs no target', () => {
  const spec = loadSpec('tune.yml', texts);
  expect(spec.trial).toMatchObject({ task: { target: 'label', ignore: [] } });
  expect(createSpace(spec.params).incumbent).toMatchObject({ family: 'bag', bag_l2: 1, bag_ratio: false });
  for (const config of spec.search['try-first']!)
    for (const name of Object.keys(config)) expect(Object.keys(spec.params)).toContain(name);
  const numbers = loadSpec(
    'tune.yml',
    texts.replace('classification', 'regression').replace('reviews }', 'reviews.csv, text: a, target: b }'),
  );
  expect(numbers.metric).toMatchObject({ name: 'val_rmse', goal: 'minimize' });
  expect(Object.keys(numbers.params)).not.toContain('bag_ratio');
  expect(() => loadSpec('tune.yml', texts.replace('data/reviews }', 'data/reviews.csv }'))).toThrow(
    'task has no `target`',
  );
  expect(() =>
    loadSpec(
      'tune.yml',
      texts.replace('text-', 'tabular-').replace('reviews }', 'a.csv, target: b, text: c }'),
    ),
  ).toThrow('a task of type tabular-classification has no `text`');
});
