import { dominates } from '../math/hypervolume.ts';
import { byCrowding, type FrontOrder } from './front-order.ts';
import type { Trial } from './history.ts';

/**
 * Which of two results is better, where there may be several metrics and constraints. All results of a study have as many
 * of either.
 */
export type Result = Pick<Trial, 'id' | 'loss' | 'losses' | 'constraints'>;

/** Whether every constraint is kept. A trial that was stopped early said nothing of them and passes. */
export function isFeasible({ constraints }: Pick<Result, 'constraints'>): boolean {
  return constraints?.every((value) => value <= 0) ?? true;
}

/** The worst miss of each constraint among results, beyond all bounds or not told aside. */
function worstMisses(among: readonly Result[]): readonly number[] {
  const worst: number[] = [];
  for (const { constraints = [] } of among)
    for (const [k, value] of constraints.entries())
      if (Number.isFinite(value)) worst[k] = Math.max(worst[k] ?? 0, value);
  return worst;
}

/**
 * By how much the constraints are missed together, each as a share of the worst miss; 0 when feasible. A miss beyond all bounds
 * counts twice the worst.
 */
function violation({ constraints = [] }: Result, worst: readonly number[]): number {
  return constraints.reduce((sum, value, k) => {
    if (value <= 0) return sum;
    return sum + (Number.isFinite(value) ? value / Math.max(value, worst[k] ?? 0) : 2);
  }, 0);
}

/**
 * Whether `a` is surely better than `b` (Deb 2000): feasible before infeasible, of two infeasible the smaller violation,
 * of two feasible the smaller loss, with several metrics the one that dominates.
 */
export function isBetter(a: Result, b: Result, among: readonly Result[]): boolean {
  const [fits, other] = [isFeasible(a), isFeasible(b)];
  if (fits !== other) return fits;
  if (!fits) {
    const worst = worstMisses(among);
    return violation(a, worst) < violation(b, worst);
  }
  return a.losses && b.losses ? dominates(a.losses, b.losses) : (a.loss ?? Infinity) < (b.loss ?? Infinity);
}

/**
 * Results from best to worst: feasible ones by loss, or with several metrics by fronts, within a front in an order of its
 * own; then infeasible ones by violation. Equal ones keep their order.
 */
export function byMerit<R extends Result>(results: readonly R[], within: FrontOrder = byCrowding): R[] {
  const feasible = results.filter(isFeasible);
  const others = results.filter((result) => !isFeasible(result));
  const worst = worstMisses(others);
  const missed = new Map(others.map((result) => [result, violation(result, worst)]));
  const several = feasible.some(({ losses }) => losses !== undefined && losses.length > 1);
  return [
    ...(several ? byFronts(feasible, within) : [...feasible].sort((a, b) => order(a.loss, b.loss))),
    ...others.sort((a, b) => order(missed.get(a), missed.get(b))),
  ];
}

function order(a = Number.POSITIVE_INFINITY, b = Number.POSITIVE_INFINITY): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byFronts<R extends Result>(results: readonly R[], within: FrontOrder): R[] {
  const lossesOf = ({ losses }: R) => losses!;
  const all = results.filter(({ losses }) => losses !== undefined).map(lossesOf);
  const sorted = fronts(results).flatMap((front) => {
    return within(front.map(lossesOf), all).map((place) => front[place]!);
  });
  // A trial that was stopped early has not all losses: after those that have.
  return [...sorted, ...results.filter(({ losses }) => losses === undefined)];
}

/** Of results that have all losses those that no other dominates, in their order. */
export function firstFront<R extends Result>(results: readonly R[]): R[] {
  const front: R[] = [];
  for (const result of inLexicographicOrder(results))
    if (!front.some((other) => dominates(other.losses!, result.losses!))) front.push(result);
  const members = new Set(front);
  return results.filter((result) => members.has(result));
}

/** Results that have all losses: none is dominated by a later one (Zhang et al. 2015, efficient nondominated sort). */
function inLexicographicOrder<R extends Result>(results: readonly R[]): R[] {
  return results
    .filter(({ losses }) => losses !== undefined)
    .sort((a, b) => {
      const k = a.losses!.findIndex((loss, i) => loss !== b.losses![i]);
      return k < 0 ? 0 : order(a.losses![k], b.losses![k]);
    });
}

/** Results that have all losses, in fronts: no result of a front dominates another, and each of a later one is dominated in the
 * front before. */
export function fronts<R extends Result>(results: readonly R[]): R[][] {
  const place = new Map(results.map((result, i) => [result, i]));
  const found: R[][] = [];
  for (const result of inLexicographicOrder(results)) {
    const front = found.find((members) => !members.some((other) => dominates(other.losses!, result.losses!)));
    if (front) front.push(result);
    else found.push([result]);
  }
  return found.map((front) => front.sort((a, b) => place.get(a)! - place.get(b)!));
}
