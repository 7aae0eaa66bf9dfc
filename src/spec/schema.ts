import { z } from 'zod';
import { fragmentNames } from './fragments.ts';
import { budgetSchema } from './schema/budget.ts';
import { constraintsSchema } from './schema/constraints.ts';
import { gateSchema } from './schema/gate.ts';
import { metricsSchema } from './schema/metric.ts';
import { names, parameterSchema } from './schema/params.ts';
import { searchSchema } from './schema/search.ts';
import { taskFile } from './schema/task.ts';
import { trialFile, trialSchema } from './schema/trial.ts';

/**
 * The schema of a spec, a file for each of its sections in `schema/`: types (`spec.ts`), the published JSON Schema and the
 * documentation come from here. What no schema can say (a default outside its range, a condition on nothing) is in
 * `semantics.ts` and `rules/`.
 *
 * `trialFile` and `gateFile` have the shape of the file, with keys in kebab-case; the spec has what the program makes
 * of them.
 */

/** The version of the spec's format that this program reads. */
export const specVersion = 1;

export const valuesFile = z.strictObject({
  file: z.string().min(1).describe('The file, relative to the spec.'),
  at: z
    .string()
    .min(1)
    .exactOptional()
    .describe('Keys that lead to the values, with dots: `train.hyperparameters`. Default: the whole file.'),
});

/** Which ones there are is checked apart, with what was meant. */
const fragmentName = z.string().meta({ enum: fragmentNames });

/** A spec: its input is the file, its output what the program works with. */
export const specSchema = z
  .strictObject({
    $schema: z.string().exactOptional().describe('For editors: where the JSON Schema of this file is.'),
    version: z.literal(specVersion).default(specVersion).describe("Version of the spec's format."),
    name: z.string().min(1).max(100).describe('Name of the study.'),
    task: taskFile.exactOptional(),
    trial: trialSchema,
    metric: metricsSchema,
    constraints: constraintsSchema.prefault({}),
    include: z
      .union([fragmentName, z.array(fragmentName).min(1)])
      .exactOptional()
      .describe(
        'Parameters that come with Tunegate, one set or several: Keras Tuner\u2019s spaces of well-known networks. A parameter in `params` comes before one of the same name.',
      ),
    // A schema of its own: the reference to the other one would hide what is inside.
    params: z
      .record(names, parameterSchema)
      .prefault({})
      .describe(
        'The search space: parameter name to definition. May be left out with `keras` and `module`: then it is what hp is asked for; and with `include`.',
      ),
    values: z
      .union([z.string().min(1), valuesFile])
      .exactOptional()
      .describe(
        'A JSON or YAML file, relative to the spec, with the values that ship today. They come before the `default`s, and better values are proposed in it.',
      ),
    search: searchSchema.prefault({}),
    budget: budgetSchema.prefault({}),
    gate: z
      .union([z.literal(false), gateSchema])
      .prefault({})
      .describe('The regression check; false turns it off.'),
  })
  .describe('A tuning spec of Tunegate.');

/** The same for a search that another program drives: what is trained is that program's affair. */
export const drivenSpecSchema = specSchema.extend({
  trial: trialFile.prefault({}).transform(({ resume = false }) => ({ resume })),
  // Whoever drives has counted on the trials of the budget.
  search: searchSchema.extend({ confirm: searchSchema.shape.confirm.unwrap().default(false) }).prefault({}),
});
