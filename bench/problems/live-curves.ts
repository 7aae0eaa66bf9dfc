import { type RandomStream, randomStream } from '../../src/math/random.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';
import { classes, digitRows, pixels } from '../digits/rows.ts';
import type { CurveProblem } from './curves.ts';

/**
 * Real trainings while the search runs: networks of one hidden layer on the digits example's images. Every proposal is trained as
 * it is, each trial from initial weights of its own; each seed divides the images anew. Score: log10 of the mean cross-entropy on
 * the validation images after full training.
 */

const epochs = 50;
const validation = 400;

interface Task {
  readonly name: string;
  /** Images to train on. */
  readonly images: number;
  /** Share of training labels that are another one. */
  readonly flipped: number;
}

const tasks: readonly Task[] = [
  { name: 'digits', images: 600, flipped: 0 },
  { name: 'few digits', images: 150, flipped: 0 },
  { name: 'digits, a fifth of the labels wrong', images: 450, flipped: 0.2 },
];

const definitions: ParameterDefinitions = {
  learning_rate: { type: 'float', min: 1e-4, max: 3, scale: 'log' },
  slip: { type: 'float', min: 0.01, max: 1, scale: 'log' },
  decay: { type: 'float', min: 0.8, max: 1 },
  batch: { type: 'int', min: 4, max: 128, scale: 'log' },
  hidden: { type: 'int', min: 4, max: 48, scale: 'log' },
  weight_decay: { type: 'float', min: 1e-6, max: 0.1, scale: 'log' },
  initial: { type: 'float', min: 0.01, max: 4, scale: 'log' },
  dropout: { type: 'float', min: 0, max: 0.8 },
  activation: { type: 'choice', values: ['relu', 'tanh', 'sigmoid'] },
};

interface Images {
  readonly pixels: readonly Float64Array[];
  readonly labels: Int32Array;
}

export function liveCurves(): CurveProblem[] {
  let known: number[][] | undefined;
  return tasks.map(({ name, images, flipped }) => ({
    name,
    definitions,
    space: createSpace(definitions),
    epochs,
    open(seed) {
      const stream = randomStream(seed, `live ${name}`);
      known ??= digitRows();
      const rows = known;
      const order = stream.shuffle(rows.map((_, i) => i));
      const of = (indices: readonly number[]): Images => ({
        pixels: indices.map((i) => Float64Array.from(rows[i]!.slice(0, pixels), (x) => x / 16)),
        labels: Int32Array.from(indices, (i) => rows[i]![pixels]!),
      });
      const train = of(order.slice(0, images));
      const valid = of(order.slice(-validation));
      for (let i = 0; i < images; i++)
        if (stream.uniform() < flipped)
          train.labels[i] = (train.labels[i]! + 1 + stream.integer(classes - 1)) % classes;
      const configs: Config[] = [];
      const trainings: { readonly training: Training; readonly losses: number[] }[] = [];
      const loss = (row: number, done: number): number => {
        const { training, losses } = trainings[row]!;
        while (losses.length < done)
          losses.push(Number.isFinite(losses.at(-1) ?? 0) ? training.epoch() : Number.NaN);
        return losses[done - 1]!;
      };
      return {
        take(config) {
          const row = configs.push(config) - 1;
          trainings.push({
            training: new Training(config, train, valid, randomStream(seed, 'live training', row)),
            losses: [],
          });
          return row;
        },
        configOf: (row) => configs[row]!,
        loss,
        score: (row) => {
          const end = loss(row, epochs);
          return Number.isFinite(end) ? Math.log10(end) : 1;
        },
      };
    },
  }));
}

/** One network on its way: minibatch gradient descent with momentum, dropout and weight decay. */
class Training {
  readonly #train: Images;
  readonly #valid: Images;
  readonly #stream: RandomStream;
  readonly #hidden: number;
  readonly #batch: number;
  readonly #momentum: number;
  readonly #decay: number;
  readonly #weightDecay: number;
  readonly #dropout: number;
  readonly #activation: string;
  readonly #order: number[];
  #rate: number;
  /** Weights from pixels (and a constant) to hidden units, then from these (and a constant) to classes. */
  readonly #weights: Float64Array;
  readonly #velocity: Float64Array;
  readonly #slopes: Float64Array;

