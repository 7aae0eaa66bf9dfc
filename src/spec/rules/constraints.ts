import { at, type Finding, isMapping } from '../finding.ts';
import { constraintFile } from '../schema/constraints.ts';
import { calledStep } from './metric.ts';

export function checkConstraints(document: unknown): Finding[] {
  const constraints = at(document, ['constraints']);
  if (!isMapping(constraints)) return [];
  return Object.entries(constraints).flatMap(([metric, bounds]): Finding[] => {
    const path = ['constraints', metric];
    const { data } = constraintFile.safeParse(bounds);
    if (!data) return [];
    const { min, max } = data;
    if (metric === 'step') return [{ path, atKey: true, ...calledStep }];
    if (min === undefined && max === undefined)
      return [
        { path, message: `the constraint on ${metric} asks for nothing`, expected: '`min:`, `max:` or both' },
      ];
    if (min !== undefined && max !== undefined && min > max)
      return [
        {
          path,
          message: `nothing keeps the constraint on ${metric}: min is above max`,
          expected: 'min at most max',
          found: `min ${min}, max ${max}`,
        },
      ];
    return [];
  });
}
