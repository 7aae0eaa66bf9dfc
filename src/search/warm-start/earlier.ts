import { median } from '../../math/median.ts';
import { rankCorrelation } from '../../math/rank-correlation.ts';
import { hashConfig } from '../../space/config.ts';
import { encodeConfig } from '../../space/encode.ts';
import type { Config } from '../../space/parameter.ts';
import type { Space } from '../../space/space.ts';
import { spaceGeometry } from '../surrogate/space-geometry.ts';

/** What an earlier study measured, on configs of the space of this one. */
export interface EarlierStudy {
  /** Where it is from, for people. */
  readonly name: string;
  readonly observations: readonly EarlierObservation[];
}

export interface EarlierObservation {
  readonly config: Config;
  /** Finite; lower is better. */
  readonly loss: number;
}

export interface Result {
  readonly config: Config;
  readonly hash: string;
  readonly loss: number;
}

/** Results of this study, and what every earlier one is judged by, computed once when it is asked for. */
export class OwnResults {
  readonly all: readonly Result[];
  readonly losses: readonly number[];
  #byHash: ReadonlyMap<string, readonly Result[]> | undefined;
  #betterDeviation: number | undefined;
  #spread: number | undefined;

  constructor(results: readonly Result[]) {
    this.all = results;
    this.losses = results.map(({ loss }) => loss);
  }

