import {
  logExpectedHypervolumeImprovement,
  type PredictionSlope,
} from '../../math/expected-hypervolume-improvement.ts';
import type { GaussianProcess } from '../../math/gaussian-process.ts';
import { nondominated } from '../../math/hypervolume.ts';
import { openBoxes } from '../../math/open-boxes.ts';
import type { RandomStream } from '../../math/random.ts';
import type { Trial } from '../history.ts';
import { byMerit, isFeasible } from '../merit.ts';
import type { Acquisition } from './acquisition-search.ts';
import { logFeasibility, logSign, type ModelInputs, modelOf, plus } from './constraints.ts';
import { type WarpShape, warpLosses } from './output-warp.ts';

/** Weight of the sum in the augmented Tchebycheff scalarisation (Knowles 2006, ParEGO, Eq. 2). */
const AUGMENTATION = 0.05;
/** How far beyond the worst of the front the reference of a scalarisation lies, as a share of the front's range. */
const MARGIN = 0.5;
/**
 * How the volume of a front is measured: its reference point, as a share of the front's range beyond the worst of it, and whether losses
 * are warped. Of two metrics the ends of a front that is still growing count for too little where the reference is nearer (a tenth is
 * usual), and sizes and times of many orders of magnitude need a warp. Of three a scalarisation, every second time, sees to both, and
 * the volume is that of the losses themselves: bench/pareto.ts.
 */
const VOLUME = { two: { margin: MARGIN, warped: true }, three: { margin: 0.15, warped: false } };
/** Points worth exploring around. */
const CENTRES = 5;

export interface ParetoInputs extends ModelInputs {
  /** Which results count as reached: those in the part of the space that is searched. */
  readonly inside: (result: number) => boolean;
  readonly stream: RandomStream;
  /** Above 0 where configs work at all; absent where none failed. */
  readonly works: GaussianProcess | undefined;
  /** The model of the first metric, and its target for each result. */
  readonly model: GaussianProcess;
  readonly targets: Float64Array;
  /** How the losses of an objective are bent. */
  readonly shapeOf: (objective: number) => WarpShape;
  /** log EI of a model below a value. */
  readonly improvement: (model: GaussianProcess, best: number) => Acquisition;
}

/**
 * What to maximise, and where to begin, in a study with constraints or several metrics; undefined for one with neither.
 *
 * Two metrics: the expected hypervolume improvement of the front, an independent process for each. More: the expected
 * improvement of a random scalarisation, another for each suggestion, so that the front fills up everywhere (ParEGO). Three: both in turns.
 * Either is weighted with the probability that the constraints are kept; while no config has kept them, that alone counts.
 */
export function paretoAcquisition(
  inputs: ParetoInputs,
): { readonly acquisition: Acquisition; readonly centres: readonly Float64Array[] } | undefined {
  const { results, points, inside, works } = inputs;
  const objectives = results.find(({ losses }) => losses !== undefined)?.losses?.length ?? 1;
  const feasibility = logFeasibility(inputs);
  if (objectives < 2 && !feasibility) return undefined;
  const index = new Map(results.map((result, i) => [result, i]));
  const ranked = byMerit(
    results.filter(({ loss, losses }, i) => inside(i) && (objectives < 2 ? loss : losses) !== undefined),
  );
  const reached = ranked.filter(isFeasible).map((result) => index.get(result)!);
  const weights = [...(works ? [logSign([works], 1)] : []), ...(feasibility ? [feasibility] : [])];
  const gain =
    reached.length === 0
      ? []
      : objectives < 2
        ? [inputs.improvement(inputs.model, inputs.targets[reached[0]!]!)]
        : objectives === 2 || (objectives === 3 && isEven(inputs))
          ? [hypervolumeImprovement(inputs, reached, objectives)]
          : [scalarisedImprovement(inputs, reached, objectives)];
  const parts = [...gain, ...weights];
  if (parts.length === 0) return undefined;
  return {
    acquisition: parts.reduce(plus),
    centres: ranked.slice(0, CENTRES).map((result) => points[index.get(result)!]!),
  };
}

/** Every second suggestion, however many trials run. */
function isEven({ ended, pending }: ParetoInputs): boolean {
  return (ended.length + pending.length) % 2 === 0;
}

