import { expect, test } from 'vitest';
import { orderHint } from '../../src/spec/hints.ts';
import { loadSpec } from '../../src/spec/load.ts';

const hintOf = (params: string, more = 'trial: { run: [train] }\nmetric: { name: loss, goal: minimize }') => {
  const text = `name: a\n${more}\nbudget: { time: 5m }\nparams:\n${params}`;
  return orderHint(text, loadSpec('tune.yml', text).params);
};

test('choices of numbers in order are hinted at with their lines, wherever they stand', () => {
  expect(hintOf('  batch: { type: choice, values: [16, 32, 64] }\n')).toBe(
    'Hint: the values of batch (line 6) are numbers in order: `ordered: true` lets the search make use of that, `ordered: false` says that it means nothing.',
  );
  const nested = `  falling: { type: choice, values: [0.1, 0.01, 0.001] }
  kind: { type: choice, options: { conv: { filters: { type: choice, values: [8, 16, 32] } }, dense: {} } }
  layers:
    type: repeat
    min: 1
    max: 2
    of:
      units: { type: choice, values: [-1, 0, 2.5, 7] }
`;
  expect(hintOf(nested)).toContain(
    'the values of falling (line 6), kind.options.conv.filters (line 7) and layers.of.units (line 13) are numbers',
  );
});

test('a large space is looked through at once', () => {
  const names = Array.from({ length: 400 }, (_, i) => `p${i}`);
  const text = hintOf(names.map((name) => `  ${name}: { type: choice, values: [1, 2, 3] }\n`).join(''));
  expect(text).toContain('p0 (line 6), p1 (line 7)');
  expect(text).toContain('p398 (line 404) and p399 (line 405) are numbers');
});

test.each([
  ['two only', '[16, 32]'],
  ['no order', '[3, 1, 2]'],
  ['text', '[a, b, c]'],
  ['text among them', '[1, 2, three]'],
  ['an order that is said', '[1, 2, 3], ordered: true'],
  ['an order that means nothing', '[1, 2, 3], ordered: false'],
])('nothing is hinted at for %s', (_, values) => {
  expect(hintOf(`  a: { type: choice, values: ${values} }\n`)).toBeUndefined();
});

test('what a task or an include brings is not hinted at', () => {
  const task = 'task: { type: tabular-classification, data: data.csv, target: label }';
  expect(hintOf('  family: { type: choice, values: [trees, network, linear], default: trees }\n', task)).toBe(
    undefined,
  );
});
