import type { ParameterDefinitions } from '../../space/parameter.ts';
import type { TaskKind } from './kind.ts';

const [bag, trees, embedding] = (['bag', 'trees', 'embedding'] as const).map((family) => ({
  when: { family },
}));

// Good starts of each family are tried before the strategy proposes.

/** Families of models for texts, each with parameters that begin with its name. */
const params: ParameterDefinitions = {
  family: { type: 'choice', values: ['bag', 'trees', 'embedding'], default: 'bag' },
  bag_words: { type: 'int', min: 0, max: 3, default: 1, ...bag },
  bag_characters: {
    type: 'choice',
    values: ['none', '2-4', '3-5', '2-6'],
    ordered: true,
    default: 'none',
    ...bag,
  },
  bag_min_documents: { type: 'int', min: 1, max: 10, scale: 'log', default: 1, ...bag },
  bag_features: { type: 'int', min: 2000, max: 50_000, scale: 'log', default: 20_000, ...bag },
  bag_sublinear: { type: 'bool', default: false, ...bag },
  bag_lowercase: { type: 'bool', default: true, ...bag },
  bag_l2: { type: 'float', min: 0.001, max: 30, scale: 'log', default: 1, ...bag },
  trees_terms: { type: 'int', min: 50, max: 600, scale: 'log', default: 200, ...trees },
  trees_rounds: { type: 'int', min: 20, max: 300, scale: 'log', default: 100, ...trees },
  trees_learning_rate: { type: 'float', min: 0.02, max: 0.5, scale: 'log', default: 0.1, ...trees },
  trees_leaves: { type: 'int', min: 3, max: 31, scale: 'log', default: 15, ...trees },
  trees_min_rows: { type: 'int', min: 1, max: 40, scale: 'log', default: 10, ...trees },
  trees_l2: { type: 'float', min: 0.001, max: 30, scale: 'log', default: 1, ...trees },
  trees_row_share: { type: 'float', min: 0.4, max: 1, default: 0.8, ...trees },
  trees_column_share: { type: 'float', min: 0.1, max: 1, default: 0.3, ...trees },
  embedding_reader: {
    type: 'choice',
    // A `gru`, too, can be asked for: step by step it trains many times slower, for no better scores.
    values: ['mean', 'convolution'],
    default: 'mean',
    ...embedding,
  },
  embedding_vocabulary: { type: 'choice', values: ['words', 'pieces'], default: 'words', ...embedding },
  embedding_tokens: { type: 'int', min: 1000, max: 20_000, scale: 'log', default: 5000, ...embedding },
  embedding_length: {
    type: 'choice',
    values: [25, 50, 100, 200, 400],
    ordered: true,
    default: 100,
    ...embedding,
  },
  embedding_units: { type: 'int', min: 16, max: 128, scale: 'log', default: 32, ...embedding },
  embedding_dropout: { type: 'float', min: 0, max: 0.6, default: 0.2, ...embedding },
  embedding_learning_rate: {
    type: 'float',
    min: 0.001,
    max: 0.05,
    scale: 'log',
    default: 0.01,
    ...embedding,
  },
  embedding_batch_size: {
    type: 'choice',
    values: [16, 32, 64, 128],
    ordered: true,
    default: 32,
    ...embedding,
  },
  embedding_passes: { type: 'int', min: 3, max: 40, scale: 'log', default: 10, ...embedding },
};

/** Words and characters together: the best single bag of most texts. */
const both = { family: 'bag', bag_characters: '3-5', bag_min_documents: 2, bag_sublinear: true } as const;
const wide = {
  family: 'embedding',
  embedding_units: 64,
  embedding_dropout: 0.4,
  embedding_passes: 15,
} as const;

const text = { params, keys: ['text', 'ignore', 'group', 'time'], backend: 'wasm' } as const;

export const textClassification: TaskKind = {
  ...text,
  folders: true,
  params: { ...params, bag_ratio: { type: 'bool', default: false, ...bag } },
  starts: [
    { ...both, bag_l2: 0.1 },
    { family: 'bag', bag_words: 2, bag_sublinear: true, bag_l2: 0.1 },
    wide,
    { family: 'trees' },
    { family: 'bag', bag_ratio: true, bag_sublinear: true, bag_l2: 0.3 },
  ],
  metric: { name: 'val_accuracy', goal: 'maximize' },
};

export const textRegression: TaskKind = {
  ...text,
  starts: [
    { ...both, bag_characters: '2-4', bag_l2: 2 },
    { family: 'bag', bag_words: 2, bag_sublinear: true, bag_l2: 0.5 },
    { family: 'trees', trees_learning_rate: 0.05, trees_leaves: 6 },
    { family: 'embedding', embedding_passes: 6 },
  ],
  metric: { name: 'val_rmse', goal: 'minimize' },
};
