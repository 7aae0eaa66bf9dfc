import type { LayersModel } from '@tensorflow/tfjs-layers';

/** What a model costs, whatever it was built with. */
export interface ModelCost {
  /** Weights, those that do not train (of batch normalisation) included. */
  readonly parameters: number;
  readonly trainable: number;
  /** Floating-point operations of one forward pass of one input: a multiply-add is two, any other operation of an element one. */
  readonly flops: number;
  /** Size of the weights as float32. */
  readonly bytes: number;
  /** Classes of layers whose operations are not known and not counted; empty for architectures. */
  readonly uncounted: readonly string[];
}

type Shape = readonly (number | null)[];
type Config = Readonly<Record<string, unknown>>;

interface LayerParts {
  getClassName(): string;
  getConfig(): Config;
  readonly name: string;
  readonly inboundNodes: readonly {
    readonly inputShapes: readonly Shape[];
    readonly outputShapes: readonly Shape[];
  }[];
  readonly weights: readonly { readonly shape: Shape; readonly name: string }[];
  readonly layers?: readonly LayerParts[];
}

/** Elements of a shape without the batch; an unknown side counts as one. */
const elements = (shape: Shape): number => shape.slice(1).reduce<number>((all, side) => all * (side ?? 1), 1);
const last = (shape: Shape): number => shape.at(-1) ?? 1;

/** Operations of a layer for one input. `from`: its inputs, `to`: its output. */
type Count = (layer: LayerParts, from: readonly Shape[], to: Shape) => number;

const each: Count = (_layer, _from, to) => elements(to);
const none: Count = () => 0;
const biased = (config: Config) => (config['useBias'] === false ? 0 : 1);
const activated = (config: Config) => {
  const { activation } = config;
  return activation === undefined || activation === 'linear' ? 0 : activation === 'softmax' ? 3 : 1;
};
const product = (numbers: unknown) => (numbers as number[]).reduce((all, n) => all * n, 1);

/** Kernel taps × input channels, twice, for each output; the bias and the activation once. */
const convolution: Count = (layer, from, to) => {
  const config = layer.getConfig();
  const perOutput = 2 * product(config['kernelSize']) * last(from[0]!) + biased(config) + activated(config);
  return perOutput * elements(to);
};

const pooling: Count = (layer, _from, to) => product(layer.getConfig()['poolSize']) * elements(to);
const globalPooling: Count = (_layer, from) => elements(from[0]!);
/** n inputs take n − 1 operations for each element. */
const merging: Count = (_layer, from, to) => (from.length - 1) * elements(to);

/** One step: a kernel over input and state for each gate, and its activations. */
const recurrent =
  (gates: number, elementwise: number): Count =>
  (layer, from) => {
    const config = layer.getConfig();
    const units = config['units'] as number;
    const steps = from[0]![1] ?? 1;
    const perUnit = 2 * gates * (last(from[0]!) + units) + gates * biased(config) + elementwise;
    return steps * units * perUnit;
  };

