import { expect, test } from 'vitest';
import { createDataset, type Dataset } from '../../../src/automl/dataset.ts';
import { linear } from '../../../src/automl/families/linear.ts';
import { bin } from '../../../src/automl/families/trees/bins.ts';
import { boosting } from '../../../src/automl/families/trees/boosting.ts';
import { predictTree, TreeGrower } from '../../../src/automl/families/trees/tree.ts';
import type { Learner, LearnerInput } from '../../../src/automl/learner.ts';
import { scoreRows } from '../../../src/automl/metrics.ts';
import { readTable } from '../../../src/automl/table-file.ts';
import { randomStream } from '../../../src/math/random.ts';

const wine = createDataset(await readTable('examples/tabular/data/wine.csv'), {
  type: 'tabular-classification',
  data: 'wine.csv',
  target: 'cultivar',
  ignore: [],
});
const booster = {
  rounds: 40,
  learning_rate: 0.1,
  leaves: 8,
  min_rows: 5,
  l2: 1,
  row_share: 1,
  column_share: 1,
};

async function scores(
  make: (input: LearnerInput) => Learner,
  data: Dataset,
): Promise<Record<string, number>> {
  const all = Int32Array.from({ length: data.rows }, (_, row) => row);
  const learner = make({ data, rows: all.filter((row) => data.part[row] !== 0), seed: 1 });
  await learner.trainTo(0.5);
  await learner.trainTo(1);
  return scoreRows(
    data,
    all.filter((row) => data.part[row] === 0),
    await learner.predict(),
  );
}

test('trees and linear models tell the wines apart on rows that they have not seen', async () => {
  expect((await scores((input) => boosting(input, booster), wine))['val_accuracy']).toBeGreaterThan(0.9);
  const line = await scores((input) => linear(input, { l2: 0.01, scaling: 'standard' }), wine);
  expect(line['val_accuracy']).toBeGreaterThan(0.9);
  expect(line['val_log_loss']).toBeLessThan(0.3);
  expect(Object.keys(line)).toContain('val_recall/class_0');
});

/** y = 3 a - 2 b, with a category that adds 5 and numbers missing now and then. */
function made(): Dataset {
  const random = randomStream(1, 'made');
  const rows = 400;
  const [a, b] = [0, 1].map(() => Float64Array.from({ length: rows }, () => random.normal()));
  const codes = Int32Array.from({ length: rows }, () => random.integer(4));
  const target = Float64Array.from(
    { length: rows },
    (_, i) => 3 * a![i]! - 2 * b![i]! + (codes[i] === 2 ? 5 : 0),
  );
  const part = Uint8Array.from({ length: rows }, (_, i) => i % 5);
  return {
    task: 'regression',
    rows,
    features: [
      { kind: 'number', name: 'a', values: a! },
      { kind: 'number', name: 'b', values: b! },
      { kind: 'category', name: 'c', codes, levels: ['p', 'q', 'r', 's'] },
    ],
    target,
    classes: [],
    part,
    notes: [],
  };
}

test('a linear model finds a line, and trees come near it', async () => {
  const data = made();
  expect(
    (await scores((input) => linear(input, { l2: 1e-5, scaling: 'standard' }), data))['val_rmse'],
  ).toBeLessThan(0.01);
  const trees = await scores((input) => boosting(input, { ...booster, rounds: 200 }), data);
  expect(trees['val_r2']).toBeGreaterThan(0.9);
});

test('a tree splits at the edge, sends missing values where they belong, and cuts categories apart', () => {
  const rows = Int32Array.from({ length: 40 }, (_, i) => i);
  const values = Float64Array.from(rows, (i) => (i >= 36 ? Number.NaN : i));
  const codes = Int32Array.from(rows, (i) => i % 4);
  const step = Float64Array.from(rows, (i) => (i < 20 || i >= 36 ? 1 : -1));
  const odd = Float64Array.from(rows, (i) => (i % 4 === 1 || i % 4 === 2 ? 1 : -1));
  const ones = new Float64Array(40).fill(1);
  const options = { leaves: 2, minRows: 1, l2: 0, columns: 1 };
  const numeric = bin([{ kind: 'number', name: 'x', values }], rows);
  const tree = new TreeGrower(numeric, rows.length).grow(
    step,
    ones,
    rows.slice(),
    options,
    randomStream(1, 'tree'),
  ).tree;
  for (const row of rows) expect(predictTree(tree, numeric.columns, row)).toBeCloseTo(-step[row]!, 12);
  const category = bin([{ kind: 'category', name: 'c', codes, levels: ['a', 'b', 'c', 'd'] }], rows);
  const other = new TreeGrower(category, rows.length).grow(
    odd,
    ones,
    rows.slice(),
    options,
    randomStream(1, 'tree'),
  ).tree;
  for (const row of rows) expect(predictTree(other, category.columns, row)).toBeCloseTo(-odd[row]!, 12);
});

test('the same seed trains the same trees', async () => {
  const half = { ...booster, rounds: 5, row_share: 0.5, column_share: 0.5 };
  const outputs = async (seed: number) => {
    const data = made();
    const learner = boosting({ data, rows: Int32Array.from({ length: data.rows }, (_, i) => i), seed }, half);
    await learner.trainTo(1);
    return [...(await learner.predict())];
  };
  expect(await outputs(3)).toEqual(await outputs(3));
  expect(await outputs(3)).not.toEqual(await outputs(4));
});
