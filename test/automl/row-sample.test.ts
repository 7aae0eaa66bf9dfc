import { expect, test } from 'vitest';
import { hashText, RowCollector, spread } from '../../src/automl/row-sample.ts';

const rows = Array.from({ length: 5000 }, (_, i) => `row ${i}`);

function drawn(texts: readonly string[], most: number, expected = 0) {
  const collector = new RowCollector(1, most);
  collector.expect(expected);
  texts.forEach((text, line) => {
    const hash = spread(hashText(text));
    if (collector.wants(hash)) collector.add([text], line, hash);
  });
  return collector.content;
}

test('rows are drawn without bias to their place, and the same whatever their order or what was expected', () => {
  const { columns, drawnFrom, lines } = drawn(rows, 1000);
  expect(drawnFrom).toBe(5000);
  expect(columns[0]!.length).toBeLessThanOrEqual(1000);
  expect(columns[0]!.length).toBeGreaterThan(700);
  const firstHalf = lines.filter((line) => line < 2500).length / lines.length;
  expect(Math.abs(firstHalf - 0.5)).toBeLessThan(0.06);
  expect(new Set(drawn(rows.toReversed(), 1000).columns[0])).toEqual(new Set(columns[0]));
  for (const expected of [4000, 5000, 6000])
    expect(drawn(rows, 1000, expected).columns[0]).toEqual(columns[0]);
});

test('a few rows more change few of those that are drawn', () => {
  const before = new Set(drawn(rows, 1000).columns[0]);
  const after = drawn([...rows, ...Array.from({ length: 20 }, (_, i) => `new ${i}`)], 1000).columns[0]!;
  expect(after.filter((text) => !before.has(text)).length).toBeLessThanOrEqual(20);
});

test('all rows are kept where they are few, and copies of one row are cut off where they are many', () => {
  expect(drawn(rows, 5000).drawnFrom).toBeUndefined();
  const { columns, drawnFrom } = drawn(new Array<string>(300).fill('the same'), 100);
  expect(drawnFrom).toBe(300);
  expect(columns[0]!.length).toBe(100);
});
