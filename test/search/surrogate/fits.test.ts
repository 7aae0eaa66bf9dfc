import { expect, test } from 'vitest';
import { randomStream } from '../../../src/math/random.ts';
import { History, type Trial } from '../../../src/search/history.ts';
import { Evidence } from '../../../src/search/surrogate/evidence.ts';
import { Fits } from '../../../src/search/surrogate/fits.ts';
import { spaceGeometry } from '../../../src/search/surrogate/space-geometry.ts';
import { createSpace } from '../../../src/space/space.ts';

const space = createSpace({
  steep: { type: 'float', min: 0, max: 1 },
  flat: { type: 'float', min: 0, max: 1 },
});
const geometry = spaceGeometry(space);

/** So many trials whose loss depends on one of two numbers, and fits of nothing yet. */
function study(count: number): { readonly ended: readonly Trial[]; readonly fits: Fits } {
  const history = new History(space);
  const stream = randomStream(1, 'fits');
  for (let id = 0; id < count; id++) {
    const steep = stream.uniform();
    history.start(id, { steep, flat: stream.uniform() });
    history.tell(id, { state: 'completed', loss: Math.sin(7 * steep) });
  }
  const evidence = new Evidence(space, geometry, history);
  return {
    ended: history.ended,
    fits: new Fits(geometry, (trial) => evidence.pointOf(trial), evidence.shapes),
  };
}

test('a study that goes on after a kill has the fits of one that was never killed', () => {
  const { ended, fits } = study(34);
  for (let size = 2; size < 34; size++) fits.after(ended.slice(0, size));
  const resumed = study(34);
  expect(resumed.fits.after(resumed.ended)).toEqual(fits.after(ended));
});

test('what matters has the shorter length scale', () => {
  const { ended, fits } = study(30);
  const [steep, flat] = fits.after(ended).logLengthscales;
  expect(steep!).toBeLessThan(flat! - 0.5);
});

test('from sixty results on only every third one makes another fit', () => {
  const { ended, fits } = study(66);
  const after = (size: number) => fits.after(ended.slice(0, size));
  expect(after(59)).not.toBe(after(60));
  expect(after(61)).toBe(after(60));
  expect(after(62)).toBe(after(60));
  expect(after(63)).not.toBe(after(60));
  expect(after(65)).toBe(after(63));
});
