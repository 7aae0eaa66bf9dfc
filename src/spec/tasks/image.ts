import type { ParameterDefinitions } from '../../space/parameter.ts';
import type { TaskKind } from './kind.ts';

const [convnet, network, linear, trees] = (['convnet', 'network', 'linear', 'trees'] as const).map(
  (family) => ({
    when: { family },
  }),
);

const shift = { type: 'float', min: 0, max: 0.2, default: 0.06, ...convnet } as const;
const rotation = { type: 'float', min: 0, max: 25, default: 5, ...convnet } as const;
const zoom = { type: 'float', min: 0, max: 0.25, default: 0.05, ...convnet } as const;

/** Families of models for images, each with parameters that begin with its name. */
const params: ParameterDefinitions = {
  family: { type: 'choice', values: ['convnet', 'network', 'linear', 'trees'], default: 'convnet' },
  convnet_block: { type: 'choice', values: ['conv', 'residual', 'separable'], default: 'conv', ...convnet },
  convnet_stages: { type: 'int', min: 1, max: 4, default: 2, ...convnet },
  convnet_depth: { type: 'int', min: 1, max: 3, default: 1, ...convnet },
  convnet_width: { type: 'int', min: 8, max: 64, scale: 'log', default: 16, ...convnet },
  convnet_kernel: { type: 'choice', values: [3, 5], ordered: true, default: 3, ...convnet },
  convnet_normalization: { type: 'choice', values: ['batch', 'none'], default: 'batch', ...convnet },
  convnet_reduce: { type: 'choice', values: ['flatten', 'average', 'max'], default: 'flatten', ...convnet },
  convnet_dropout: { type: 'float', min: 0, max: 0.6, default: 0.3, ...convnet },
  convnet_learning_rate: { type: 'float', min: 0.0005, max: 0.02, scale: 'log', default: 0.004, ...convnet },
  convnet_l2: { type: 'float', min: 0.0000001, max: 0.001, scale: 'log', default: 0.00001, ...convnet },
  convnet_batch_size: { type: 'choice', values: [16, 32, 64, 128], ordered: true, default: 32, ...convnet },
  convnet_passes: { type: 'int', min: 3, max: 60, scale: 'log', default: 10, ...convnet },
  convnet_label_smoothing: { type: 'float', min: 0, max: 0.2, default: 0.05, ...convnet },
  convnet_shift: shift,
  convnet_rotation: rotation,
  convnet_zoom: zoom,
  convnet_cutout: { type: 'float', min: 0, max: 0.5, default: 0, ...convnet },
  // Mirrored letters and digits are others: no start flips, the search finds out.
  convnet_flip: { type: 'bool', default: false, ...convnet },
  network_layers: { type: 'int', min: 1, max: 3, default: 1, ...network },
  network_units: { type: 'int', min: 32, max: 512, scale: 'log', default: 128, ...network },
  network_dropout: { type: 'float', min: 0, max: 0.5, default: 0.2, ...network },
  network_learning_rate: { type: 'float', min: 0.0003, max: 0.01, scale: 'log', default: 0.002, ...network },
  network_l2: { type: 'float', min: 0.000001, max: 0.01, scale: 'log', default: 0.00001, ...network },
  network_batch_size: { type: 'choice', values: [32, 64, 128, 256], ordered: true, default: 64, ...network },
  network_passes: { type: 'int', min: 5, max: 100, scale: 'log', default: 25, ...network },
  linear_l2: { type: 'float', min: 0.00001, max: 3, scale: 'log', default: 0.01, ...linear },
  trees_rounds: { type: 'int', min: 20, max: 300, scale: 'log', default: 80, ...trees },
  trees_learning_rate: { type: 'float', min: 0.02, max: 0.5, scale: 'log', default: 0.15, ...trees },
  trees_leaves: { type: 'int', min: 4, max: 31, scale: 'log', default: 12, ...trees },
  trees_min_rows: { type: 'int', min: 1, max: 40, scale: 'log', default: 5, ...trees },
  trees_l2: { type: 'float', min: 0.001, max: 30, scale: 'log', default: 1, ...trees },
  trees_row_share: { type: 'float', min: 0.4, max: 1, default: 0.7, ...trees },
  trees_column_share: { type: 'float', min: 0.1, max: 1, default: 0.3, ...trees },
};

/** Good starts, tried before the strategy proposes: cheap ones first, then convnets of each kind. */
const starts = [
  { family: 'linear' },
  // Soon done also with thousands of larger images.
  { family: 'convnet', convnet_width: 12, convnet_passes: 4 },
  { family: 'trees' },
  { family: 'convnet', convnet_width: 24, convnet_passes: 15 },
  { family: 'network' },
  {
    family: 'convnet',
    convnet_block: 'residual',
    convnet_stages: 3,
    convnet_reduce: 'average',
    convnet_passes: 15,
  },
  { family: 'convnet', convnet_depth: 2, convnet_width: 24, convnet_passes: 20 },
  { family: 'convnet', convnet_block: 'separable', convnet_width: 32, convnet_passes: 15 },
];

const image = {
  params,
  starts,
  keys: ['image', 'shape', 'size', 'ignore', 'group'],
  mayLackTarget: true,
  backend: 'auto',
} as const;

export const imageClassification: TaskKind = { ...image, metric: { name: 'val_accuracy', goal: 'maximize' } };

const { convnet_label_smoothing: _, ...ofNumbers } = params;

/** A number may be about size, place or angle: no start changes them. */
const still = { default: 0 };

export const imageRegression: TaskKind = {
  ...image,
  params: {
    ...ofNumbers,
    convnet_shift: { ...shift, ...still },
    convnet_rotation: { ...rotation, ...still },
    convnet_zoom: { ...zoom, ...still },
  },
  metric: { name: 'val_rmse', goal: 'minimize' },
};
