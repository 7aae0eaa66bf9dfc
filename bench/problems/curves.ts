import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { createSpace, type Space } from '../../src/space/space.ts';

/** Learning curves of many configs, real or computed. */
export interface CurveProblem {
  readonly name: string;
  readonly definitions: ParameterDefinitions;
  readonly space: Space;
  /** Full epochs. */
  readonly epochs: number;
  /** The only configs of which there are curves; absent: all of the space. */
  readonly configs?: readonly Config[];
  /** A fresh study. */
  readonly open: (seed: number) => CurveStudy;
}

export interface CurveStudy {
  /** The training that stands for a config, by a number of its own; undefined when none is left. */
  readonly take: (config: Config) => number | undefined;
  /** What a training was run with. */
  readonly configOf: (row: number) => Config;
  /** Loss of a training after so many epochs; NaN or infinite: diverged. */
  readonly loss: (row: number, epochs: number) => number;
  /** How far it truly ends from the best, as a base-10 logarithm: lower is better. */
  readonly score: (row: number) => number;
}

interface CurveFile {
  readonly name: string;
  readonly file: string;
  readonly kind: string;
  readonly shape: readonly [number, number];
  readonly params: readonly string[];
  readonly scales: readonly string[];
}

/**
 * The tables of kind `curves` in a folder; see its README. A strategy proposes, the nearest config of the pool that was not
 * used is trained. Score: log10 of the share of the pool that ends better, counting half of itself.
 */
export function curvePools(folder: string): CurveProblem[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as CurveFile)
    .filter(({ kind }) => kind === 'curves')
    .map((description) => pool(folder, description));
}

function pool(folder: string, { name, file, shape, params, scales }: CurveFile): CurveProblem {
  const bytes = readFileSync(path.join(folder, file));
  const [rows, columns] = shape;
  const at = (row: number, column: number) => bytes.readFloatLE(4 * (row * columns + column));
  const dimensions = params.length;
  const epochs = columns - dimensions - 1;
  // Each parameter by its own scale, brought to [0, 1] over the pool.
  const scaled = scales.map((scale, j) => {
    const raw = Array.from({ length: rows }, (_, row) => {
      const value = at(row, j);
      return scale === 'log'
        ? Math.log(Math.max(value, 1e-30))
        : scale === 'log of 1-x'
          ? Math.log(Math.max(1 - value, 1e-30))
          : value;
    });
    const [low, high] = [Math.min(...raw), Math.max(...raw)];
    return raw.map((value) => (high > low ? (value - low) / (high - low) : 0));
  });
  const definitions: ParameterDefinitions = Object.fromEntries(
    params.map((param) => [param, { type: 'float', min: 0, max: 1 } as const]),
  );
  const last = Array.from({ length: rows }, (_, row) => at(row, columns - 1));
  const rank = [...last.keys()].sort((a, b) => order(last[a]!) - order(last[b]!));
  const place = new Map(rank.map((row, index) => [row, index]));
  const configOf = (row: number): Config =>
    Object.fromEntries(params.map((param, j) => [param, scaled[j]![row]!]));
  return {
    name,
    definitions,
    space: createSpace(definitions),
    epochs,
    configs: Array.from({ length: rows }, (_, row) => configOf(row)),
    open() {
      const used = new Set<number>();
      return {
        take(config) {
          let best: number | undefined;
          let nearest = Number.POSITIVE_INFINITY;
          for (let row = 0; row < rows; row++) {
            if (used.has(row)) continue;
            let distance = 0;
            for (const [j, param] of params.entries())
              distance += (scaled[j]![row]! - Number(config[param])) ** 2;
            if (distance < nearest) [best, nearest] = [row, distance];
          }
          if (best !== undefined) used.add(best);
          return best;
        },
        configOf,
        loss: (row, after) => at(row, dimensions + Math.min(after, epochs)),
        score: (row) => Math.log10((place.get(row)! + 0.5) / rows),
      };
    },
  };
}

function order(loss: number): number {
  return Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY;
}
