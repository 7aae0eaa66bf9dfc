import type { ParameterDefinitions } from '../../space/parameter.js';
/** What a type of task stands for in a spec. */
export interface TaskKind {
    /** Families of models, each with parameters that begin with its name. */
    readonly params: ParameterDefinitions;
    /** Good configs of each family, tried before the strategy proposes. */
    readonly starts: readonly Readonly<Record<string, string | number | boolean>>[];
    readonly metric: {
        readonly name: string;
        readonly goal: 'minimize' | 'maximize';
    };
    /** Keys of `task` that only some types have, and that this one has. */
    readonly keys: readonly string[];
    /** Whether its data may be a folder with a folder for each class. */
    readonly folders?: boolean;
    /** Those of them that must be there. */
    readonly needs?: readonly string[];
    /** Whether `target` may be left out: the data may say it by themselves. */
    readonly mayLackTarget?: boolean;
    /** Where its networks train fastest, as a rule. */
    readonly backend: 'auto' | 'wasm';
}
