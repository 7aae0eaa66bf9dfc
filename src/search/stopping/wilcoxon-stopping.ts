import { wilcoxonGreater } from '../../math/wilcoxon.ts';
import type { Course, StoppedLoss, StoppingRule } from './early-stopping.ts';

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
  const differences = differencesTo(leaderOf(others), course);
  if (differences.length < fewest) return false;
  if (differences.reduce((sum, difference) => sum + difference, 0) <= 0) return false;
  return wilcoxonGreater(differences) < pValue;
};

/**
 * What the best completed trial came to, and by how much the stopped one was worse on the cases in common. Its last report is the loss of
 * one case: of an easy one it would look better than all that have completed.
 */
export const wilcoxonLoss: StoppedLoss = (course, others) => {
  const leader = leaderOf(others);
  const differences = differencesTo(leader, course);
  if (leader?.loss === undefined || differences.length === 0) return undefined;
  return leader.loss + differences.reduce((sum, difference) => sum + difference / differences.length, 0);
};

function leaderOf(others: readonly Course[]): Course | undefined {
  return others
    .filter(({ state, reports }) => state === 'completed' && reports.length > 0)
    .reduce<Course | undefined>(
      (leader, other) => (leader && meanLoss(leader) <= meanLoss(other) ? leader : other),
      undefined,
    );
}

/** By how much a trial is worse than the best one on each case that both have, where both are finite. */
function differencesTo(leader: Course | undefined, { reports }: Course): readonly number[] {
  const known = new Map(leader?.reports.map(({ step, loss }) => [step, loss]));
  return reports.flatMap(({ step, loss }) => {
    const of = known.get(step);
    return of === undefined || !Number.isFinite(of) || !Number.isFinite(loss) ? [] : [loss - of];
  });
}

function meanLoss({ reports }: Course): number {
  const finite = reports.filter(({ loss }) => Number.isFinite(loss));
  if (finite.length === 0) return Number.POSITIVE_INFINITY;
  return finite.reduce((sum, { loss }) => sum + loss / finite.length, 0);
}
