import { expect, test } from 'vitest';
import type { ModuleTrial } from '../../src/spec/spec.ts';
import { type Machine, resolveWorkers, thisMachine } from '../../src/trial/workers.ts';
import { commandTrial } from './trials.ts';

const gib = 2 ** 30;
const machine = (cores: number, memory = 64 * gib, devices: Machine['devices'] = []): Machine => ({
  cores,
  memory,
  devices,
});
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
  expect(resolveWorkers(asked, command, machine(cores))).toMatchObject({ count, why });
});

test('auto stays within the memory', () => {
  expect(resolveWorkers('auto', command, machine(4, 2.5 * gib))).toMatchObject({
    count: 2,
    why: '2 command trials at a time, as the memory allows.',
    env: { OMP_NUM_THREADS: '2' },
  });
  expect(resolveWorkers('auto', command, machine(4, gib / 2)).count).toBe(1);
  expect(resolveWorkers(3, command, machine(4, gib / 2)).count).toBe(3);
});

test('trials side by side share the cores', () => {
  expect(resolveWorkers('auto', module, machine(64)).env).toMatchObject({
    OMP_NUM_THREADS: '8',
    TF_NUM_INTRAOP_THREADS: '8',
  });
  expect(resolveWorkers(3, command, machine(2)).env).toMatchObject({
    OPENBLAS_NUM_THREADS: '1',
    MKL_NUM_THREADS: '1',
  });
  expect(resolveWorkers(1, command, machine(16)).env).toEqual({});
});

test('modules are named as such', () => {
  expect(resolveWorkers('auto', module, machine(2)).why).toBe('2 module trials at a time, one per core.');
  expect(resolveWorkers('auto', module, thisMachine(process.env)).count).toBeGreaterThan(0);
});

test('where there are GPUs, each trial has one', () => {
  const two = machine(16, 64 * gib, [
    { id: '0', name: 'NVIDIA L4' },
    { id: '1', name: 'NVIDIA L4' },
  ]);
  expect(resolveWorkers('auto', command, two)).toMatchObject({
    count: 2,
    devices: ['0', '1'],
    why: '2 command trials at a time, one on each of 2 GPUs (NVIDIA L4).',
    env: { OMP_NUM_THREADS: '8' },
  });
  expect(resolveWorkers('auto', command, two, 2)).toMatchObject({ count: 4, devices: ['0', '1', '0', '1'] });
  expect(resolveWorkers(3, command, two)).toMatchObject({
    devices: ['0', '1', '0'],
    why: '3 trials at a time, as the spec says, on 2 GPUs (NVIDIA L4).',
  });
  expect(resolveWorkers('auto', module, machine(4, 64 * gib, [{ id: 'GPU-5f' }])).why).toBe(
    '1 module trial at a time, on one GPU (GPU-5f).',
  );
  // Trials that do not use them.
  expect(resolveWorkers('auto', command, two, 0)).toMatchObject({
    count: 8,
    devices: Array(8).fill(undefined),
  });
});
