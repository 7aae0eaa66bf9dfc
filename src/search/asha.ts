import { plural } from '../plural.ts';
import type { Config } from '../space/parameter.ts';
import { allTried } from './any-new.ts';
import { lowestForetelling } from './rungs/foretelling.ts';
import { RungModels } from './rungs/rung-models.ts';
import { Climb, type Climber, defaultEta, type LadderOptions, ladder } from './rungs/rungs.ts';
import { Ends } from './stopping/ends.ts';
import type { Decision, Outcome, SearchProblem, Strategy, Suggestion } from './strategy.ts';

/**
 * Most trials that a rung promotes, for each 1/η of those that came there: what a model proposes later is often better than all
 * before, and each such trial would be promoted, until nothing is tried but at the full resource.
 */
const overflow = 1.25;
/** So many random trials must have come to the lowest rung before they set the bar there. */
const fewestRandom = 8;
/** Paused trials whose checkpoints are kept, for each that would be promoted now. */
const spares = 1.5;

/**
 * Asynchronous successive halving (Li et al. 2020) with model-based proposals: every config begins at the lowest rung, and
 * the best 1/η of each rung go on to the next.
 *
 * Where trials can resume, a trial pauses at its rung and a free worker promotes the best that was not promoted yet, from
 * the highest rung down; a new config is tried when there is none. Where they cannot, each trial runs for the full
 * resource and is stopped at a rung when it is worse than the best 1/η of those that came there before (ties go on).
 *
 * At the lowest rung a model's proposals would crowd out what begins slowly and ends best: it proposes what does well there, and
 * among what does well the loss there says little about the end. So whatever passes the bar that random trials set may go on, the newest
 * first, of which the model knew most.
 *
 * Where a rung is seen to rank trials the other way round than the full resource does, nothing is judged there, nor below, from then on:
 * new configs go on to the rung above at once, and of those that waited there 1/η go on when nothing new is left.
 *
 * When no new config can be had (the budget of trials, a small space) the best of each rung are promoted even where they
 * are fewer than η, so that something reaches the full resource.
 */
export class AshaStrategy implements Strategy {
  readonly #problem: SearchProblem;
  readonly #rungs: readonly number[];
  readonly #eta: number;
  readonly #resumes: boolean;
  readonly #climb: Climb;
  readonly #models: RungModels;
  readonly #ends = new Ends();
  /** The lowest rung that trials are judged at: those below were seen to mislead. */
  #lowest = 0;
  /** Of the trials that waited at rungs which were then seen to mislead those that go on when nothing new is left. */
  #late: readonly Climber[] = [];
  /** By rung; a cache, good for the ranking that it was made of. */
  readonly #places = new Map<
    number,
    { readonly ranked: readonly Climber[]; readonly places: ReadonlyMap<number, number> }
  >();

  constructor(problem: SearchProblem, options: LadderOptions = {}) {
    this.#problem = problem;
    this.#eta = options.eta ?? defaultEta;
    this.#resumes = problem.resumable ?? false;
    this.#rungs = ladder(problem.maxResource ?? 1, options);
    this.#climb = new Climb(problem, this.#rungs);
    this.#models = new RungModels(problem, this.#climb, this.#rungs, options);
  }

