import type { Config } from '../../space/parameter.ts';
import { isFeasible } from '../merit.ts';
import type { Decision, Outcome, Strategy, Suggestion } from '../strategy.ts';
import { Ends } from './ends.ts';

/** What a rule of early stopping knows of a trial. */
export interface Course {
  /** Losses in the order of their steps. */
  readonly reports: readonly { readonly step: number; readonly loss: number }[];
  readonly state: 'running' | Outcome['state'];
  /** What came of it, where it has completed. */
  readonly loss?: number;
}

/** Whether a trial that has just reported should stop; `others` are all other trials that may win. Pure. */
export type StoppingRule = (course: Course, others: readonly Course[]) => boolean;

/**
 * What a trial that was stopped would have come to, where its last report is no measure of that; undefined where it is, or nothing is
 * known. Pure.
 */
export type StoppedLoss = (course: Course, others: readonly Course[]) => number | undefined;

interface MutableCourse {
  readonly reports: { step: number; loss: number }[];
  state: Course['state'];
  loss?: number;
  /** It has completed and misses a constraint. */
  misses: boolean;
}

/**
 * Any strategy, whose trials a rule may stop before their end. What misses a constraint is nothing to compare with: next to it the
 * best of those that keep them all would be hopeless.
 */
export class EarlyStopping implements Strategy {
  readonly #inner: Strategy;
  readonly #rule: StoppingRule;
  readonly #stoppedLoss: StoppedLoss | undefined;
  readonly #courses: MutableCourse[] = [];
  readonly #ends = new Ends();

  constructor(inner: Strategy, rule: StoppingRule, stoppedLoss?: StoppedLoss) {
    this.#inner = inner;
    this.#rule = rule;
    this.#stoppedLoss = stoppedLoss;
  }

  ask(): Suggestion {
    return this.#inner.ask();
  }

  start(trial: number, config: Config, resource?: number): void {
    const course = this.#courses[trial];
    if (course) course.state = 'running';
    else this.#courses[trial] = { reports: [], state: 'running', misses: false };
    this.#inner.start(trial, config, resource);
  }

  report(trial: number, step: number, loss: number): Decision {
    const inner = this.#inner.report(trial, step, loss);
    const course = this.#courses[trial]!;
    // A run that is repeated says the same steps again.
    while (course.reports.length > 0 && course.reports.at(-1)!.step >= step) course.reports.pop();
    course.reports.push({ step, loss });
    this.#ends.reports(trial, step);
    if (inner === 'stop') return 'stop';
    if (this.#ends.isAtEnd(step)) return 'continue';
    return this.#rule(course, this.#othersThan(course)) ? 'stop' : 'continue';
  }

  tell(trial: number, outcome: Outcome): void {
    const course = this.#courses[trial]!;
    course.state = outcome.state;
    if (outcome.state === 'completed') {
      course.loss = outcome.loss;
      course.misses = !isFeasible(outcome);
      this.#ends.completes(trial);
    }
    if (outcome.state !== 'pruned') {
      this.#inner.tell(trial, outcome);
      return;
    }
    const loss = this.#stoppedLoss?.(course, this.#othersThan(course)) ?? outcome.loss;
    this.#inner.tell(trial, { ...outcome, loss });
  }

  #othersThan(course: Course): readonly Course[] {
    return this.#courses.filter((other) => other !== course && !other.misses);
  }

  mayResume(trial: number): boolean {
    return this.#courses[trial]?.state !== 'pruned' && (this.#inner.mayResume?.(trial) ?? true);
  }
}
