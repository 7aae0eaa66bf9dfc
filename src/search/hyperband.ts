import { plural } from '../plural.ts';
import type { Config } from '../space/parameter.ts';
import { RungModels } from './rungs/rung-models.ts';
import { Climb, type Climber, defaultEta, type LadderOptions, ladder } from './rungs/rungs.ts';
import type { Decision, Outcome, SearchProblem, Strategy, Suggestion } from './strategy.ts';

/** So many configs trained to such a resource. */
export interface PlannedRung {
  readonly configs: number;
  readonly resource: number;
}

/** Successive halving from one lowest resource. */
export interface Bracket {
  readonly rungs: readonly PlannedRung[];
  /** Epochs (or other steps) of all its trainings when none fails. */
  readonly cost: number;
}

/** A bracket with the trials that it holds. */
interface Filled {
  readonly bracket: Bracket;
  readonly members: readonly Climber[];
}

export interface PlanOptions extends LadderOptions {
  readonly maxResource: number;
  /** Configs that there are at all: a space may have fewer than a rung wants. */
  readonly configs: number;
  /** A promoted trial goes on from where it paused; otherwise it is trained from the start. */
  readonly resumable: boolean;
}

/**
 * The brackets of one round of Hyperband (Li et al. 2018), the one with the lowest resource first: with s + 1 rungs
 * ⌈(s_max + 1) / (s + 1) · η^s⌉ configs begin, and the best 1/η of each rung go on. Where the configs do not suffice the
 * last brackets have fewer, and promote all the same.
 */
export function hyperbandPlan(options: PlanOptions): readonly Bracket[] {
  const { maxResource, configs, resumable, eta = defaultEta } = options;
  const rungs = ladder(maxResource, options);
  const brackets: Bracket[] = [];
  let left = configs;
  for (let first = 0; first < rungs.length && left > 0; first++) {
    const steps = rungs.length - 1 - first;
    let count = Math.min(left, Math.ceil((rungs.length / (steps + 1)) * eta ** steps));
    left -= count;
    const planned: PlannedRung[] = [];
    for (const resource of rungs.slice(first)) {
      planned.push({ configs: count, resource });
      count = Math.max(1, Math.floor(count / eta));
    }
    brackets.push({ rungs: planned, cost: costOf(planned, resumable) });
  }
  return brackets;
}

function costOf(rungs: readonly PlannedRung[], resumable: boolean): number {
  return rungs.reduce((sum, { configs, resource }, rung) => {
    const before = resumable ? (rungs[rung - 1]?.resource ?? 0) : 0;
    return sum + configs * (resource - before);
  }, 0);
}

/** One sentence for people, before it starts. */
export function describePlan(plan: readonly Bracket[]): string {
  const brackets = plan.map(({ rungs }) =>
    rungs.map(({ configs, resource }) => `${configs} to ${resource}`).join(' → '),
  );
  const cost = plan.reduce((sum, bracket) => sum + bracket.cost, 0);
  const all = plan.reduce((sum, { rungs }) => sum + rungs[0]!.configs, 0);
  return `A round has ${plural(plan.length, 'bracket')}, ${plural(all, 'config')} and ${plural(cost, 'epoch')}: ${brackets.join('; ')}.`;
}

/**
 * Hyperband with model-based proposals (Falkner et al. 2018 draw from a TPE; here from a Gaussian process of all rungs).
 * Brackets follow one another, round after round; while the last trials of a rung run, free workers begin the next bracket.
 */
export class HyperbandStrategy implements Strategy {
  readonly #problem: SearchProblem;
  readonly #options: LadderOptions;
  readonly #rungs: readonly number[];
  readonly #climb: Climb;
  readonly #models: RungModels;

  constructor(problem: SearchProblem, options: LadderOptions = {}) {
    this.#problem = problem;
    this.#options = options;
    this.#rungs = ladder(problem.maxResource ?? 1, options);
    this.#climb = new Climb(problem, this.#rungs);
    this.#models = new RungModels(problem, this.#climb, this.#rungs, options);
  }

