import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { HyperParameterError } from '../hp.ts';
import { InfeasibleConfig } from '../outcomes.ts';
import { boundTensorFlow } from './binding.ts';
import { BlockContext, formOf, WeightBudget } from './block.ts';
import { modelCost } from './cost.ts';
import { type PlannedBlock, planBlocks } from './plan.ts';
import { type Reduction, reductions, Settings } from './settings.ts';
import { templates } from './templates.ts';

/** What the network ends with. */
export interface Head {
  /** Classes, or numbers to foretell. */
  readonly units: number;
  /** `softmax` for one of several classes, `sigmoid` for yes or no, `linear` (the default) for numbers. */
  readonly activation?: 'softmax' | 'sigmoid' | 'linear';
  /** How an image or a sequence becomes a vector. Default: the config's `reduce`, or `average`. */
  readonly reduce?: Reduction;
  /** Dropout before the last layer. Default 0. */
  readonly dropout?: number;
}

export interface ArchitectureOptions {
  /** A network beyond these is infeasible, before it takes memory or time. */
  readonly limits?: { readonly parameters?: number; readonly flops?: number };
}

/** Weights of a network that no runner holds anyway: 1 GiB of float32. */
const mostParameters = 2 ** 28;

/**
 * A model, not compiled, from the blocks that a config describes (see `planBlocks`) and a head. Layers are named by the place of
 * their block and their role in it (`b0_conv`, `head`), so that weights can be inherited.
 *
 * @param config the list of blocks, or what holds it as `blocks`: `hp.config`
 * @param inputShape without the batch: [features], [steps, features], [height, width, channels]; [steps] before an embedding
 * @throws InfeasibleConfig with the reason, where blocks do not fit their input or the network is beyond the limits
 * @throws HyperParameterError where the config is none
 */
export function buildArchitecture(
  config: unknown,
  inputShape: readonly number[],
  head: Head,
  { limits = {} }: ArchitectureOptions = {},
): LayersModel {
  const tf = boundTensorFlow();
  checkShape(inputShape);
  const planned = planBlocks(config);
  const budget = new WeightBudget(Math.min(limits.parameters ?? mostParameters, mostParameters));
  const made: Made[] = [];
  const building = noting(tf, made);
  try {
    const input = tf.input({ shape: [...inputShape], name: 'input' });
    let x: SymbolicTensor = input;
    for (const [index, block] of planned.entries()) {
      const context = new BlockContext({
        tf: building,
        settings: new Settings(block.settings, block.place),
        sequenceFollows: takesSequence(planned[index + 1]),
        prefix: `b${index}_`,
        budget,
      });
      x = templates[block.type]!.build(fitted(x, block, index, context), context);
    }
    const last = headSettings(config, head);
    const context = new BlockContext({
      tf: building,
      settings: new Settings(last, 'the head'),
      sequenceFollows: false,
      prefix: 'head',
      budget,
    });
    x = context.drop(reduced(x, context), '_drop');
    x = context.dense(x, '', head.units);
    x = context.activate(x, '_act', (head.activation === 'softmax' ? 'linear' : head.activation) ?? 'linear');
    if (head.activation === 'softmax') x = context.apply(building.layers.softmax({ name: 'head_act' }), x);
    const model = tf.model({ inputs: input, outputs: x, name: 'architecture' });
    checkFlops(model, limits.flops);
    return model;
  } catch (error) {
    for (const { weights } of made) for (const weight of weights) weight.dispose();
    throw error;
  }
}

/** A layer as far as its memory goes. */
interface Made {
  readonly weights: readonly { dispose(): void }[];
}

/** The same TensorFlow.js, noting the layers that are made: those of a network that turns out infeasible are freed. */
function noting<T extends { readonly layers: object }>(tf: T, made: Made[]): T {
  const layers = new Proxy(tf.layers, {
    get(target, name) {
      const make = target[name as keyof typeof target] as unknown;
      if (typeof make !== 'function') return make;
      return (...args: unknown[]) => {
        const layer = make.apply(target, args) as Made;
        made.push(layer);
        return layer;
      };
    },
  });
  return { ...tf, layers };
}

function headSettings(config: unknown, head: Head): Readonly<Record<string, unknown>> {
  const around = (Array.isArray(config) ? {} : config) as Readonly<Record<string, unknown>>;
  const { initializer, reduce } = around;
  return {
    ...(initializer === undefined ? {} : { initializer }),
    reduce: head.reduce ?? reduce ?? 'average',
    dropout: head.dropout ?? 0,
  };
}

function takesSequence(next: PlannedBlock | undefined): boolean {
  return next !== undefined && templates[next.type]!.takes.includes('sequence');
}

/** The input as the block can take it. */
function fitted(
  x: SymbolicTensor,
  { type }: PlannedBlock,
  index: number,
  context: BlockContext,
): SymbolicTensor {
  const { takes } = templates[type]!;
  const form = formOf(x);
  const shape = x.shape.slice(1).join('×');
  if (type === 'embedding' && (index > 0 || form !== 'vector'))
    throw context.infeasible(
      index > 0
        ? 'an embedding can only be the first block'
        : `an embedding takes steps of whole numbers, not ${shape}`,
    );
  if (takes.includes(form)) return x;
  if (takes.includes('vector')) return reduced(x, context);
  const wanted = takes.map((each) => (each === 'image' ? 'an image' : `a ${each}`)).join(' or ');
  throw context.infeasible(
    `needs ${wanted}, but ${index === 0 ? 'the input' : 'what is before it'} gives ${form === 'image' ? 'an image' : `a ${form}`} of ${shape}`,
  );
}

/** An image or a sequence as a vector. */
function reduced(x: SymbolicTensor, context: BlockContext): SymbolicTensor {
  const form = formOf(x);
  if (form === 'vector') return x;
  const { layers } = context.tf;
  const kind = context.settings.choice('reduce', reductions, 'average');
  if (kind === 'flatten') return context.apply(layers.flatten({ name: context.name('_flat') }), x);
  const make = {
    average: { image: layers.globalAveragePooling2d, sequence: layers.globalAveragePooling1d },
    max: { image: layers.globalMaxPooling2d, sequence: layers.globalMaxPooling1d },
  }[kind][form] as (args: object) => unknown;
  return context.apply(make({ name: context.name('_mean') }), x);
}

function checkShape(shape: readonly number[]): void {
  if (shape.length < 1 || shape.length > 3 || shape.some((side) => !Number.isInteger(side) || side < 1))
    throw new HyperParameterError(
      `the input shape must be [features], [steps, features] or [height, width, channels], without the batch, not ${JSON.stringify(shape)}`,
    );
}

function checkFlops(model: LayersModel, limit: number | undefined): void {
  if (limit === undefined) return;
  const { flops } = modelCost(model);
  if (flops > limit)
    throw new InfeasibleConfig(
      `the network takes ${flops.toLocaleString('en')} FLOPs for one input, above the limit of ${limit.toLocaleString('en')}`,
    );
}
