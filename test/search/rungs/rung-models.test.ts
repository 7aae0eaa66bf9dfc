import { expect, test } from 'vitest';
import { RungModels } from '../../../src/search/rungs/rung-models.ts';
import { Climb } from '../../../src/search/rungs/rungs.ts';
import { createSpace } from '../../../src/space/space.ts';

const space = createSpace({ x: { type: 'float', min: 0, max: 1 }, y: { type: 'float', min: 0, max: 1 } });
const rungs = [1, 4, 16];

/** Sixteen trials with a loss at the lowest rung, the first ten with one at the next, and two that failed at the lowest. */
function models(low: (x: number, y: number) => number | undefined) {
  const climb = new Climb({ space, seed: 5 }, rungs);
  const made = new RungModels({ space, seed: 5 }, climb, rungs);
  for (let id = 0; id < 16; id++) {
    const [x, y] = [((7 * id) % 16) / 16, ((3 * id) % 16) / 16];
    const { climber } = climb.start(id, { x, y }, 1);
    made.begins(climber);
    const failed = id === 14 || id === 15;
    const loss = failed ? Number.POSITIVE_INFINITY : low(x, y);
    if (loss !== undefined) {
      climb.arrives(climber, 0, loss);
      made.shows(climber, 0);
    }
    if (id < 10) {
      climb.arrives(climber, 1, (x - 0.3) ** 2 + y);
      made.shows(climber, 1);
    }
    climber.running = undefined;
  }
  return made;
}

test('what rungs that mislead have shown is forgotten, but for failures', () => {
  const told = models((x, y) => 9 - (x - 0.3) ** 2 - y);
  const untold = models(() => undefined);
  expect(told.propose()?.origin).toBe('model');
  expect(told.propose()).not.toEqual(untold.propose());
  told.beginAt(1);
  untold.beginAt(1);
  expect(told.propose()?.origin).toBe('model');
  expect(told.propose()).toEqual(untold.propose());
});
