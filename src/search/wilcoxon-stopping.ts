import { wilcoxonGreater } from '../math/wilcoxon.ts';
import type { Course, StoppingRule } from './early-stopping.ts';

/** Below this a trial is taken to be worse than the best one. */
const pValue = 0.1;
/** Fewer common steps prove nothing: with three signs alike p is 1/8. */
const fewest = 4;

/**
 * Stops a trial whose steps are cases of one kind (folds, seeds, test problems: each report the loss of one) when a
 * Wilcoxon signed-rank test over the cases it has in common with the best completed trial finds it worse (p < 0.1), as
 * Optuna's WilcoxonPruner does. Never while its mean is the better one.
 */
export const wilcoxonStopping: StoppingRule = (course, others) => {
  const best = others
    .filter(({ state, reports }) => state === 'completed' && reports.length > 0)
    .reduce<Course | undefined>(
      (leader, other) => (leader && meanLoss(leader) <= meanLoss(other) ? leader : other),
      undefined,
    );
  if (!best) return false;
  const known = new Map(best.reports.map(({ step, loss }) => [step, loss]));
  const common = course.reports.flatMap(({ step, loss }) => {
    const of = known.get(step);
    return of === undefined || !Number.isFinite(of) || !Number.isFinite(loss) ? [] : [{ loss, of }];
  });
  if (common.length < fewest) return false;
  if (common.reduce((sum, { loss, of }) => sum + loss - of, 0) <= 0) return false;
  return wilcoxonGreater(common.map(({ loss, of }) => loss - of)) < pValue;
};

function meanLoss({ reports }: Course): number {
  const finite = reports.filter(({ loss }) => Number.isFinite(loss));
  if (finite.length === 0) return Number.POSITIVE_INFINITY;
  return finite.reduce((sum, { loss }) => sum + loss / finite.length, 0);
}
