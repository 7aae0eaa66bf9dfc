import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findDevices } from '../../src/trial/devices.ts';
import { createTrialRunner } from '../../src/trial/runner.ts';
import { commandTrial, literal, prelude, request, runnerOptions, temporaryFolder } from './trials.ts';

/** An environment whose `nvidia-smi` prints that. */
function machine(prints: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const folder = temporaryFolder();
  const program = path.join(folder, 'nvidia-smi');
  writeFileSync(program, `#!/bin/sh\n[ "$1" = --query-gpu=index,name ] || exit 9\n${prints}\n`);
  chmodSync(program, 0o755);
  return { PATH: `${folder}:/usr/bin:/bin`, ...more };
}
const two = 'echo "0, NVIDIA L4"; echo "1, NVIDIA A100-SXM4-40GB"';

test('GPUs are those that the driver lists', () => {
  expect(findDevices(machine(two))).toEqual([
    { id: '0', name: 'NVIDIA L4' },
    { id: '1', name: 'NVIDIA A100-SXM4-40GB' },
  ]);
  expect(findDevices(machine('echo "No devices were found"'))).toEqual([]);
  expect(findDevices(machine(`${two}; exit 9`))).toEqual([]);
  expect(findDevices({ PATH: temporaryFolder() })).toEqual([]);
});

test('CUDA_VISIBLE_DEVICES decides where it is set', () => {
  const ids = (visible: string) =>
    findDevices(machine(two, { CUDA_VISIBLE_DEVICES: visible })).map(({ id }) => id);
  expect(ids('1')).toEqual(['1']);
  expect(ids('GPU-5f2c, GPU-77aa')).toEqual(['GPU-5f2c', 'GPU-77aa']);
  expect(ids('')).toEqual([]);
  expect(ids('-1')).toEqual([]);
  expect(ids('0,-1,1')).toEqual(['0']);
  expect(findDevices(machine(two, { CUDA_VISIBLE_DEVICES: '1' }))[0]!.name).toBe('NVIDIA A100-SXM4-40GB');
});

test('a trial sees its own GPU only, unless the spec says otherwise', async () => {
  const script = `report({ loss: Number(process.env.CUDA_VISIBLE_DEVICES) });`;
  const seen = async (env: Record<string, string>) => {
    const folder = temporaryFolder();
    const runner = createTrialRunner(
      commandTrial([process.execPath, '-e', literal(prelude + script)], { env }),
      {
        ...runnerOptions(folder),
        device: '3',
      },
    );
    const losses: (number | undefined)[] = [];
    await runner.run(
      request(folder, {
        onReport: ({ metrics }) => {
          losses.push(metrics['loss']);
          return 'continue';
        },
      }),
    );
    expect(runner.device).toBe('3');
    await runner.close();
    return losses;
  };
  expect(await seen({})).toEqual([3]);
  expect(await seen({ CUDA_VISIBLE_DEVICES: '7' })).toEqual([7]);
});