  constructor(config: Config, train: Images, valid: Images, stream: RandomStream) {
    const number = (name: string) => Number(config[name]);
    this.#train = train;
    this.#valid = valid;
    this.#stream = stream;
    this.#hidden = number('hidden');
    this.#batch = number('batch');
    this.#momentum = 1 - number('slip');
    this.#decay = number('decay');
    this.#weightDecay = number('weight_decay');
    this.#dropout = number('dropout');
    this.#activation = String(config['activation']);
    this.#rate = number('learning_rate');
    this.#order = train.pixels.map((_, i) => i);
    const inner = this.#hidden * (pixels + 1);
    this.#weights = Float64Array.from({ length: inner + classes * (this.#hidden + 1) }, (_, i) => {
      const [width, fan] = i < inner ? [pixels + 1, pixels] : [this.#hidden + 1, this.#hidden];
      const isConstant = (i < inner ? i : i - inner) % width === width - 1;
      return isConstant ? 0 : (number('initial') / Math.sqrt(fan)) * stream.normal();
    });
    this.#velocity = new Float64Array(this.#weights.length);
    this.#slopes = new Float64Array(this.#weights.length);
  }

  /** Trains on every image once. Returns the mean cross-entropy on the validation images. */
  epoch(): number {
    const order = this.#stream.shuffle(this.#order);
    for (let at = 0; at < order.length; at += this.#batch) {
      const batch = order.slice(at, at + this.#batch);
      this.#slopes.fill(0);
      for (const i of batch) this.#pass(this.#train.pixels[i]!, this.#train.labels[i]!, true);
      for (let k = 0; k < this.#weights.length; k++) {
        const slope = this.#slopes[k]! / batch.length + this.#weightDecay * this.#weights[k]!;
        this.#velocity[k] = this.#momentum * this.#velocity[k]! - this.#rate * slope;
        this.#weights[k]! += this.#velocity[k]!;
      }
    }
    this.#rate *= this.#decay;
    let sum = 0;
    for (const [i, image] of this.#valid.pixels.entries())
      sum += this.#pass(image, this.#valid.labels[i]!, false);
    return sum / validation;
  }

  /** Cross-entropy of an image; in training its slopes are added. */
  #pass(image: Float64Array, label: number, trains: boolean): number {
    const hidden = this.#hidden;
    const weights = this.#weights;
    const kept = 1 - this.#dropout;
    const outer = hidden * (pixels + 1);
    const units = new Float64Array(hidden);
    const bends = new Float64Array(hidden);
    for (let h = 0; h < hidden; h++) {
      if (trains && this.#stream.uniform() >= kept) continue;
      const from = h * (pixels + 1);
      let sum = weights[from + pixels]!;
      for (let p = 0; p < pixels; p++) sum += weights[from + p]! * image[p]!;
      const [value, bend] = activate(this.#activation, sum);
      units[h] = trains ? value / kept : value;
      bends[h] = bend / kept;
    }
    const scores = new Float64Array(classes);
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < classes; c++) {
      const from = outer + c * (hidden + 1);
      let sum = weights[from + hidden]!;
      for (let h = 0; h < hidden; h++) sum += weights[from + h]! * units[h]!;
      scores[c] = sum;
      most = Math.max(most, sum);
    }
    let total = 0;
    for (let c = 0; c < classes; c++) total += Math.exp(scores[c]! - most);
    const loss = Math.log(total) + most - scores[label]!;
    if (!trains) return loss;
    const back = new Float64Array(hidden);
    for (let c = 0; c < classes; c++) {
      const from = outer + c * (hidden + 1);
      const slope = Math.exp(scores[c]! - most) / total - (c === label ? 1 : 0);
      for (let h = 0; h < hidden; h++) {
        this.#slopes[from + h]! += slope * units[h]!;
        back[h]! += slope * weights[from + h]!;
      }
      this.#slopes[from + hidden]! += slope;
    }
    for (let h = 0; h < hidden; h++) {
      const slope = back[h]! * bends[h]!;
      if (slope === 0) continue;
      const from = h * (pixels + 1);
      for (let p = 0; p < pixels; p++) this.#slopes[from + p]! += slope * image[p]!;
      this.#slopes[from + pixels]! += slope;
    }
    return loss;
  }
}

/** Value and slope of an activation. */
function activate(name: string, x: number): readonly [number, number] {
  if (name === 'relu') return x > 0 ? [x, 1] : [0, 0];
  if (name === 'tanh') {
    const value = Math.tanh(x);
    return [value, 1 - value * value];
  }
  const value = 1 / (1 + Math.exp(-x));
  return [value, value * (1 - value)];
}
