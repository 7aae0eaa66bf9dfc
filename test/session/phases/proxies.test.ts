import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSpec } from '../../../src/session/load-spec.ts';
import { settleProxies } from '../../../src/session/phases/proxies.ts';
import type { ModuleTrial } from '../../../src/spec/spec.ts';
import { openJournal } from '../../../src/study/journal.ts';
import { builtHost } from '../../support/built-host.ts';

const spec = `name: proxies
trial: { module: ./model.mjs, backend: wasm }
metric: { name: val_accuracy, goal: maximize }
params:
  blocks:
    type: repeat
    min: 1
    max: 3
    default: 1
    of:
      block:
        type: choice
        default: conv
        options:
          conv: { filters: { type: int, min: 1, max: 16, default: 2 }, pool: { type: choice, values: [none, max], default: none } }
          dense: { units: { type: int, min: 1, max: 32, default: 2 } }
search: { seed: 3, proxies: [synflow, jacob_cov, flops], candidates: 14 }
budget: { trials: 20, epochs: 1 }
gate: false
`;
const model = `import { buildArchitecture } from 'tunegate';
export function build(hp) {
  const model = buildArchitecture(hp.config, [4, 4, 1], { units: 3, activation: 'softmax' });
  model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}
export function data({ tf }) {
  const x = tf.randomNormal([40, 4, 4, 1]);
  return { x, y: tf.oneHot(tf.randomUniform([40], 0, 3, 'int32'), 3), validationSplit: 0.5 };
}
`;

async function place(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-proxies-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const loaded = readSpec(path.join(folder, 'tune.yml'));
  const identity = {
    name: 'proxies',
    metric: loaded.spec.metric,
    strategy: 'bayesian',
    seed: 3,
    space: 's',
    spec: 's',
    code: 'c',
  };
  const journal = await openJournal(path.join(folder, 'journal.jsonl'), identity);
  onTestFinished(() => journal.close());
  const hostPath = await builtHost();
  const settle = () =>
    settleProxies(loaded, loaded.spec.trial as ModuleTrial, journal, {
      env: process.env,
      hostPath,
      node: process.execPath,
      signal: new AbortController().signal,
      checkpoints: path.join(folder, 'checkpoints'),
    });
  return { journal, settle };
}

test('random networks are ranked without training, the best come first, and the journal keeps them', async () => {
  const { journal, settle } = await place({ 'tune.yml': spec, 'model.mjs': model });
  const { first, notice } = await settle();
  expect(notice).toMatch(
    /^Proxies: \d+ random configs ranked by synflow and jacob_cov and flops in \d+ s \(\d+ more cannot be built\); the best 2 are tried first\.$/,
  );
  expect(first).toHaveLength(2);
  expect(journal.records.at(-1)).toMatchObject({ type: 'proxies', first, notice });
  // From the journal: there is no module any more.
  rmSync(path.join(path.dirname(journal.path), 'model.mjs'));
  expect((await settle()).first).toEqual(first);
}, 60_000);

test('a module that cannot be appraised costs a notice, not the study', async () => {
  const objective = 'export async function objective({ report }) { await report(1, { val_accuracy: 1 }); }\n';
  const { settle } = await place({ 'tune.yml': spec, 'model.mjs': objective });
  expect(await settle()).toMatchObject({
    first: [],
    notice: expect.stringContaining(
      'no config could be scored (TypeError: search.proxies need a module that exports build',
    ),
  });
  const broken = await place({ 'tune.yml': spec, 'model.mjs': 'export const nothing = 1;\n' });
  expect((await broken.settle()).notice).toContain('no config could be scored (');
}, 60_000);
