import type { MeasuredTraining } from '../../baseline/measured.ts';
import { gateError } from '../../gate/compare.ts';
import { nextFamilyStep, type SeedMetrics } from '../../gate/family.ts';
import { planLooks } from '../../gate/looks.ts';
import type { SeedPair, Verdict } from '../../gate/verdict.ts';
import type { Config } from '../../space/parameter.ts';
import { trialSeed } from '../../study/seeds.ts';
import type { TrialRecord } from '../../study/study.ts';
import { runTrainings, type TrainingJob } from '../../study/trainings.ts';
import { type GatePhase, type GatePhaseOptions, gateFrame, gateMetrics } from './gate-phase.ts';
import type { KnownBaseline } from './stored-baseline.ts';

/** Fresh seeds beyond the last look that a regression near the line may need. */
const spareSeeds = 2;

/** Trainings of what ships at head, by the index of their seed. */
export class HeadTrainings {
  readonly #options: HeadOptions;
  readonly #trained = new Map<number, TrialRecord>();
  readonly #retried = new Set<number>();
  #end: 'done' | 'time' | 'cancelled' = 'done';

  constructor(options: HeadOptions) {
    this.#options = options;
  }

  get end(): 'done' | 'time' | 'cancelled' {
    return this.#end;
  }

  get trials(): readonly TrialRecord[] {
    return [...this.#trained.values()];
  }

  of(seed: number): TrialRecord | undefined {
    return this.trials.find((trial) => trial.seed === seed);
  }

  /** Trains with these seeds, as far as that is not done yet. */
  async train(seeds: readonly number[]): Promise<void> {
    const missing = seeds.filter((seed) => this.of(seed) === undefined);
    await this.#run(missing.map((seed) => this.#job(seed)));
  }

  /** Trains once more, for each seed once, where it failed: one failure may be an accident. */
  async again(seeds: readonly number[]): Promise<void> {
    const failed = seeds.filter((seed) => this.of(seed)?.state === 'failed' && !this.#retried.has(seed));
    for (const seed of failed) this.#retried.add(seed);
    await this.#run(failed.map((seed) => this.#job(seed, ' again')));
  }

  #job(seed: number, attempt = ''): TrainingJob {
    const { loaded, headCode, incumbent } = this.#options;
    const { epochs } = loaded.spec.budget;
    return {
      role: 'head',
      trial: this.#indexOf(seed),
      config: incumbent,
      seed,
      code: `${headCode}${attempt}`,
      ...(epochs === undefined ? {} : { resource: epochs }),
    };
  }

  /** Numbered as where base is trained, too, so that either takes over what the other has trained. */
  #indexOf(seed: number): number {
    const usual = gateSeeds(this.#options.loaded.spec.search.seed, mostSeeds).indexOf(seed);
    return usual >= 0 ? usual : mostSeeds + seed;
  }

  async #run(jobs: readonly TrainingJob[]): Promise<void> {
    if (jobs.length === 0 || this.#end !== 'done') return;
    const { loaded, journal, headRunners, folder, signal, onEvent, deadline } = this.#options;
    const { timeout, retries } = loaded.spec.trial;
    const { trials, end } = await runTrainings(jobs, {
      journal,
      runners: { head: headRunners },
      folder,
      signal,
      onEvent,
      ...(deadline === undefined ? {} : { deadline }),
      ...(timeout === undefined ? {} : { trialTimeout: timeout }),
      ...(retries === undefined ? {} : { retries }),
    });
    this.#end = end;
    for (const trial of trials)
      if (trial.state === 'completed' || trial.state === 'failed') this.#trained.set(trial.trial, trial);
  }
}

type HeadOptions = Pick<
  GatePhaseOptions,
  'loaded' | 'headCode' | 'journal' | 'folder' | 'headRunners' | 'signal' | 'onEvent' | 'deadline'
> & { readonly incumbent: Config };

const mostSeeds = 110;

function gateSeeds(studySeed: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => trialSeed(studySeed, 'gate', index));
}

/** The seeds with which what ships is trained to be stored: as many as any comparison with it may need. */
export function storedSeeds(options: Pick<GatePhaseOptions, 'loaded' | 'gate'>): readonly number[] {
  return gateSeeds(options.loaded.spec.search.seed, options.gate.seeds + spareSeeds);
}

