import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type RandomStream, randomStream } from '../../src/math/random.ts';
import type { SearchPlan } from '../../src/search/plan.ts';
import type { Decision, Outcome, SearchProblem, Strategy, Suggestion } from '../../src/search/strategy.ts';
import { checkConfig, hashConfig } from '../../src/space/config.ts';
import type { Config, ParameterDefinition, ParameterDefinitions } from '../../src/space/parameter.ts';
import { sampleConfig } from '../../src/space/sample.ts';
import { createSpace, type Space } from '../../src/space/space.ts';
import { arbitraryDefinitions, smallDefinitions } from '../space/arbitrary.ts';

/**
 * Random spaces and random histories, and what no strategy may ever do whatever it is told. Used by the test suite with
 * some hundred studies, and by `npm run test:campaign` with ten thousand.
 */

export type Make = (problem: SearchProblem, known: Known) => Strategy;

/** What is known before the study. */
export type Known = Pick<SearchPlan, 'tryFirst' | 'earlier'>;

/** Kinds of results; a study has a mix of some. */
const results = [
  'smooth',
  'constant',
  'huge',
  'tiny',
  'infinite',
  'nan',
  'failed',
  'pruned',
  'adversarial',
] as const;
type ResultKind = (typeof results)[number];

export interface StudyCase {
  readonly definitions: ParameterDefinitions;
  readonly seed: number;
  readonly trials: number;
  readonly workers: number;
  /** Whether the strategy knows how many trials there will be. */
  readonly knowsBudget: boolean;
  readonly repeats: boolean;
  readonly maxResource: number | undefined;
  /** Whether trials can pause and go on. */
  readonly resumable: boolean;
  readonly kinds: readonly ResultKind[];
  readonly metrics: number;
  readonly constraints: number;
  /** Configs to try first, and how many results of an earlier study are known; its losses are honest or mislead. */
  readonly tryFirst: number;
  readonly earlier: number;
  readonly honest: boolean;
  /** After how many asks the study is killed, and goes on from its records; never: a larger number. */
  readonly kill: number;
}

const odd: fc.Arbitrary<ParameterDefinition> = fc.constantFrom<ParameterDefinition>(
  { type: 'float', min: -1e308, max: 1e308 },
  { type: 'float', min: 1e-300, max: 1e300, scale: 'log' },
  { type: 'float', min: 5e-324, max: 1e-320 },
  { type: 'float', min: 1, max: 1 + 1e-12 },
  { type: 'float', min: 0, max: 1, step: 1 },
  { type: 'float', min: 3, max: 3 },
  { type: 'int', min: -(2 ** 52), max: 2 ** 52 - 2 },
  { type: 'int', min: 1, max: 2 ** 40, scale: 'log' },
  { type: 'int', min: 1, max: 2 ** 40, scale: 'reverse-log' },
  { type: 'int', min: 7, max: 7 },
  { type: 'choice', values: Array.from({ length: 300 }, (_, i) => i), ordered: true },
  { type: 'choice', values: Array.from({ length: 300 }, (_, i) => `v${i}`) },
  { type: 'repeat', min: 0, max: 6, of: { width: { type: 'int', min: 1, max: 3 }, skip: { type: 'bool' } } },
  { type: 'repeat', min: 2, max: 2, of: { rate: { type: 'float', min: 0, max: 1 } } },
);
const odds = fc
  .array(odd, { minLength: 1, maxLength: 3 })
  .map((items) => Object.fromEntries(items.map((item, i) => [`p${i}`, item])));
const wide = fc
  .constantFrom(20, 100)
  .map((count) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`x${i}`, { type: 'float', min: 0, max: 1 } as const]),
    ),
  );

/** Choices with the same options, as the edges of a cell have. */
export const alike: ParameterDefinitions = Object.fromEntries(
  Array.from({ length: 5 }, (_, i) => [
    `edge${i}`,
    { type: 'choice', values: ['skip', 'conv', 'pool'] } as const,
  ]),
);

