import { highestOfBulk } from '../search/surrogate/output-warp.ts';
import { toUnit } from '../space/domain.ts';
import { encodeConfig } from '../space/encode.ts';
import type { Config, Domain, Value } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import { withValue } from './change.ts';
import { partialDependence } from './dependence.ts';
import type { Observation } from './observation.ts';
import type { Surrogate } from './surrogate.ts';

/** The best value stands at the rim of its range: a better one may lie beyond. */
export interface BoundaryWarning {
  readonly path: string;
  readonly side: 'min' | 'max';
  readonly value: number;
  /** A bound that leaves room: half the range more, or on a log scale a quarter of its decades, rounded. */
  readonly suggestion: number;
}

/** How near to a bound, of the range in its own scale. */
const rim = 0.02;
/** A change of so little of the spread of losses is none. */
const hair = 0.05;
/** How many deviations of what the model knows a fall has to be: a chance of 5 % where there is none. */
const surely = 1.64;
/** A whole number with fewer values is at a bound too easily. */
const fewestValues = 5;

/**
 * The bounds that the best config stands at and beyond which the model expects something: a parameter without an effect is at one
 * by chance. None where the model has learned nothing, or does not know whether the best would be worse away from there.
 */
export function promisingBounds(
  space: Space,
  surrogate: Surrogate,
  observations: readonly Observation[],
  config: Config,
): readonly BoundaryWarning[] {
  const warnings = boundaryWarnings(space, config);
  if (warnings.length === 0 || !surrogate.hasLearned()) return [];
  const least = hair * spreadOf(observations.map(({ loss }) => loss));
  return warnings.filter(({ path, side }) => {
    const points = [...partialDependence(space, surrogate, observations, path)];
    if (side === 'max') points.reverse();
    const [end, quarter] = [points[0], points[Math.ceil(points.length / 4)]];
    if (!end || !quarter) return false;
    // Over the last quarter of the range, and nowhere lower than at its end.
    const falls =
      quarter.loss - end.loss > least && end.loss <= Math.min(...points.map(({ loss }) => loss)) + least;
    return falls && fallsSurely(space, surrogate, config, path, quarter.value);
  });
}

/** Whether the model is sure that the best config is worse with another value of a parameter. */
function fallsSurely(
  space: Space,
  surrogate: Pick<Surrogate, 'predict'>,
  config: Config,
  path: string,
  value: Value,
): boolean {
  const at = (one: Config) => surrogate.predict(encodeConfig(space, one));
  const [best, other] = [at(config), at(withValue(space, config, path, value, () => undefined))];
  return other.mean - best.mean > surely * Math.sqrt(other.variance + best.variance);
}

/** Standard deviation, without those that have diverged. */
function spreadOf(losses: readonly number[]): number {
  const highest = highestOfBulk(losses);
  const bulk = losses.filter((loss) => loss <= highest);
  const mean = bulk.reduce((sum, loss) => sum + loss / bulk.length, 0);
  return Math.sqrt(bulk.reduce((sum, loss) => sum + (loss - mean) ** 2 / bulk.length, 0));
}

/** Numeric parameters of a config that are within 2 % of a bound. */
export function boundaryWarnings(space: Space, config: Config): readonly BoundaryWarning[] {
  return space.dimensions.flatMap(({ parameter: { path, domain }, values }): readonly BoundaryWarning[] => {
    const value = config[path];
    if (typeof value !== 'number' || domain.type === 'choice' || domain.type === 'bool') return [];
    if (values < fewestValues || domain.type === 'constant') return [];
    const place = toUnit(domain, value);
    // Places of countable values are the middles of their cells.
    const margin = Number.isFinite(values) ? Math.max(rim, 0.51 / values) : rim;
    const side = place <= margin ? 'min' : place >= 1 - margin ? 'max' : undefined;
    if (!side) return [];
    const suggestion = beyond(domain, side);
    // No layer has less than one unit, no rate less than nothing.
    return suggestion === undefined ? [] : [{ path, side, value, suggestion }];
  });
}

function beyond(
  domain: Extract<Domain, { min: number; max: number }>,
  side: 'min' | 'max',
): number | undefined {
  const { min, max, scale } = domain;
  const whole = domain.type === 'int';
  const halfLower = min - (max - min) / 2;
  const raw =
    scale === 'log' && min > 0
      ? side === 'min'
        ? min / (max / min) ** 0.25
        : max * (max / min) ** 0.25
      : side === 'min'
        ? // What is never below nothing stays above it.
          min > 0 && halfLower <= 0
          ? min / 2
          : halfLower
        : max + (max - min) / 2;
  const round = Number(raw.toPrecision(raw < 10 ? 1 : 2));
  const suggestion = whole ? Math.round(round) : round;
  if (
    side === 'min' &&
    (suggestion >= min || (min >= 0 && suggestion < 0) || (whole && min >= 1 && suggestion < 1))
  )
    return undefined;
  if (side === 'max' && (suggestion <= max || (max <= 1 && min >= 0 && !whole && scale !== 'log')))
    return undefined;
  return suggestion;
}
