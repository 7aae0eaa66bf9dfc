import type { Call } from '../search/call.ts';
import type { Decision, Outcome, Strategy, Suggestion } from '../search/strategy.ts';
import type { Config } from '../space/parameter.ts';
import type { Thinker } from './thinker.ts';

/** A suggestion that is still being computed. */
export interface Thought {
  /** Settles when asking again may give more; never rejects. */
  readonly ready: Promise<unknown>;
}

interface Asked {
  /** How many starts and ends the strategy knew of. */
  readonly at: number;
  /** Nothing had ended since the last start. */
  readonly ahead: boolean;
  readonly answer: Promise<unknown>;
  suggestion?: Suggestion;
}

/**
 * The strategy of a study with several workers, which has its next suggestion ready when a worker becomes free.
 *
 * It is computed as soon as a trial has started, while all workers are busy: the result that then frees a worker is not in
 * it, but the trial was in it as a pending one. So suggestion n + 1 always is that of the strategy after the n-th start,
 * however fast anybody thinks: the same order of records makes the same decisions, and a study that was killed goes on with
 * the suggestion that it would have had. Only a new config keeps that long, since only a start could make it a repetition;
 * for any other answer the strategy is asked anew, with all results. A trial that can go on to a higher resource comes before
 * a new config, whatever was thought: which one that is, is known at once, with all results.
 *
 * With a thread that is no more, it thinks here.
 */
export class ThinkAhead implements Strategy {
  readonly #strategy: Strategy;
  readonly #thinker: Thinker;
  /** Calls that the thread has not been told of: all of them, until it is begun. */
  #calls: Call[] = [];
  #begun = false;
  #told = 0;
  #asked: Asked | undefined;
  #alone = false;

  /** Both fresh. */
  constructor(strategy: Strategy, thinker: Thinker) {
    this.#strategy = strategy;
    this.#thinker = thinker;
  }

  /** After a replay of what is known: computes what would have been computed after the last start. */
  begin(): void {
    const last = this.#calls.findLastIndex(({ to }) => to === 'start');
    const later = this.#calls.splice(last + 1);
    this.#begun = true;
    this.#think(this.#told - later.filter(({ to }) => to !== 'report').length, true);
    this.#calls = later;
  }

  /** What the next free worker should do, if it is known already. */
  suggest(): Suggestion | Thought {
    if (this.#alone) return this.#strategy.ask();
    const promoted = this.promotion();
    if (promoted) return promoted;
    const { suggestion, at, ahead, answer } = this.#asked ?? this.#think(this.#told, false);
    if (!suggestion) return { ready: answer };
    // One that was asked for in between would be another after a kill, whose replay asks after the last of these results.
    const keeps = ahead && suggestion.kind === 'new';
    if (keeps || at === this.#told) return suggestion;
    return { ready: this.#think(this.#told, false).answer };
  }

  /** The strategy's own answer, computed here. */
  ask(): Suggestion {
    return this.#strategy.ask();
  }

  promotion(): Suggestion | undefined {
    return this.#strategy.promotion?.();
  }

  start(trial: number, config: Config, resource?: number): void {
    this.#strategy.start(trial, config, resource);
    this.#tell({ to: 'start', trial, config, ...(resource === undefined ? {} : { resource }) });
    if (this.#begun) this.#think(this.#told, true);
  }

  report(trial: number, step: number, loss: number): Decision {
    this.#tell({ to: 'report', trial, step, loss });
    return this.#strategy.report(trial, step, loss);
  }

  tell(trial: number, outcome: Outcome): void {
    this.#strategy.tell(trial, outcome);
    this.#tell({ to: 'tell', trial, outcome });
  }

  mayResume(trial: number): boolean {
    return this.#strategy.mayResume?.(trial) ?? true;
  }

  #tell(call: Call): void {
    if (call.to !== 'report') this.#told += 1;
    this.#calls.push(call);
  }

  #think(at: number, ahead: boolean): Asked {
    this.#thinker.call(this.#calls);
    this.#calls = [];
    const asking = this.#thinker.ask();
    const asked: Asked = {
      at,
      ahead,
      answer: asking.then(
        (suggestion) => {
          asked.suggestion = suggestion;
        },
        () => {
          this.#alone = true;
        },
      ),
    };
    this.#asked = asked;
    return asked;
  }
}
