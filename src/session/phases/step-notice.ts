import { fall } from '../../study/steps.ts';
import type { Study, TrialRecord } from '../../study/study.ts';

/** So many trials that report once only are no chance. */
const fewestOnce = 3;
/** So many reports whose steps fall are no slip. */
const fewestFalling = 3;

/**
 * What is odd about the steps that trials reported: they fall, count from 0, go beyond what a trial was asked for, or there is but one,
 * where the strategy would stop trials by what they report. Undefined where they are as they should be, or nothing says how many there
 * are.
 */
export function stepNotice(
  { strategy, trials }: Study,
  earlyStopping: 'none' | 'median' | 'wilcoxon' = 'none',
): string | undefined {
  const completed = trials.filter(({ role, state }) => role === 'search' && state === 'completed');
  if (earlyStopping !== 'none' && completed.length >= fewestOnce && completed.every(hasOneReport))
    return `Trials report once, so search.early-stopping could stop none: report ${earlyStopping === 'median' ? 'after every epoch' : 'each fold'}, with its \`step\`, or remove it.`;
  // The rest is of epochs: folds have numbers of their own.
  if (earlyStopping === 'wilcoxon') return undefined;
  const falling = trials.find(({ reports }) => reports.length >= fewestFalling && fall(reports));
  if (falling && (strategy === 'asha' || earlyStopping === 'median'))
    return `Trials report steps that fall (step ${falling.reports[0]!.step} first, step ${lastStep(falling)} last), so none could be stopped early where it should: report \`step\` in the order of the training, counted from 1.`;
  const beyond = trials.find((trial) => lastStep(trial) > (trial.resource ?? Number.POSITIVE_INFINITY));
  if (beyond)
    return `Trials report steps beyond their epochs (step ${lastStep(beyond)} of ${beyond.resource}), so what is stopped early or trained further is judged at the wrong places: report \`step\` in the unit of budget.epochs, counted from 1, and train for TUNEGATE_RESOURCE of them.`;
  const fromZero = trials.find(countsFromZero);
  if (fromZero)
    return `Trials report steps that count from 0 (the last of ${fromZero.resource} epochs as step ${lastStep(fromZero)}), so they look as if they lacked the last one: report \`step\` counted from 1.`;
  if (strategy === 'asha' && completed.length >= fewestOnce && completed.every(reportsOnce))
    return `Trials report once, as step 1 of ${completed[0]!.resource}, so none could be stopped early: report after every epoch, with its \`step\`, or say search.strategy: bayesian.`;
  return undefined;
}

/** It could have had more. */
function hasOneReport({ resource, reports }: TrialRecord): boolean {
  return resource !== 1 && reports.length === 1;
}

/** At its end, most likely: a report without a step is the first. */
function reportsOnce({ resource = 1, reports }: TrialRecord): boolean {
  return resource > 1 && reports.length === 1 && reports[0]!.step === 1;
}

function countsFromZero({ state, resource, reports }: TrialRecord): boolean {
  return (
    state === 'completed' &&
    resource !== undefined &&
    reports[0]?.step === 0 &&
    reports.at(-1)?.step === resource - 1
  );
}

function lastStep({ reports }: TrialRecord): number {
  return reports.at(-1)?.step ?? 0;
}
