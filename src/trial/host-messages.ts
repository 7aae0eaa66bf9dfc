import { z } from 'zod';
import { declaredSchema } from './declared.ts';
import type { FromHost } from './protocol.ts';
import { isStep, metricNumber } from './report-lines.ts';
import { failureReasons } from './trial.ts';

/** What a trial host says, read with care: it runs the user's code in its own process. */

const fromHost: z.ZodType<FromHost> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), backend: z.string(), notes: z.array(z.string()) }),
  z.object({ type: z.literal('load-failed'), message: z.string() }),
  z.object({
    type: z.literal('report'),
    id: z.int(),
    step: z.number().refine(isStep),
    metrics: z.record(z.string(), z.union([z.number(), z.string()])),
  }),
  z.object({
    type: z.literal('appraised'),
    id: z.int(),
    metrics: z.record(z.string(), z.union([z.number(), z.string()])),
  }),
  z.object({ type: z.literal('measured'), id: z.int(), stepMs: z.number() }),
  z.object({ type: z.literal('declared'), id: z.int(), parameters: z.array(declaredSchema) }),
  z.object({ type: z.literal('finished'), id: z.int() }),
  z.object({ type: z.literal('done'), id: z.int(), stopped: z.boolean() }),
  z.object({
    type: z.literal('failed'),
    id: z.int(),
    reason: z.enum(failureReasons),
    message: z.string(),
  }),
]);

/** A message that cannot be understood although it claims to be a report. */
const malformedReport = z.object({ type: z.literal('report'), id: z.int() });

/** A message of a host. */
export type HostMessage =
  | FromHost
  | { readonly type: 'malformed'; readonly id: number; readonly problem: string };

/** The user's code may send messages, too: what is none of ours is nothing. */
export function readMessage(message: unknown): HostMessage | undefined {
  const parsed = fromHost.safeParse(message);
  if (parsed.success) return parsed.data;
  const report = malformedReport.safeParse(message);
  if (!report.success) return undefined;
  const text = JSON.stringify(message);
  return {
    type: 'malformed',
    id: report.data.id,
    problem: `a report needs a number from 0 to ${Number.MAX_SAFE_INTEGER} as its step and numbers as its metrics: ${text.length > 200 ? `${text.slice(0, 200)}…` : text}`,
  };
}

/** Metrics as numbers: those that are none are left out. */
export function readMetrics(items: Readonly<Record<string, number | string>>): Record<string, number> {
  const metrics: Record<string, number> = {};
  for (const [name, item] of Object.entries(items)) {
    const number = metricNumber(item);
    if (number !== undefined) metrics[name] = number;
  }
  return metrics;
}
