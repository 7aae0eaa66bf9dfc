import type { Tensor } from '@tensorflow/tfjs-core';
import {
  type ChannelMap,
  concatenated,
  fitted,
  flattened,
  identityMap,
  isEven,
  isIdentity,
  sameMap,
  widened,
} from './channel-map.ts';
import { centred, copied, filled, gathered, inParts, selecting, shared, type Weight } from './weights.ts';

/** A layer of TensorFlow.js as far as inheritance goes. */
export interface WeightedLayer {
  readonly name: string;
  getClassName(): string;
  getConfig(): Readonly<Record<string, unknown>>;
  readonly weights: readonly { readonly shape: readonly number[] }[];
  getWeights(): Tensor[];
  setWeights(weights: Tensor[]): void;
  readonly inboundNodes: readonly {
    readonly inboundLayers: readonly WeightedLayer[];
    readonly inputShapes: readonly (readonly (number | null)[])[];
    readonly outputShapes: readonly (readonly (number | null)[])[];
  }[];
}

/** What comes out of a layer, and the weights that it shall have; undefined: it keeps those it has. */
export interface Passed {
  readonly map: ChannelMap;
  readonly weights?: readonly Weight[];
}

interface About {
  readonly layer: WeightedLayer;
  readonly inputs: readonly ChannelMap[];
  readonly random: () => number;
}

/** A layer that the parent has, too. */
export function inheritedLayer({
  layer,
  elder,
  inputs,
  random,
}: About & { readonly elder: WeightedLayer }): Passed {
  const kind = layer.getClassName();
  const map = inputs[0]!;
  if (kind === 'InputLayer') return inputLayer(layer, elder);
  if (elder.weights.length === 0) {
    const passed = passedThrough(layer, inputs);
    return sameWork(layer, elder) ? passed : { map: inexact(passed.map) };
  }
  const weights = weightsOf(elder);
  // A bias that the child has no place for is lost.
  const exact = sameWork(layer, elder) && weights.length <= layer.weights.length;
  const main = weights[0]!;
  switch (kind) {
    case 'Dense':
    case 'Conv1D':
    case 'Conv2D': {
      const size = main.shape.length;
      const from = fitted(map, main.shape[size - 2]!);
      const target = layer.weights[0]!.shape;
      const taps = target.slice(0, -2).map((side, axis) => centred(main.shape[axis]!, side));
      const whole = target.slice(0, -2).every((side, axis) => side >= main.shape[axis]!);
      const to = widened(main.shape[size - 1]!, target.at(-1)!, from.exact && whole && exact);
      const kernel = gathered(main, [...taps, shared(from, random), copied(to)]);
      return { map: to, weights: [kernel, ...biases(layer, weights, copied(to))] };
    }
    case 'DepthwiseConv2D': {
      const from = fitted(map, main.shape[2]!);
      const [height, width, , depth] = layer.weights[0]!.shape as [number, number, number, number];
      const whole = height >= main.shape[0]! && width >= main.shape[1]!;
      const kernel = gathered(main, [
        centred(main.shape[0]!, height),
        centred(main.shape[1]!, width),
        copied(from),
        { from: Array.from({ length: depth }, (_, i) => i) },
      ]);
      const { after: _, ...to } = from;
      return {
        map: { ...to, exact: from.exact && whole && exact },
        weights: [kernel, ...biases(layer, weights, copied(from))],
      };
    }
    case 'BatchNormalization':
    case 'LayerNormalization': {
      const { after: _, ...from } = fitted(map, main.shape[0]!);
      const even = kind === 'BatchNormalization' || isEven(from);
      return {
        map: { ...from, exact: from.exact && even },
        weights: weights.map((weight) => gathered(weight, [copied(from)])),
      };
    }
    case 'Embedding': {
      const [words, size] = layer.weights[0]!.shape as [number, number];
      const to = widened(main.shape[1]!, size, words === main.shape[0]);
      const rows = { from: Array.from({ length: words }, (_, i) => i % main.shape[0]!) };
      return { map: to, weights: [gathered(main, [rows, copied(to)])] };
    }
    case 'SimpleRNN':
    case 'LSTM':
    case 'GRU':
      return recurrentWeights(layer.weights, weights, map, random, exact);
    case 'Bidirectional': {
      const half = weights.length / 2;
      const forward = recurrentWeights(
        layer.weights.slice(0, half),
        weights.slice(0, half),
        map,
        random,
        exact,
      );
      const backward = recurrentWeights(layer.weights.slice(half), weights.slice(half), map, random, exact);
      return {
        map: concatenated([forward.map, backward.map]),
        weights: [...forward.weights!, ...backward.weights!],
      };
    }
    default:
      return { map: inexact(identityMap(channelsOf(layer))) };
  }
}

