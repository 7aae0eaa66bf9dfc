import { expect, test } from 'vitest';
import { createSpace } from '../../src/space/space.ts';
import { loadSpec } from '../../src/spec/load.ts';
import { asBegun, createHeader, fingerprint, headerChanges, identify } from '../../src/study/header.ts';
import { identity } from './fakes.ts';

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

test('another budget or confirmation makes no other study; epochs, search and trials do', () => {
  const text = `name: toy
trial: { run: [train] }
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1 } }
search: { seed: 3, confirm: false }
budget: { trials: 5, epochs: 4 }
`;
  const of = (from = '', to = '', trained: object = {}) => {
    const spec = loadSpec('tune.yml', text.replace(from, to));
    const rest = { space: createSpace(spec.params), strategy: 'random', trained: { ...trained }, code: '0' };
    return createHeader(identify(spec, rest), new Date(0)).id;
  };
  const id = of();
  expect([of('trials: 5', 'time: 9m'), of('confirm: false', 'confirm: 3')]).toEqual([id, id]);
  const others = [
    of('epochs: 4', 'epochs: 5'),
    of('seed: 3', 'seed: 3, repeats: true'),
    of('max: 1', 'max: 2'),
    of('', '', { resume: true }),
  ];
  expect(new Set([id, ...others]).size).toBe(5);
});

test('the id of a study hangs on all that makes it, and not on when it was begun', () => {
  const header = createHeader(identity, new Date(0));
  expect(createHeader({ ...identity }, new Date(1)).id).toBe(header.id);
  const { metric } = identity;
  const others = [
    { name: 'faces' },
    { strategy: 'grid' },
    { seed: 8 },
    { space: '0' },
    { spec: '0' },
    { code: '0' },
    { metric: { ...metric, name: 'loss' } },
    { metric: { ...metric, goal: 'minimize' as const } },
    { metric: { ...metric, use: 'best' as const } },
  ].map((change) => createHeader({ ...identity, ...change }, new Date(0)));
  expect(new Set([header, ...others].map((other) => other.id)).size).toBe(others.length + 1);
  for (const other of others) expect(headerChanges(header, other)).toHaveLength(1);
});

test('what `auto` has chosen stays as it was when the study began, if it is a strategy', () => {
  const begun = (strategy: string) => createHeader({ ...identity, strategy }, new Date(0));
  const asked = { ...identity, strategy: 'grid' };
  expect(asBegun({ ...asked, auto: true }, begun('bayesian')).strategy).toBe('bayesian');
  expect(asBegun({ ...asked, auto: true }, begun('constructor')).strategy).toBe('grid');
  expect(asBegun(asked, begun('bayesian')).strategy).toBe('grid');
});
