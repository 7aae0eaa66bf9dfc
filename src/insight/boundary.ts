import { toUnit } from '../space/domain.ts';
import type { Config, Domain } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';

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
/** A whole number with fewer values is at a bound too easily. */
const fewestValues = 5;

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
