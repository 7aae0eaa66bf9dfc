import type { Study, TrialRecord } from '../study/study.ts';

/**
 * What is odd about the steps that trials reported: they count from 0, or go beyond what a trial was asked for. Undefined
 * where they are as they should be, or nothing says how many there are.
 */
export function stepNotice({ trials }: Study): string | undefined {
  const beyond = trials.find((trial) => lastStep(trial) > (trial.resource ?? Number.POSITIVE_INFINITY));
  if (beyond)
    return `Trials report steps beyond their epochs (step ${lastStep(beyond)} of ${beyond.resource}), so what is stopped early or trained further is judged at the wrong places: report \`step\` in the unit of budget.epochs, counted from 1, and train for TUNEGATE_RESOURCE of them.`;
  const fromZero = trials.find(countsFromZero);
  if (fromZero)
    return `Trials report steps that count from 0 (the last of ${fromZero.resource} epochs as step ${lastStep(fromZero)}), so they look as if they lacked the last one: report \`step\` counted from 1.`;
  return undefined;
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
