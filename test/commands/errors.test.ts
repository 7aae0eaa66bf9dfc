import { expect, test } from 'vitest';
import { explainError } from '../../src/commands/errors.ts';
import { SpecFileError } from '../../src/spec/spec-file.ts';

test('an error for people is told without its stack', () => {
  expect(explainError(new SpecFileError('There is no spec at x.yml.\n'))).toEqual({
    text: 'There is no spec at x.yml.',
    exitCode: 2,
  });
});

test('a defect is told with its stack', () => {
  const defect = new TypeError('x is undefined');
  expect(explainError(defect)).toEqual({ text: defect.stack, exitCode: 1 });
  expect(explainError('thrown')).toEqual({ text: 'thrown', exitCode: 1 });
});