  /** The brackets from the first to the one that the next new config belongs to. */
  #brackets(): readonly Filled[] {
    const { trials, space, repeats, resumable = false } = this.#problem;
    const configs = Math.min(
      trials ?? Number.POSITIVE_INFINITY,
      repeats ? Number.POSITIVE_INFINITY : space.size,
    );
    const members = this.#climb.climbers;
    const found: { bracket: Bracket; members: Climber[] }[] = [];
    let taken = 0;
    while (taken <= members.length && taken < configs) {
      const plan = hyperbandPlan({
        ...this.#options,
        maxResource: this.#problem.maxResource ?? 1,
        configs: configs - taken,
        resumable,
      });
      for (const bracket of plan) {
        const count = bracket.rungs[0]!.configs;
        found.push({ bracket, members: members.slice(taken, taken + count) });
        taken += count;
        if (taken > members.length) break;
      }
    }
    return found;
  }

  ask(): Suggestion {
    const brackets = this.#brackets();
    const promoted = this.#promotionAmong(brackets);
    if (promoted) return promoted;
    for (const { bracket, members } of brackets) {
      if (members.length < bracket.rungs[0]!.configs) {
        const proposal = this.#models.propose();
        if (proposal) return { kind: 'new', ...proposal, resource: bracket.rungs[0]!.resource };
      }
    }
    if (this.#climb.pending > 0) return { kind: 'wait' };
    return {
      kind: 'exhausted',
      reason: `every bracket is done: ${plural(this.#climb.distinct, 'config was', 'configs were')} tried`,
    };
  }

  promotion(): Suggestion | undefined {
    return this.#promotionAmong(this.#brackets());
  }

  start(trial: number, config: Config, resource?: number): void {
    const { climber, isNew } = this.#climb.start(trial, config, resource);
    if (isNew) this.#models.begins(climber);
  }

  report(): Decision {
    return 'continue';
  }

  tell(trial: number, outcome: Outcome): void {
    const climber = this.#climb.find(trial);
    const rung = climber.running ?? this.#rungs.length - 1;
    climber.running = undefined;
    const loss = 'loss' in outcome && Number.isFinite(outcome.loss) ? outcome.loss : Number.POSITIVE_INFINITY;
    // What was pruned is not to go on, and what it last said is no measure of what it would have come to at its rung. A model learns all
    // the same that it was bad there.
    this.#climb.arrives(climber, rung, outcome.state === 'pruned' ? Number.POSITIVE_INFINITY : loss);
    if (climber.losses[rung] === Number.POSITIVE_INFINITY) climber.over = true;
    this.#models.shows(climber, rung, loss);
  }

  /** Until a rung of its bracket is complete and it is not among the best. */
  mayResume(trial: number): boolean {
    const climber = this.#climb.find(trial);
    if (climber.running !== undefined) return true;
    if (climber.over) return false;
    const own = this.#brackets().find(({ members }) => members.includes(climber));
    if (!own) return false;
    const { rungs } = own.bracket;
    let alive = own.members;
    let complete = alive.length === rungs[0]!.configs;
    for (const [index, { resource }] of rungs.entries()) {
      const next = rungs[index + 1];
      const rung = this.#climb.rungOf(resource);
      if (!next) return climber.losses[rung] === undefined;
      complete &&= alive.every(({ losses }) => losses[rung] !== undefined);
      if (!complete) return true;
      alive = bestAt(alive, rung, next.configs);
      if (!alive.includes(climber)) return false;
    }
    return false;
  }

  #promotionAmong(brackets: readonly Filled[]): Suggestion | undefined {
    for (const { bracket, members } of brackets) {
      const promoted = this.#promotionIn(bracket, members);
      if (promoted) return promoted;
    }
    return undefined;
  }

  /** The next of a bracket to go on, from its lowest complete rung up. */
  #promotionIn({ rungs }: Bracket, members: readonly Climber[]): Suggestion | undefined {
    let alive = members;
    let wanted = rungs[0]!.configs;
    for (const [index, { resource }] of rungs.entries()) {
      const next = rungs[index + 1];
      const rung = this.#climb.rungOf(resource);
      const done = alive.filter(({ losses }) => losses[rung] !== undefined);
      if (!next || alive.length < wanted || done.length < alive.length) return undefined;
      const best = bestAt(done, rung, next.configs);
      const above = this.#climb.rungOf(next.resource);
      const waiting = best.find(
        ({ losses, running }) => losses[above] === undefined && running === undefined,
      );
      if (waiting)
        return {
          kind: 'resume',
          trial: waiting.id,
          resource: next.resource,
          origin: `among the best ${best.length} of ${done.length} at ${resource}`,
        };
      alive = best;
      // Of those that failed nothing goes on.
      wanted = best.length;
    }
    return undefined;
  }
}

/** The best of a rung that did not fail, at most so many, best first; of equals the earlier. */
function bestAt(climbers: readonly Climber[], rung: number, count: number): Climber[] {
  return climbers
    .filter(({ losses }) => losses[rung] !== Number.POSITIVE_INFINITY)
    .sort((a, b) => a.losses[rung]! - b.losses[rung]! || a.id - b.id)
    .slice(0, count);
}
