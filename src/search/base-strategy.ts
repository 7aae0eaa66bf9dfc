import { type RandomStream, randomStream } from '../math/random.ts';
import { hashConfig } from '../space/config.ts';
import type { Config } from '../space/parameter.ts';
import { allTried, anyNew } from './any-new.ts';
import { History } from './history.ts';
import type { Decision, Outcome, SearchProblem, Strategy, Suggestion } from './strategy.ts';

/**
 * What all single-fidelity strategies share: the history, the incumbent first, no repeats, and an end when every config
 * was tried. A strategy says only how it chooses.
 */
export abstract class BaseStrategy implements Strategy {
  protected readonly problem: SearchProblem;
  protected readonly history: History;

  constructor(problem: SearchProblem) {
    this.problem = problem;
    this.history = new History(problem.space);
  }

  /** A config for trial `index`, or undefined when it has none that is new. Pure. */
  protected abstract propose(index: number): { readonly config: Config; readonly origin: string } | undefined;

  ask(): Suggestion {
    const { space, incumbent, repeats } = this.problem;
    const index = this.history.trials.length;
    if (!repeats && this.history.distinct >= space.size)
      return { kind: 'exhausted', reason: allTried(space.size) };
    if (incumbent && !this.history.wasTried(hashConfig(space, incumbent)))
      return { kind: 'new', config: incumbent, origin: 'incumbent' };
    const proposal = this.propose(index);
    if (proposal && this.isNew(proposal.config)) return { kind: 'new', ...proposal };
    const left = this.anyNew(index);
    if (left) return { kind: 'new', config: left, origin: proposal?.origin ?? 'what is left' };
    return { kind: 'exhausted', reason: this.nothingLeft() };
  }

  /** Why it ends where configs of the space are left. */
  protected nothingLeft(): string {
    return `no config was found that was not tried (${this.history.distinct} were)`;
  }

  start(trial: number, config: Config): void {
    this.history.start(trial, config);
  }

  report(trial: number, step: number, _loss: number): Decision {
    this.history.report(trial, step);
    return 'continue';
  }

  tell(trial: number, outcome: Outcome): void {
    this.history.tell(trial, outcome);
  }

  /** Every trial runs to its end at once. */
  mayResume(_trial: number): boolean {
    return false;
  }

  protected stream(purpose: string, index: number): RandomStream {
    return randomStream(this.problem.seed, purpose, index);
  }

  protected isNew(config: Config): boolean {
    return this.problem.repeats === true || !this.history.wasTried(hashConfig(this.problem.space, config));
  }

  /** A random config that was not tried; undefined where none is found. */
  protected anyNew(index: number): Config | undefined {
    return anyNew(this.problem.space, this.stream('new', index), (config) => this.isNew(config));
  }
}
