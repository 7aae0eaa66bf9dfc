import type { RandomStream } from '../../math/random.ts';
import { satisfies } from '../../space/condition.ts';
import { fromUnit, valueAt } from '../../space/domain.ts';
import type { Condition } from '../../space/parameter.ts';
import type { Space } from '../../space/space.ts';

/**
 * A space seen from its unit cube, made for speed: rounding and activity of coordinates without building configs.
 *
 * A point is canonical when discrete coordinates stand in the middle of their cell and exactly the inactive ones are NaN.
 */
export interface PointSpace {
  readonly space: Space;
  /** Dimensions with few values, and those without; which of the former have an order; number of values of each. */
  readonly discrete: readonly number[];
  readonly continuous: readonly number[];
  readonly ordinal: readonly boolean[];
  readonly counts: readonly number[];
  readonly hasDiscrete: boolean;
  readonly hasContinuous: boolean;
  /** Choices that decide which other parameters exist: dimensions on which a condition hangs. */
  readonly gates: readonly number[];
  /**
   * Makes a point canonical, in place. A coordinate that becomes active is drawn uniformly, or is 0.5 without a stream.
   */
  canonical(point: Float64Array, stream?: RandomStream): Float64Array;
}

/** Conditions on parents with more values are computed, not looked up. */
const TABLE = 1000;

/** An ordered parameter with more values than this counts as continuous. */
const MANY = 40;

type Test = (point: Float64Array) => boolean;

export function pointSpace(space: Space): PointSpace {
  const { dimensions } = space;
  const indices = dimensions.map((_, j) => j);
  // An ordinal dimension of many values, or with cells of unequal width, is walked like a continuous one: decoding rounds.
  const smooth = (j: number) => {
    const { kind, values, parameter } = dimensions[j]!;
    const { domain } = parameter;
    const unequal = domain.type === 'int' && domain.scale !== 'linear' && domain.step === undefined;
    return kind === 'continuous' || (kind === 'ordinal' && (values > MANY || unequal));
  };
  const discrete = indices.filter((j) => !smooth(j));
  const continuous = indices.filter(smooth);
  const dimensionOf = new Map(dimensions.map((dimension, j) => [dimension.parameter.path, j]));
  const counts = dimensions.map((dimension, j) => (smooth(j) ? Number.POSITIVE_INFINITY : dimension.values));
  const tests = dimensions.map(({ parameter }) =>
    parameter.conditions.map((condition) => compile(space, dimensionOf, counts, condition)),
  );
  const gates = new Set(
    space.parameters.flatMap(({ conditions }) => conditions.map(({ path }) => dimensionOf.get(path) ?? -1)),
  );
  gates.delete(-1);
  return {
    space,
    discrete,
    continuous,
    ordinal: dimensions.map((dimension) => dimension.kind === 'ordinal'),
    counts,
    hasDiscrete: discrete.length > 0,
    hasContinuous: continuous.length > 0,
    gates: [...gates],
    canonical(point, stream) {
      // Parents stand before children, so their activity and value are settled when a child asks.
      for (let j = 0; j < point.length; j++) {
        if (!tests[j]!.every((test) => test(point))) {
          point[j] = Number.NaN;
          continue;
        }
        let x = point[j]!;
        if (Number.isNaN(x)) x = stream?.uniform() ?? 0.5;
        const count = counts[j]!;
        point[j] =
          count === Number.POSITIVE_INFINITY
            ? Math.min(1, Math.max(0, x))
            : (Math.min(count - 1, Math.max(0, Math.floor(x * count))) + 0.5) / count;
      }
      return point;
    },
  };
}

/** The part of a space in which one coordinate has one value. */
export function withFixed(space: PointSpace, j: number, value: number): PointSpace {
  const discrete = space.discrete.filter((other) => other !== j);
  return {
    ...space,
    discrete,
    hasDiscrete: discrete.length > 0,
    canonical(point, stream) {
      point[j] = value;
      return space.canonical(point, stream);
    },
  };
}

/** Points drawn uniformly from a space, or from a part of it. */
export function randomPoints(
  space: PointSpace,
  count: number,
  stream: RandomStream,
): readonly Float64Array[] {
  const dimensions = space.counts.length;
  return Array.from({ length: count }, () =>
    space.canonical(new Float64Array(dimensions).fill(Number.NaN), stream),
  );
}

/** A condition as a test on canonical coordinates. */
function compile(
  space: Space,
  dimensionOf: ReadonlyMap<string, number>,
  counts: readonly number[],
  condition: Condition,
): Test {
  const j = dimensionOf.get(condition.path);
  const { domain, conditions } = space.parameters.find(({ path }) => path === condition.path)!;
  if (j === undefined) {
    // A parent with one value: decided, but for the parent's own conditions.
    const above = conditions.map((inner) => compile(space, dimensionOf, counts, inner));
    const holds = satisfies(condition, valueAt(domain, 0));
    return (point) => holds && above.every((test) => test(point));
  }
  const count = counts[j]!;
  if (count > TABLE)
    return (point) => !Number.isNaN(point[j]!) && satisfies(condition, fromUnit(domain, point[j]!));
  const passes = Array.from({ length: count }, (_, i) =>
    satisfies(condition, fromUnit(domain, (i + 0.5) / count)),
  );
  return (point) => !Number.isNaN(point[j]!) && passes[Math.floor(point[j]! * count)]!;
}
