import { expect, test } from 'vitest';
import type { ModuleTrial } from '../../src/spec/spec.ts';
import { resolveWorkers } from '../../src/trial/workers.ts';
import { commandTrial } from './trials.ts';

const gib = 2 ** 30;
const command = commandTrial(['train']);
const module: ModuleTrial = {
  module: 'model.ts',
  backend: 'auto',
  env: {},
  passEnv: [],
  grace: 1,
  output: 1,
};

test.each([
  ['auto', 1, 1, '1 command trial at a time, one per core.'],
  ['auto', 2, 2, '2 command trials at a time, one per core.'],
  ['auto', 4, 4, '4 command trials at a time, one per core.'],
  ['auto', 64, 8, '8 command trials at a time, on 64 cores.'],
  [3, 2, 3, '3 trials at a time, as the spec says.'],
  [1, 16, 1, '1 trial at a time, as the spec says.'],
] as const)('%s on %i cores', (asked, cores, count, why) => {
  expect(resolveWorkers(asked, command, cores, 64 * gib)).toMatchObject({ count, why });
});

test('auto stays within the memory', () => {
  expect(resolveWorkers('auto', command, 4, 2.5 * gib)).toMatchObject({
    count: 2,
    why: '2 command trials at a time, as the memory allows.',
    env: { OMP_NUM_THREADS: '2' },
  });
  expect(resolveWorkers('auto', command, 4, gib / 2).count).toBe(1);
  expect(resolveWorkers(3, command, 4, gib / 2).count).toBe(3);
});

test('trials side by side share the cores', () => {
  expect(resolveWorkers('auto', module, 64, 64 * gib).env).toMatchObject({
    OMP_NUM_THREADS: '8',
    TF_NUM_INTRAOP_THREADS: '8',
  });
  expect(resolveWorkers(3, command, 2).env).toMatchObject({
    OPENBLAS_NUM_THREADS: '1',
    MKL_NUM_THREADS: '1',
  });
  expect(resolveWorkers(1, command, 16).env).toEqual({});
});

test('modules are named as such', () => {
  expect(resolveWorkers('auto', module, 2, 64 * gib).why).toBe('2 module trials at a time, one per core.');
  expect(resolveWorkers('auto', module).count).toBeGreaterThan(0);
});
