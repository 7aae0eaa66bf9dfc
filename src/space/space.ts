import type { Config, Parameter, ParameterDefinitions } from './parameter.ts';

/** A search space: the flat list of parameters, parents before children. Build with `createSpace`. */
export interface Space {
  readonly parameters: readonly Parameter[];
  /** Parameters with more than one value, in order: the axes of the unit cube that `encode` maps to. */
  readonly dimensions: readonly Dimension[];
  /** Number of different configs; Infinity if a parameter is continuous. */
  readonly size: number;
  /** The config made of all defaults; absent when an active parameter has no default. */
  readonly incumbent?: Config;
  /** Active parameters without a default (empty when there is an incumbent). */
  readonly missingDefaults: readonly string[];
}

/** One axis of the unit cube. */
export interface Dimension {
  readonly parameter: Parameter;
  /** Continuous: any value of a range; ordinal: few values with an order; categorical: without one. */
  readonly kind: 'continuous' | 'ordinal' | 'categorical';
  /** Number of values (Infinity for continuous). */
  readonly values: number;
}

export declare function createSpace(definitions: ParameterDefinitions): Space;
