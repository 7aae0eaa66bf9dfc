import { expect, test } from 'vitest';
import { philox, randomStream } from '../../src/math/random.ts';

// The known-answer vectors that Random123 publishes for philox4x32-10.
test.each([
  [
    [0, 0, 0, 0],
    [0, 0],
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  ],
  [
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
])('Philox 4x32-10 of %j', (counter, [key0, key1], expected) => {
  const out = new Uint32Array(4);
  philox(Uint32Array.from(counter), key0!, key1!, out);
  expect([...out]).toEqual(expected);
});

const draw = (count: number, stream = randomStream(7, 'test')) =>
  Array.from({ length: count }, () => stream.uniform());

test('a name gives its numbers, another name others', () => {
  expect(draw(5)).toEqual(draw(5));
  const first = [
    randomStream(0, 'a', 0),
    randomStream(1, 'a', 0),
    randomStream(-1, 'a', 0),
    randomStream(2 ** 40, 'a', 0),
    randomStream(0, 'b', 0),
    randomStream(0, 'a', 1),
    randomStream(0, 'a', 2 ** 33),
  ].map((stream) => stream.uniform());
  expect(new Set(first).size).toBe(first.length);
});

test('uniform numbers fill the unit interval evenly', () => {
  const counts = Array(20).fill(0);
  for (const x of draw(20000)) counts[Math.floor(x * 20)]++;
  const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquare).toBeLessThan(43.8); // 99.9 % point with 19 degrees of freedom
});

test('integers are unbiased and in range, normals have the right moments', () => {
  const stream = randomStream(3, 'moments');
  const counts = [0, 0, 0];
  for (let i = 0; i < 30000; i++) counts[stream.integer(3)]!++;
  for (const count of counts) expect(Math.abs(count - 10000)).toBeLessThan(330);
  const normals = Array.from({ length: 40000 }, () => stream.normal());
  const moment = (k: number) => normals.reduce((sum, z) => sum + z ** k, 0) / normals.length;
  expect(Math.abs(moment(1))).toBeLessThan(0.02);
  expect(Math.abs(moment(2) - 1)).toBeLessThan(0.03);
  expect(Math.abs(moment(4) - 3)).toBeLessThan(0.2);
  expect(() => stream.integer(0)).toThrow('n >= 1');
});

test('a shuffle keeps the items', () => {
  const items = Array.from({ length: 50 }, (_, i) => i);
  const shuffled = randomStream(1, 'shuffle').shuffle(items);
  expect(shuffled).not.toEqual(items);
  expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
});

test('names that cannot be are refused', () => {
  expect(() => randomStream(0.5, 'a')).toThrow('whole number');
  expect(() => randomStream(0, 'a', -1)).toThrow('counts from 0');
});
