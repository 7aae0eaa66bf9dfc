import { type RandomStream, randomStream } from '../../src/math/random.ts';
import { classes, digitRows, pixels } from './rows.ts';

/** Small networks on the digits example's images, in plain arithmetic: thousands of real trainings in minutes. */

export interface Variant {
  readonly rate: number;
  readonly layers: readonly number[];
  /** What a pixel is multiplied by. */
  readonly scale: number;
  /** Share of training labels that are another one. */
  readonly flipped: number;
  /** Training and validation images are drawn apart, so that they overlap. */
  readonly leak: boolean;
  /** Name of the stream of initial weights and of the order of the images. */
  readonly draws: string;
}

export const sound: Variant = {
  rate: 0.05,
  layers: [24],
  scale: 1 / 16,
  flipped: 0,
  leak: false,
  draws: 'as ever',
};

/** Pull requests: each differs from what is sound in one respect. */
export const variants: Readonly<Record<string, Variant>> = {
  base: sound,
  'other random draws': { ...sound, draws: 'others' },
  'features unscaled': { ...sound, scale: 1 },
  'validation images trained on': { ...sound, leak: true },
  'a layer dropped': { ...sound, layers: [] },
  '5 % of labels flipped': { ...sound, flipped: 0.05 },
  'learning rate × 3': { ...sound, rate: 3 * sound.rate },
};

const epochs = 8;
/** Every training validates on this many images, the first of them for the coarse metric. */
export const validationImages = 599;
export const fewImages = 60;

const rows = digitRows();

const scaled = new Map<number, readonly Float64Array[]>();
function imagesOf(scale: number): readonly Float64Array[] {
  const known =
    scaled.get(scale) ?? rows.map((row) => Float64Array.from(row.slice(0, pixels), (x) => x * scale));
  scaled.set(scale, known);
  return known;
}

/** How many validation images a network gets right: of all, and of the first few. */
export interface Right {
  readonly all: number;
  readonly few: number;
}

/** Trains once. The seed picks the split, which both sides of a comparison share, the initial weights and the order. */
export function train(variant: Variant, seed: number): Right {
  const order = randomStream(seed, 'split').shuffle([...rows.keys()]);
  const validation = order.slice(0, validationImages);
  const apart = variant.leak ? randomStream(seed, 'another split').shuffle([...rows.keys()]) : order;
  const mine = apart.slice(validationImages);
  const stream = randomStream(seed, `network ${variant.draws}`);
  const images = imagesOf(variant.scale);
  const labels = rows.map((row) => row[pixels]!);
  const taught = new Map(
    mine.map((image) => {
      const flip = stream.uniform() < variant.flipped;
      return [image, flip ? (labels[image]! + 1 + stream.integer(classes - 1)) % classes : labels[image]!];
    }),
  );
  const network = new Network([pixels, ...variant.layers, classes], stream);
  for (let epoch = 0; epoch < epochs; epoch++) {
    // Falls to nothing, as is usual: the last steps average over many images.
    const rate = variant.rate * (1 - epoch / epochs);
    for (const image of stream.shuffle(mine)) network.step(images[image]!, taught.get(image)!, rate);
  }
  const right = validation.map((image) => network.guess(images[image]!) === labels[image]);
  const count = (some: readonly boolean[]) => some.filter(Boolean).length;
  return { all: count(right), few: count(right.slice(0, fewImages)) };
}

/** Fully connected layers with ReLU between them, trained image by image on cross entropy. */
class Network {
  readonly #weights: readonly Float64Array[];
  readonly #biases: readonly Float64Array[];
  readonly #values: readonly Float64Array[];
  readonly #errors: readonly Float64Array[];
  readonly #on: Int32Array;

  constructor(sizes: readonly number[], stream: RandomStream) {
    const pairs = sizes.slice(1).map((to, layer) => [sizes[layer]!, to] as const);
    // He et al. 2015.
    this.#weights = pairs.map(([from, to]) =>
      Float64Array.from({ length: from * to }, () => stream.normal() * Math.sqrt(2 / from)),
    );
    this.#biases = pairs.map(([, to]) => new Float64Array(to));
    this.#values = sizes.map((size) => new Float64Array(size));
    this.#errors = sizes.map((size) => new Float64Array(size));
    this.#on = new Int32Array(Math.max(...sizes) + 1);
  }

  /** Class of the highest score; the first where none is a number. */
  guess(image: Float64Array): number {
    const scores = this.#forward(image);
    let best = 0;
    for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[best]!) best = i;
    return best;
  }

  step(image: Float64Array, label: number, rate: number): void {
    const scores = this.#forward(image);
    const top = scores.reduce((a, b) => Math.max(a, b));
    let total = 0;
    for (const score of scores) total += Math.exp(score - top);
    const last = this.#errors.at(-1)!;
    for (let i = 0; i < last.length; i++)
      last[i] = Math.exp(scores[i]! - top) / total - (i === label ? 1 : 0);
    for (let layer = this.#weights.length - 1; layer >= 0; layer--) this.#backward(layer, rate);
  }

  #forward(image: Float64Array): Float64Array {
    this.#values[0]!.set(image);
    this.#weights.forEach((weights, layer) => {
      const [below, above, bias] = [this.#values[layer]!, this.#values[layer + 1]!, this.#biases[layer]!];
      const hidden = layer < this.#weights.length - 1;
      for (let to = 0, at = 0; to < above.length; to++) {
        let sum = bias[to]!;
        for (let from = 0; from < below.length; from++) sum += weights[at++]! * below[from]!;
        above[to] = hidden && sum < 0 ? 0 : sum;
      }
    });
    return this.#values.at(-1)!;
  }

  #backward(layer: number, rate: number): void {
    const [weights, below] = [this.#weights[layer]!, this.#values[layer]!];
    const [errors, passed, bias] = [this.#errors[layer + 1]!, this.#errors[layer]!, this.#biases[layer]!];
    const on = this.#on;
    // Half of the pixels and of the units are off: they learn nothing. Listed first, for a branch on each costs more.
    let count = 0;
    for (let from = 0; from < below.length; from++) {
      on[count] = from;
      count += below[from] === 0 ? 0 : 1;
    }
    passed.fill(0);
    for (let to = 0; to < errors.length; to++) {
      const error = errors[to]!;
      if (error === 0) continue;
      const row = to * below.length;
      const step = rate * error;
      if (layer > 0) for (let i = 0; i < count; i++) passed[on[i]!]! += error * weights[row + on[i]!]!;
      for (let i = 0; i < count; i++) weights[row + on[i]!]! -= step * below[on[i]!]!;
      bias[to]! -= step;
    }
  }
}