/**
 * A layer that the parent has not: it lets pass what comes, where its kind can.
 *
 * @param zero it is the end of a new branch beside a shortcut: it begins at zero
 * @param added its block is new, too
 */
export function insertedLayer({
  layer,
  inputs,
  zero,
  added,
}: About & { readonly zero: boolean; readonly added: boolean }): Passed {
  const kind = layer.getClassName();
  const map = inputs[0]!;
  const shapes = layer.weights.map(({ shape }) => shape);
  if (zero && shapes.length > 0 && kind !== 'LSTM' && kind !== 'GRU')
    return { map: inexact(identityMap(channelsOf(layer))), weights: nothing(kind, shapes) };
  switch (kind) {
    case 'Dense':
    case 'Conv1D':
    case 'Conv2D': {
      const [kernel, ...rest] = shapes as [readonly number[], ...(readonly number[])[]];
      const to = widened(map.parent, kernel.at(-1)!, map.exact && !strides(layer));
      const weights = [selecting(kernel.slice(0, -2), map, to), ...rest.map((shape) => filled(shape, 0))];
      return { map: { ...to, ...(map.after === undefined ? {} : { after: map.after }) }, weights };
    }
    case 'DepthwiseConv2D': {
      const [kernel, ...rest] = shapes as [readonly number[], ...(readonly number[])[]];
      const [height, width] = kernel as [number, number];
      const one = filled(kernel, 0);
      const centre = Math.floor(height / 2) * width + Math.floor(width / 2);
      const each = one.values.length / (height * width);
      one.values.fill(1, centre * each, (centre + 1) * each);
      return {
        map: strides(layer) ? inexact(map) : map,
        weights: [one, ...rest.map((shape) => filled(shape, 0))],
      };
    }
    case 'BatchNormalization': {
      const [gamma, beta, mean, variance] = shapes as [number[], number[], number[], number[]];
      const epsilon = layer.getConfig()['epsilon'] as number;
      // (x − 0) / √(1 + ε) · √(1 + ε)
      const scale = filled(gamma, Math.sqrt(1 + epsilon));
      return { map, weights: [scale, filled(beta, 0), filled(mean, 0), filled(variance, 1)] };
    }
    case 'Add':
      // Its branch begins at zero; in a block that the parent has, it adds something that was not there.
      return { map: added ? inputs.at(-1)! : inexact(inputs.at(-1)!) };
    case 'Activation': {
      const { activation } = layer.getConfig();
      const idempotent =
        activation === 'linear' ||
        (activation === 'relu' && ['relu', 'relu6', 'sigmoid'].includes(map.after ?? '')) ||
        (activation === 'relu6' && map.after === 'relu6');
      return { map: idempotent ? map : inexact(map) };
    }
    case 'Dropout':
      return { map };
    default: {
      const passed = passedThrough(layer, inputs);
      return { map: inexact(passed.map) };
    }
  }
}

