import type { Config } from '../../space/parameter.ts';
import { isFeasible } from '../merit.ts';
import type { Decision, Outcome, Strategy, Suggestion } from '../strategy.ts';
import { Ends } from './ends.ts';

/** What a rule of early stopping knows of a trial. */
export interface Course {
  /** Losses in the order of their steps; of cases each once, as they came. */
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

export interface EarlyStoppingOptions {
  readonly stoppedLoss?: StoppedLoss;
  /**
   * Steps are cases of one kind (folds, seeds), which may come in any order: a trial is as far as it has cases, whatever their
   * numbers. Default false: the step says how far it is.
   */
  readonly cases?: boolean;
}

interface MutableCourse {
  reports: Course['reports'];
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
  readonly #cases: boolean;
  readonly #courses: MutableCourse[] = [];
  readonly #ends = new Ends();

  constructor(
    inner: Strategy,
    rule: StoppingRule,
    { stoppedLoss, cases = false }: EarlyStoppingOptions = {},
  ) {
    this.#inner = inner;
    this.#rule = rule;
    this.#stoppedLoss = stoppedLoss;
    this.#cases = cases;
  }

  ask(): Suggestion {
    return this.#inner.ask();
  }

  promotion(): Suggestion | undefined {
    return this.#inner.promotion?.();
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
    const kept = course.reports.filter((report) => (this.#cases ? report.step !== step : report.step < step));
    course.reports = [...kept, { step, loss }];
    const far = this.#cases ? course.reports.length : step;
    this.#ends.reports(trial, far);
    if (inner === 'stop') return 'stop';
    if (this.#ends.isAtEnd(far)) return 'continue';
    return this.#rule(course, this.#othersThan(course)) ? 'stop' : 'continue';
  }

  tell(trial: number, outcome: Outcome): void {
    const course = this.#courses[trial]!;
    course.state = outcome.state;
    if (outcome.state === 'completed') {
      course.loss = outcome.loss;
      course.misses = !isFeasible(outcome);
      if (this.#cases && endsWithMean(course)) this.#ends.reports(trial, course.reports.length - 1);
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

/** Of how much of their spread the mean of the cases may be rounded. */
const rounding = 0.01;

/** Whether the last report is the mean of those before it, as a trial with folds says it: its last fold came before. */
function endsWithMean({ reports }: Course): boolean {
  const last = reports.at(-1)?.loss;
  const losses = reports.slice(0, -1).map(({ loss }) => loss);
  if (last === undefined || losses.length < 2) return false;
  const mean = losses.reduce((sum, loss) => sum + loss / losses.length, 0);
  return Math.abs(last - mean) <= rounding * (Math.max(...losses) - Math.min(...losses));
}
