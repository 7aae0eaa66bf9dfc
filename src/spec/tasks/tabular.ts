import type { ParameterDefinitions } from '../../space/parameter.ts';
import type { TaskKind } from './kind.ts';

const scaling = { type: 'choice', values: ['standard', 'quantile'], default: 'standard' } as const;
const [trees, network, linear] = (['trees', 'network', 'linear'] as const).map((family) => ({
  when: { family },
}));

/** Families of models for tables, each with parameters that begin with its name. */
const params: ParameterDefinitions = {
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
const starts = [
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

const table = { params, starts, keys: ['ignore', 'group', 'time'], backend: 'wasm' } as const;

export const tabularClassification: TaskKind = {
  ...table,
  metric: { name: 'val_accuracy', goal: 'maximize' },
};

export const tabularRegression: TaskKind = { ...table, metric: { name: 'val_rmse', goal: 'minimize' } };
