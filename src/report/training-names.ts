import { trialsByConfig } from '../study/leaderboard.ts';
import type { TrialRecord } from '../study/study.ts';
import type { Results } from './results.ts';
import { literal, type Safe, type Sink, type Voice } from './safe.ts';

/** «confirmation of #12», «confirmation of what ships today» where no trial of the search had its config. */
export function confirmationName<S extends Sink>(of: number | undefined, { say, name }: Voice<S>): Safe<S> {
  return say`confirmation of ${of === undefined ? literal`what ships today` : name(`#${of}`)}`;
}

/** What trainings are called: «#12» of the search, «head», «base», «confirmation of #12». */
export function trainingNames<S extends Sink>(
  results: Results,
  voice: Voice<S>,
): (training: Pick<TrialRecord, 'role' | 'trial' | 'config'>) => Safe<S> {
  const trialOf = trialsByConfig(results.study, results.space);
  return ({ role, trial, config }) => {
    if (role === 'search') return voice.name(`#${trial}`);
    if (role !== 'confirm') return role === 'head' ? literal`head` : literal`base`;
    return confirmationName(trialOf(config)?.trial, voice);
  };
}
