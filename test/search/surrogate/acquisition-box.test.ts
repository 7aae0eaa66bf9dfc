import { expect, test } from 'vitest';
import { randomStream } from '../../../src/math/random.ts';
import { searchAcquisition } from '../../../src/search/surrogate/acquisition-search.ts';
import { pointSpace } from '../../../src/search/surrogate/point-space.ts';
import { createSpace } from '../../../src/space/space.ts';

const options = Array.from({ length: 12 }, (_, i) => `o${i}`);
const space = pointSpace(
  createSpace({ x: { type: 'float', min: 0, max: 1 }, kind: { type: 'choice', values: options } }),
);

test('a box holds numbers near its centre, and every option of a choice', () => {
  const stream = randomStream(1, 'box');
  const centre = Float64Array.of(0.3, 2.5 / 12);
  const seen: Float64Array[] = [];
  const value = (point: Float64Array) => {
    seen.push(point);
    return 0;
  };
  searchAcquisition({
    space,
    acquisition: {
      value,
      valueWithGradient: (point, gradient) => {
        gradient.fill(0);
        return value(point);
      },
    },
    centres: [],
    spread: Array.from({ length: 240 }, () => Float64Array.of(stream.uniform(), stream.uniform())),
    stream,
    taken: () => false,
    box: { centre, radius: 0.2 },
    neighbours: 0,
  });
  for (const [x] of seen) expect(Math.abs(x! - 0.3)).toBeLessThan(0.2 + 1e-9);
  const spread = seen.slice(0, 240);
  for (let option = 0; option < 12; option++)
    expect(spread.filter(([, kind]) => Math.floor(kind! * 12) === option).length).toBeGreaterThan(5);
});
