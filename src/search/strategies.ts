import { plural } from '../plural.ts';
import { AshaStrategy } from './asha.ts';
import { BayesianStrategy } from './bayesian.ts';
import { EvolutionStrategy } from './evolution.ts';
import { GridStrategy } from './grid.ts';
import { describePlan, HyperbandStrategy, hyperbandPlan } from './hyperband.ts';
import { LocalStrategy } from './local.ts';
import { RandomStrategy } from './random.ts';
import { ladder } from './rungs/rungs.ts';
import { SobolStrategy } from './sobol.ts';
import { EarlyStopping } from './stopping/early-stopping.ts';
import { medianStopping } from './stopping/median-stopping.ts';
import { wilcoxonLoss, wilcoxonStopping } from './stopping/wilcoxon-stopping.ts';
import type { SearchProblem, Strategy } from './strategy.ts';
import { TpeStrategy } from './tpe.ts';

export type StrategyName =
  | 'bayesian'
  | 'tpe'
  | 'asha'
  | 'hyperband'
  | 'evolution'
  | 'local'
  | 'random'
  | 'grid'
  | 'sobol';

export interface StrategyOptions {
  /** Values per continuous parameter in a grid. Default 5. */
  readonly points?: number;
  /** Of evolution: trials that are alive at once. */
  readonly population?: number;
  /** Of evolution: how many of them meet to choose a parent. */
  readonly tournament?: number;
  /** Of ASHA and Hyperband: how much fewer trials each rung has than the one below. Default 4. */
  readonly eta?: number;
  /** Of ASHA and Hyperband: epochs of the lowest rung. Default: full ones / η³, at least 1. */
  readonly minEpochs?: number;
  /** When a trial is stopped before its end, whatever the strategy. Default none. */
  readonly earlyStopping?: 'none' | 'median' | 'wilcoxon';
}

/** Which strategy it is, and why: `buildStrategy` builds it. */
export interface StrategyChoice {
  readonly name: StrategyName;
  /** Completes «…, because …». */
  readonly why: string;
  /** What it will do, where that is known before it begins: a sentence. */
  readonly plan?: string;
}

/** Every strategy by its name. */
export const strategies: Readonly<
  Record<StrategyName, (problem: SearchProblem, options: StrategyOptions) => Strategy>
> = {
  bayesian: (problem) => new BayesianStrategy(problem),
  random: (problem) => new RandomStrategy(problem),
  grid: (problem, { points = 5 }) => new GridStrategy(problem, points),
  sobol: (problem) => new SobolStrategy(problem),
  tpe: (problem) => new TpeStrategy(problem),
  evolution: (problem, options) => new EvolutionStrategy(problem, options),
  local: (problem) => new LocalStrategy(problem),
  asha: (problem, options) => new AshaStrategy(problem, ladderOptions(options)),
  hyperband: (problem, options) => new HyperbandStrategy(problem, ladderOptions(options)),
};

function ladderOptions({ eta, minEpochs }: StrategyOptions) {
  return {
    ...(eta === undefined ? {} : { eta }),
    ...(minEpochs === undefined ? {} : { minResource: minEpochs }),
  };
}

/** From so many epochs on, and where time is what is short, early looks pay. */
const worthClimbing = 9;

/** Where no more than one trial of so many begins after another has ended, learning is not worth while. */
const fewLearn = 10;

/** So few are tried before a model has anything to learn from. */
const fewConfigs = 6;

/** The strategy of a name; `auto` chooses by the space, the budget, and what a trial can do. */
export function chooseStrategy(
  name: StrategyName | 'auto',
  problem: SearchProblem,
  options: StrategyOptions = {},
): StrategyChoice {
  const chosen = name === 'auto' ? choose(problem, options) : { name, why: 'the spec says so' };
  const plan = planOf(chosen.name, problem, options);
  return { ...chosen, ...(plan === undefined ? {} : { plan }) };
}

