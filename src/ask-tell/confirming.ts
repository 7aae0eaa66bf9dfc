import type { Confirmation } from '../confirm/judge.ts';
import { type ConfirmJob, ConfirmStage } from '../confirm/stage.ts';
import type { Space } from '../space/space.ts';
import type { DrivenSpec } from '../spec/spec.ts';
import { isTold, type StudyFold, sameJob } from '../study/fold.ts';
import { numberOf } from '../study/study.ts';

/** What is trained is the driver's affair. */
export const drivenCode = 'driven';

/** The confirm stage of a search that somebody else drives: its trainings are handed out one by one. */
export class Confirming {
  readonly #spec: DrivenSpec;
  readonly #space: Space;
  readonly #fold: StudyFold;
  /** With the number of trials of the search that it was made of: a budget that grows makes another one. */
  #made: { readonly ends: number; readonly stage: ConfirmStage | undefined } | undefined;

  constructor(spec: DrivenSpec, space: Space, fold: StudyFold) {
    this.#spec = spec;
    this.#space = space;
    this.#fold = fold;
  }

  /** What to train next once the search is over; `wait`: nothing until one that is under way is told. */
  get next(): ConfirmJob | 'wait' | undefined {
    const due = this.#stage?.due ?? [];
    const underWay = this.#trainings.filter(({ segments }) => !segments.every(isTold));
    const free = due.find((job) => !underWay.some((trial) => sameJob(trial, job)));
    return free ?? (due.length > 0 ? 'wait' : undefined);
  }

  /** The number of the next training. */
  get number(): number {
    return this.#trainings.reduce((most, { trial }) => Math.max(most, trial + 1), numberOf('confirm', 0));
  }

  /**
   * What fresh seeds have said so far; undefined before the chosen config has a score on one. When all of its trainings have
   * failed, that is said, too.
   */
  get confirmation(): Confirmation | undefined {
    if (this.#trainings.length === 0) return undefined;
    const stage = this.#stage;
    const confirmation = stage?.confirmation;
    const failed = confirmation && confirmation.final.length > 0 && stage?.due.length === 0;
    return confirmation?.mean !== undefined || failed ? confirmation : undefined;
  }

  /** Constraints that the chosen config misses on fresh seeds, in words. */
  get notices(): readonly string[] {
    return this.confirmation ? this.#stage!.notices : [];
  }

  get #trainings() {
    return this.#fold.trials.filter(({ role }) => role === 'confirm');
  }

  get #stage(): ConfirmStage | undefined {
    const { search, budget, confidence } = this.#spec;
    const ends = this.#fold.allEnds.length;
    if (search.confirm === false) return undefined;
    if (this.#made?.ends !== ends) {
      const stage = ConfirmStage.of({
        space: this.#space,
        study: this.#fold.study(),
        fold: this.#fold,
        // Which a report must not look for under a seed that the spec has come to since.
        seed: this.#fold.header.seed,
        wanted: search.confirm,
        ...(budget.epochs === undefined ? {} : { fullResource: budget.epochs }),
        code: drivenCode,
        ...(confidence === undefined ? {} : { confidence }),
      });
      // Time is for the driver to watch.
      this.#made = { ends, stage: stage === 'no time' ? undefined : stage };
    }
    return this.#made.stage;
  }
}
