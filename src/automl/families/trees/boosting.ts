import { randomStream } from '../../../math/random.ts';
import { type Learner, type LearnerInput, outputsOf, softmax } from '../../learner.ts';
import { applyBins, fitBins } from './bins.ts';
import { type FlatTree, flattenTree } from './fitted-trees.ts';
import { growTree, predictTree } from './tree.ts';

export interface BoostingOptions {
  readonly rounds: number;
  readonly learning_rate: number;
  readonly leaves: number;
  readonly min_rows: number;
  readonly l2: number;
  readonly row_share: number;
  readonly column_share: number;
}

/** Gradient boosting of trees (Friedman 2001), for squared error, or softmax with a tree for each class a round. */
export function boosting({ data, rows, seed }: LearnerInput, options: BoostingOptions): Learner {
  const outputs = outputsOf(data);
  const bins = fitBins(data.features, rows);
  const binned = applyBins(bins, data.features);
  const trees: FlatTree[] = [];
  const scores = new Float64Array(data.rows * outputs);
  const [gradients, hessians] = [new Float64Array(data.rows), new Float64Array(data.rows)];
  const random = randomStream(seed, 'boosting');
  let done = 0;
  if (outputs === 1) scores.fill(rows.reduce((sum, row) => sum + data.target[row]!, 0) / rows.length);
  else {
    const counts = new Float64Array(outputs).fill(1);
    for (const row of rows) counts[data.target[row]!]! += 1;
    for (let row = 0; row < data.rows; row++)
      for (let k = 0; k < outputs; k++) scores[row * outputs + k] = Math.log(counts[k]! / rows.length);
  }

  const start = [...scores.subarray(0, outputs)];

  function round(): void {
    const sampled = options.row_share < 1 ? rows.filter(() => random.uniform() < options.row_share) : rows;
    const probabilities = outputs === 1 ? scores : softmax(scores.slice(), outputs);
    for (let k = 0; k < outputs; k++) {
      for (const row of sampled) {
        const p = probabilities[row * outputs + k]!;
        if (outputs === 1) {
          gradients[row] = p - data.target[row]!;
          hessians[row] = 1;
        } else {
          gradients[row] = p - (data.target[row] === k ? 1 : 0);
          hessians[row] = Math.max(p * (1 - p), 1e-9);
        }
      }
      const tree = growTree(
        binned,
        gradients,
        hessians,
        Int32Array.from(sampled),
        { leaves: options.leaves, minRows: options.min_rows, l2: options.l2, columns: options.column_share },
        random,
      );
      trees.push(flattenTree(tree));
      for (let row = 0; row < data.rows; row++)
        scores[row * outputs + k]! += options.learning_rate * predictTree(tree, binned.columns, row);
    }
  }

  return {
    async trainTo(share) {
      for (; done < Math.round(share * options.rounds); done++) round();
    },
    predict: async () => (outputs === 1 ? scores.slice() : softmax(scores.slice(), outputs)),
    fitted: async () => ({ family: 'trees', bins, start, rate: options.learning_rate, trees: [...trees] }),
    dispose() {},
  };
}
