import type { Results } from '../report/results.ts';
import type { BudgetSpec } from '../spec/spec.ts';
import { epochsSpent, epochsTrained } from '../study/epochs.ts';
import type { StudyFold } from '../study/fold.ts';
import { costOf, timeLimit } from '../study/time-limit.ts';

/** What a run may spend and what it has spent, for its report. */

type Budget = Results['budget'];

/** The plan of a spec. */
export function plannedOf(budget: BudgetSpec, workers: number): Budget['planned'] {
  const { trials, epochs, cost, price } = budget;
  const limit = timeLimit(budget);
  const totalEpochs = budget['total-epochs'];
  const noImprovement = budget['no-improvement'];
  return {
    workers,
    ...(limit === undefined ? {} : { timeMs: limit.ms }),
    ...(trials === undefined ? {} : { trials }),
    ...(epochs === undefined ? {} : { epochs }),
    ...(totalEpochs === undefined ? {} : { totalEpochs }),
    ...(cost === undefined ? {} : { cost }),
    ...(price === undefined ? {} : { price }),
    ...(noImprovement === undefined ? {} : { noImprovement }),
  };
}

/**
 * @param timeMs since the step began
 * @param gateMs of it for the gate
 * @param resumable whether trials go on from where they paused
 */
export function spentOf(
  { price, ...budget }: BudgetSpec,
  fold: StudyFold,
  timeMs: number,
  gateMs: number,
  resumable: boolean,
): Budget['spent'] {
  const { trials } = fold.study();
  return {
    timeMs,
    gateMs,
    trials: trials.filter(
      ({ role, state }) =>
        role === 'search' && (state === 'completed' || state === 'pruned' || state === 'failed'),
    ).length,
    epochs: epochsTrained(fold, resumable),
    ...(budget['total-epochs'] === undefined ? {} : { searchEpochs: epochsSpent(fold, resumable) }),
    ...(price === undefined ? {} : { cost: costOf(timeMs, price) }),
  };
}

/** @param bytes the limit of the spec */
export function dropNotice(trials: number, bytes = 0): string {
  const kept = `the checkpoints of ${trials === 1 ? 'a paused trial were' : `${trials} paused trials were`} deleted`;
  return `To keep within budget.disk (${sizeWords(bytes)}) ${kept}; such a trial trains from scratch if it goes on.`;
}

function sizeWords(bytes: number): string {
  const [unit, name] =
    bytes >= 2 ** 30 ? [2 ** 30, 'GiB'] : bytes >= 2 ** 20 ? [2 ** 20, 'MiB'] : [1024, 'KiB'];
  return `${Number((bytes / unit).toPrecision(3))} ${name}`;
}