const counts: Readonly<Record<string, Count>> = {
  InputLayer: none,
  Flatten: none,
  Reshape: none,
  Permute: none,
  RepeatVector: none,
  Dropout: none,
  SpatialDropout1D: none,
  GaussianNoise: none,
  GaussianDropout: none,
  AlphaDropout: none,
  Masking: none,
  ZeroPadding2D: none,
  Cropping2D: none,
  Concatenate: none,
  Embedding: none,
  Dense: (layer, from, to) => {
    const config = layer.getConfig();
    return (2 * last(from[0]!) + biased(config) + activated(config)) * elements(to);
  },
  Conv1D: convolution,
  Conv2D: convolution,
  DepthwiseConv2D: (layer, _from, to) => {
    const config = layer.getConfig();
    return (2 * product(config['kernelSize']) + biased(config) + activated(config)) * elements(to);
  },
  SeparableConv2D: (layer, from, to) => {
    const config = layer.getConfig();
    const middle = last(from[0]!) * ((config['depthMultiplier'] as number) ?? 1);
    const pixels = elements(to) / last(to);
    const depthwise = 2 * product(config['kernelSize']) * middle * pixels;
    return depthwise + (2 * middle + biased(config) + activated(config)) * elements(to);
  },
  // Folded as it is at prediction: a factor and a summand.
  BatchNormalization: (_layer, _from, to) => 2 * elements(to),
  // Mean, difference, square and its mean, division, factor, summand.
  LayerNormalization: (_layer, _from, to) => 7 * elements(to),
  Activation: (layer, _from, to) => activated(layer.getConfig()) * elements(to),
  ReLU: each,
  LeakyReLU: (_layer, _from, to) => 2 * elements(to),
  PReLU: (_layer, _from, to) => 2 * elements(to),
  ELU: each,
  ThresholdedReLU: each,
  // Exponential, sum, division.
  Softmax: (_layer, _from, to) => 3 * elements(to),
  Rescaling: (layer, _from, to) => (layer.getConfig()['offset'] ? 2 : 1) * elements(to),
  Add: merging,
  Multiply: merging,
  Average: merging,
  Maximum: merging,
  Minimum: merging,
  Dot: (layer, from, to) => {
    const axes = layer.getConfig()['axes'] as number | readonly number[];
    const axis = Array.isArray(axes) ? (axes[0] as number) : (axes as number);
    return 2 * (from[0]!.at(axis) ?? 1) * elements(to);
  },
  MaxPooling1D: pooling,
  MaxPooling2D: pooling,
  AveragePooling1D: pooling,
  AveragePooling2D: pooling,
  GlobalAveragePooling1D: globalPooling,
  GlobalAveragePooling2D: globalPooling,
  GlobalMaxPooling1D: globalPooling,
  GlobalMaxPooling2D: globalPooling,
  SimpleRNN: recurrent(1, 1),
  // Four gates, the cell's state (two products, a sum), its activation and the product with it.
  LSTM: recurrent(4, 4 + 5),
  // Three gates, and the mixture of old and new state (two products, a sum, a difference).
  GRU: recurrent(3, 3 + 5),
};

/** Parameters, FLOPs and size of a model. */
export function modelCost(model: LayersModel): ModelCost {
  const uncounted = new Set<string>();
  const flops = (model.layers as unknown as readonly LayerParts[]).reduce(
    (sum, layer) => sum + layerFlops(layer, uncounted),
    0,
  );
  const size = (weights: readonly { readonly shape: Shape }[]) =>
    weights.reduce((sum, { shape }) => sum + shape.reduce<number>((all, side) => all * (side ?? 1), 1), 0);
  const parameters = size(model.weights);
  return {
    parameters,
    trainable: size(model.trainableWeights),
    flops,
    bytes: 4 * parameters,
    uncounted: [...uncounted],
  };
}

function layerFlops(layer: LayerParts, uncounted: Set<string>): number {
  const kind = layer.getClassName();
  const nodes = layer.inboundNodes;
  if (kind === 'Bidirectional') return bidirectional(layer, uncounted);
  const count = Object.hasOwn(counts, kind) ? counts[kind] : undefined;
  if (!count) {
    uncounted.add(kind);
    return 0;
  }
  // A layer that is used several times works several times.
  return nodes.reduce(
    (sum, { inputShapes, outputShapes }) => sum + count(layer, inputShapes, outputShapes[0]!),
    0,
  );
}

function bidirectional(layer: LayerParts, uncounted: Set<string>): number {
  const inner = (layer as unknown as { readonly forwardLayer: LayerParts }).forwardLayer;
  const count = counts[inner.getClassName()];
  const { inputShapes, outputShapes } = layer.inboundNodes[0]!;
  if (!count) uncounted.add(inner.getClassName());
  return count ? 2 * count(inner, inputShapes, outputShapes[0]!) : 0;
}
