import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explainError } from '../../src/commands/errors.ts';
import { SpecFileError } from '../../src/spec/spec-file.ts';
import { StorageError } from '../../src/storage.ts';

test('an error for people is told without its stack', () => {
  expect(explainError(new SpecFileError('There is no spec at x.yml.\n'))).toEqual({
    text: 'There is no spec at x.yml.',
    exitCode: 2,
  });
});

test('what the system refuses is told without a stack, with what can be done', () => {
  expect(explainError(new StorageError('a cannot be written.'))).toEqual({
    text: 'a cannot be written.',
    exitCode: 1,
  });
  const refused = (step: () => unknown) => {
    try {
      step();
    } catch (error) {
      return explainError(error);
    }
    return undefined;
  };
  expect(refused(() => writeFileSync('/dev/full', 'text'))).toEqual({
    text: 'ENOSPC: no space left on device, write. Make room there.',
    exitCode: 1,
  });
  // What ought to be there is not: that is a defect of ours.
  expect(refused(() => readFileSync('/none/at/all'))?.text).toContain('    at ');
});

test('a defect is told with its stack', () => {
  const defect = new TypeError('x is undefined');
  expect(explainError(defect)).toEqual({ text: defect.stack, exitCode: 1 });
  expect(explainError('thrown')).toEqual({ text: 'thrown', exitCode: 1 });
});
