import { z } from 'zod';
import { modelOutcome } from '../automl/outcome.ts';
import { checkConfig, nestConfig } from '../space/config.ts';
import { dimensionsOf, type Space } from '../space/space.ts';
import { failureReasons } from '../trial/trial.ts';
import type { Results } from './results.ts';

/**
 * The shape of `Results`, checked: for results that another run saved, and that a stranger may have written. After it a
 * renderer can rely on every type, and all text goes through `safe.ts` as always. What is not named here is dropped, so
 * a new member of `Results` gets its line here (`complete` below does not compile without).
 */

const text = z.string().max(100_000);
const name = z.string().max(2000);
const number = z.union([z.number(), z.nan(), z.literal([Infinity, -Infinity])]);
const count = z.int().min(0);
const value = z.union([z.string().max(10_000), number, z.boolean()]);
const config = z.record(name, value);
const goal = z.enum(['minimize', 'maximize']);
const time = z.number().min(0);

const numeric = {
  min: z.number(),
  max: z.number(),
  scale: z.enum(['linear', 'log', 'reverse-log']),
  step: z.number().exactOptional(),
};
const domain = z.discriminatedUnion('type', [
  z.object({ type: z.literal('float'), ...numeric }),
  z.object({ type: z.literal('int'), ...numeric }),
  z.object({ type: z.literal('choice'), values: z.array(value).max(10_000), ordered: z.boolean() }),
  z.object({ type: z.literal('bool') }),
  z.object({ type: z.literal('constant'), value }),
]);
const condition = z.union([
  z.object({ path: name, in: z.array(value).max(10_000) }),
  z.object({ path: name, min: z.number().exactOptional(), max: z.number().exactOptional() }),
]);
/** A key of the nested form: none that means something to every object. */
const key = z.string().regex(/^(?!(?:__proto__|constructor|prototype)$)[\s\S]{1,200}$/);
/** Most blocks of a repeat, as in the schema of specs. */
const mostBlocks = 64;
const parameter = z
  .object({
    path: name,
    location: z.array(z.union([key, count.max(mostBlocks)])).max(100),
    role: z.enum(['option', 'count']).exactOptional(),
    domain,
    conditions: z.array(condition).max(1000),
    default: value.exactOptional(),
  })
  .refine(
    ({ role, domain: of }) =>
      role !== 'count' ||
      (of.type === 'int' && of.min >= 0 && of.max <= mostBlocks) ||
      of.type === 'constant',
  );
const space = z
  .object({
    parameters: z.array(parameter).max(5000),
    size: number,
    incumbent: config.exactOptional(),
    missingDefaults: z.array(name).max(5000),
  })
  .transform((given) => ({ ...given, dimensions: dimensionsOf(given.parameters) }));

