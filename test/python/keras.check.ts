import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createTrialRunner } from '../../src/trial/runner.ts';
import type { Report } from '../../src/trial/trial.ts';
import { commandTrial, request, runnerOptions, temporaryFolder } from '../trial/trials.ts';

const root = path.join(import.meta.dirname, '..', '..');
const venv = execFileSync(path.join(root, 'scripts', 'python-frameworks'), { encoding: 'utf8' }).trim();

const script = `
import keras, numpy as np
def build_model(hp):
    model = keras.Sequential([
        keras.layers.Input((4,)),
        keras.layers.Dense(hp.Int("units", 4, 16), activation="tanh"),
        keras.layers.Dropout(0.2),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    return model
x = np.random.default_rng(0).normal(size=(256, 4)).astype("float32")
y = (x[:, :1] * x[:, 1:2]).astype("float32")
x_train, y_train, x_val, y_val = x[:200], y[:200], x[200:], y[200:]
`;

test('a Keras training that goes on from a checkpoint comes to what one without a pause comes to', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'model.py'), script);
  const { run: _, shell: __, stdout: ___, ...common } = commandTrial([], { env: { KERAS_BACKEND: 'jax' } });
  const interpreter = path.join(venv, 'bin', 'python');
  const runner = createTrialRunner(
    { ...common, script: 'model.py', keras: true, interpreter, warm: true },
    runnerOptions(folder),
  );
  const train = async (resource: number, name: string, pauses: boolean) => {
    const reports: Report[] = [];
    const outcome = await runner.run(
      request(folder, {
        config: { units: 8 },
        resource,
        metric: 'val_loss',
        pauses,
        checkpoints: path.join(folder, name),
        onReport: (report) => {
          reports.push(report);
          return 'continue';
        },
      }),
    );
    expect(outcome, outcome.tail).toMatchObject({ state: 'completed' });
    return reports;
  };
  const straight = await train(4, 'straight', false);
  const first = await train(2, 'paused', true);
  const rest = await train(4, 'paused', false);
  await runner.close();
  expect(rest.map(({ step }) => step)).toEqual([3, 4]);
  for (const [index, report] of [...first, ...rest].entries())
    expect(report.metrics['val_loss']).toBeCloseTo(straight[index]!.metrics['val_loss']!, 5);
});
