import { z } from 'zod';
import type {
  BoolDefinition,
  ChoiceDefinition,
  ConstantDefinition,
  FloatDefinition,
  IntDefinition,
  ParameterDefinition,
  ParameterDefinitions,
  RepeatDefinition,
} from '../../space/parameter.ts';

export const namePattern = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** For people: what `namePattern` allows. */
export const nameWords = 'letters from a to z or A to Z, digits, _ and -, not beginning with a digit or -';

const value = z.union([z.string(), z.number(), z.boolean()]);

/** The names of parameters and of options. */
export const names = z.string().meta({ pattern: namePattern.source });

const whenTest = z.union([
  value,
  z.array(value).min(1),
  z.strictObject({ min: z.number().exactOptional(), max: z.number().exactOptional() }),
]);

const conditional = {
  when: z
    .record(z.string(), whenTest)
    .exactOptional()
    .describe(
      'The parameter exists only when every named one passes: a value, a list of values, or a range { min, max }. Names are looked up among the siblings first, then further out.',
    ),
};

const numeric = {
  scale: z
    .enum(['linear', 'log', 'reverse-log'])
    .exactOptional()
    .meta({ default: 'linear' })
    .describe(
      'How the range is walked: evenly (linear), evenly in the logarithm (log, for learning rates), or with the most values near `max` (reverse-log: min + max - a value drawn on the log scale). Both logarithms need `min` above 0. Default linear.',
    ),
};

const floatSchema = z.strictObject({
  type: z.literal('float').describe('A real number.'),
  min: z.number().describe('Smallest value, inclusive.'),
  max: z.number().describe('Largest value, inclusive.'),
  ...numeric,
  step: z
    .number()
    .positive()
    .exactOptional()
    .describe('Distance of neighbouring values; with a log scale their ratio. `max` must be on the grid.'),
  default: z.number().exactOptional().describe('The value shipped today.'),
  ...conditional,
});

const intSchema = z.strictObject({
  type: z.literal('int').describe('A whole number.'),
  min: z.int().describe('Smallest value, inclusive.'),
  max: z.int().describe('Largest value, inclusive.'),
  ...numeric,
  step: z
    .int()
    .positive()
    .exactOptional()
    .describe('Distance of neighbouring values; with a log scale their ratio. `max` must be on the grid.'),
  default: z.int().exactOptional().describe('The value shipped today.'),
  ...conditional,
});

const choiceSchema = z
  .strictObject({
    type: z.literal('choice').describe('One of several values.'),
    values: z.array(value).min(1).exactOptional().describe('The values: strings, numbers or booleans.'),
    get options() {
      return z
        .record(names, z.union([definitionsSchema, z.null().transform(() => ({}))]))
        .exactOptional()
        .describe('Instead of `values`: each option with the parameters that exist only under it.');
    },
    ordered: z
      .boolean()
      .exactOptional()
      .meta({ default: false })
      .describe('The order of `values` means something, as for batch sizes. Default false.'),
    default: value.exactOptional().describe('The value shipped today.'),
    ...conditional,
  })
  .meta({ oneOf: [{ required: ['values'] }, { required: ['options'] }] });

const boolSchema = z.strictObject({
  type: z.literal('bool').describe('true or false.'),
  default: z.boolean().exactOptional().describe('The value shipped today.'),
  ...conditional,
});

const constantSchema = z.strictObject({
  type: z.literal('constant').describe('A fixed value that trials get like any other.'),
  value: value.describe('The value.'),
  ...conditional,
});

const repeatSchema = z.strictObject({
  type: z
    .literal('repeat')
    .describe('A number of blocks, each with its own parameters: the layers of a network.'),
  min: z.int().min(0).describe('Fewest blocks.'),
  max: z.int().min(1).max(64).describe('Most blocks, at most 64.'),
  get of() {
    return definitionsSchema.describe('The parameters of one block.');
  },
  default: z
    .union([z.int().min(0), z.array(z.record(z.string(), z.unknown()))])
    .exactOptional()
    .describe(
      'What ships today: how many blocks (with the defaults of `of`), or the blocks themselves as a list.',
    ),
  ...conditional,
});

export const parameterSchemas = {
  float: floatSchema,
  int: intSchema,
  choice: choiceSchema,
  bool: boolSchema,
  constant: constantSchema,
  repeat: repeatSchema,
};

export type ParameterType = keyof typeof parameterSchemas;

// The types that a union of recursive schemas infers are too wide to read: what fits is shown here.
floatSchema satisfies z.ZodType<FloatDefinition>;
intSchema satisfies z.ZodType<IntDefinition>;
choiceSchema satisfies z.ZodType<ChoiceDefinition>;
boolSchema satisfies z.ZodType<BoolDefinition>;
constantSchema satisfies z.ZodType<ConstantDefinition>;
repeatSchema satisfies z.ZodType<RepeatDefinition>;

export const parameterSchema: z.ZodType<ParameterDefinition> = z
  .discriminatedUnion('type', [
    floatSchema,
    intSchema,
    choiceSchema,
    boolSchema,
    constantSchema,
    repeatSchema,
  ])
  .meta({ id: 'parameter' });

export const definitionsSchema: z.ZodType<ParameterDefinitions> = z.record(names, parameterSchema);
