/**
 * Where trials end, by their own steps (or the number of their folds). Whoever has come there has been trained: to stop it would save
 * nothing and lose its result. It need not be the full resource: a program that reports once, when all is done, says no step, which
 * counts as the first.
 */
export class Ends {
  /** Last step by trial. */
  readonly #last = new Map<number, number>();
  #end: number | undefined;

  reports(trial: number, step: number): void {
    this.#last.set(trial, step);
  }

  /** A trial has completed: of those that did, the furthest says where the end is. */
  completes(trial: number): void {
    const last = this.#last.get(trial);
    if (last !== undefined) this.#end = Math.max(this.#end ?? last, last);
  }

  isAtEnd(step: number): boolean {
    return this.#end !== undefined && step >= this.#end;
  }
}
