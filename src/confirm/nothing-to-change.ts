import { hashConfig } from '../space/config.ts';
import type { Space } from '../space/space.ts';
import { misses } from '../study/front.ts';
import type { Study } from '../study/study.ts';
import type { Confirmation } from './judge.ts';

interface Confirmed {
  readonly study: Study;
  readonly space: Space;
  readonly confirmation?: Confirmation;
}

/** Whether fresh seeds showed the best config to be worse than what ships, with nothing else that speaks for it. */
export function isNothingToChange(confirmed: Confirmed): boolean {
  const { confirmation, study } = confirmed;
  return confirmation?.against?.conclusion === 'regressed' && !study.more?.length && !shipsMissing(confirmed);
}

/** Whether what ships misses a constraint, by what the search measured of it. */
export function shipsMissing({ study, space }: Confirmed): boolean {
  const { incumbent } = space;
  if (!incumbent || !study.constraints?.length) return false;
  const hash = hashConfig(space, incumbent);
  return study.trials.some(
    (trial) =>
      trial.role === 'search' && hashConfig(space, trial.config) === hash && misses(study, trial).length > 0,
  );
}