/** The worst of the front and a share of its range more; where the front is a point (or flat), of everything. */
export function referencePoint(
  front: readonly (readonly number[])[],
  all: readonly (readonly number[])[],
  margin = MARGIN,
): number[] {
  return (front[0] ?? []).map((_, k) => {
    const range = (points: readonly (readonly number[])[]) => {
      const values = points.map((point) => point[k]!);
      return { best: Math.min(...values), worst: Math.max(...values) };
    };
    const own = range(front);
    const { best, worst } = own.worst > own.best ? own : range(all);
    return worst + margin * (worst - best || 1);
  });
}

/** Losses of one objective as the models see them; a failed trial stands above the worst. */
function targetsOf(trials: readonly Trial[], objective: number, shape: WarpShape): Float64Array {
  const { targets } = warpLosses(
    trials.map(({ losses }) => losses?.[objective]),
    shape,
  );
  return targets;
}

function hypervolumeImprovement(
  inputs: ParetoInputs,
  reached: readonly number[],
  objectives: number,
): Acquisition {
  const { results } = inputs;
  const { margin, warped } = objectives === 2 ? VOLUME.two : VOLUME.three;
  const each = Array.from({ length: objectives }, (_, k) => k);
  const shape = (k: number) => (warped ? inputs.shapeOf(k) : 'none');
  const targets = each.map((k) => targetsOf(results, k, shape(k)));
  const models = each.map((k) =>
    modelOf(inputs, { key: `metric ${k}`, targets: (trials) => targetsOf(trials, k, shape(k)) }),
  );
  const all = reached.map((i) => targets.map((of) => of[i]!));
  const front = nondominated(all).map((i) => all[i]!);
  const open = openBoxes(front, referencePoint(front, all, margin));
  const slope: PredictionSlope = {
    means: new Float64Array(objectives),
    deviations: new Float64Array(objectives),
  };
  return {
    value(point) {
      const predicted = models.map((model) => model.predict(point));
      return logExpectedHypervolumeImprovement(open, {
        means: predicted.map(({ mean }) => mean),
        deviations: predicted.map(({ variance }) => Math.sqrt(variance)),
      });
    },
    valueWithGradient(point, gradient) {
      const parts = models.map((model) => model.predictWithGradient(point));
      const means = parts.map(({ mean }) => mean);
      const deviations = parts.map(({ variance }) => Math.sqrt(variance));
      const value = logExpectedHypervolumeImprovement(open, { means, deviations }, slope);
      gradient.fill(0);
      for (const [k, { meanSlope, varianceSlope }] of parts.entries()) {
        const byVariance = slope.deviations[k]! / (2 * deviations[k]!);
        for (let j = 0; j < gradient.length; j++)
          gradient[j]! += slope.means[k]! * meanSlope[j]! + byVariance * varianceSlope[j]!;
      }
      return value;
    },
  };
}

/** log EI of one random weighting of all metrics: max_k w_k f_k + 0.05 Σ w_k f_k, each scaled to its range on the front. */
function scalarisedImprovement(
  inputs: ParetoInputs,
  reached: readonly number[],
  objectives: number,
): Acquisition {
  const { results, stream } = inputs;
  const weights = simplexWeights(objectives, stream);
  const warped = weights.map((_, k) => targetsOf(results, k, inputs.shapeOf(k)));
  const all = reached.map((i) => warped.map((target) => target[i]!));
  const front = nondominated(all).map((i) => all[i]!);
  const ideal = weights.map((_, k) => Math.min(...front.map((point) => point[k]!)));
  const range = referencePoint(front, all).map((worst, k) => worst - ideal[k]!);
  const scalars = new Map(
    results.map((result, i) => [
      result,
      result.losses
        ? tchebycheff(
            warped.map((target) => target[i]!),
            weights,
            ideal,
            range,
          )
        : undefined,
    ]),
  );
  const targets = (trials: readonly Trial[]) => warpLosses(trials.map((trial) => scalars.get(trial))).targets;
  const model = modelOf(inputs, { targets, has: (trial) => scalars.has(trial) });
  const scale = targets(results);
  return inputs.improvement(model, Math.min(...reached.map((i) => scale[i]!)));
}

export function tchebycheff(
  point: readonly number[],
  weights: readonly number[],
  ideal: readonly number[],
  range: readonly number[],
): number {
  const terms = point.map((value, k) => weights[k]! * ((value - ideal[k]!) / range[k]!));
  return Math.max(...terms) + AUGMENTATION * terms.reduce((sum, term) => sum + term, 0);
}

/** Weights that add up to 1, each such vector as likely as any other. */
export function simplexWeights(objectives: number, stream: RandomStream): number[] {
  const parts = Array.from({ length: objectives }, () => -Math.log(1 - stream.uniform()));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => (sum > 0 ? part / sum : 1 / objectives));
}
