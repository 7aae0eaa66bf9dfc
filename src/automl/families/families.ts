import type { TensorFlow } from '../../tensorflow/tensorflow.ts';
import type { Feature } from '../dataset.ts';
import type { Learner, LearnerInput } from '../learner.ts';
import { type BagOptions, bag, type FittedBag, predictBag } from './bag.ts';
import { type EmbeddingOptions, embedding, type FittedEmbedding } from './embedding.ts';
import { predictEmbedding } from './embedding-forward.ts';
import { type FittedLinear, type LinearOptions, linear, predictLinear } from './linear.ts';
import { type FittedNetwork, type NetworkOptions, network, predictNetwork } from './network.ts';
import { type BoostingOptions, boosting } from './trees/boosting.ts';
import { type FittedTrees, predictTrees } from './trees/fitted-trees.ts';

/** State of a trained model, as plain data. */
export type Fitted = FittedTrees | FittedLinear | FittedNetwork | FittedBag | FittedEmbedding;

type Options = Readonly<Record<string, unknown>>;

/** A kind of model: how it is trained, and what it says once it is. One file each, one line in `families`. */
interface Family<F extends Fitted> {
  /** Untrained. */
  readonly create: (tf: TensorFlow, input: LearnerInput, options: Options) => Learner;
  /** Probabilities of the classes, or the number, row by row; without TensorFlow. */
  readonly predict: (fitted: F, features: readonly Feature[], rows: number, outputs: number) => Float64Array;
}

const families: { readonly [Name in Fitted['family']]: Family<Extract<Fitted, { readonly family: Name }>> } =
  {
    trees: {
      create: (_, input, options) => boosting(input, options as unknown as BoostingOptions),
      predict: predictTrees,
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
