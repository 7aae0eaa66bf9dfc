import { minimizeInBox } from '../../math/lbfgsb.ts';
import type { RandomStream } from '../../math/random.ts';
import type { PointSpace } from './point-space.ts';

/** What is maximised: a function of encoded configs, finite everywhere. */
export interface Acquisition {
  value(point: Float64Array): number;
  /** Also fills the gradient with respect to the coordinates (0 where a coordinate is inactive). */
  valueWithGradient(point: Float64Array, gradient: Float64Array): number;
}

export interface AcquisitionSearchOptions {
  readonly space: PointSpace;
  readonly acquisition: Acquisition;
  /** Points worth exploring around, the most promising first. */
  readonly centres: readonly Float64Array[];
  /** Unit-cube points spread over the space. */
  readonly spread: Iterable<Float64Array>;
  readonly stream: RandomStream;
  /** Configs that may not be proposed. */
  readonly taken: (point: Float64Array) => boolean;
  /** Continuous coordinates stay this near to those of a point (where both are active); absent: anywhere. */
  readonly box?: Box;
  /** Neighbours sampled around each centre. */
  readonly neighbours: number;
}

/** The usual radius of a box around the best. */
export const NEIGHBOURHOOD = 0.2;

interface Box {
  readonly centre: Float64Array;
  readonly radius: number;
}

interface Candidate {
  readonly point: Float64Array;
  readonly value: number;
}

const STARTS = 8;
const GRADIENT_STARTS = 3;
/** Gradient ascents that begin at points of the spread, far from each other: near the centres others hide them. */
const WIDE_STARTS = 4;
const NEAR = 0.05;
const FAR = 0.2;
const CLIMB_ROUNDS = 15;
const CLIMB_MOVES = 20;
/** Of more single changes than that a round of a climb looks at so many by lot. */
const CLIMB_CHANGES = 100;

/**
 * The point of highest acquisition that is not taken: a spread over the space and neighbours of the centres are scored,
 * the best far-apart ones climbed from, by single changes of discrete coordinates and by gradients of continuous ones.
 * (In architecture search the neighbours explain most of the result: White et al. 2021, Schneider et al. 2021.)
 *
 * @returns undefined when every point that it saw is taken.
 */
export function searchAcquisition(options: AcquisitionSearchOptions): Float64Array | undefined {
  const { acquisition, stream, box } = options;
  const space = box ? boxed(options.space, box) : options.space;
  const seen: Candidate[] = [];
  const consider = (point: Float64Array): Candidate => {
    const candidate = { point, value: acquisition.value(point) };
    seen.push(candidate);
    return candidate;
  };
  for (const point of options.spread)
    consider(space.canonical(box ? contracted(space, point, box) : point, stream));
  const spreadCount = seen.length;
  for (const centre of options.centres)
    for (let i = 0; i < options.neighbours; i++)
      consider(neighbour(space, centre, i % 2 ? 0.02 : 0.1, stream));

  const wide = farApart(seen.slice(0, spreadCount), WIDE_STARTS, FAR);
  let fronts = farApart(seen, STARTS, NEAR);
  if (space.hasDiscrete) fronts = fronts.map((start) => climb({ ...options, space }, start, consider));
  if (space.hasContinuous)
    for (const start of [...fronts].sort((a, b) => b.value - a.value).slice(0, GRADIENT_STARTS))
      consider(ascend(space, acquisition, start.point, box));
  if (space.hasContinuous) for (const start of wide) consider(ascend(space, acquisition, start.point, box));

  // Candidates are few thousands and few are taken: sort lazily would save little.
  for (const { point } of seen.sort((a, b) => b.value - a.value)) if (!options.taken(point)) return point;
  return undefined;
}

/** The part of a space inside the box, but for discrete coordinates. */
function boxed(space: PointSpace, box: Box): PointSpace {
  return {
    ...space,
    canonical(point, stream) {
      space.canonical(point, stream);
      for (const j of space.continuous) point[j] = Math.min(Math.max(point[j]!, low(box, j)), high(box, j));
      return point;
    },
  };
}

/** Spread over the unit cube → spread over the box, but for discrete coordinates. */
function contracted({ continuous }: PointSpace, point: Float64Array, box: Box): Float64Array {
  const inside = point.slice();
  for (const j of continuous) inside[j] = low(box, j) + point[j]! * (high(box, j) - low(box, j));
  return inside;
}

// Where the centre has no coordinate there are no bounds but those of the cube.
function low({ centre, radius }: Box, j: number): number {
  return Number.isNaN(centre[j]!) ? 0 : Math.max(0, centre[j]! - radius);
}

function high({ centre, radius }: Box, j: number): number {
  return Number.isNaN(centre[j]!) ? 1 : Math.min(1, centre[j]! + radius);
}

/** The `most` best candidates of which no two are closer than `apart` in every coordinate. */
function farApart(candidates: readonly Candidate[], most: number, apart: number): Candidate[] {
  const chosen: Candidate[] = [];
  const best = [...candidates].sort((a, b) => b.value - a.value).slice(0, 200);
  for (const candidate of best) {
    if (chosen.length >= most) break;
    if (chosen.every((other) => separated(candidate.point, other.point, apart))) chosen.push(candidate);
  }
  return chosen;
}

