/**
 * Parameters: what a user declares (a tree of `ParameterDefinition`s) and what the space is made of
 * (a flat list of `Parameter`s with conditions, parents before children).
 */
/** A value that a parameter can take. */
export type Value = string | number | boolean;
/** How a numeric range is walked: evenly, evenly in the logarithm, or log measured from the upper end. */
export type Scale = 'linear' | 'log' | 'reverse-log';
/** What a parent must be for a parameter to exist: one value, one of several, or a numeric range (inclusive). */
export type WhenTest = Value | readonly Value[] | {
    readonly min?: number;
    readonly max?: number;
};
interface Conditional {
    /** Every named parameter must be active and pass its test; names resolve from the innermost scope outwards. */
    readonly when?: Readonly<Record<string, WhenTest>>;
}
export interface FloatDefinition extends Conditional {
    readonly type: 'float';
    readonly min: number;
    readonly max: number;
    readonly scale?: Scale;
    /** Linear: the distance of neighbouring values. Log: their ratio (> 1). `max` must be on the grid. */
    readonly step?: number;
    readonly default?: number;
}
export interface IntDefinition extends Conditional {
    readonly type: 'int';
    readonly min: number;
    readonly max: number;
    readonly scale?: Scale;
    readonly step?: number;
    readonly default?: number;
}
export interface ChoiceDefinition extends Conditional {
    readonly type: 'choice';
    readonly values?: readonly Value[];
    /** Instead of `values`: each option names the parameters that exist only under it. */
    readonly options?: Readonly<Record<string, ParameterDefinitions>>;
    readonly ordered?: boolean;
    readonly default?: Value;
}
export interface BoolDefinition extends Conditional {
    readonly type: 'bool';
    readonly default?: boolean;
}
export interface ConstantDefinition extends Conditional {
    readonly type: 'constant';
    readonly value: Value;
}
export interface RepeatDefinition extends Conditional {
    readonly type: 'repeat';
    /** Fewest and most repetitions, inclusive. */
    readonly min: number;
    readonly max: number;
    readonly of: ParameterDefinitions;
    /** How many blocks ship today, or the blocks themselves (missing values take the default of `of`). */
    readonly default?: number | readonly Readonly<Record<string, unknown>>[];
}
export type ParameterDefinition = FloatDefinition | IntDefinition | ChoiceDefinition | BoolDefinition | ConstantDefinition | RepeatDefinition;
export type ParameterDefinitions = Readonly<Record<string, ParameterDefinition>>;
export type Domain = {
    readonly type: 'float';
    readonly min: number;
    readonly max: number;
    readonly scale: Scale;
    readonly step?: number;
} | {
    readonly type: 'int';
    readonly min: number;
    readonly max: number;
    readonly scale: Scale;
    readonly step?: number;
} | {
    readonly type: 'choice';
    readonly values: readonly Value[];
    readonly ordered: boolean;
} | {
    readonly type: 'bool';
} | {
    readonly type: 'constant';
    readonly value: Value;
};
/** A test on one earlier parameter of the flat list, named by its path. */
export type Condition = {
    readonly path: string;
    readonly in: readonly Value[];
} | {
    readonly path: string;
    readonly min?: number;
    readonly max?: number;
};
/**
 * One parameter of the flat space. Paths: `learning_rate`; a child of an option `optimizer.sgd.momentum`; the
 * number of blocks of a repeat `layers`; a parameter of its third block `layers[2].units`.
 */
export interface Parameter {
    readonly path: string;
    /** Where its value stands in the nested form of a config: names of members and indices of blocks. */
    readonly location: readonly (string | number)[];
    /** What it is beside a value: the choice among `options`, or the number of blocks of a repeat. */
    readonly role?: 'option' | 'count';
    readonly domain: Domain;
    /** All must hold for the parameter to be active; a condition on an inactive parameter does not hold. */
    readonly conditions: readonly Condition[];
    /** The value shipped today. */
    readonly default?: Value;
}
/** One assignment of the space: path → value of each *active* parameter, in the order of the space. */
export type Config = Readonly<Record<string, Value>>;
export {};
