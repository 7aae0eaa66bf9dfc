import { expect, test } from 'vitest';
import { canSatisfy } from '../../src/space/condition.ts';
import type { Condition, Domain } from '../../src/space/parameter.ts';

const huge: Domain = { type: 'int', min: 0, max: Number.MAX_SAFE_INTEGER, scale: 'linear' };
const float: Domain = { type: 'float', min: 0, max: 1, scale: 'linear' };
const grid: Domain = { type: 'float', min: 0, max: 1, step: 0.1, scale: 'linear' };
const powers: Domain = { type: 'int', min: 1, max: 64, step: 2, scale: 'log' };
const choice: Domain = { type: 'choice', values: ['a', 3, true], ordered: false };

test.each<[string, Domain, Omit<Condition, 'path'>[], boolean]>([
  ['no condition', float, [], true],
  ['one of the values', choice, [{ in: ['b', 'a'] }], true],
  ['none of the values', choice, [{ in: ['b'] }], false],
  ['two lists without a value in common', choice, [{ in: ['a'] }, { in: [3, true] }], false],
  ['a list and a range', choice, [{ in: ['a', 3] }, { min: 2, max: 3 }], true],
  ['a range over values that are no numbers', { type: 'bool' }, [{ min: 0 }], false],
  ['a list of values that are outside', float, [{ in: [2, -1] }], false],
  ['ranges that overlap in one point', float, [{ max: 0.5 }, { min: 0.5 }], true],
  ['ranges that do not overlap', float, [{ max: 0.5 }, { min: 0.6 }], false],
  ['a range beyond the domain', float, [{ min: 1.1 }], false],
  ['a range between two steps', grid, [{ min: 0.31, max: 0.39 }], false],
  ['a range about a step', grid, [{ min: 0.31, max: 0.41 }], true],
  ['a range between two powers', powers, [{ min: 33, max: 63 }], false],
  ['a range up to a power', powers, [{ min: 33, max: 64 }], true],
  ['a narrow range of very many values', huge, [{ min: 2 ** 52 + 1 }, { max: 2 ** 52 + 1 }], true],
  ['a range between two whole numbers', huge, [{ min: 7.2, max: 7.8 }], false],
  ['a constant', { type: 'constant', value: 4 }, [{ min: 4 }], true],
])('whether a value can pass: %s', (_, domain, conditions, expected) => {
  expect(canSatisfy(domain, conditions.map((one) => ({ path: 'p', ...one })) as Condition[])).toBe(expected);
});