/** The choice for a study that was begun with a strategy, where `auto` may choose another one now. */
export function choiceAsBegun(
  name: string,
  choice: StrategyChoice,
  problem: SearchProblem,
  options: StrategyOptions = {},
): StrategyChoice {
  if (name === choice.name) return choice;
  const begun = chooseStrategy(name as StrategyName, problem, options);
  return { ...begun, why: `the study was begun with it (now \`auto\` would choose ${choice.name})` };
}

function choose(
  {
    space,
    trials,
    fullTrainings,
    maxResource,
    timed,
    resumable,
    repeats,
    metrics = 1,
    constraints = 0,
    workers = 1,
  }: SearchProblem,
  { earlyStopping = 'none' }: StrategyOptions,
): { readonly name: StrategyName; readonly why: string } {
  const trainings = fullTrainings ?? Number.POSITIVE_INFINITY;
  const epochsEnd = trainings < (trials ?? Number.POSITIVE_INFINITY);
  const most = epochsEnd ? trainings : trials;
  if (space.size <= (most ?? 0)) {
    const covering = plural(most ?? 0, 'trial');
    const budget = epochsEnd ? `of epochs, enough for ${covering},` : `of ${covering}`;
    return {
      name: 'grid',
      why: `the space has ${plural(space.size, 'config')} and the budget ${budget} covers it`,
    };
  }
  if (space.dimensions.length === 0) return { name: 'random', why: 'nothing in the space varies' };
  if (most === undefined && !repeats && space.size <= fewConfigs)
    return { name: 'grid', why: `the space has no more than ${plural(space.size, 'config')}` };
  if (trials !== undefined && trials > 1 && trials - workers <= trials / fewLearn)
    return {
      name: 'sobol',
      why: `${workers < trials ? `all but ${trials - workers} of` : 'all'} ${trials} trials run at once on ${workers} workers, and ${workers < trials ? 'hardly any' : 'none'} can learn from another`,
    };
  // What climbs resources looks at one metric.
  const single = metrics === 1 && constraints === 0;
  if (
    timed &&
    single &&
    earlyStopping === 'none' &&
    maxResource !== undefined &&
    maxResource >= worthClimbing
  )
    return {
      name: 'asha',
      why: `${epochsEnd ? 'epochs are' : 'time is'} what is short, and of trials of ${maxResource} epochs the hopeless ones ${resumable ? 'pause early (the best go on)' : 'are stopped early'}, with a model for what to try`,
    };
  // With a budget that grows the study goes on with what it was begun with.
  if (most === 1) return { name: 'bayesian', why: 'of more trials than this one a model would learn' };
  const aim =
    metrics > 1
      ? 'a model of each metric finds good trade-offs sooner'
      : 'a model of what worked finds good configs sooner';
  const size =
    most === undefined && Number.isFinite(space.size)
      ? `the space has ${plural(space.size, 'config')}`
      : 'the space is larger than the budget';
  return { name: 'bayesian', why: `${size}, and ${aim}` };
}

/** A strategy whose trials are stopped early as the options say. */
export function withEarlyStopping(
  strategy: Strategy,
  { maxResource }: SearchProblem,
  options: StrategyOptions,
): Strategy {
  switch (options.earlyStopping ?? 'none') {
    case 'none':
      return strategy;
    case 'median':
      return new EarlyStopping(
        strategy,
        medianStopping(ladder(maxResource ?? 1, ladderOptions(options))[0]!),
      );
    case 'wilcoxon':
      return new EarlyStopping(strategy, wilcoxonStopping, { stoppedLoss: wilcoxonLoss, cases: true });
  }
}

function planOf(name: StrategyName, problem: SearchProblem, options: StrategyOptions): string | undefined {
  const { maxResource = 1, space, trials, repeats, resumable = false } = problem;
  if (name === 'asha') return `Rungs at ${ladder(maxResource, ladderOptions(options)).join(', ')} epochs.`;
  if (name !== 'hyperband') return undefined;
  const configs = Math.min(
    trials ?? Number.POSITIVE_INFINITY,
    repeats ? Number.POSITIVE_INFINITY : space.size,
  );
  return describePlan(hyperbandPlan({ ...ladderOptions(options), maxResource, configs, resumable }));
}