/** @param most trials in a study */
export const studyCase = (most: number): fc.Arbitrary<StudyCase> =>
  fc.record({
    definitions: fc.oneof(
      { weight: 6, arbitrary: arbitraryDefinitions },
      { weight: 4, arbitrary: smallDefinitions(60) },
      { weight: 3, arbitrary: odds },
      { weight: 1, arbitrary: wide },
      { weight: 1, arbitrary: fc.constant(alike) },
    ),
    seed: fc.integer({ min: -1000, max: 2 ** 40 }),
    trials: fc.integer({ min: 1, max: most }),
    workers: fc.constantFrom(1, 1, 2, 4, 16),
    knowsBudget: fc.boolean(),
    repeats: fc.constantFrom(false, false, false, true),
    maxResource: fc.constantFrom(undefined, 1, 9, 30),
    resumable: fc.boolean(),
    kinds: fc.uniqueArray(fc.constantFrom(...results), { minLength: 1, maxLength: 4 }),
    metrics: fc.constantFrom(1, 1, 1, 2, 3),
    constraints: fc.constantFrom(0, 0, 0, 1, 2),
    tryFirst: fc.constantFrom(0, 0, 0, 2),
    earlier: fc.constantFrom(0, 0, 0, 5, 40),
    honest: fc.boolean(),
    kill: fc.integer({ min: 0, max: 2 * most }),
  });

type Told =
  | {
      readonly type: 'start';
      readonly trial: number;
      readonly config: Config;
      readonly resource: number | undefined;
    }
  | { readonly type: 'report'; readonly trial: number; readonly step: number; readonly loss: number }
  | { readonly type: 'tell'; readonly trial: number; readonly outcome: Outcome };

function apply(strategy: Strategy, told: Told): Decision | undefined {
  switch (told.type) {
    case 'start':
      strategy.start(told.trial, told.config, told.resource);
      return undefined;
    case 'report':
      return strategy.report(told.trial, told.step, told.loss);
    case 'tell':
      strategy.tell(told.trial, told.outcome);
      return undefined;
  }
}

/** Runs a study. Throws an error that says what the strategy did wrong. */
export function checkStudy(make: Make, given: StudyCase): void {
  new RandomStudy(make, given).run();
}

interface Running {
  readonly trial: number;
  readonly resource: number | undefined;
}

class RandomStudy {
  readonly #make: Make;
  readonly #given: StudyCase;
  readonly #space: Space;
  readonly #problem: SearchProblem;
  readonly #stream: RandomStream;
  readonly #known: Known;
  #strategy: Strategy;
  readonly #log: Told[] = [];
  readonly #configs: Config[] = [];
  readonly #running: Running[] = [];
  /** At the last start there was a new config to try. */
  #hadNew = false;
  /** Hashes of configs that were started. */
  readonly #used = new Set<string>();

  constructor(make: Make, given: StudyCase) {
    this.#make = make;
    this.#given = given;
    this.#space = createSpace(given.definitions);
    this.#problem = {
      space: this.#space,
      seed: given.seed,
      workers: given.workers,
      repeats: given.repeats,
      resumable: given.resumable,
      metrics: given.metrics,
      constraints: given.constraints,
      ...(this.#space.incumbent ? { incumbent: this.#space.incumbent } : {}),
      ...(given.knowsBudget ? { trials: given.trials } : {}),
      ...(given.maxResource === undefined ? {} : { maxResource: given.maxResource }),
    };
    this.#stream = randomStream(given.seed, 'robustness');
    this.#known = this.#elsewhere();
    this.#strategy = make(this.#problem, this.#known);
  }