function separated(a: Float64Array, b: Float64Array, apart: number): boolean {
  for (let j = 0; j < a.length; j++) {
    const [inA, inB] = [!Number.isNaN(a[j]!), !Number.isNaN(b[j]!)];
    if (inA !== inB || (inA && Math.abs(a[j]! - b[j]!) > apart)) return true;
  }
  return false;
}

/** A point near `centre`: one discrete coordinate changed, or Gaussian moves of about a third of the continuous ones. */
export function neighbour(
  space: PointSpace,
  centre: Float64Array,
  deviation: number,
  stream: RandomStream,
): Float64Array {
  const point = centre.slice();
  const discrete = space.discrete.filter((j) => !Number.isNaN(centre[j]!));
  const continuous = space.continuous.filter((j) => !Number.isNaN(centre[j]!));
  const moveDiscrete = discrete.length > 0 && (continuous.length === 0 || stream.uniform() < 0.5);
  if (moveDiscrete) {
    const j = discrete[stream.integer(discrete.length)]!;
    point[j] = anotherValue(space, j, centre[j]!, stream);
  }
  if (continuous.length > 0 && (!moveDiscrete || stream.uniform() < 0.5)) {
    const must = continuous[stream.integer(continuous.length)]!;
    for (const j of continuous)
      if (j === must || stream.uniform() < 0.3) point[j] = reflect(point[j]! + deviation * stream.normal());
  }
  return space.canonical(point, stream);
}

/** Categorical: any other value. Ordinal: up to three steps away. */
function anotherValue(space: PointSpace, j: number, from: number, stream: RandomStream): number {
  const count = space.counts[j]!;
  const index = Math.min(count - 1, Math.floor(from * count));
  if (space.ordinal[j]) {
    const reach = Math.min(3, count - 1);
    const steps = [];
    for (let step = -reach; step <= reach; step++)
      if (step !== 0 && index + step >= 0 && index + step < count) steps.push(step);
    return (index + steps[stream.integer(steps.length)]! + 0.5) / count;
  }
  const other = (index + 1 + stream.integer(count - 1)) % count;
  return (other + 0.5) / count;
}

/** Back into the unit interval, mirrored at its ends. */
function reflect(x: number): number {
  const wrapped = Math.abs(x) % 2;
  return wrapped > 1 ? 2 - wrapped : wrapped;
}

/** Climbs by the best of all single discrete changes and some continuous moves, until nothing improves. */
function climb(
  { space, stream }: AcquisitionSearchOptions,
  start: Candidate,
  consider: (point: Float64Array) => Candidate,
): Candidate {
  let best = start;
  let deviation = 0.1;
  for (let round = 0; round < CLIMB_ROUNDS; round++) {
    let improved = best;
    const all = space.discrete
      .filter((j) => !Number.isNaN(best.point[j]!))
      .flatMap((j) => changes(space, j, best.point[j]!, stream).map((coordinate) => ({ j, coordinate })));
    for (const { j, coordinate } of all.length > CLIMB_CHANGES
      ? stream.shuffle(all).slice(0, CLIMB_CHANGES)
      : all) {
      const point = best.point.slice();
      point[j] = coordinate;
      const candidate = consider(space.canonical(point, stream));
      if (candidate.value > improved.value) improved = candidate;
    }
    if (space.hasContinuous)
      for (let i = 0; i < CLIMB_MOVES; i++) {
        const candidate = consider(neighbour(space, best.point, deviation, stream));
        if (candidate.value > improved.value) improved = candidate;
      }
    if (improved === best) {
      if (!space.hasContinuous || deviation < 0.01) break;
      deviation *= 0.4;
    }
    best = improved;
  }
  return best;
}

/** Coordinates of the single changes of discrete dimension j; a sample of eight where there are many. */
function changes(space: PointSpace, j: number, from: number, stream: RandomStream): number[] {
  const count = space.counts[j]!;
  const index = Math.min(count - 1, Math.floor(from * count));
  const near = space.ordinal[j] ? [-3, -2, -1, 1, 2, 3].map((step) => index + step) : [];
  const others = space.ordinal[j]
    ? near.filter((i) => i >= 0 && i < count)
    : count <= 9
      ? Array.from({ length: count }, (_, i) => i).filter((i) => i !== index)
      : Array.from({ length: 8 }, () => (index + 1 + stream.integer(count - 1)) % count);
  return others.map((i) => (i + 0.5) / count);
}

/** The local maximum along the active continuous coordinates. */
function ascend(
  space: PointSpace,
  acquisition: Acquisition,
  start: Float64Array,
  box: Box | undefined,
): Float64Array {
  const free = space.continuous.filter((j) => !Number.isNaN(start[j]!));
  if (free.length === 0) return start;
  const point = start.slice();
  const full = new Float64Array(start.length);
  const { point: best } = minimizeInBox(
    (x, gradient) => {
      for (const [k, j] of free.entries()) point[j] = x[k]!;
      const value = acquisition.valueWithGradient(point, full);
      for (const [k, j] of free.entries()) gradient[k] = -full[j]!;
      return -value;
    },
    Float64Array.from(free, (j) => start[j]!),
    {
      lower: free.map((j) => (box ? low(box, j) : 0)),
      upper: free.map((j) => (box ? high(box, j) : 1)),
      iterations: 30,
      valueTolerance: 1e-6,
    },
  );
  const result = start.slice();
  for (const [k, j] of free.entries()) result[j] = best[k]!;
  return space.canonical(result);
}
