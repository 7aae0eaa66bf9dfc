import type { EndRecord } from '../study/record.ts';
import { divergence, type Failure } from '../trial/failure.ts';
import { isStep } from '../trial/report-lines.ts';
import type { Report } from '../trial/trial.ts';
import { AskTellError, HalfToldError, type TellRequest } from './protocol.ts';

/** What is known of a run when its end is told. */
export interface ToldRun {
  readonly role: EndRecord['role'];
  readonly run: string;
  /** When it began (ISO 8601), where the journal says. */
  readonly begun: string | undefined;
  /** Name of the metric that counts. */
  readonly metric: string;
  /** The trial's score by what was reported. */
  readonly score: number | undefined;
  /** The strategy has said stop. */
  readonly stopped: boolean;
  /** How it failed by a report whose metric is not a finite number, where there is one. */
  readonly diverged: Failure | undefined;
}

/** By the first report of a run whose metric is not a finite number the trial has failed, whatever it still says. */
export function divergenceOf(reports: readonly Report[], metric: string): Failure | undefined {
  for (const report of reports) {
    const failure = divergence(report, metric);
    if (failure) return failure;
  }
  return undefined;
}

/** @throws {AskTellError} for what cannot be told together */
export function checkTold({ lost, failed, metrics, reason }: TellRequest): void {
  if (lost && (failed !== undefined || metrics !== undefined || reason !== undefined))
    throw new AskTellError(`a trial that was lost has nothing else to tell`);
  if (reason !== undefined && failed === undefined)
    throw new HalfToldError('a reason belongs to a failure', {
      line: 'say "failed", too',
      command: 'say --failed, too',
    });
}

/** @throws {AskTellError} for a step that is none */
export function checkStep(step: number | undefined): void {
  if (step !== undefined && !isStep(step))
    throw new AskTellError(
      `step: expected how far the trial is, a number from 0 to ${Number.MAX_SAFE_INTEGER}, found ${step}`,
    );
}

/** The end of a run as its driver tells it, now. */
export function toldEnd(
  { trial, failed, reason, lost }: TellRequest,
  { role, run, begun, metric, score, stopped, diverged }: ToldRun,
): EndRecord {
  const at = new Date();
  const durationMs = begun === undefined ? 0 : Math.max(0, at.getTime() - Date.parse(begun));
  const base = { type: 'end' as const, role, trial, run };
  const rest = { durationMs, at: at.toISOString() };
  // With a reason, since the strategy has heard its reports.
  if (lost) return { ...base, state: 'interrupted', reason: 'signal', message: 'lost', ...rest };
  // As for trials of our own: once the strategy has said stop, the result is known.
  if (stopped && score !== undefined) return { ...base, state: 'pruned', score, ...rest };
  if (failed !== undefined) {
    const message = failed === true ? 'the driver says that it failed' : failed;
    return { ...base, state: 'failed', reason: reason ?? 'crash', message, ...rest };
  }
  if (diverged) return { ...base, state: 'failed', ...diverged, ...rest };
  if (score !== undefined) return { ...base, state: 'completed', score, ...rest };
  return {
    ...base,
    state: 'failed',
    reason: 'not-finite',
    message: `${metric} is not a finite number`,
    ...rest,
  };
}
