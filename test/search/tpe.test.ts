import { expect, test } from 'vitest';
import { TpeStrategy } from '../../src/search/tpe.ts';
import type { IntDefinition } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';

/** Shares of the range that a study of two such parameters tries. */
function places({ type, max }: { readonly type: IntDefinition['type'] | 'float'; readonly max: number }) {
  const range = { type, min: 0, max } as const;
  const strategy = new TpeStrategy({ space: createSpace({ a: range, b: range }), seed: 3 });
  return Array.from({ length: 40 }, (_, trial) => {
    const suggestion = strategy.ask();
    if (suggestion.kind !== 'new') throw new Error(suggestion.kind);
    const { config, origin } = suggestion;
    const place = [Number(config['a']) / max, Number(config['b']) / max] as const;
    strategy.start(trial, config);
    strategy.tell(trial, { state: 'completed', loss: (place[0] - 0.3) ** 2 + (place[1] - 0.6) ** 2 });
    return { place, origin };
  });
}

test.each([1e7, 1e12, 1e15, Number.MAX_SAFE_INTEGER])(
  'whole numbers up to %d are searched like any numbers',
  (max) => {
    const [whole, any] = [places({ type: 'int', max }), places({ type: 'float', max })];
    for (const [i, { place, origin }] of whole.entries()) {
      expect(origin).toBe(any[i]!.origin);
      for (const [k, x] of place.entries()) expect(x).toBeCloseTo(any[i]!.place[k]!, 5);
    }
  },
);
