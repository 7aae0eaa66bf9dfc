import { HyperParameterError } from '../hp.ts';

/** What a block may be told beside the parameters of its own kind. */
export const commonSettings = [
  'activation',
  'normalization',
  'initializer',
  'l1',
  'l2',
  'dropout',
  'skip',
  'pool',
  'reduce',
] as const;

export const activations = [
  'linear',
  'relu',
  'relu6',
  'leaky_relu',
  'elu',
  'selu',
  'gelu',
  'swish',
  'mish',
  'tanh',
  'sigmoid',
  'hardSigmoid',
  'softplus',
  'softsign',
] as const;
export type Activation = (typeof activations)[number];

export const normalizations = ['none', 'batch', 'layer'] as const;
export const poolings = ['none', 'max', 'average'] as const;
export const reductions = ['average', 'max', 'flatten'] as const;
export type Reduction = (typeof reductions)[number];

/** Reads the settings of one block; what is wrong is an error that names the block. */
export class Settings {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #place: string;

  /** @param place for messages: `blocks[2] (conv)` */
  constructor(values: Readonly<Record<string, unknown>>, place: string) {
    this.#values = values;
    this.#place = place;
  }

  get place(): string {
    return this.#place;
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  /** A whole number. Without a `fallback` it must be there. */
  whole(name: string, { min, fallback }: { readonly min: number; readonly fallback?: number }): number {
    const value = this.#read(name, fallback, 'a whole number');
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min)
      throw this.#unfit(name, value, `a whole number of at least ${min}`);
    return value;
  }

  number(
    name: string,
    range: { readonly min: number; readonly max: number; readonly fallback: number },
  ): number {
    const { min, max, fallback } = range;
    const value = this.#read(name, fallback, 'a number');
    if (typeof value !== 'number' || !(value >= min && value <= max))
      throw this.#unfit(name, value, `a number from ${min} to ${max}`);
    return value;
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.#read(name, fallback, 'true or false');
    if (typeof value !== 'boolean') throw this.#unfit(name, value, 'true or false');
    return value;
  }

  choice<const T extends string>(name: string, values: readonly T[], fallback: NoInfer<T>): T {
    const value = this.#read(name, fallback, 'a text');
    if (!values.includes(value as T)) throw this.#unfit(name, value, `one of ${values.join(', ')}`);
    return value as T;
  }

  text(name: string, fallback: string): string {
    const value = this.#read(name, fallback, 'a text');
    if (typeof value !== 'string') throw this.#unfit(name, value, 'a text');
    return value;
  }

  #read(name: string, fallback: unknown, expected: string): unknown {
    const value = this.#values[name] ?? fallback;
    if (value === undefined) throw new HyperParameterError(`${this.#place} needs ${name}, ${expected}`);
    return value;
  }

  #unfit(name: string, value: unknown, expected: string): HyperParameterError {
    return new HyperParameterError(
      `${name} of ${this.#place} must be ${expected}, not ${JSON.stringify(value) ?? String(value)}`,
    );
  }
}
