import type { Config, Value } from '../space/parameter.js';
/** A range as the code sees it. The spec's `params` decide what is searched; this is checked against it. */
export interface NumberOptions {
    /** Smallest and largest value that the code can take, inclusive. */
    readonly min?: number;
    readonly max?: number;
    /** Distance of neighbouring values (their ratio under log sampling). */
    readonly step?: number;
    readonly sampling?: 'linear' | 'log' | 'reverse_log';
    /** Taken as in Keras Tuner's style of code; the `default` that counts is the spec's. */
    readonly default?: number;
}
/**
 * The hyperparameters of a trial, in the style of Keras Tuner. Names are those of the spec's `params`, which say what
 * is searched; asking for one that is not active in this config is an error that says why.
 */
export interface HyperParameters {
    /** A whole number. */
    Int(name: string, options?: NumberOptions): number;
    Float(name: string, options?: NumberOptions): number;
    /** One of `values`; without them, whatever the spec's choice gives. */
    Choice<const T extends Value>(name: string, values: readonly T[], options?: {
        readonly default?: NoInfer<T>;
        readonly ordered?: boolean;
    }): T;
    Choice(name: string): Value;
    Boolean(name: string, options?: {
        readonly default?: boolean;
    }): boolean;
    /** A value that is not searched; the spec may overrule it. */
    Fixed<T extends Value>(name: string, value: T): T;
    /** The value at a path of the spec: `learning_rate`, `optimizer.sgd.momentum`, `layers[0].units`. */
    get(path: string): Value;
    /** Whether the parameter exists in this config: it is in the spec and its conditions hold. */
    has(path: string): boolean;
    /** The same as `has`. */
    active(path: string): boolean;
    /** One set of hyperparameters for each block of a `repeat`. */
    blocks(name: string): readonly BlockParameters[];
    /** The chosen option of a choice with `options`: its name as `type`, and its own parameters. */
    option(name: string): OptionParameters;
    /** All of it as one object: `{ learning_rate: 0.1, optimizer: { type: 'sgd', momentum: 0.9 }, layers: [{ units: 64 }] }`. */
    readonly config: Readonly<Record<string, unknown>>;
    /** All of it flat: path → value. */
    readonly values: Config;
}
export interface BlockParameters extends HyperParameters {
    /** Counted from 0. */
    readonly index: number;
}
export interface OptionParameters extends HyperParameters {
    readonly type: string;
}
/** The config given to a trial lacks a hyperparameter that its code asks for, or has one that the code cannot take. */
export declare class HyperParameterError extends Error {
    readonly name = "HyperParameterError";
}
/**
 * @param values active parameters, path → value
 * @param tree the same nested
 */
export declare function createHyperParameters(values: Config, tree: Readonly<Record<string, unknown>>): HyperParameters;
