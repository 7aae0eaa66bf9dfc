import { hashConfig } from '../space/config.ts';
import type { Config } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import type { Outcome } from './strategy.ts';

/** A trial as a strategy knows it. */
export interface Trial {
  readonly id: number;
  readonly config: Config;
  readonly hash: string;
  state: 'pending' | Outcome['state'];
  /** Final loss of a completed or pruned trial; finite. */
  loss: number | undefined;
  /** The loss of each metric, where there are several and the trial completed. */
  losses?: readonly number[];
  /** By how much each constraint is missed (> 0) or kept, where there are any and the trial completed. */
  constraints?: readonly number[];
  /** The last step that reported. */
  step: number | undefined;
}

/** What a strategy was told, in the order in which it was told: the only state of a strategy. */
export class History {
  readonly space: Space;
  /** By id. */
  readonly trials: Trial[] = [];
  /** In the order in which they ended. */
  readonly ended: Trial[] = [];
  /** Hashes of configs that were started. */
  readonly #used = new Set<string>();

  constructor(space: Space) {
    this.space = space;
  }

  get pending(): Trial[] {
    return this.trials.filter(({ state }) => state === 'pending');
  }

  /** Trials with a loss, in the order in which they ended. */
  get observed(): Trial[] {
    return this.ended.filter(({ loss }) => loss !== undefined);
  }

  wasTried(hash: string): boolean {
    return this.#used.has(hash);
  }

  /** Number of different configs tried. */
  get distinct(): number {
    return this.#used.size;
  }

  start(id: number, config: Config): void {
    const known = this.trials[id];
    if (known) {
      // It goes on to a higher resource.
      known.state = 'pending';
      const at = this.ended.indexOf(known);
      if (at >= 0) this.ended.splice(at, 1);
      return;
    }
    if (id !== this.trials.length) throw new Error(`trial ${id} starts before trial ${this.trials.length}`);
    const hash = hashConfig(this.space, config);
    this.trials.push({ id, config, hash, state: 'pending', loss: undefined, step: undefined });
    this.#used.add(hash);
  }

  report(id: number, step: number): void {
    const trial = this.#find(id);
    trial.step = step;
  }

  tell(id: number, outcome: Outcome): void {
    const trial = this.#find(id);
    trial.state = outcome.state;
    const loss = 'loss' in outcome ? outcome.loss : undefined;
    const { losses, constraints } = outcome.state === 'completed' ? outcome : {};
    if (loss !== undefined && ![loss, ...(losses ?? [])].every(Number.isFinite)) trial.state = 'failed';
    else {
      trial.loss = loss;
      if (losses) trial.losses = losses;
      if (constraints) trial.constraints = constraints;
    }
    this.ended.push(trial);
  }

  #find(id: number): Trial {
    const trial = this.trials[id];
    if (!trial) throw new Error(`trial ${id} was never started`);
    return trial;
  }
}
