import { z } from 'zod';
import type {
  BoolDefinition,
  ChoiceDefinition,
  ConstantDefinition,
  FloatDefinition,
  IntDefinition,
  Value,
} from '../space/parameter.ts';

/** What code that runs `build(hp)` has asked for: one parameter, as the host of the code tells it. */
export interface Declared {
  readonly name: string;
  readonly definition: DeclaredDefinition;
  /** The conditional scopes around it: all must hold. */
  readonly when: readonly { readonly parent: string; readonly values: readonly Value[] }[];
  /** What it was answered with; null where a scope around it does not hold. */
  readonly value: Value | null;
  /** Values of it on which scopes depend. */
  readonly tests?: readonly Value[];
  /** Only its value was wanted: what it is must be known from elsewhere. */
  readonly read?: true;
  /** Where in the code it was asked for: `model.ts:12`. */
  readonly place?: string;
}

export type DeclaredDefinition =
  | FloatDefinition
  | IntDefinition
  | ChoiceDefinition
  | BoolDefinition
  | ConstantDefinition;

const value = z.union([z.string(), z.number(), z.boolean()]);
const scale = z.enum(['linear', 'log', 'reverse-log']).exactOptional();
const range = { min: z.number(), max: z.number(), step: z.number().positive().exactOptional(), scale };

export const declaredSchema: z.ZodType<Declared> = z.object({
  name: z.string().min(1).max(500),
  definition: z.discriminatedUnion('type', [
    z.object({ type: z.literal('float'), ...range, default: z.number().exactOptional() }),
    z.object({ type: z.literal('int'), ...range, default: z.number().exactOptional() }),
    z.object({
      type: z.literal('choice'),
      values: z.array(value).min(1),
      ordered: z.boolean().exactOptional(),
      default: value.exactOptional(),
    }),
    z.object({ type: z.literal('bool'), default: z.boolean().exactOptional() }),
    z.object({ type: z.literal('constant'), value }),
  ]),
  when: z.array(z.object({ parent: z.string(), values: z.array(value).min(1) })),
  value: value.nullable(),
  tests: z.array(value).max(1000).exactOptional(),
  read: z.literal(true).exactOptional(),
  place: z.string().max(1000).exactOptional(),
});
