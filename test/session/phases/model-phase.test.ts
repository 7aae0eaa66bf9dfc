import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { taskModule } from '../../../src/automl/task-module.ts';
import { hasTrained } from '../../../src/automl/trained-model.ts';
import { randomStream } from '../../../src/math/random.ts';
import { readSpec } from '../../../src/session/load-spec.ts';
import { runModelPhase } from '../../../src/session/phases/model-phase.ts';
import { completeConfig, nestConfig } from '../../../src/space/config.ts';
import { checkpointFolder } from '../../../src/study/folders.ts';
import type { TrialRecord } from '../../../src/study/study.ts';
import { loadBackend } from '../../../src/tensorflow/backend.ts';
import type { TrialContext } from '../../../src/tensorflow/contexts.ts';
import { builtHost } from '../../support/built-host.ts';

const spec = `name: phase
task: { type: tabular-classification, data: data.csv, target: same }
search: { seed: 1 }
budget: { trials: 3, epochs: 1 }
`;

/** A study of three trials of trees, the second of which has left its model, and whose third has a config that cannot be trained. */
async function place() {
  const root = mkdtempSync(path.join(tmpdir(), 'tunegate-phase-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const random = randomStream(1, 'phase');
  const lines = Array.from({ length: 300 }, () => {
    const [a, b] = [random.normal(), random.normal()];
    return `${a},${b},${a * b > 0 ? 'yes' : 'no'}`;
  });
  const file = path.join(root, 'data.csv');
  writeFileSync(file, `a,b,same\n${lines.join('\n')}\n`);
  writeFileSync(path.join(root, 'tune.yml'), spec);
  const loaded = readSpec(path.join(root, 'tune.yml'));
  const { trial, metric } = loaded.spec;
  if (!('module' in trial) || !trial.task) throw new Error('no task');
  const folder = path.join(root, 'study');
  const checkpoints = checkpointFolder(folder, 'search', 1);
  mkdirSync(checkpoints, { recursive: true });
  const configs = [20, 30, 40].map((rounds) =>
    completeConfig(loaded.space, { family: 'trees', trees_rounds: rounds }),
  );
  const { tf } = await loadBackend('cpu', import.meta.filename);
  const module = taskModule(trial.task, file);
  if (!('objective' in module)) throw new Error('no objective');
  await module.objective({
    ...{ tf, seed: 7, epochs: 1, checkpoints, data: await module.data({ tf, folder: root }) },
    config: nestConfig(loaded.space, configs[1]!),
    report: async () => {},
  } as unknown as TrialContext);
  expect(hasTrained(checkpoints)).toBe(true);
  const trials = configs.map((config, index): TrialRecord => {
    const state = { role: 'search', trial: index, state: 'completed', origin: 'model', resource: 1 } as const;
    const broken = index === 2 ? { ...config, family: 'none' } : config;
    return {
      ...state,
      config: broken,
      seed: 7,
      score: 0.9 - index / 10,
      metrics: {},
      reports: [],
      durationMs: 500,
    };
  });
  const study = { name: 'phase', metric, seed: 1, strategy: 'bayesian', trials };
  const host = { env: process.env, hostPath: await builtHost(), node: process.execPath };
  const signal = new AbortController().signal;
  const make = (limitMs?: number, hostPath = host.hostPath) =>
    runModelPhase({
      ...{ loaded, trial, study, folder, signal, onPlan: () => {} },
      host: { ...host, hostPath },
      ...(limitMs === undefined ? {} : { limitMs }),
    });
  return { make, folder };
}

test('a failure says so, and leaves the model that a trial had left, which need not be that of the best', async () => {
  const { make, folder } = await place();
  mkdirSync(path.join(folder, 'model.new.next'));
  const { model, notice } = await make();
  expect(model?.single.trial).toBe(1);
  expect(model?.notes.at(-1)).toContain('the model is what trials have trained on 80 % of the rows');
  expect(notice).toMatch(
    /^Not all was done for the model: .*none.*`tunegate export --fresh` makes it anew\.$/,
  );
  const { members } = JSON.parse(readFileSync(path.join(folder, 'model', 'model.json'), 'utf8'));
  expect(members).toHaveLength(5);
  expect(readdirSync(folder).sort()).toEqual(['checkpoints', 'model']);
});

/** Writes over what it has made for as long as it lives, and never ends: a model that is whole stands beside. */
const restless = (model: string) => `import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
process.on('SIGTERM', () => {
  clearInterval(writing);
  setTimeout(() => process.exit(), 200);
  cpSync(${JSON.stringify(model)}, folder + '.next', { recursive: true });
});
let folder, writing;
process.on('message', ({ type, order }) => {
  if (type === 'load') process.send({ type: 'ready', backend: 'wasm', notes: [] });
  if (type !== 'finish') return;
  folder = order.folder;
  writing = setInterval(() => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + '/model.json', 'half');
    writeFileSync(folder + '/evaluation.json', 'half');
  }, 1);
});
`;

test('what stands when the time is up is looked at when nobody writes it any more', async () => {
  const { make, folder } = await place();
  await make();
  const earlier = path.join(folder, 'model');
  const whole = path.join(folder, '..', 'whole');
  cpSync(earlier, whole, { recursive: true });
  const host = path.join(folder, '..', 'host.mjs');
  writeFileSync(host, restless(whole));
  const { model, notice } = await make(1500, host);
  expect(model?.single.trial).toBe(1);
  expect(notice).toMatch(/^There was no time to say all of how good the model is/);
  expect(readFileSync(path.join(earlier, 'model.json'))).toEqual(
    readFileSync(path.join(whole, 'model.json')),
  );
  expect(readdirSync(folder).sort()).toEqual(['checkpoints', 'model']);
});
