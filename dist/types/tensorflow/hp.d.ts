import type { Config, Value } from '../space/parameter.js';
import { type ChoiceOptions, type Definitions, HyperParameterError, type NumberOptions } from './define.js';
export { type ChoiceOptions, HyperParameterError, type NumberOptions } from './define.js';
/**
 * The hyperparameters of a trial, in the style of Keras Tuner.
 *
 * Where the spec has no `params` (or `trial.discover: true`), what the code asks for is what is searched: ranges, steps and
 * defaults are said here. Else names are those of `params`, and asking for one that is not active in this config is an
 * error that says why.
 */
export interface HyperParameters {
    /** A whole number: `hp.Int('units', { min: 32, max: 256, step: 32, default: 64 })`. */
    Int(name: string, options?: NumberOptions): number;
    /** A number: `hp.Float('rate', { min: 1e-4, max: 0.1, sampling: 'log', default: 1e-3 })`. */
    Float(name: string, options?: NumberOptions): number;
    /** One of `values`; without them, whatever the spec's choice gives. */
    Choice<const T extends Value>(name: string, values: readonly T[], options?: ChoiceOptions<NoInfer<T>>): T;
    Choice(name: string): Value;
    Boolean(name: string, options?: {
        readonly default?: boolean;
    }): boolean;
    /** A value that is not searched; the spec may overrule it. */
    Fixed<T extends Value>(name: string, value: T): T;
    /**
     * Runs `body` where the parameter `parent`, which was asked for before, has this value or one of these: what it asks for
     * exists only there. Returns what `body` returns, elsewhere undefined.
     */
    conditionalScope<T>(parent: string, values: Value | readonly Value[], body: (hp: HyperParameters) => T): T | undefined;
    /** Runs `body`, in which `units` means `name/units`. Scopes may be nested. */
    nameScope<T>(name: string, body: (hp: HyperParameters) => T): T;
    /** The value of a parameter that was asked for before, or at a path of the spec: `learning_rate`, `optimizer.sgd.momentum`, `layers[0].units`. */
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
/** The code cannot take a value that it was given. */
export declare class UnfitValue extends HyperParameterError {
}
/**
 * @param values active parameters, path → value
 * @param tree the same nested
 * @param definitions where the code says what is searched: hears of all that it asks for, and knows the defaults
 */
export declare function createHyperParameters(values: Config, tree: Readonly<Record<string, unknown>>, definitions?: Definitions): HyperParameters;