const report = z.object({ step: number, metrics: z.record(name, number) });
const trial = z.object({
  role: z.enum(['search', 'confirm', 'head', 'base']),
  trial: count,
  config,
  seed: number,
  origin: text,
  state: z.enum(['running', 'completed', 'pruned', 'failed', 'interrupted']),
  reason: z.enum(failureReasons).exactOptional(),
  message: text.exactOptional(),
  score: number.exactOptional(),
  metrics: z.record(name, number),
  reports: z.array(report).max(100_000),
  resource: number.exactOptional(),
  durationMs: time,
  backend: text.exactOptional(),
  device: text.exactOptional(),
  tail: text.exactOptional(),
});
const study = z.object({
  name,
  metric: z.object({ name, goal }),
  more: z
    .array(z.object({ name, goal, use: z.enum(['last', 'best']) }))
    .max(100)
    .exactOptional(),
  constraints: z
    .array(z.object({ name, min: z.number().exactOptional(), max: z.number().exactOptional() }))
    .max(1000)
    .exactOptional(),
  seed: z.number(),
  strategy: name,
  trials: z.array(trial).max(20_000),
  stop: z
    .object({
      reason: z.enum(['trials', 'epochs', 'time', 'cost', 'exhausted', 'cancelled', 'failing', 'no-gain']),
      detail: text,
    })
    .exactOptional(),
});
const oneVerdict = z.object({
  conclusion: z.enum(['improved', 'unchanged', 'regressed', 'inconclusive', 'no-baseline', 'error']),
  reason: text,
  pairs: z
    .array(z.object({ seed: number, base: number.exactOptional(), head: number.exactOptional() }))
    .max(1000),
  base: number.exactOptional(),
  head: number.exactOptional(),
  difference: number.exactOptional(),
  interval: z.tuple([number, number]).exactOptional(),
  level: number.exactOptional(),
  floor: number.exactOptional(),
  belowFloor: z.boolean().exactOptional(),
  seedsNeeded: count.exactOptional(),
  pWorse: number.exactOptional(),
  detectable: number.exactOptional(),
  confidence: z.number(),
  maxDrop: z.number(),
  goal,
});
const verdict = oneVerdict.extend({
  others: z
    .array(z.object({ name: text, gates: z.boolean(), verdict: oneVerdict }))
    .max(1000)
    .exactOptional(),
  decidedBy: text.exactOptional(),
});
const confirmation = z.object({
  candidates: z
    .array(
      z.object({
        trial: count,
        searchScore: number,
        scores: z.array(z.union([number, z.null()])).max(100),
      }),
    )
    .max(100),
  trial: count,
  final: z
    .array(z.object({ seed: number, recommended: number.exactOptional(), incumbent: number.exactOptional() }))
    .max(1000),
  mean: number.exactOptional(),
  interval: z.tuple([number, number]).exactOptional(),
  level: z.number(),
  against: verdict.exactOptional(),
  misses: z.literal(true).exactOptional(),
  improved: z.boolean(),
  deterministic: z.boolean(),
});
const budget = z.object({
  planned: z.object({
    timeMs: time.exactOptional(),
    trials: count.exactOptional(),
    epochs: count.exactOptional(),
    totalEpochs: count.exactOptional(),
    cost: z.number().min(0).exactOptional(),
    price: z.number().min(0).exactOptional(),
    noImprovement: count.exactOptional(),
    workers: count,
  }),
  spent: z.object({
    timeMs: time,
    gateMs: time,
    trials: count,
    epochs: z.number().min(0),
    searchEpochs: z.number().min(0).exactOptional(),
    cost: z.number().min(0).exactOptional(),
  }),
});

const members = z.object({
  version: name,
  study,
  space,
  verdict: verdict.exactOptional(),
  gateOnly: z.boolean().exactOptional(),
  driven: z.boolean().exactOptional(),
  confirmation: confirmation.exactOptional(),
  model: modelOutcome.exactOptional(),
  head: z.object({ sha: name.exactOptional(), dirty: z.boolean() }).exactOptional(),
  base: z.object({ sha: name, how: text }).exactOptional(),
  baseConfig: config.exactOptional(),
  budget,
  backend: text,
  hardware: text,
  specPath: name,
  notices: z.array(text).max(1000),
});

/** What is rendered in its nested form must be a config of the space, or it could be as large as somebody likes. */
const nestable = z.custom<z.output<typeof members>>().superRefine((results, context) => {
  const of: Space = results.space;
  const configs = results.study.trials.filter(({ role }) => role === 'search').map(({ config: at }) => at);
  try {
    for (const item of of.incumbent ? [of.incumbent, ...configs] : configs)
      nestConfig(of, checkConfig(of, item));
  } catch {
    context.addIssue({ code: 'custom', message: 'not a config', path: ['study', 'trials'] });
  }
});

/** In this order: what would not pass the first must not reach the second. */
const schema = members.pipe(nestable);

/** Reads results that were saved as JSON (numbers that JSON lacks already restored). */
export const resultsSchema: z.ZodType<Results, unknown> = schema;

type Shape<T> = T extends readonly (infer Item)[]
  ? Shape<Item>
  : T extends object
    ? { [Key in keyof T]: unknown }
    : unknown;
type Known = z.output<typeof schema>;
type Missing<Wanted, Given> = Exclude<keyof Shape<Wanted>, keyof Shape<Given>>;
type Present<T, Key extends keyof T> = NonNullable<T[Key]>;

/** Compiles only while every member of the types that grow has its line above. */
const complete: [
  Missing<Results, Known>,
  Missing<Results['study'], Known['study']>,
  Missing<Results['study']['trials'], Known['study']['trials']>,
  Missing<Present<Results, 'verdict'>, Present<Known, 'verdict'>>,
  Missing<Present<Results, 'confirmation'>, Present<Known, 'confirmation'>>,
  Missing<Present<Results, 'model'>, Present<Known, 'model'>>,
  Missing<Results['budget']['planned'], Known['budget']['planned']>,
  Missing<Results['budget']['spent'], Known['budget']['spent']>,
] extends never[]
  ? true
  : never = true;
void complete;
