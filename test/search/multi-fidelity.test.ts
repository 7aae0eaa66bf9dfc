import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildStrategy } from '../../src/search/plan.ts';
import { hashConfig } from '../../src/space/config.ts';
import { curve, plane, problem, run, small } from './climbing.ts';

test('any order of ends, failures among them: no repeats, no promotion out of turn, and replay asks the same', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('asha' as const, 'hyperband' as const),
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      fc.integer(),
      fc.constantFrom(plane, small),
      (name, parallel, fails, seed, space) => {
        const make = () => buildStrategy({ name, problem: problem({ seed, space, trials: 25 }) });
        const { configs, log } = run(make, {
          steps: 45,
          parallel,
          loss: (config, epochs, trial) => (fails && trial % 3 === 1 ? Number.NaN : curve(config, epochs)),
        });
        expect(new Set(configs.map((config) => hashConfig(space, config))).size).toBe(configs.length);
        const [first, second] = [make(), make()];
        for (const call of log) {
          call(first);
          call(second);
        }
        expect(second.ask()).toEqual(first.ask());
      },
    ),
    { numRuns: 8 },
  );
});