/** A layer without weights: what becomes of the channels. */
function passedThrough(layer: WeightedLayer, inputs: readonly ChannelMap[]): Passed {
  const [map] = inputs as [ChannelMap, ...ChannelMap[]];
  const kind = layer.getClassName();
  const [from] = layer.inboundNodes[0]!.inputShapes;
  switch (kind) {
    case 'Activation': {
      const { activation } = layer.getConfig();
      const alone = activation !== 'softmax' || isIdentity(map);
      return { map: { ...map, exact: map.exact && alone, after: String(activation) } };
    }
    case 'Softmax':
      return { map: { ...map, exact: map.exact && isIdentity(map) } };
    case 'Flatten':
      return {
        map: flattened(
          map,
          from!.slice(1, -1).reduce<number>((all, side) => all * (side ?? 1), 1),
        ),
      };
    case 'Concatenate':
      return { map: concatenated(inputs) };
    case 'Add':
    case 'Multiply': {
      const { after: _, ...first } = map;
      return { map: { ...first, exact: inputs.every((other) => other.exact && sameMap(map, other)) } };
    }
    case 'Dot': {
      const [a, b] = inputs as [ChannelMap, ChannelMap];
      const axes = layer.getConfig()['axes'] as readonly number[];
      // Over steps: the channels of the second remain. Over channels: of each step with each, none remain.
      if (axes[1] === 1) return { map: { ...b, exact: a.exact && b.exact } };
      const exact = a.exact && b.exact && isIdentity(a) && isIdentity(b);
      return { map: { ...identityMap(channelsOf(layer)), exact } };
    }
    default: {
      // Pooling, dropout, scaling, reshaping: channel by channel, unless their number changes.
      const size = channelsOf(layer);
      return { map: size === map.index.length ? map : inexact(identityMap(size)) };
    }
  }
}

/** Settings that change what a layer computes, beside its weights. */
const telling = [
  'activation',
  'alpha',
  'axes',
  'epsilon',
  'goBackwards',
  'padding',
  'poolSize',
  'scale',
  'strides',
  'targetShape',
];

function sameWork(layer: WeightedLayer, elder: WeightedLayer): boolean {
  const [a, b] = [layer.getConfig(), elder.getConfig()];
  const [places, before] = [layer, elder].map(({ inboundNodes }) =>
    String(inboundNodes[0]!.inputShapes[0]?.slice(1, -1)),
  );
  // Flattened pixels are other ones when there are more of them.
  if (layer.getClassName() === 'Flatten' && places !== before) return false;
  if (layer.getClassName() === 'Reshape') return places === before;
  return telling.every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}

function inputLayer(layer: WeightedLayer, elder: WeightedLayer): Passed {
  const size = channelsOf(layer);
  return { map: { ...identityMap(size), exact: String(shapeOf(layer)) === String(shapeOf(elder)) } };
}

function recurrentWeights(
  targets: readonly { readonly shape: readonly number[] }[],
  [kernel, recurrent, bias]: readonly Weight[],
  map: ChannelMap,
  random: () => number,
  exact: boolean,
): Passed {
  const units = recurrent!.shape[0]!;
  const gates = recurrent!.shape[1]! / units;
  const from = fitted(map, kernel!.shape[0]!);
  const to = widened(units, targets[1]!.shape[0]!, from.exact && exact);
  const weights = [
    gathered(kernel!, [shared(from, random), inParts(to, gates)]),
    gathered(recurrent!, [shared(to, random), inParts(to, gates)]),
  ];
  return { map: to, weights: bias ? [...weights, gathered(bias, [inParts(to, gates)])] : weights };
}

/** Biases of the parent; zeros where it had none. */
function biases(
  layer: WeightedLayer,
  [, bias]: readonly Weight[],
  axis: ReturnType<typeof copied>,
): readonly Weight[] {
  const target = layer.weights[1]?.shape;
  if (!target) return [];
  return [bias ? gathered(bias, [axis]) : filled(target, 0)];
}

/** Weights under which nothing comes out. */
function nothing(kind: string, shapes: readonly (readonly number[])[]): readonly Weight[] {
  // Of batch normalisation: no factor, no summand, mean 0, variance 1.
  return shapes.map((shape, i) => filled(shape, kind === 'BatchNormalization' && i === 3 ? 1 : 0));
}

function strides(layer: WeightedLayer): boolean {
  const { strides } = layer.getConfig();
  return [strides ?? 1].flat().some((stride) => stride !== 1);
}

function weightsOf(layer: WeightedLayer): Weight[] {
  return layer
    .getWeights()
    .map((tensor) => ({ shape: tensor.shape, values: tensor.dataSync() as Float32Array }));
}

const inexact = (map: ChannelMap): ChannelMap => ({ ...map, exact: false });
const shapeOf = (layer: WeightedLayer) => layer.inboundNodes[0]!.outputShapes[0]!;
const channelsOf = (layer: WeightedLayer) => shapeOf(layer).at(-1) ?? 1;
