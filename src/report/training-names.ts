import { hashConfig } from '../space/config.ts';
import { rankTrials } from '../study/leaderboard.ts';
import type { TrialRecord } from '../study/study.ts';
import type { Results } from './results.ts';
import { literal, type Safe, type Sink, type Voice } from './safe.ts';

/** What trainings are called: «#12» of the search, «head», «base», «confirmation of #12». */
export function trainingNames<S extends Sink>(
  { study, space }: Results,
  { say, name }: Voice<S>,
): (training: Pick<TrialRecord, 'role' | 'trial' | 'config'>) => Safe<S> {
  const numbers = new Map(
    // Of several trials of one config the best one is meant, which is the last to be set.
    rankTrials(study)
      .reverse()
      .map(({ config, trial }) => [hashConfig(space, config), trial]),
  );
  const number = (trial: number) => name(`#${trial}`);
  return ({ role, trial, config }) => {
    if (role === 'search') return number(trial);
    if (role !== 'confirm') return role === 'head' ? literal`head` : literal`base`;
    const of = numbers.get(hashConfig(space, config));
    return say`confirmation of ${of === undefined ? literal`what ships today` : number(of)}`;
  };
}
