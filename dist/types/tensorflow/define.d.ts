import type { Config, Value } from '../space/parameter.js';
import type { Declared, DeclaredDefinition } from '../trial/declared.js';
/** A range as the code sees it. What is searched comes from here where the code is asked for it, else from the spec. */
export interface NumberOptions {
    /** Smallest and largest value, inclusive. */
    readonly min?: number;
    readonly max?: number;
    /** Distance of neighbouring values (their ratio under log sampling). The largest value is the last on this grid. */
    readonly step?: number;
    /** How the range is walked: evenly, evenly in the logarithm, or with the most values near `max`. Default linear. */
    readonly sampling?: 'linear' | 'log' | 'reverse_log';
    /** What ships today, where the spec does not say. Default `min`. */
    readonly default?: number;
}
export interface ChoiceOptions<T extends Value> {
    /** What ships today, where the spec does not say. Default the first of the values. */
    readonly default?: T;
    /** Whether the order of the values means something. Default: when all are numbers. */
    readonly ordered?: boolean;
}
/** The config given to a trial lacks a hyperparameter that its code asks for, or has one that the code cannot take. */
export declare class HyperParameterError extends Error {
    readonly name = "HyperParameterError";
}
type Conditions = Declared['when'];
/** What code that says itself what is searched asks for, in one run of it. */
export declare class Definitions {
    #private;
    /**
     * @param given path → value; what is not here has the default of the code
     * @param place of the user's code that asks: for discovery. Without it a trial runs, which should have found all in its
     *   config
     */
    constructor(given: Config, place?: () => string | undefined);
    /** The value of a parameter, where it was asked for or is in the config. */
    known(path: string): Value | undefined;
    /**
     * The value of a parameter that is asked for now.
     *
     * @param definition what the call says of it; undefined when it leaves that to the spec
     */
    answer(path: string, definition: DeclaredDefinition | undefined, when: Conditions): Value | undefined;
    /** The value of a parameter that the spec, or the code before, says all of. */
    read(path: string, when: Conditions): Value | undefined;
    /** A scope that depends on these values of a parameter. */
    test(path: string, values: readonly Value[]): void;
    /** All that was asked for, in order. */
    declarations(): readonly Declared[];
}
/**
 * The parameter that `hp.Int` or `hp.Float` describes; undefined where it says no range.
 *
 * @throws {HyperParameterError} when that is none
 */
export declare function defineNumber(kind: 'Int' | 'Float', name: string, { min, max, step, sampling, default: first }: NumberOptions): DeclaredDefinition | undefined;
/**
 * The parameter that `hp.Choice` describes; undefined where it names no values.
 *
 * @throws {HyperParameterError} when that is none
 */
export declare function defineChoice(name: string, values: readonly Value[] | undefined, { default: first, ordered }: ChoiceOptions<Value>): DeclaredDefinition | undefined;
export {};
