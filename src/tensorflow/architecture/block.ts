import type { layers as Layers, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { InfeasibleConfig } from '../outcomes.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { type Activation, activations, normalizations, poolings, type Settings } from './settings.ts';

/** What a tensor is, by its rank: features, steps × features, height × width × channels. */
export type Form = 'vector' | 'sequence' | 'image';

/** A kind of block: one file each in `blocks/`. */
export interface BlockTemplate {
  /** The forms of input that it can take. An image or a sequence is reduced to a vector for a block that takes vectors only. */
  readonly takes: readonly Form[];
  /** Names of its own parameters, beside the common ones. */
  readonly parameters: readonly string[];
  readonly build: (input: SymbolicTensor, block: BlockContext) => SymbolicTensor;
}

type Layer = ReturnType<typeof Layers.dense>;

export interface ConvOptions {
  readonly filters: number;
  readonly kernel: number;
  readonly stride?: number;
  readonly bias?: boolean;
}

/** Counts the weights of a model as it is built, and ends what grows beyond a limit before its memory is taken. */
export class WeightBudget {
  readonly #limit: number;
  #spent = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @throws InfeasibleConfig */
  spend(place: string, weights: number): void {
    this.#spent += weights;
    if (this.#spent > this.#limit)
      throw new InfeasibleConfig(
        `${place} brings the model to ${this.#spent.toLocaleString('en')} parameters, above the limit of ${this.#limit.toLocaleString('en')}`,
      );
  }
}

/** What blocks build with: TensorFlow.js, their settings, and the parts that many of them share. */
export class BlockContext {
  readonly tf: TensorFlow;
  readonly settings: Settings;
  /** Whether what follows can use a sequence: else a recurrent block gives its last state only. */
  readonly sequenceFollows: boolean;
  readonly #prefix: string;
  readonly #budget: WeightBudget;

  constructor(parts: {
    readonly tf: TensorFlow;
    readonly settings: Settings;
    readonly sequenceFollows: boolean;
    /** Begins the name of each layer: `b2_`. */
    readonly prefix: string;
    readonly budget: WeightBudget;
  }) {
    this.tf = parts.tf;
    this.settings = parts.settings;
    this.sequenceFollows = parts.sequenceFollows;
    this.#prefix = parts.prefix;
    this.#budget = parts.budget;
  }

  /** The layer's full name for its role in the block: the same role in two models holds weights of the same kind. */
  name(role: string): string {
    return this.#prefix + role;
  }

  infeasible(reason: string): InfeasibleConfig {
    return new InfeasibleConfig(`${this.settings.place}: ${reason}`);
  }

  /** Applies a layer that has so many weights. */
  apply(layer: unknown, input: SymbolicTensor | SymbolicTensor[], weights = 0): SymbolicTensor {
    this.#budget.spend(this.settings.place, weights);
    return (layer as Layer).apply(input) as SymbolicTensor;
  }

  /** Initialiser and regulariser of kernels, as the settings say. */
  kernel() {
    const l1 = this.settings.number('l1', { min: 0, max: 1e3, fallback: 0 });
    const l2 = this.settings.number('l2', { min: 0, max: 1e3, fallback: 0 });
    return {
      kernelInitializer: this.settings.text('initializer', 'glorotUniform') as 'glorotUniform',
      ...(l1 > 0 || l2 > 0 ? { kernelRegularizer: this.tf.regularizers.l1l2({ l1, l2 }) } : {}),
    };
  }

  get normalization() {
    return this.settings.choice('normalization', normalizations, 'none');
  }

  get activation(): Activation {
    return this.settings.choice('activation', activations, 'relu');
  }

  dense(input: SymbolicTensor, role: string, units: number, { bias = true } = {}): SymbolicTensor {
    const layer = this.tf.layers.dense({ units, useBias: bias, name: this.name(role), ...this.kernel() });
    return this.apply(layer, input, channels(input) * units + (bias ? units : 0));
  }

  /** A convolution over an image, or over the steps of a sequence, that keeps the size (but for its stride). */
  conv(input: SymbolicTensor, role: string, options: ConvOptions): SymbolicTensor {
    const { filters, kernel, stride = 1, bias = this.normalization === 'none' } = options;
    this.checkStride(input, stride);
    const image = formOf(input) === 'image';
    const common = {
      filters,
      kernelSize: kernel,
      strides: stride,
      padding: 'same' as const,
      useBias: bias,
      name: this.name(role),
      ...this.kernel(),
    };
    const layer = image ? this.tf.layers.conv2d(common as never) : this.tf.layers.conv1d(common as never);
    const taps = image ? kernel * kernel : kernel;
    return this.apply(layer, input, taps * channels(input) * filters + (bias ? filters : 0));
  }

  depthwise(input: SymbolicTensor, role: string, kernel: number, stride: number): SymbolicTensor {
    this.checkStride(input, stride);
    const { kernelInitializer, kernelRegularizer } = this.kernel();
    const bias = this.normalization === 'none';
    const layer = this.tf.layers.depthwiseConv2d({
      kernelSize: kernel,
      strides: stride,
      padding: 'same',
      useBias: bias,
      depthwiseInitializer: kernelInitializer,
      ...(kernelRegularizer ? { depthwiseRegularizer: kernelRegularizer } : {}),
      name: this.name(role),
    } as never);
    return this.apply(layer, input, (kernel * kernel + (bias ? 1 : 0)) * channels(input));
  }

  /** Halves nothing that is a single pixel already: a stride beyond the input's size would skip all of it. */
  checkStride(input: SymbolicTensor, stride: number): void {
    const size = spatial(input);
    if (stride > 1 && size.some((side) => side !== null && side < stride))
      throw this.infeasible(`a stride of ${stride} does not fit its input of ${size.join('×')}`);
  }

  normalize(input: SymbolicTensor, role: string): SymbolicTensor {
    switch (this.normalization) {
      case 'none':
        return input;
      case 'batch':
        return this.apply(
          this.tf.layers.batchNormalization({ name: this.name(role) }),
          input,
          4 * channels(input),
        );
      case 'layer':
        return this.apply(
          this.tf.layers.layerNormalization({ name: this.name(role) }),
          input,
          2 * channels(input),
        );
    }
  }

  activate(input: SymbolicTensor, role: string, activation: Activation = this.activation): SymbolicTensor {
    if (activation === 'linear') return input;
    const name = this.name(role);
    return this.apply(
      activation === 'leaky_relu'
        ? this.tf.layers.leakyReLU({ alpha: 0.1, name })
        : this.tf.layers.activation({ activation: activation as 'relu', name }),
      input,
    );
  }

  /** Normalisation, then activation: what stands behind most layers with weights. */
  finish(input: SymbolicTensor, role = ''): SymbolicTensor {
    return this.activate(this.normalize(input, `${role}norm`), `${role}act`);
  }

  drop(input: SymbolicTensor, role = 'drop'): SymbolicTensor {
    const rate = this.settings.number('dropout', { min: 0, max: 0.95, fallback: 0 });
    return rate === 0 ? input : this.apply(this.tf.layers.dropout({ rate, name: this.name(role) }), input);
  }

  /** Halves the size of an image or a sequence, when the settings say so. */
  pool(input: SymbolicTensor): SymbolicTensor {
    const kind = this.settings.choice('pool', poolings, 'none');
    if (kind === 'none') return input;
    const size = spatial(input);
    if (size.some((side) => side !== null && side < 2))
      throw this.infeasible(`nothing is left to pool of its ${size.join('×')} input`);
    const { layers } = this.tf;
    const name = this.name('pool');
    const image = formOf(input) === 'image';
    const make =
      kind === 'max'
        ? image
          ? layers.maxPooling2d
          : layers.maxPooling1d
        : image
          ? layers.averagePooling2d
          : layers.averagePooling1d;
    return this.apply((make as (args: object) => unknown)({ poolSize: 2, strides: 2, name }), input);
  }

  add(tensors: SymbolicTensor[], role: string): SymbolicTensor {
    return this.apply(this.tf.layers.add({ name: this.name(role) }), tensors);
  }

  /**
   * What a block adds its result to: its input, by a 1×1 convolution where channels or size differ (He et al. 2016, projection
   * shortcuts, option B).
   */
  shortcut(input: SymbolicTensor, output: SymbolicTensor, stride = 1, normalized = true): SymbolicTensor {
    if (channels(input) === channels(output) && stride === 1) return input;
    const filters = channels(output);
    if (formOf(input) === 'vector')
      return this.dense(input, 'project', filters, { bias: this.normalization === 'none' });
    const bias = !normalized || this.normalization === 'none';
    const projected = this.conv(input, 'project', { filters, kernel: 1, stride, bias });
    return normalized ? this.normalize(projected, 'project_norm') : projected;
  }
}

/** The last size of a shape: features or channels. */
export function channels(tensor: SymbolicTensor): number {
  return tensor.shape.at(-1)!;
}

/** Height and width, or steps; null: any number. */
export function spatial(tensor: SymbolicTensor): readonly (number | null)[] {
  return tensor.shape.slice(1, -1);
}

export function formOf(tensor: SymbolicTensor): Form {
  return tensor.shape.length === 4 ? 'image' : tensor.shape.length === 3 ? 'sequence' : 'vector';
}
