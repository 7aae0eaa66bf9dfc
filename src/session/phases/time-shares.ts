import { type Clock, systemClock } from '../../study/clock.ts';
import { confirmTimeShare } from '../../study/confirm-plan.ts';
import type { LoadedSpec } from '../load-spec.ts';
import { modelTimeOf } from './model-phase.ts';

/** How the search and what follows it share the time that is left. All on the clock's milliseconds; absent: no limit. */
export interface TimeShares {
  readonly searchDeadline?: number;
  readonly confirmDeadline?: number;
  /** Longest time of one trial. */
  readonly trialTimeout?: number;
}

/** What the stages after the search need is kept back from it. */
export function shareTime(
  { spec, folder }: LoadedSpec,
  deadline: number | undefined,
  clock: Clock = systemClock,
): TimeShares {
  const left = deadline === undefined ? 0 : Math.max(0, deadline - clock.now());
  const { model, trial } = modelTimeOf(spec.trial, folder, left);
  const trialTimeout = spec.trial.timeout ?? (trial && left > 0 ? trial * left : undefined);
  const confirmDeadline = deadline === undefined ? undefined : deadline - model * left;
  const confirms = spec.search.confirm !== false;
  return {
    ...(confirmDeadline === undefined
      ? {}
      : { confirmDeadline, searchDeadline: confirmDeadline - (confirms ? confirmTimeShare * left : 0) }),
    ...(trialTimeout === undefined ? {} : { trialTimeout }),
  };
}