  get byHash(): ReadonlyMap<string, readonly Result[]> {
    if (this.#byHash) return this.#byHash;
    const byHash = new Map<string, Result[]>();
    for (const result of this.all) {
      const same = byHash.get(result.hash);
      if (same) same.push(result);
      else byHash.set(result.hash, [result]);
    }
    this.#byHash = byHash;
    return byHash;
  }

  /** Standard deviation of the better half. */
  get betterDeviation(): number {
    const half = () => [...this.losses].sort((a, b) => a - b).slice(0, Math.ceil(this.losses.length / 2));
    this.#betterDeviation ??= deviation(half());
    return this.#betterDeviation;
  }

  /** How far they are from their median, added up. */
  get spread(): number {
    if (this.#spread !== undefined) return this.#spread;
    const middle = median(this.losses);
    this.#spread = this.losses.reduce((sum, loss) => sum + Math.abs(loss - middle), 0);
    return this.#spread;
  }
}

/** Results of this study before an earlier one can be trusted. */
const FEWEST_RESULTS = 6;
/** Rank correlation from which it is trusted, and below which it is no more. */
const TRUST = 0.5;
const DOUBT = 0.3;
/** How much less it has to be off than the median of all results is, as a share: what is flat foretells nothing. */
const SKILL = 0.1;
/** Configs that both have measured. */
const FEWEST_SAME = 2;
/** How far their losses may be off after they were moved, in standard deviations of the better half of this study's. */
const MISS = 0.5;
/** With so many results the study knows well enough itself: only losses that are the very same still help. */
const MANY_RESULTS = 30;
const SMALL_MISS = 0.1;
const NEIGHBOURS = 5;
/** So many observations of an earlier study show whether its configs decide at all what comes of them. */
const FEWEST_TELLING = 40;
/** Of noise one in six rank correlations is above so many standard errors, which are 1 / √(n − 1) (Kendall & Gibbons 1990). */
const TELLING = 1;

/** An earlier study, and how far this one bears it out. */
export class Earlier {
  /** Its best configs, first the very best, each some way from those before it. */
  readonly best: readonly Config[];
  /** False when its losses are noise, as far as can be seen: its best configs are then as good as any. */
  readonly tells: boolean;
  readonly #bestLosses: readonly number[];
  readonly #space: Space;
  readonly #points: readonly Float64Array[];
  readonly #losses: readonly number[];
  readonly #configs: readonly Config[];
  readonly #byHash = new Map<string, number>();
  readonly #geometry: ReturnType<typeof spaceGeometry>;
  readonly #predictions = new Map<string, number>();
  #trusted = false;
  #shift = 0;

  constructor(space: Space, { observations }: EarlierStudy) {
    this.#space = space;
    this.#geometry = spaceGeometry(space);
    const known = [...observations].sort((a, b) => a.loss - b.loss);
    this.#configs = known.map(({ config }) => config);
    this.#losses = known.map(({ loss }) => loss);
    this.#points = known.map(({ config }) => encodeConfig(space, config));
    for (const [i, { config }] of known.entries()) {
      const hash = hashConfig(space, config);
      if (!this.#byHash.has(hash)) this.#byHash.set(hash, i);
    }
    const best: number[] = [];
    for (let i = 0; i < known.length && best.length < 5; i++)
      if (best.every((j) => this.#distance(this.#points[i]!, this.#points[j]!) > 0.1)) best.push(i);
    this.best = best.map((i) => this.#configs[i]!);
    this.#bestLosses = best.map((i) => this.#losses[i]!);
    const foretold = known.map((_, i) => this.#nearest(this.#points[i]!, i));
    this.tells =
      known.length < FEWEST_TELLING ||
      rankCorrelation(foretold, this.#losses) * Math.sqrt(known.length - 1) >= TELLING;
  }

  get trusted(): boolean {
    return this.#trusted;
  }

  /** What is added to its losses to compare them with this study's, as long as it is trusted. */
  get shift(): number {
    return this.#shift;
  }

  /** What the config `best[i]` should come to here. */
  lossNow(i: number): number {
    return this.#bestLosses[i]! + this.#shift;
  }

  /** Compares with the results of this study. */
  judge(own: OwnResults): void {
    this.#trusted = this.#isBorneOut(own);
  }

  /** What takes least to see first: most studies fail there, and are judged after each result. */
  #isBorneOut(own: OwnResults): boolean {
    const { all, losses } = own;
    if (all.length < FEWEST_RESULTS) return false;
    // Where it matters, among the good ones, a study of something else is off by as much as they differ.
    const same = [...this.#byHash.keys()].flatMap((hash) => own.byHash.get(hash) ?? []);
    if (same.length < FEWEST_SAME) return false;
    const differences = same.map((result) => result.loss - this.#predict(result));
    const shift = median(differences);
    const miss = median(differences.map((difference) => Math.abs(difference - shift)));
    const most = all.length < MANY_RESULTS ? MISS : SMALL_MISS;
    if (!(miss <= most * own.betterDeviation)) return false;
    const predicted = all.map((result) => this.#predict(result));
    const off = losses.reduce((sum, loss, i) => sum + Math.abs(loss - predicted[i]! - shift), 0);
    if (!(off <= (1 - SKILL) * own.spread)) return false;
    if (rankCorrelation(predicted, losses) < (this.#trusted ? DOUBT : TRUST)) return false;
    this.#shift = shift;
    return true;
  }

  /** At most `most` observations with their losses of today: half the best, half as far from everything as can be. */
  spread(most: number): EarlierObservation[] {
    const chosen = this.#points.map((_, i) => i).slice(0, Math.ceil(most / 2));
    const nearest = this.#points.map((point) =>
      Math.min(...chosen.map((i) => this.#distance(point, this.#points[i]!))),
    );
    while (chosen.length < Math.min(most, this.#points.length)) {
      const next = nearest.reduce((best, distance, i) => (distance > nearest[best]! ? i : best), 0);
      if (nearest[next] === 0) break;
      chosen.push(next);
      for (const [i, point] of this.#points.entries())
        nearest[i] = Math.min(nearest[i]!, this.#distance(point, this.#points[next]!));
    }
    return chosen.map((i) => ({ config: this.#configs[i]!, loss: this.#losses[i]! + this.#shift }));
  }

  /** Its loss of a config: as measured, or of the nearest ones, weighed by their distance. */
  #predict({ config, hash }: Pick<Result, 'config' | 'hash'>): number {
    const known = this.#byHash.get(hash);
    if (known !== undefined) return this.#losses[known]!;
    const remembered = this.#predictions.get(hash);
    if (remembered !== undefined) return remembered;
    const point = encodeConfig(this.#space, config);
    const loss = this.#nearest(point);
    this.#predictions.set(hash, loss);
    return loss;
  }

  /** Mean loss of the nearest ones, weighed by their distance; `but` is left out. */
  #nearest(point: Float64Array, but?: number): number {
    const near = this.#points
      .map((other, i) => ({ distance: this.#distance(point, other), loss: this.#losses[i]!, i }))
      .filter(({ i }) => i !== but)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, NEIGHBOURS);
    let [sum, weights] = [0, 0];
    for (const { distance, loss } of near) {
      const weight = 1 / (distance * distance + 1e-6);
      sum += weight * loss;
      weights += weight;
    }
    return sum / weights;
  }

  #distance(a: Float64Array, b: Float64Array): number {
    const squared = new Float64Array(a.length);
    this.#geometry.squaredDistances(a, b, squared, 0);
    return Math.sqrt(squared.reduce((sum, x) => sum + x, 0));
  }
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
}