  #elsewhere(): Known {
    const { tryFirst, earlier, honest, seed } = this.#given;
    const stream = randomStream(seed, 'elsewhere');
    const observations = Array.from({ length: earlier }, () => {
      const config = sampleConfig(this.#space, stream);
      const loss = (honest ? 1 : -1) * this.#smooth(config);
      return { config, loss };
    });
    return {
      tryFirst: Array.from({ length: tryFirst }, () => sampleConfig(this.#space, stream)),
      earlier: earlier > 0 ? [{ name: 'earlier', observations }] : [],
    };
  }

  #smooth(config: Config): number {
    return Object.values(config).reduce<number>(
      (sum, value) => sum + (typeof value === 'number' ? Math.tanh(value) : String(value).length),
      0,
    );
  }

  run(): void {
    const { trials, workers, kill } = this.#given;
    // A multi-fidelity search goes on with trials: more asks than trials.
    for (let asks = 0; asks < 6 * trials + 20 && this.#configs.length < trials; asks++) {
      if (asks === kill) this.#resume();
      while (this.#running.length >= workers || (this.#running.length > 0 && this.#stream.uniform() < 0.2))
        this.#finishOne();
      if (!this.#next()) break;
    }
    while (this.#running.length > 0) this.#finishOne();
    this.#resume();
  }

  /** Asks, checks, and does as told; false when the search is over. */
  #next(): boolean {
    const suggestion = this.#strategy.ask();
    this.#checkPromotion(suggestion);
    switch (suggestion.kind) {
      case 'exhausted':
        this.#checkExhausted(suggestion.reason);
        return false;
      case 'wait':
        if (this.#running.length === 0) throw new Error('waits although nothing runs');
        this.#finishOne();
        return true;
      case 'resume': {
        const { trial, resource } = suggestion;
        const config = this.#configs[trial];
        if (!config) throw new Error(`goes on with trial ${trial}, which never was`);
        if (this.#running.some((other) => other.trial === trial))
          throw new Error(`goes on with trial ${trial}, which runs`);
        this.#checkResource(resource);
        this.#tell({ type: 'start', trial, config, resource });
        this.#running.push({ trial, resource });
        this.#think();
        return true;
      }
      case 'new':
        this.#checkNew(suggestion.config, suggestion.resource);
        if (suggestion.origin === '') throw new Error('does not say why');
        this.#begin(suggestion.config, suggestion.resource);
        return true;
    }
  }

  /** What was asked at the last start, as a study with several workers asks; of strategies that promote, now and then. */
  #think(): void {
    const asks = this.#strategy.promotion !== undefined && this.#log.length % 3 === 0;
    this.#hadNew = asks && this.#strategy.ask().kind === 'new';
  }

  #checkPromotion(suggestion: Suggestion): void {
    const promoted = this.#strategy.promotion?.();
    if (promoted && !isDeepStrictEqual(promoted, suggestion))
      throw new Error(`would rather go on with ${JSON.stringify(promoted)}`);
    if (!promoted && this.#hadNew && suggestion.kind !== 'new')
      throw new Error(`had a new config at the last start, and now ${JSON.stringify(suggestion)}`);
  }

  #checkNew(config: Config, resource: number | undefined): void {
    const checked = checkConfig(this.#space, config);
    // Of equal keys: nothing inactive, nothing unknown, nothing missing.
    if (!isDeepStrictEqual({ ...checked }, { ...config }))
      throw new Error(`suggests values of inactive parameters: ${JSON.stringify(config)}`);
    const hash = hashConfig(this.#space, config);
    if (!this.#given.repeats && this.#used.has(hash)) throw new Error(`repeats ${JSON.stringify(config)}`);
    if (resource !== undefined) this.#checkResource(resource);
  }

  #checkResource(resource: number): void {
    const { maxResource } = this.#given;
    if (!Number.isFinite(resource) || resource <= 0 || resource > (maxResource ?? Number.POSITIVE_INFINITY))
      throw new Error(`asks for ${resource} of ${maxResource} epochs`);
  }

  /** A finite space that has configs left is not over (but for a grid, which has an end in a continuous one). */
  #checkExhausted(reason: string): void {
    if (reason === '') throw new Error('does not say why it is over');
    if (this.#given.repeats) throw new Error(`is over although configs may be repeated: ${reason}`);
    if (this.#space.size <= 1000 && this.#used.size < this.#space.size)
      throw new Error(`is over after ${this.#used.size} of ${this.#space.size} configs: ${reason}`);
  }

  #begin(config: Config, resource: number | undefined): void {
    const trial = this.#configs.length;
    this.#configs.push(config);
    const hash = hashConfig(this.#space, config);
    this.#used.add(hash);
    this.#tell({ type: 'start', trial, config, resource });
    this.#running.push({ trial, resource });
    this.#think();
  }

  #tell(told: Told): Decision | undefined {
    this.#log.push(told);
    return apply(this.#strategy, told);
  }

  /** Any of those that run ends. */
  #finishOne(): void {
    const [{ trial, resource } = { trial: 0, resource: undefined }] = this.#running.splice(
      this.#stream.integer(this.#running.length),
      1,
    );
    const kind = this.#given.kinds[this.#stream.integer(this.#given.kinds.length)]!;
    const loss = this.#loss(kind, trial);
    const last = resource ?? this.#given.maxResource ?? 3;
    let stopped = false;
    for (let reports = this.#stream.integer(4), step = 0; reports > 0 && !stopped; reports--) {
      step = Math.min(last, step + 1 + this.#stream.integer(3));
      const seen = this.#loss(kind, trial + step);
      // What a study tells is finite.
      if (Number.isFinite(seen)) stopped = this.#tell({ type: 'report', trial, step, loss: seen }) === 'stop';
    }
    const until = resource === undefined ? {} : { resource };
    const told = stopped ? 'pruned' : kind;
    const outcome: Outcome =
      told === 'failed'
        ? { state: told }
        : told === 'pruned'
          ? { state: 'pruned', loss: Number.isFinite(loss) ? loss : 0, ...until }
          : { state: 'completed', loss, ...until, ...this.#further(loss, trial) };
    this.#tell({ type: 'tell', trial, outcome });
  }

  #further(loss: number, trial: number): { losses?: number[]; constraints?: number[] } {
    const { metrics, constraints } = this.#given;
    const kinds = this.#given.kinds;
    return {
      ...(metrics > 1
        ? {
            losses: [
              loss,
              ...Array.from({ length: metrics - 1 }, (_, k) => this.#loss(kinds[0]!, trial + 7 * k + 1)),
            ],
          }
        : {}),
      ...(constraints > 0
        ? {
            constraints: Array.from({ length: constraints }, (_, k) =>
              k === 0 ? this.#stream.normal() : this.#loss(kinds.at(-1)!, trial),
            ),
          }
        : {}),
    };
  }

  #loss(kind: ResultKind, trial: number): number {
    const u = this.#stream.uniform();
    switch (kind) {
      case 'constant':
        return 1;
      case 'huge':
        return (u - 0.5) * 2 * Number.MAX_VALUE;
      case 'tiny':
        return u * 1e-310;
      case 'infinite':
        return u < 0.4 ? Number.POSITIVE_INFINITY : u < 0.5 ? Number.NEGATIVE_INFINITY : u;
      case 'nan':
        return u < 0.5 ? Number.NaN : u;
      case 'adversarial':
        // Always a little better than ever, or always worse.
        return this.#given.seed % 2 === 0 ? -trial : trial;
      default: {
        return this.#smooth(this.#configs[trial] ?? {});
      }
    }
  }

  /** A fresh strategy that is told the same asks for the same; the study goes on with it. */
  #resume(): void {
    const next = this.#strategy.ask();
    if (!isDeepStrictEqual(this.#strategy.ask(), next))
      throw new Error('another suggestion when asked twice');
    const fresh = this.#make(this.#problem, this.#known);
    for (const told of this.#log) apply(fresh, told);
    const again = fresh.ask();
    if (!isDeepStrictEqual(again, next))
      throw new Error(`after a kill suggests ${JSON.stringify(again)} instead of ${JSON.stringify(next)}`);
    this.#strategy = fresh;
  }
}
