import { expect, test } from 'vitest';
import { fingerprint } from '../../src/study/fingerprint.ts';

test('a fingerprint sees values and the order of lists, not the order of keys', () => {
  expect(fingerprint({ a: 1, b: [1, 2], c: undefined })).toBe(fingerprint({ b: [1, 2], a: 1 }));
  const different = [
    { a: 1 },
    { a: '1' },
    { a: [1] },
    { a: { 1: 1 } },
    { b: 1 },
    [['a', 1]],
    { a: [1, 2] },
    { a: [2, 1] },
  ];
  const more = [null, undefined, Number.NaN, Number.POSITIVE_INFINITY, 'NaN'];
  const all = [...different, ...more].map(fingerprint);
  expect(new Set(all).size).toBe(all.length);
  expect(fingerprint({ a: 1 })).toMatch(/^[0-9a-f]{16}$/);
});
