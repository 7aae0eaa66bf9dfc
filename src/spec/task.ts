import type { ParameterDefinitions } from '../space/parameter.ts';
import { at, type Finding } from './finding.ts';

/** What Tunegate knows to train by itself. */
export const taskTypes = ['tabular-classification', 'tabular-regression'] as const;

const scaling = { type: 'choice', values: ['standard', 'quantile'], default: 'standard' } as const;
const [trees, network, linear] = (['trees', 'network', 'linear'] as const).map((family) => ({
  when: { family },
}));

/** Families of models for tables, each with parameters that begin with its name. */
export const tabularSpace: ParameterDefinitions = {
  family: { type: 'choice', values: ['trees', 'network', 'linear'], default: 'trees' },
  trees_rounds: { type: 'int', min: 20, max: 400, scale: 'log', default: 100, ...trees },
  trees_learning_rate: { type: 'float', min: 0.01, max: 0.5, scale: 'log', default: 0.1, ...trees },
  trees_leaves: { type: 'int', min: 3, max: 63, scale: 'log', default: 31, ...trees },
  trees_min_rows: { type: 'int', min: 1, max: 60, scale: 'log', default: 20, ...trees },
  trees_l2: { type: 'float', min: 0.001, max: 30, scale: 'log', default: 0.01, ...trees },
  trees_row_share: { type: 'float', min: 0.4, max: 1, default: 1, ...trees },
  trees_column_share: { type: 'float', min: 0.2, max: 1, default: 1, ...trees },
  network_layers: { type: 'int', min: 1, max: 3, default: 1, ...network },
  network_units: { type: 'int', min: 16, max: 256, scale: 'log', default: 100, ...network },
  network_dropout: { type: 'float', min: 0, max: 0.5, default: 0, ...network },
  network_learning_rate: { type: 'float', min: 0.0003, max: 0.03, scale: 'log', default: 0.003, ...network },
  network_l2: { type: 'float', min: 0.000001, max: 0.01, scale: 'log', default: 0.0001, ...network },
  network_batch_size: { type: 'choice', values: [32, 64, 128, 256], ordered: true, default: 64, ...network },
  network_passes: { type: 'int', min: 10, max: 150, scale: 'log', default: 40, ...network },
  network_scaling: { ...scaling, ...network },
  linear_l2: { type: 'float', min: 0.00001, max: 3, scale: 'log', default: 0.001, ...linear },
  linear_scaling: { ...scaling, ...linear },
};

/** Good starts of each family, tried before the strategy proposes. */
const tabularStarts = [
  { family: 'linear' },
  { family: 'network' },
  {
    family: 'trees',
    trees_rounds: 200,
    trees_learning_rate: 0.06,
    trees_leaves: 8,
    trees_min_rows: 5,
    trees_l2: 1,
    trees_row_share: 0.7,
    trees_column_share: 0.5,
  },
  {
    family: 'network',
    network_layers: 2,
    network_units: 128,
    network_dropout: 0.2,
    network_scaling: 'quantile',
  },
  { family: 'linear', linear_l2: 0.03, linear_scaling: 'quantile' },
];

const metrics = {
  'tabular-classification': { name: 'val_accuracy', goal: 'maximize' },
  'tabular-regression': { name: 'val_rmse', goal: 'minimize' },
} as const satisfies Readonly<Record<(typeof taskTypes)[number], unknown>>;

/** A document with what its `task` stands for: module, metric, parameters and configs to begin with. */
export function withTask(document: unknown): unknown {
  if (!isMapping(document) || document['task'] === undefined) return document;
  const type = at(document, ['task', 'type']);
  const [trial, search, params] = ['trial', 'search', 'params'].map((key) => document[key] ?? {});
  const known = taskTypes.find((name) => name === type) ?? 'tabular-classification';
  return {
    ...document,
    // Which module that is says the task, once the document is read.
    trial: isMapping(trial) ? { module: './task.js', ...withBackend(trial) } : trial,
    metric: document['metric'] ?? metrics[known],
    params: isMapping(params) ? { ...tabularSpace, ...params } : params,
    search: isMapping(search) ? { 'try-first': tabularStarts, ...search } : search,
  };
}

/** Networks for tables train fastest on WebAssembly. A trial that is another kind is told apart. */
function withBackend(trial: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return trialKeys.some((key) => trial[key] !== undefined) ? trial : { backend: 'wasm', ...trial };
}

const trialKeys = ['module', 'keras', 'python', 'run'];

/** What a task leaves no room for. */
export function checkTask(document: unknown): Finding[] {
  if (at(document, ['task']) === undefined) return [];
  return [...trialKeys.map((key) => ['trial', key]), ['include']]
    .filter((path) => at(document, path) !== undefined)
    .map((path) => ({
      path,
      atKey: true,
      message: `a spec with \`task\` has no \`${path.join('.')}\`: the task brings its own model`,
      suggestion: `remove \`task\` to train a model of your own, or \`${path.join('.')}\``,
    }));
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
