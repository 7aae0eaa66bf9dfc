import { expect, test } from 'vitest';
import { type RandomStream, randomStream } from '../../../src/math/random.ts';
import { Sobol } from '../../../src/math/sobol.ts';
import { mostCovering } from '../../../src/search/surrogate/covering.ts';
import { spaceGeometry } from '../../../src/search/surrogate/space-geometry.ts';
import { createSpace } from '../../../src/space/space.ts';

const unit = { type: 'float', min: 0, max: 1 } as const;
const cube = spaceGeometry(createSpace({ x: unit, y: unit, z: unit }));

function uniform(stream: RandomStream, count: number): Float64Array[] {
  return Array.from({ length: count }, () => Float64Array.from({ length: 3 }, () => stream.uniform()));
}

function covered(count: number, stream: RandomStream): Float64Array[] {
  const points: Float64Array[] = [];
  while (points.length < count) {
    const probes = uniform(stream, 256);
    points.push(probes[mostCovering(cube, probes.slice(0, 96), probes, points)!]!);
  }
  return points;
}

/** Share of the cube that is within a distance from one of some points. */
function within(distance: number, points: readonly Float64Array[]): number {
  const probes = uniform(randomStream(0, 'test probes'), 4000);
  const near = (probe: Float64Array) =>
    points.some((point) => Math.hypot(...probe.map((x, j) => x - point[j]!)) < distance);
  return probes.filter(near).length / probes.length;
}

test('goes where no point is', () => {
  const points = [Float64Array.of(0.2, 0.2, 0.2), Float64Array.of(0.2, 0.8, 0.5)];
  const candidates = [
    Float64Array.of(0.25, 0.3, 0.3),
    Float64Array.of(0.75, 0.5, 0.5),
    Float64Array.of(0.15, 0.7, 0.6),
  ];
  const probes = uniform(randomStream(1, 'test'), 256);
  expect(mostCovering(cube, candidates, probes, points)).toBe(1);
});

test('the first of all goes to the middle rather than to the rim', () => {
  const candidates = [Float64Array.of(0, 0.5, 0), Float64Array.of(0.45, 0.5, 0.55), Float64Array.of(1, 1, 1)];
  expect(mostCovering(cube, candidates, uniform(randomStream(2, 'test'), 256), [])).toBe(1);
});

test.each([7, 12, 20])('%s points cover more of a cube than as many of a Sobol sequence', (count) => {
  const seeds = [0, 1, 2, 3, 4];
  const gains = seeds.map((seed) => {
    const sobol = new Sobol(3, randomStream(seed, 'test sobol'));
    const spread = Array.from({ length: count }, (_, i) => sobol.point(i));
    return within(0.3, covered(count, randomStream(seed, 'test cover'))) - within(0.3, spread);
  });
  expect(gains.reduce((sum, gain) => sum + gain) / seeds.length).toBeGreaterThan(0.02);
});

test('options that differ are far from each other', () => {
  const geometry = spaceGeometry(createSpace({ kind: { type: 'choice', values: ['a', 'b'] }, x: unit }));
  const at = (option: number, x: number) => Float64Array.of((option + 0.5) / 2, x);
  const probes = Array.from({ length: 64 }, (_, i) => at(i % 2, (i + 0.5) / 64));
  expect(mostCovering(geometry, [at(0, 0.6), at(1, 0.5)], probes, [at(0, 0.5)])).toBe(1);
});

test('without candidates there is none', () => {
  expect(mostCovering(cube, [], uniform(randomStream(3, 'test'), 8), [])).toBeUndefined();
});
