import type { NamedWeights, SavedLayers } from '../layers-model.ts';
import { activationOf, convolve, depthwise, pool, type Values } from './layer-functions.ts';

interface LayerConfig {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>> & { readonly name: string };
  readonly inbound_nodes: readonly (readonly (readonly [string, ...unknown[]])[])[];
}

type Layer = (inputs: readonly Values[]) => Values;

/**
 * Runs a functional TensorFlow.js layers model for one example at a time, in plain JavaScript: the layers that convnets here are
 * built of, in float32 as TensorFlow.js has them.
 *
 * @throws Error that names a layer which is none of these
 */
export function layersInterpreter({ topology, weights }: SavedLayers): (input: Values) => Values {
  const { layers, output_layers: outputs } = modelConfig(topology);
  const byName = new Map(weights.map((of) => [of.name, of]));
  const steps = layers.map(({ class_name: kind, config, inbound_nodes: nodes }) => ({
    name: config.name,
    inputs: (nodes[0] ?? []).map(([name]) => name),
    run: layerOf(kind, config, (role) => byName.get(`${config.name}/${role}`)),
  }));
  const last = outputs[0]![0];
  return (input) => {
    const made = new Map<string, Values>();
    for (const { name, inputs, run } of steps)
      made.set(name, inputs.length === 0 ? input : run(inputs.map((of) => made.get(of)!)));
    return made.get(last)!;
  };
}

/** The config of a functional model, as TensorFlow.js saves it. */
function modelConfig(topology: unknown) {
  return (
    topology as {
      readonly config: {
        readonly layers: readonly LayerConfig[];
        readonly output_layers: readonly (readonly [string, ...unknown[]])[];
      };
    }
  ).config;
}

function layerOf(
  kind: string,
  config: LayerConfig['config'],
  weight: (role: string) => NamedWeights | undefined,
): Layer {
  const first =
    (of: (input: Values) => Values): Layer =>
    (inputs) =>
      of(inputs[0]!);
  const bias = weight('bias')?.values;
  switch (kind) {
    case 'InputLayer':
    case 'Dropout':
      return (inputs) => inputs[0]!;
    case 'Flatten':
      return first(({ values }) => ({ shape: [values.length], values }));
    case 'Dense': {
      const { shape, values: kernel } = weight('kernel')!;
      return first((input) =>
        convolve(
          { ...input, shape: [1, 1, shape[0]!] },
          { kernel, shape: [1, 1, ...shape], stride: 1, bias },
          true,
        ),
      );
    }
    case 'Conv2D': {
      const { shape, values: kernel } = weight('kernel')!;
      return first((input) => convolve(input, { kernel, shape, stride: strideOf(config), bias }));
    }
    case 'DepthwiseConv2D': {
      const { shape, values: kernel } = weight('depthwise_kernel')!;
      return first((input) => depthwise(input, { kernel, shape, stride: strideOf(config), bias }));
    }
    case 'BatchNormalization':
      return first(batchNormalization(config, weight));
    case 'MaxPooling2D':
    case 'AveragePooling2D':
      return first((input) => pool(input, 2, kind === 'MaxPooling2D'));
    case 'GlobalAveragePooling2D':
    case 'GlobalMaxPooling2D':
      return first((input) => overAll(input, kind === 'GlobalMaxPooling2D'));
    case 'Add':
      return ([a, ...others]) => ({
        shape: a!.shape,
        values: a!.values.map((value, i) => others.reduce((sum, { values }) => sum + values[i]!, value)),
      });
    case 'Activation':
    case 'Softmax': {
      const activate = activationOf(kind === 'Softmax' ? 'softmax' : String(config['activation']));
      return first(({ shape, values }) => ({ shape, values: activate(values) }));
    }
    default:
      throw new Error(`layer ${config.name} is of the kind ${kind}, which is run by TensorFlow.js only`);
  }
}

function strideOf(config: LayerConfig['config']): number {
  const strides = config['strides'];
  return Array.isArray(strides) ? Number(strides[0]) : Number(strides ?? 1);
}

/** Ioffe and Szegedy 2015, with the statistics of the training. */
function batchNormalization(
  config: LayerConfig['config'],
  weight: (role: string) => NamedWeights | undefined,
) {
  const [mean, variance] = ['moving_mean', 'moving_variance'].map((role) => weight(role)!.values);
  const [gamma, beta] = ['gamma', 'beta'].map((role) => weight(role)?.values);
  const channels = mean!.length;
  const scale = Float32Array.from(
    variance!,
    (value, c) => (gamma?.[c] ?? 1) / Math.sqrt(value + Number(config['epsilon'])),
  );
  return ({ shape, values }: Values): Values => {
    const made = new Float32Array(values.length);
    for (let i = 0; i < values.length; i++) {
      const c = i % channels;
      made[i] = (values[i]! - mean![c]!) * scale[c]! + (beta?.[c] ?? 0);
    }
    return { shape, values: made };
  };
}

function overAll({ shape, values }: Values, max: boolean): Values {
  const channels = shape[2]!;
  const area = values.length / channels;
  const made = new Float32Array(channels).fill(max ? Number.NEGATIVE_INFINITY : 0);
  for (let i = 0; i < values.length; i++) {
    const c = i % channels;
    made[c] = max ? Math.max(made[c]!, values[i]!) : made[c]! + values[i]! / area;
  }
  return { shape: [channels], values: made };
}
