import { type Confirmation, mean, meanInterval } from '../confirm/judge.ts';
import { isNothingToChange } from '../confirm/nothing-to-change.ts';
import { searchedScores } from '../confirm/stage.ts';
import { nestConfig } from '../space/config.ts';
import type { Config } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import type { StudyFold } from '../study/fold.ts';
import { objectives, objectiveValues, paretoFront } from '../study/front.ts';
import { bestTrial, trialsByConfig } from '../study/leaderboard.ts';
import type { Study } from '../study/study.ts';
import type { Confirming } from './confirming.ts';
import type { Answer, Confirmed, Proposed } from './protocol.ts';

export interface Best {
  /** The trial of the search. */
  readonly trial: number;
  readonly config: Config;
  /** The best of many, which flatters; with `confirmed` the mean on fresh seeds. */
  readonly score: number;
  readonly confirmed?: Confirmed;
}

/**
 * The best trial that completed, of several metrics the best compromise. Where fresh seeds have spoken it is the one that was chosen on
 * them; what ships today, where they show that to be better.
 */
export function bestSoFar(
  fold: StudyFold,
  space: Space,
  confirming: Confirming | undefined,
): Best | undefined {
  const { confirmation, notices = [] } = confirming ?? {};
  if (confirmation) return staying(confirmation, fold, space) ?? chosen(confirmation, fold, notices);
  const best = bestTrial(fold.study());
  return best?.score === undefined ? undefined : { ...best, score: best.score };
}

/** What fresh seeds say of the config that was chosen. */
function chosen(
  { trial, mean: score, interval, final, against, improved }: Confirmation,
  fold: StudyFold,
  notices: readonly string[],
): Best {
  const { config, score: search } = fold.record(fold.find('search', trial)!);
  const scores = final.flatMap(({ recommended }) => recommended ?? []);
  const confirmed: Confirmed = {
    ...countsOf(scores, final),
    ...(interval ? { interval } : {}),
    ...(against ? { improved } : {}),
    search: search!,
    ...(notices.length > 0 ? { notices } : {}),
  };
  return { trial, config, score: score ?? search!, confirmed };
}

/** What ships today, where fresh seeds show it to be better than what was chosen, and nothing makes up for that. */
function staying(confirmation: Confirmation, fold: StudyFold, space: Space): Best | undefined {
  const ships = space.incumbent;
  if (!ships || !isNothingToChange({ confirmation, study: fold.study(), space })) return undefined;
  const { final } = confirmation;
  const scores = final.flatMap(({ incumbent }) => incumbent ?? []);
  const known = trialsByConfig(fold.study(), space)(ships);
  if (!known || scores.length === 0) return undefined;
  const interval = meanInterval(scores, [], confirmation.deterministic ? [] : searchedScores(fold.study()));
  const confirmed: Confirmed = {
    ...countsOf(scores, final),
    ...(interval ? { interval } : {}),
    improved: false,
    ...(known.score === undefined ? {} : { search: known.score }),
  };
  return { trial: known.trial, config: ships, score: mean(scores), confirmed };
}

function countsOf(
  scores: readonly number[],
  { length }: Confirmation['final'],
): Pick<Confirmed, 'seeds' | 'failed'> {
  return { seeds: scores.length, ...(scores.length < length ? { failed: length - scores.length } : {}) };
}

/** The answer to `best`; of several metrics with the front. */
export function bestAnswer(fold: StudyFold, space: Space, confirming: Confirming | undefined): Answer {
  const best = bestSoFar(fold, space, confirming);
  if (!best) return { type: 'best' };
  const study = fold.study();
  const { trial, config, score, confirmed } = best;
  return {
    type: 'best',
    ...proposed(space, trial, config),
    score,
    ...(confirmed ? { confirmed } : {}),
    ...(study.more?.length ? { front: frontOf(study, space) } : {}),
  };
}

function frontOf(study: Study, space: Space) {
  const names = objectives(study).map(({ name }) => name);
  return paretoFront(study).map((trial) => {
    const values = objectiveValues(study, trial);
    const metrics = Object.fromEntries(names.map((name, k) => [name, values[k]!]));
    return { ...proposed(space, trial.trial, trial.config), metrics };
  });
}

/** A config as answers have it. */
export function proposed(space: Space, trial: number, config: Config): Proposed {
  return { trial, config: nestConfig(space, config), params: config };
}
