import { isMisleading, rankAgreement } from '../../search/rungs/rank-agreement.ts';
import { ladder } from '../../search/rungs/rungs.ts';
import type { Spec } from '../../spec/spec.ts';
import { lossOf } from '../../study/score.ts';
import type { Study } from '../../study/study.ts';

/**
 * A warning when few epochs rank trials otherwise than all of them do, where trials are judged by few: up to which rung
 * they do.
 */
export function rankNotice(
  { trials, metric, strategy }: Study,
  { budget, search }: Pick<Spec, 'budget' | 'search'>,
): string | undefined {
  const full = budget.epochs;
  if (full === undefined || (strategy !== 'asha' && strategy !== 'hyperband')) return undefined;
  const rungs = ladder(full, {
    ...(search.eta === undefined ? {} : { eta: search.eta }),
    ...(search['min-epochs'] === undefined ? {} : { minResource: search['min-epochs'] }),
  });
  const courses = trials
    .filter(({ role, state }) => role === 'search' && state === 'completed')
    .map(({ reports }) =>
      reports.flatMap(({ step, metrics }) => {
        const value = metrics[metric.name];
        return value === undefined || !Number.isFinite(value) ? [] : [{ step, loss: lossOf(metric, value) }];
      }),
    );
  const misleading = rungs
    .slice(0, -1)
    .flatMap((rung) => rankAgreement(courses, rung, full) ?? [])
    .findLast(isMisleading);
  if (!misleading) return undefined;
  const { correlation, trials: count, resource } = misleading;
  return `After ${resource} of ${full} epochs the trials rank otherwise than at the end (rank correlation ${correlation.toFixed(2)} over ${count} trials): set search.min-epochs higher than ${resource}.`;
}
