import { z } from 'zod';

/** What decides, beside code, how a training ends: results under other circumstances are not compared. */
export interface Circumstances {
  /** Of what else in the spec shapes a training of what ships: the trial, the parameters, the epochs, the metric. */
  readonly spec: string;
  /** Of the lock files of the commit. */
  readonly dependencies: string;
  /** Of the data outside of git that the spec names; `none` where it names none. */
  readonly data: string;
  /** Processor, GPUs, system and runtime, in words. */
  readonly machine: string;
}

/** One training of what a commit ships. */
export interface MeasuredTraining {
  readonly seed: number;
  /** Absent: it failed. */
  readonly score?: number;
  /** Last value of each further metric that it reported. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly durationMs: number;
}

/** What a commit's shipped config scored, seed by seed. */
export interface MeasuredBaseline {
  readonly study: string;
  readonly commit: string;
  /** When it was measured, ISO 8601. */
  readonly at: string;
  readonly metric: {
    readonly name: string;
    readonly goal: 'minimize' | 'maximize';
    readonly use: 'last' | 'best';
  };
  readonly circumstances: Circumstances;
  /** What ships there. */
  readonly config: Readonly<Record<string, string | number | boolean>>;
  readonly trainings: readonly MeasuredTraining[];
}

const version = 1;
const text = z.string().max(1000);
const sha = z.string().regex(/^[0-9a-f]{40,64}$/);

const schema = z.object({
  version: z.literal(version),
  study: text,
  commit: sha,
  at: z.iso.datetime(),
  metric: z.object({ name: text, goal: z.enum(['minimize', 'maximize']), use: z.enum(['last', 'best']) }),
  circumstances: z.object({ spec: text, dependencies: text, data: text, machine: text }),
  config: z.record(text, z.union([text, z.number(), z.boolean()])),
  trainings: z
    .array(
      z.object({
        seed: z.int().min(0),
        score: z.number().exactOptional(),
        metrics: z.record(text, z.number()),
        durationMs: z.number().min(0),
      }),
    )
    .max(1000),
});

/** As it is kept in a file: small, and one training a line, so that a person can read a diff of it. */
export function writeMeasured(baseline: MeasuredBaseline): string {
  const { trainings, ...head } = baseline;
  const lines = Object.entries({ version, ...head }).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  const rows = trainings.map((training) => `    ${JSON.stringify(training)}`).join(',\n');
  return `{\n${lines.join('')}  "trainings": [\n${rows}\n  ]\n}\n`;
}

/** Reads what `writeMeasured` wrote. Returns why it cannot, in words, where it is something else. */
export function readMeasured(content: string): MeasuredBaseline | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    return { problem: `it is not JSON (${(error as Error).message})` };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) {
    const { version: _, ...baseline } = parsed.data;
    return baseline;
  }
  const given = (json as { version?: unknown } | null)?.version;
  if (typeof given === 'number' && given > version)
    return { problem: `a newer Tunegate wrote it (version ${given}, this one reads ${version})` };
  const issue = parsed.error.issues[0];
  return { problem: `${issue?.path.join('.') || 'its content'} is not as expected (${issue?.message})` };
}

/** The trainings of both: where both have a seed, the later ones count. */
export function joinMeasured(earlier: MeasuredBaseline, later: MeasuredBaseline): MeasuredBaseline {
  const seeds = new Set(later.trainings.map(({ seed }) => seed));
  const kept = earlier.trainings.filter(({ seed }) => !seeds.has(seed));
  return { ...later, trainings: [...later.trainings, ...kept] };
}