export interface StoredGateOptions extends HeadOptions, Pick<GatePhaseOptions, 'gate'> {
  readonly baseline: Extract<KnownBaseline, { found: true }>;
}

/**
 * Trains head with the seeds of a baseline that was measured before, look by look, until the answer is known. There are no
 * more looks than the baseline has seeds for.
 */
export async function runStoredGate(options: StoredGateOptions): Promise<GatePhase> {
  const { gate, loaded, baseline } = options;
  const frame = gateFrame(loaded.spec, gate);
  const base = inOrder(baseline.result.trainings, loaded.spec.search.seed);
  const looks = planLooks(Math.min(gate.seeds, base.length), gate.looks);
  const head = new HeadTrainings(options);
  const deterministic = await isDeterministic();
  let planned = 0;
  let suspected: ReadonlyMap<string, number> = new Map();
  for (;;) {
    const { pairs, measured } = pairUp();
    const step = nextFamilyStep({
      ...frame,
      ...gateMetrics(loaded.spec, gate),
      looks,
      deterministic,
      pairs,
      measured,
      atEnd: head.end !== 'done' || pairs.length === base.length,
      ...(baseline.history ? { history: baseline.history } : {}),
      suspected,
    });
    if (step.done) return finish(step.verdict, pairs.length);
    suspected = step.suspected;
    planned = Math.min(step.seeds, base.length);
    const some = base.slice(0, planned);
    await head.train(some.map(({ seed }) => seed));
    await head.again(some.filter(({ score }) => score !== undefined).map(({ seed }) => seed));
  }

  function pairUp(): { readonly pairs: readonly SeedPair[]; readonly measured: readonly SeedMetrics[] } {
    const pairs: SeedPair[] = [];
    const measured: SeedMetrics[] = [];
    for (const { seed, score, metrics } of base) {
      const here = head.of(seed);
      if (!here) break;
      pairs.push({
        seed,
        ...(score === undefined ? {} : { base: score }),
        ...(here.score === undefined ? {} : { head: here.score }),
      });
      measured.push({
        seed,
        ...(score === undefined ? {} : { base: metrics }),
        ...(here.state === 'completed' ? { head: here.metrics } : {}),
      });
    }
    return { pairs, measured };
  }

  /** Where all seeds of base have one score, and three of head, too (two may be equal by chance), one says all. */
  async function isDeterministic(): Promise<boolean> {
    const [first] = base;
    if (looks[0]! < 3 || first?.score === undefined) return false;
    if (base.some(({ score }) => score !== first.score)) return false;
    const seeds = base.slice(0, 3).map(({ seed }) => seed);
    await head.train(seeds);
    const score = head.of(first.seed)?.score;
    return score !== undefined && seeds.every((seed) => head.of(seed)?.score === score);
  }

  function finish(verdict: Verdict, pairs: number): GatePhase {
    const baseConfig = baseline.result.config;
    if (head.end === 'cancelled' && pairs === 0)
      return {
        verdict: gateError('The run was cancelled before the comparison was made.', frame),
        baseConfig,
        notices: baseline.notices,
      };
    const message = head.trials.find(({ state }) => state === 'failed')?.message;
    const cut =
      head.end === 'time' && pairs < planned
        ? [`The gate compared ${pairs} of ${planned} seeds: its share of the time budget was spent.`]
        : [];
    return {
      verdict:
        message === undefined || verdict.conclusion === 'improved'
          ? verdict
          : { ...verdict, reason: `${verdict.reason} Head says: ${message}` },
      baseConfig,
      notices: [...baseline.notices, ...cut],
    };
  }
}

/** Those with the seeds that every comparison begins with first. */
function inOrder(trainings: readonly MeasuredTraining[], studySeed: number): readonly MeasuredTraining[] {
  const usual = gateSeeds(studySeed, mostSeeds);
  const place = (seed: number) => {
    const index = usual.indexOf(seed);
    return index < 0 ? usual.length : index;
  };
  return [...trainings].sort((a, b) => place(a.seed) - place(b.seed) || a.seed - b.seed);
}
