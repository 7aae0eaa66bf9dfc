import type { ParameterDefinitions } from '../../space/parameter.ts';
import type { TaskKind } from './kind.ts';

const [naive, smoothing, linear, trees, network] = (
  ['naive', 'smoothing', 'linear', 'trees', 'network'] as const
).map((family) => ({ when: { family } }));
const regression = { when: { family: ['linear', 'trees', 'network'] } };
const scaling = { type: 'choice', values: ['standard', 'quantile'], default: 'standard' } as const;

/** Families of models for series. Regressions share how the past becomes inputs. */
const params: ParameterDefinitions = {
  family: {
    type: 'choice',
    values: ['naive', 'smoothing', 'linear', 'trees', 'network'],
    default: 'smoothing',
  },
  naive_kind: {
    type: 'choice',
    values: ['seasonal', 'last', 'drift', 'mean'],
    default: 'seasonal',
    ...naive,
  },
  smoothing_trend: {
    type: 'choice',
    values: ['auto', 'none', 'linear', 'damped'],
    default: 'auto',
    ...smoothing,
  },
  smoothing_season: {
    type: 'choice',
    values: ['auto', 'none', 'additive', 'multiplicative'],
    default: 'auto',
    ...smoothing,
  },
  smoothing_log: { type: 'bool', default: false, ...smoothing },
  lags: { type: 'int', min: 1, max: 60, scale: 'log', default: 12, ...regression },
  difference: { type: 'choice', values: ['none', 'last', 'season'], default: 'season', ...regression },
  log: { type: 'bool', default: false, ...regression },
  linear_l2: { type: 'float', min: 0.00001, max: 3, scale: 'log', default: 0.01, ...linear },
  linear_scaling: { ...scaling, ...linear },
  trees_rounds: { type: 'int', min: 20, max: 400, scale: 'log', default: 100, ...trees },
  trees_learning_rate: { type: 'float', min: 0.01, max: 0.5, scale: 'log', default: 0.06, ...trees },
  trees_leaves: { type: 'int', min: 3, max: 63, scale: 'log', default: 8, ...trees },
  trees_min_rows: { type: 'int', min: 1, max: 60, scale: 'log', default: 20, ...trees },
  trees_l2: { type: 'float', min: 0.001, max: 30, scale: 'log', default: 1, ...trees },
  trees_row_share: { type: 'float', min: 0.4, max: 1, default: 0.7, ...trees },
  trees_column_share: { type: 'float', min: 0.2, max: 1, default: 0.5, ...trees },
  network_layers: { type: 'int', min: 1, max: 3, default: 1, ...network },
  network_units: { type: 'int', min: 16, max: 256, scale: 'log', default: 64, ...network },
  network_dropout: { type: 'float', min: 0, max: 0.5, default: 0.1, ...network },
  network_learning_rate: { type: 'float', min: 0.0003, max: 0.03, scale: 'log', default: 0.003, ...network },
  network_l2: { type: 'float', min: 0.000001, max: 0.01, scale: 'log', default: 0.0001, ...network },
  network_batch_size: { type: 'choice', values: [32, 64, 128, 256], ordered: true, default: 128, ...network },
  network_passes: { type: 'int', min: 5, max: 60, scale: 'log', default: 15, ...network },
  network_scaling: { ...scaling, ...network },
};

/** What every model must beat comes first. */
const starts = [
  { family: 'naive' },
  { family: 'smoothing' },
  { family: 'linear' },
  { family: 'linear', difference: 'none' },
  { family: 'linear', difference: 'last', log: true, linear_l2: 0.1 },
  { family: 'smoothing', smoothing_trend: 'damped', smoothing_log: true },
  { family: 'trees' },
  { family: 'network' },
  { family: 'naive', naive_kind: 'drift' },
];

export const forecasting: TaskKind = {
  params,
  starts,
  metric: { name: 'val_mase', goal: 'minimize' },
  keys: ['ignore', 'time', 'series', 'season', 'known', 'horizon'],
  needs: ['time', 'horizon'],
  backend: 'wasm',
};
