import { nestConfig } from '../space/config.ts';
import type { Config } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import type { StudyFold } from '../study/fold.ts';
import { objectives, objectiveValues, paretoFront } from '../study/front.ts';
import { bestTrial } from '../study/leaderboard.ts';
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

/** The best trial that completed, of several metrics the best compromise; the one that was chosen on fresh seeds where they have spoken. */
export function bestSoFar(fold: StudyFold, confirming: Confirming | undefined): Best | undefined {
  const { confirmation, notices = [] } = confirming ?? {};
  if (confirmation?.mean !== undefined) {
    const { trial, mean, interval, final, against, improved } = confirmation;
    const { config, score } = fold.record(fold.find('search', trial)!);
    const confirmed: Confirmed = {
      seeds: final.filter(({ recommended }) => recommended !== undefined).length,
      ...(interval ? { interval } : {}),
      ...(against ? { improved } : {}),
      search: score!,
      ...(notices.length > 0 ? { notices } : {}),
    };
    return { trial, config, score: mean, confirmed };
  }
  const best = bestTrial(fold.study());
  return best?.score === undefined ? undefined : { ...best, score: best.score };
}

/** The answer to `best`; of several metrics with the front. */
export function bestAnswer(fold: StudyFold, space: Space, confirming: Confirming | undefined): Answer {
  const best = bestSoFar(fold, confirming);
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
