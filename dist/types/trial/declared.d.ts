import { z } from 'zod';
import type { BoolDefinition, ChoiceDefinition, ConstantDefinition, FloatDefinition, IntDefinition, Value } from '../space/parameter.js';
/** What code that runs `build(hp)` has asked for: one parameter, as the host of the code tells it. */
export interface Declared {
    readonly name: string;
    readonly definition: DeclaredDefinition;
    /** The conditional scopes around it: all must hold. */
    readonly when: readonly {
        readonly parent: string;
        readonly values: readonly Value[];
    }[];
    /** What it was answered with; null where a scope around it does not hold. */
    readonly value: Value | null;
    /** Values of it on which scopes depend. */
    readonly tests?: readonly Value[];
    /** Only its value was wanted: what it is must be known from elsewhere. */
    readonly read?: true;
    /** Where in the code it was asked for: `model.ts:12`. */
    readonly place?: string;
}
export type DeclaredDefinition = FloatDefinition | IntDefinition | ChoiceDefinition | BoolDefinition | ConstantDefinition;
export declare const declaredSchema: z.ZodType<Declared>;
