import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { randomStream } from '../../src/math/random.ts';
import { Sobol, sobolDimensions } from '../../src/math/sobol.ts';

test('the first points in three dimensions', () => {
  const sobol = new Sobol(3);
  const points = [0, 1, 2, 3].map((i) => [...sobol.point(i)]);
  expect(points).toEqual([
    [0, 0, 0],
    [0.5, 0.5, 0.5],
    [0.75, 0.25, 0.25],
    [0.25, 0.75, 0.75],
  ]);
});

test('128 dimensions as scipy.stats.qmc.Sobol has them', () => {
  const file = path.join(import.meta.dirname, 'reference', 'sobol-128.json');
  const reference = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number[]>;
  const sobol = new Sobol(128);
  expect(sobolDimensions).toBe(128);
  for (const [index, point] of Object.entries(reference))
    expect([...sobol.point(Number(index))].map((x) => x * 2 ** 32)).toEqual(point);
});

test('scrambled: 2^k points put one into each of 2^k strips of every axis', () => {
  for (const seed of [0, 1, 2]) {
    const sobol = new Sobol(40, randomStream(seed, 'sobol'));
    const points = Array.from({ length: 64 }, (_, i) => sobol.point(i));
    for (let j = 0; j < 40; j++)
      expect(new Set(points.map((point) => Math.floor(point[j]! * 64))).size).toBe(64);
  }
  const first = (seed: number) => [...new Sobol(4, randomStream(seed, 'sobol')).point(5)];
  expect(first(1)).toEqual(first(1));
  expect(first(1)).not.toEqual(first(2));
});

test('no more dimensions than there are direction numbers', () => {
  expect(() => new Sobol(129)).toThrow('up to 128');
  expect(new Sobol(0).point(3)).toHaveLength(0);
});
