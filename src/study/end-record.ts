import type { TrialOutcome } from '../trial/trial.ts';
import type { EndRecord } from './record.ts';
import type { TrialRecord } from './study.ts';

/**
 * What the journal says of a run that ended.
 *
 * @param stopped whether the strategy said so
 * @param score of what it reported, where that is known
 */
export function endRecord(
  { role, trial }: Pick<TrialRecord, 'role' | 'trial'>,
  run: string,
  outcome: TrialOutcome,
  stopped: boolean,
  score: number | undefined,
  metric: string,
): EndRecord {
  const { durationMs, backend } = outcome;
  const base = { type: 'end' as const, role, trial, run };
  const rest = { durationMs, backend, at: new Date().toISOString() };
  // Once the strategy has said stop the result is known: whether the program ended by itself at that moment, or was
  // interrupted, must not make a difference when the study is repeated.
  if ((stopped || outcome.state === 'stopped') && score !== undefined)
    return { ...base, state: 'pruned', score, ...rest };
  const tail = outcome.tail === '' ? {} : { tail: outcome.tail };
  if (outcome.state === 'failed') {
    const { reason, message } = outcome;
    return { ...base, state: 'failed', reason, message, ...rest, ...tail };
  }
  if (outcome.state === 'interrupted') return { ...base, state: 'interrupted', ...rest };
  if (score !== undefined) return { ...base, state: 'completed', score, ...rest };
  const message = `the trial ended without a finite value of ${metric}`;
  return { ...base, state: 'failed', reason: 'no-metric', message, ...rest, ...tail };
}
