import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { HyperParameters } from '../../hp.ts';
import { buildArchitecture } from '../build.ts';
import { compiled, reduction } from './compile.ts';

/** Factors of width and depth (Tan & Le 2019, the authors' published values). */
const scales = {
  B0: [1, 1],
  B1: [1, 1.1],
  B2: [1.1, 1.2],
  B3: [1.2, 1.4],
  B4: [1.4, 1.8],
  B5: [1.6, 2.2],
  B6: [1.8, 2.6],
  B7: [2, 3.1],
} as const;

/** Expansion, filters, blocks, stride and kernel of each stage of B0 (table 1). */
const stages = [
  [1, 16, 1, 1, 3],
  [6, 24, 2, 2, 3],
  [6, 40, 2, 2, 5],
  [6, 80, 3, 2, 3],
  [6, 112, 3, 1, 5],
  [6, 192, 4, 2, 5],
  [6, 320, 1, 1, 3],
] as const;

/**
 * An EfficientNet for images, compiled, with the parameters of `include: efficientnet` (Keras Tuner's HyperEfficientNet). Unlike
 * there it begins from random weights, and images keep their size.
 *
 * @param inputShape [height, width, channels], each side at least 32
 */
export function buildEfficientNet(
  hp: HyperParameters,
  inputShape: readonly number[],
  classes: number,
): LayersModel {
  const [width, depth] = scales[hp.Choice('version', ['B0', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'])];
  const config = {
    activation: 'swish',
    normalization: 'batch',
    blocks: [
      { type: 'conv', filters: rounded(32 * width), stride: 2 },
      ...stages.map(([expansion, filters, repeats, stride, kernel]) => ({
        type: 'inverted_residual',
        expansion,
        filters: rounded(filters * width),
        repeats: Math.ceil(repeats * depth),
        stride,
        kernel,
      })),
      { type: 'conv', filters: rounded(1280 * width), kernel: 1 },
    ],
  };
  const head = {
    units: classes,
    activation: 'softmax',
    reduce: reduction(hp),
    dropout: hp.Float('top_dropout_rate', { min: 0, max: 0.95 }),
  } as const;
  return compiled(buildArchitecture(config, inputShape, head), hp, 'sgd');
}

/** The nearest multiple of 8 that is not less than nine tenths of what is wanted. */
function rounded(filters: number): number {
  const near = Math.max(8, Math.floor((filters + 4) / 8) * 8);
  return near < 0.9 * filters ? near + 8 : near;
}
