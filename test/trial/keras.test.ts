import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Config } from '../../src/space/parameter.ts';
import type { PythonTrial } from '../../src/spec/spec.ts';
import { discoverParameters } from '../../src/trial/discover.ts';
import { ModuleHost } from '../../src/trial/module-host.ts';
import { createTrialRunner } from '../../src/trial/runner.ts';
import type { Report, TrialOutcome, TrialRequest } from '../../src/trial/trial.ts';
import { commandTrial, request, runnerOptions, temporaryFolder } from './trials.ts';

function trialOf(script: string, changes: Partial<PythonTrial> = {}): PythonTrial {
  const { run: _, shell: __, stdout: ___, ...common } = commandTrial([]);
  return { ...common, script, keras: true, interpreter: 'python3', warm: true, ...changes };
}

function project(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  cpSync(path.join(import.meta.dirname, 'fixtures', 'keras'), folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

async function discover(script: string) {
  const folder = project({ 'model.py': script });
  const host = new ModuleHost(trialOf('model.py'), runnerOptions(folder));
  const { signal } = new AbortController();
  try {
    expect(await host.load(signal)).toMatchObject({ backend: expect.stringMatching(/^keras/) });
    return await discoverParameters(async (values) => {
      const answer = await host.declare(values, signal);
      if (answer === 'interrupted') throw new Error(answer);
      return 'reason' in answer ? { failed: answer.message } : answer;
    });
  } finally {
    await host.close();
  }
}

/** Runs trials one after the other in the runner of one worker. */
async function train(
  script: string,
  trials: readonly (Partial<TrialRequest> & { config: Config })[],
  changes: Partial<PythonTrial> = {},
) {
  const folder = project({ 'model.py': script, 'helper.py': 'count = 0\n' });
  const runner = createTrialRunner(trialOf('model.py', changes), runnerOptions(folder));
  const done: { outcome: TrialOutcome; reports: Report[] }[] = [];
  for (const [trial, asked] of trials.entries()) {
    const reports: Report[] = [];
    const outcome = await runner.run(
      request(folder, {
        trial,
        metric: 'val_accuracy',
        folder: path.join(folder, `trial-${trial}`),
        ...asked,
        onReport: (report) => {
          reports.push(report);
          return asked.onReport?.(report) ?? 'continue';
        },
      }),
    );
    done.push({ outcome, reports });
  }
  await runner.close();
  return done;
}

const tutorial = `
import keras
import keras_tuner as kt

def build_model(hp):
    model_type = hp.Choice("model_type", ["mlp", "cnn"])
    with hp.conditional_scope("model_type", ["cnn"]):
        if model_type == "cnn":
            hp.Int("filters", 8, 64, step=2, sampling="log")
    for i in range(hp.Int("layers", 1, 3)):
        with hp.name_scope(f"layer_{i}"):
            hp.Int("units", min_value=32, max_value=100, step=32)
    hp.Float("momentum", 0.5, 0.99, default=0.9, parent_name="model_type", parent_values=["mlp"])
    rate = hp.Float("lr", 1e-4, 1e-2, sampling="log")
    assert hp.get("lr") == rate and "lr" in hp and hp.values["lr"] == rate
    if hp.Boolean("bad"):
        raise kt.errors.FailedTrialError("does not fit")
    return keras.Model(quality=hp.Fixed("quality", 0.8))

if __name__ == "__main__":
    tuner = kt.Hyperband(build_model, objective=kt.Objective("val_accuracy", "max"), max_epochs=10, project_name="x")
    tuner.search_space_summary()
    tuner.search([1], [1], epochs=2, validation_data=([1], [1]), callbacks=[keras.callbacks.Callback()])
    raise AssertionError("the search is over")
`;

test('the space of a tutorial is what its build_model asks for', async () => {
  expect(await discover(tutorial)).toEqual({
    model_type: { type: 'choice', values: ['mlp', 'cnn'], ordered: false, default: 'mlp' },
    layers: { type: 'int', min: 1, max: 3, scale: 'linear', default: 1 },
    'layer_0/units': { type: 'int', min: 32, max: 96, scale: 'linear', step: 32, default: 32 },
    momentum: {
      type: 'float',
      min: 0.5,
      max: 0.99,
      scale: 'linear',
      default: 0.9,
      when: { model_type: ['mlp'] },
    },
    lr: { type: 'float', min: 1e-4, max: 1e-2, scale: 'log', default: 1e-4 },
    bad: { type: 'bool', default: false },
    quality: { type: 'constant', value: 0.8 },
    filters: {
      type: 'int',
      min: 8,
      max: 64,
      scale: 'log',
      step: 2,
      default: 8,
      when: { model_type: ['cnn'] },
    },
    'layer_1/units': expect.objectContaining({ when: { layers: { min: 2 } } }),
    'layer_2/units': expect.objectContaining({ when: { layers: { min: 3 } } }),
  });
});

test('its trials report their epochs, are stopped, and fail in words, in one process', async () => {
  const config = { model_type: 'mlp', layers: 1, 'layer_0/units': 32, momentum: 0.9, lr: 0.001, bad: false };
  const [whole, cut, bad, after] = await train(tutorial, [
    { config, resource: 3 },
    {
      config: { ...config, quality: 0.4 },
      resource: 9,
      onReport: ({ step }) => (step === 2 ? 'stop' : 'continue'),
    },
    { config: { ...config, bad: true }, resource: 2 },
    { config },
  ]);
  expect(whole!.outcome.state).toBe('completed');
  expect(whole!.reports.map(({ step, metrics }) => [step, metrics['val_accuracy']])).toEqual([
    [1, 0.4],
    [2, expect.closeTo(0.6)],
    [3, expect.closeTo(0.7)],
  ]);
  expect(cut!.outcome.state).toBe('stopped');
  expect(cut!.reports.map(({ metrics }) => metrics['val_accuracy'])).toEqual([0.2, expect.closeTo(0.3)]);
  expect(bad!.outcome).toMatchObject({
    state: 'failed',
    reason: 'infeasible',
    message: 'FailedTrialError: does not fit (model.py:17)',
  });
  // Without budget.epochs those of the script count.
  expect(after!.reports).toHaveLength(2);
});

test('a HyperModel that trains by itself: what its fit asks for is found, and what it returns is reported', async () => {
  const script = `
import keras, keras_tuner
class Model(keras_tuner.HyperModel):
    def build(self, hp):
        return keras.Model(hp.Float("quality", 0.1, 1.0))
    def fit(self, hp, model, *args, **kwargs):
        if hp.Boolean("shuffle"):
            hp.Int("buffer", 1, 10)
        history = model.fit(*args, **kwargs)
        return {"val_accuracy": history.history["val_accuracy"][-1] + 1}
x_train = y_train = x_val = y_val = [1]
`;
  expect(await discover(script)).toMatchObject({
    quality: { type: 'float' },
    shuffle: { type: 'bool' },
    buffer: { when: { shuffle: [true] } },
  });
  const [done] = await train(script, [{ config: { quality: 1, shuffle: false }, resource: 1 }]);
  expect(done!.reports.map(({ metrics }) => metrics['val_accuracy'])).toEqual([0.5, 1.5]);
});

test('a plain Python script has new globals in each trial, and its libraries only once', async () => {
  const script = `
import os, sys, threading, tunegate, helper
helper.count += 1
sys.modules.setdefault("kept", sys)
print(os.getpid(), helper.count, "LEFT" in os.environ, "left" in globals())
left = os.environ["LEFT"] = "1"
for step in (1, 2):
    tunegate.report(step, val_accuracy=tunegate.param("rate") * step)
`;
  const [first, second] = await train(script, [{ config: { rate: 0.1 } }, { config: { rate: 0.2 } }], {
    keras: false,
  });
  expect(first!.outcome.tail).toBe(second!.outcome.tail);
  expect(second!.outcome.tail).toMatch(/^\d+ 1 False False$/m);
  expect(second!.reports.map(({ metrics }) => metrics['val_accuracy'])).toEqual([0.2, 0.4]);
  const cold = await train(script, [{ config: { rate: 1 } }, { config: { rate: 1 } }], {
    keras: false,
    warm: false,
  });
  expect(cold.map(({ outcome }) => outcome.state)).toEqual(['completed', 'completed']);
  expect(cold[0]!.outcome.tail.split(' ')[0]).not.toBe(cold[1]!.outcome.tail.split(' ')[0]);
});

test('a script that writes its metrics itself is read when it ends; one that fails says where', async () => {
  const script = `
import json, os
config = json.load(open(os.environ["TUNEGATE_CONFIG"]))
with open(os.environ["TUNEGATE_METRICS"], "a") as file:
    print(json.dumps({"step": 4, "val_accuracy": 1 / config["rate"]}), file=file)
`;
  const [good, bad] = await train(script, [{ config: { rate: 2 } }, { config: { rate: 0 } }], {
    keras: false,
  });
  expect(good!.reports).toEqual([{ step: 4, metrics: { val_accuracy: 0.5 } }]);
  expect(bad!.outcome).toMatchObject({
    state: 'failed',
    reason: 'crash',
    message: expect.stringMatching(/^ZeroDivisionError: .*\(model\.py:5\)$/),
  });
});
