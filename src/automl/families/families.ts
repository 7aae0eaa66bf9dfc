import type { TensorFlow } from '../../tensorflow/tensorflow.ts';
import type { Feature } from '../dataset.ts';
import { flatPictures } from '../images/encode-pictures.ts';
import type { Learner, LearnerInput } from '../learner.ts';
import { type BagOptions, bag, type FittedBag, predictBag } from './bag.ts';
import {
  type ConvnetOptions,
  convnet,
  type FittedConvnet,
  predictConvnet,
  predictConvnetWith,
} from './convnet.ts';
import { type EmbeddingOptions, embedding, type FittedEmbedding } from './embedding.ts';
import { predictEmbedding } from './embedding-forward.ts';
import { type FittedLinear, type LinearOptions, linear, predictLinear } from './linear.ts';
import { type FittedNetwork, type NetworkOptions, network, predictNetwork } from './network.ts';
import { type BoostingOptions, boosting } from './trees/boosting.ts';
import { type FittedTrees, predictTrees } from './trees/fitted-trees.ts';

/** State of a trained model, as plain data. */
export type Fitted = FittedTrees | FittedLinear | FittedNetwork | FittedBag | FittedEmbedding | FittedConvnet;

type Options = Readonly<Record<string, unknown>>;

/** A kind of model: how it is trained, and what it says once it is. One file each, one line in `families`. */
interface Family<F extends Fitted> {
  /** Untrained. */
  readonly create: (tf: TensorFlow, input: LearnerInput, options: Options) => Learner;
  /** Probabilities of the classes, or the number, row by row; without TensorFlow. */
  readonly predict: (fitted: F, features: readonly Feature[], rows: number, outputs: number) => Float64Array;
  /** The same on TensorFlow.js, where that is much faster. */
  readonly predictWith?: (
    tf: TensorFlow,
    fitted: F,
    features: readonly Feature[],
    rows: number,
    outputs: number,
  ) => Promise<Float64Array>;
}

/** Trees look at no more pixels: larger pictures are made smaller. */
const mostPixelsOfTrees = 256;

const families: { readonly [Name in Fitted['family']]: Family<Extract<Fitted, { readonly family: Name }>> } =
  {
    trees: {
      create: (_, input, options) => {
        const data = { ...input.data, features: flatPictures(input.data.features, mostPixelsOfTrees) };
        return boosting({ ...input, data }, options as unknown as BoostingOptions);
      },
      predict: (fitted, features, rows, outputs) =>
        predictTrees(fitted, flatPictures(features, mostPixelsOfTrees), rows, outputs),
    },
    linear: {
      create: (_, input, options) => linear(input, options as unknown as LinearOptions),
      predict: predictLinear,
    },
    network: {
      create: (tf, input, options) => network(tf, input, options as unknown as NetworkOptions),
      predict: predictNetwork,
    },
    bag: {
      create: (_, input, options) => bag(input, options as unknown as BagOptions),
      predict: predictBag,
    },
    embedding: {
      create: (tf, input, options) => embedding(tf, input, options as unknown as EmbeddingOptions),
      predict: predictEmbedding,
    },
    convnet: {
      create: (tf, input, options) => convnet(tf, input, options as unknown as ConvnetOptions),
      predict: predictConvnet,
      predictWith: predictConvnetWith,
    },
  };

/** The model that a config describes, untrained: `family` names it, and its parameters begin with that name. */
export function createLearner(tf: TensorFlow, config: Options, input: LearnerInput): Learner {
  const family = String(config['family']);
  const prefix = `${family}_`;
  const options = Object.fromEntries(
    Object.entries(config)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
  const known = (families as Readonly<Record<string, Pick<Family<Fitted>, 'create'>>>)[family];
  if (!known)
    throw new Error(
      `there is no family ${JSON.stringify(family)}: one of ${Object.keys(families).join(', ')}`,
    );
  return known.create(tf, input, options);
}

/** What one fitted model says: probabilities of the classes, or the number, row by row. */
export function predictFitted(
  fitted: Fitted,
  features: readonly Feature[],
  rows: number,
  outputs: number,
): Float64Array {
  return (families[fitted.family] as Family<Fitted>).predict(fitted, features, rows, outputs);
}

/** What one fitted model says, as fast as it can be said where there is TensorFlow.js. */
export async function predictFittedWith(
  tf: TensorFlow,
  fitted: Fitted,
  features: readonly Feature[],
  rows: number,
  outputs: number,
): Promise<Float64Array> {
  const family = families[fitted.family] as Family<Fitted>;
  return family.predictWith
    ? family.predictWith(tf, fitted, features, rows, outputs)
    : family.predict(fitted, features, rows, outputs);
}
