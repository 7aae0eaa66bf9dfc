import type { z } from 'zod';
import type { specSchema } from './schema.js';
/**
 * A spec as the rest of the program sees it: checked, defaults filled in, times in milliseconds, sizes in bytes. What
 * each member means is said once, in `schema/`.
 */
export type Spec = DeepReadonly<Omit<Output, 'params' | '$schema' | 'include' | 'task'>> & Readonly<Pick<Output, 'params'>>;
/** The spec of a search that another program drives. */
export type DrivenSpec = Omit<Spec, 'trial' | 'gate'> & {
    /** `resume`: trials can go on from where they paused. */
    readonly trial: {
        readonly resume: boolean;
    };
    /** Of the one-sided test against what ships, as the gate has it; absent: there is no gate. */
    readonly confidence?: number;
};
type Output = z.output<typeof specSchema>;
export type TrialSpec = Spec['trial'];
/** A TensorFlow.js module; its path is relative to the spec file. */
export type ModuleTrial = Extract<TrialSpec, {
    readonly module: string;
}>;
/** A Python script that one process runs for many trials; with `keras` a script for Keras Tuner. */
export type PythonTrial = Extract<TrialSpec, {
    readonly script: string;
}>;
/** What a resident process trains. */
export type HostedTrial = ModuleTrial | PythonTrial;
/** A training command: program and arguments, or with `shell` one command line. */
export type CommandTrial = Extract<TrialSpec, {
    readonly shell: boolean;
}>;
/** Data from which a model is found without a module of the user. */
export type TaskSpec = NonNullable<ModuleTrial['task']>;
export type MetricSpec = Spec['metric'];
export type SearchSpec = Spec['search'];
export type BudgetSpec = Spec['budget'];
/** The gate that is on; `Spec['gate']` may also be false. */
export type GateSpec = Exclude<Spec['gate'], false>;
type DeepReadonly<T> = unknown extends T ? T : T extends string | number | boolean | undefined ? T : T extends readonly (infer Item)[] ? readonly DeepReadonly<Item>[] : {
    readonly [Key in keyof T]: DeepReadonly<T[Key]>;
};
export {};
