import { plural } from '../plural.ts';
import type { Clock } from './clock.ts';
import { isTold, type StudyFold } from './fold.ts';
import type { StopRecord } from './record.ts';
import type { StopReason, TrialRole } from './study.ts';

/** Trials that completed, were pruned or failed: of the search, the confirm stage, or both sides of the gate. */
export function countFinished(fold: StudyFold, role: TrialRole): number {
  const kind = (of: TrialRole) => (of === 'base' ? 'head' : of);
  return fold.trials.filter((item) => kind(item.role) === kind(role) && item.segments.some(isTold)).length;
}

/** Why a search ends whose budget has no more trials. */
export function trialsSpent(trials: number): string {
  return `the budget of ${plural(trials, 'trial')} is spent`;
}

/**
 * Says so when no further run can finish in time: the quickest completed one of its kind took longer than what is
 * left. Undefined when there may be time enough, or nothing is known yet.
 *
 * @param kept milliseconds before the deadline by which it has to finish
 */
export function tooLate(
  fold: StudyFold,
  kind: 'search' | 'gate',
  deadline: number | undefined,
  clock: Clock,
  kept = 0,
): { readonly reason: 'time'; readonly detail: string } | undefined {
  if (deadline === undefined) return undefined;
  const left = deadline - clock.now();
  const quickest = fold.trials
    .filter(({ role }) => (role === 'search' || role === 'confirm') === (kind === 'search'))
    .flatMap((trial) => trial.segments)
    .filter((segment) => segment.end?.state === 'completed')
    .reduce((least, segment) => Math.min(least, segment.end?.durationMs ?? least), Number.POSITIVE_INFINITY);
  if (quickest === Number.POSITIVE_INFINITY || quickest + kept <= left) return undefined;
  const fresh =
    quickest <= left
      ? `, of which trainings on fresh seeds may need ${seconds(kept)} more than their share,`
      : '';
  const detail = `${seconds(left)} were left${fresh === '' ? '' : ' for the search'}${fresh} and the quickest trial so far took ${seconds(quickest)}, so no further one was started`;
  return { reason: 'time', detail };
}

function seconds(ms: number): string {
  return `${(Math.max(0, ms) / 1000).toFixed(1)} s`;
}

/** What a stop record has of the budget, so that it can be told whether it has grown. */
export function spentBudget(
  reason: StopReason,
  { trials, epochs }: { readonly trials?: number; readonly epochs?: number },
): Pick<StopRecord, 'trials' | 'epochs'> {
  if (reason === 'epochs' && epochs !== undefined) return { epochs };
  return reason === 'exhausted' && trials !== undefined ? { trials } : {};
}
