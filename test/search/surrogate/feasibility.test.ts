import { expect, test } from 'vitest';
import { Observations } from '../../../src/math/geometry.ts';
import { randomStream } from '../../../src/math/random.ts';
import { History, type Trial } from '../../../src/search/history.ts';
import { feasibilityOf } from '../../../src/search/surrogate/feasibility.ts';
import { spaceGeometry } from '../../../src/search/surrogate/space-geometry.ts';
import { SparingFits } from '../../../src/search/surrogate/sparing-fits.ts';
import { encodeConfig } from '../../../src/space/encode.ts';
import { createSpace } from '../../../src/space/space.ts';

const float = { type: 'float', min: 0, max: 1 } as const;
const space = createSpace({ x: float, y: float });
const stream = randomStream(1, 'feasibility');
const pointOf = ({ config }: Trial) => encodeConfig(space, config);

/** What is beyond the middle of x fails. */
function history(count: number): History {
  const history = new History(space);
  for (let id = 0; id < count; id++) {
    const [x, y] = [stream.uniform(), stream.uniform()];
    history.start(id, { x, y });
    history.tell(id, x > 0.5 ? { state: 'failed' } : { state: 'completed', loss: y });
  }
  return history;
}

const modelOf = (results: readonly Trial[], ended = results, fits = new SparingFits()) =>
  feasibilityOf({
    results,
    observations: new Observations(spaceGeometry(space), results.map(pointOf)),
    ended,
    pointOf,
    part: 'all',
    fits,
  });

test('what works is known where some did not, and not asked for where all did', () => {
  const { ended } = history(20);
  const works = modelOf(ended)!;
  expect(works.mean(Float64Array.of(0.1, 0.5))).toBeGreaterThan(0);
  expect(works.mean(Float64Array.of(0.95, 0.5))).toBeLessThan(0);
  expect(modelOf(ended.filter(({ loss }) => loss !== undefined))).toBeUndefined();
});

test('one more of many results is taken in without a fit of its own, whatever was asked before', () => {
  const { ended } = history(100);
  const fits = new SparingFits();
  const known = modelOf(ended.slice(0, 97), ended.slice(0, 97), fits)!;
  const next = modelOf(ended.slice(0, 98), ended.slice(0, 98), fits)!;
  expect(next.hyperparameters).toBe(known.hyperparameters);
  // A study that is gone on with has what an uninterrupted one has.
  expect(modelOf(ended.slice(0, 98))!.hyperparameters).toEqual(next.hyperparameters);
});