  ask(): Suggestion {
    const promoted = this.promotion();
    if (promoted) return promoted;
    const { trials, space } = this.#problem;
    const started = this.#climb.climbers.length;
    const proposal = trials !== undefined && started >= trials ? undefined : this.#models.propose();
    if (proposal)
      return { kind: 'new', ...proposal, ...(this.#resumes ? { resource: this.#rungs[this.#lowest]! } : {}) };
    const late = this.#promotionOfLate();
    if (late) return late;
    if (this.#climb.pending > 0) return { kind: 'wait' };
    // Nothing new will come: the best of what there is go up all the same.
    const last = this.#resumes
      ? this.#promotionOf((count) => Math.max(1, Math.round(count / this.#eta)))
      : undefined;
    if (last) return last;
    if (trials !== undefined && started >= trials) {
      const run =
        trials === 1
          ? 'the one trial was run'
          : `all ${plural(trials, 'trial')} were run, and the best of them`;
      const reason = `${run} up to the full resource`;
      return { kind: 'exhausted', reason, byTrials: true };
    }
    const reason =
      this.#climb.distinct >= space.size
        ? allTried(space.size)
        : `no config was found that was not tried (${this.#climb.distinct} were)`;
    return { kind: 'exhausted', reason };
  }

  promotion(): Suggestion | undefined {
    return this.#resumes ? this.#promotionOf((count) => Math.floor(count / this.#eta)) : undefined;
  }

  start(trial: number, config: Config, resource?: number): void {
    const { climber, isNew } = this.#climb.start(trial, config, this.#resumes ? resource : undefined);
    if (isNew) this.#models.begins(climber);
    this.#lookBack();
  }

  report(trial: number, step: number, loss: number): Decision {
    if (this.#resumes) return 'continue';
    this.#ends.reports(trial, step);
    if (this.#ends.isAtEnd(step)) return 'continue';
    const climber = this.#climb.find(trial);
    const top = this.#rungs.length - 1;
    let decision: Decision = 'continue';
    // One report may pass several rungs, where a program reports seldom.
    for (let rung = climber.losses.length; rung < top && step >= this.#rungs[rung]!; rung++) {
      this.#climb.arrives(climber, rung, Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY);
      if (this.#isWorse(climber, rung)) {
        climber.over = true;
        decision = 'stop';
      }
      this.#models.shows(climber, rung);
      if (decision === 'stop') break;
    }
    return decision;
  }

  tell(trial: number, outcome: Outcome): void {
    const climber = this.#climb.find(trial);
    const rung = climber.running ?? this.#rungs.length - 1;
    climber.running = undefined;
    if (outcome.state === 'pruned') {
      climber.over = true;
      return;
    }
    const loss = outcome.state === 'completed' ? outcome.loss : Number.POSITIVE_INFINITY;
    if (!Number.isFinite(loss)) {
      climber.over = true;
      // The rung that it was on its way to: it never came to those above, where it would make others look better.
      const next = Math.min(climber.losses.length, rung);
      this.#climb.arrives(climber, next, Number.POSITIVE_INFINITY);
      this.#models.shows(climber, next);
      return;
    }
    this.#climb.arrives(climber, rung, loss);
    this.#ends.completes(trial);
    // Rungs that it passed without a report.
    for (let below = 0; below < rung; below++)
      if (climber.losses[below] === undefined) this.#climb.arrives(climber, below, loss);
    this.#models.shows(climber, rung);
  }

  /** What came to the top since the last start may show that a rung misleads. Not told at once: what `ask` gave stays what to do. */
  #lookBack(): void {
    const lowest = lowestForetelling(this.#climb.climbers, this.#rungs.length - 1);
    if (lowest <= this.#lowest) return;
    this.#lowest = lowest;
    this.#models.beginAt(lowest);
    this.#places.clear();
    const misjudged = this.#climb.climbers.filter((climber) => this.#waitsBelow(climber));
    this.#late = misjudged.slice(0, Math.ceil(misjudged.length / this.#eta));
  }

  /**
   * Of a rung that waits: those that are promoted next, and as many again by half, since better ones raise the number that
   * is. No more than would be promoted of all trials that there will be.
   */
  mayResume(trial: number): boolean {
    const climber = this.#climb.find(trial);
    if (climber.running !== undefined) return true;
    const rung = climber.losses.length - 1;
    if (!this.#resumes || climber.over || rung < 0 || rung >= this.#rungs.length - 1) return false;
    if (rung < this.#lowest) return this.#late.includes(climber);
    const ranked = this.#climb.ranked(rung);
    const ever = Math.min(this.#problem.trials ?? Number.POSITIVE_INFINITY, this.#problem.space.size);
    const kept = Math.max(3 * this.#eta, Math.ceil((spares * ranked.length) / this.#eta));
    const place = this.#placesToGo(rung, ranked).get(trial);
    return place !== undefined && place < Math.min(kept, Math.max(1, Math.round(ever / this.#eta)));
  }

  /** The place of each trial of a rung in the order in which they go on, by number. The whole climb is asked about at once. */
  #placesToGo(rung: number, ranked: readonly Climber[]): ReadonlyMap<number, number> {
    const known = this.#places.get(rung);
    if (known?.ranked === ranked) return known.places;
    const order = this.#overBar(rung, ranked, this.#eta / spares) ?? ranked;
    const places = new Map(order.map(({ id }, place) => [id, place]));
    this.#places.set(rung, { ranked, places });
    return places;
  }

  /** The first trial of the highest rung that may go on and has not; `share`: how many of so many may. */
  #promotionOf(share: (count: number) => number): Suggestion | undefined {
    for (let rung = this.#rungs.length - 2; rung >= this.#lowest; rung--) {
      const ranked = this.#climb.ranked(rung);
      const places = share(ranked.length);
      const promoted = ranked.filter(({ losses, running = 0 }) => losses.length > rung + 1 || running > rung);
      if (promoted.length >= overflow * places) continue;
      const over = this.#overBar(rung, ranked);
      const next = (over ?? ranked.slice(0, places)).find((climber) => this.#waitsAt(climber, rung));
      if (next)
        return {
          kind: 'resume',
          trial: next.id,
          resource: this.#rungs[rung + 1]!,
          origin: over
            ? `as good as the best random ones at ${this.#rungs[rung]}`
            : `among the best of ${ranked.length} at ${this.#rungs[rung]}`,
        };
    }
    return undefined;
  }

  /** The oldest first: those that a model proposed were what does well at a rung that misleads. */
  #promotionOfLate(): Suggestion | undefined {
    const next = this.#late.find((climber) => this.#waitsBelow(climber));
    if (!next) return undefined;
    const rung = this.#rungs[next.losses.length - 1];
    return {
      kind: 'resume',
      trial: next.id,
      resource: this.#rungs[this.#lowest]!,
      origin: `nothing new is left, and how it did at ${rung} says little`,
    };
  }

  /** It waits at a rung that was then seen to mislead. */
  #waitsBelow({ losses, running, over }: Climber): boolean {
    return !over && running === undefined && losses.length > 0 && losses.length <= this.#lowest;
  }

  /**
   * Of the trials at the lowest rung those that are as good as the best of the random ones, the newest first. Undefined where no
   * model proposes, or too few trials are random yet.
   * @param of one of so many random ones sets the bar
   */
  #overBar(rung: number, ranked: readonly Climber[], of = this.#eta): readonly Climber[] | undefined {
    if (rung > this.#lowest) return undefined;
    const random = ranked.filter(({ id }) => this.#models.isRandom(id));
    if (random.length < fewestRandom) return undefined;
    const bar = random[Math.floor(random.length / of)]!.losses[rung]!;
    return ranked.filter(({ losses }) => losses[rung]! <= bar).sort((a, b) => b.id - a.id);
  }

  #waitsAt({ losses, running, over }: Climber, rung: number): boolean {
    return !over && running === undefined && losses.length === rung + 1;
  }

  /** Worse than the best 1/η of the trials that have come to this rung, itself among them: of fewer than η, than the best. */
  #isWorse(climber: Climber, rung: number): boolean {
    if (climber.losses[rung] === Number.POSITIVE_INFINITY) return true;
    if (rung < this.#lowest) return false;
    const ranked = this.#climb.ranked(rung);
    const bound = ranked[Math.max(1, Math.floor(ranked.length / this.#eta)) - 1]!.losses[rung]!;
    return climber.losses[rung]! > bound;
  }
}
