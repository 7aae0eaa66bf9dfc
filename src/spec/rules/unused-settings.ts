import { defaultPopulation } from '../../default-population.ts';
import { together } from '../../plural.ts';
import { at, type Finding } from '../finding.ts';
import type { BudgetSpec as Budget, SearchSpec as Search } from '../spec.ts';
import { metricsOf } from './metric.ts';

/** What of a spec says whether its settings have any effect. */
interface Settings {
  readonly search: Search;
  readonly budget: Budget;
}

/** A setting of one kind of strategy, and the strategies that have a use for it. */
interface Setting {
  readonly section: keyof Settings;
  readonly key: keyof Search | keyof Budget;
  readonly of: readonly Search['strategy'][];
  /** It is used all the same, or asks for nothing. */
  readonly but?: (settings: Settings) => boolean;
}

const climbing = ['asha', 'hyperband'] as const;

const settings: readonly Setting[] = [
  {
    section: 'search',
    key: 'eta',
    of: climbing,
    // The warm-up is the lowest rung, where nothing else is said.
    but: ({ search }) => search['early-stopping'] === 'median' && search['min-epochs'] === undefined,
  },
  {
    section: 'search',
    key: 'min-epochs',
    of: climbing,
    but: ({ search }) => search['early-stopping'] === 'median',
  },
  { section: 'search', key: 'population', of: ['evolution'] },
  { section: 'search', key: 'tournament', of: ['evolution'] },
  { section: 'search', key: 'points', of: ['grid'] },
  {
    section: 'budget',
    key: 'early-end',
    of: ['bayesian'],
    but: ({ budget }) => budget['early-end'] === false,
  },
  // What trials leave to others that begin with their weights counts, too.
  { section: 'budget', key: 'disk', of: climbing, but: ({ search }) => search.inherit === true },
];

function without(strategy: Search['strategy'], all: Settings): readonly Setting[] {
  return settings.filter(({ of, but }) => !of.includes(strategy) && !but?.(all));
}

/** Settings that mean nothing to the strategy of a spec. What `auto` will choose is not known here: it may have some for each. */
export function checkUnused(search: Search, budget: Budget | undefined, document: unknown): Finding[] {
  const { strategy } = search;
  if (strategy === 'auto') return [];
  const unused = without(strategy, { search, budget: budget ?? { workers: 'auto' } });
  return unused
    .filter(({ section, key }) => at(document, [section, key]) !== undefined)
    .map(({ section, key, of }) => ({
      path: [section, key],
      atKey: true,
      message: `\`${key}\` means nothing to the strategy ${strategy}`,
      expected: `\`strategy: ${of[0]}\`${of.slice(1).map((name) => ` or \`${name}\``)}`,
      suggestion: 'remove it',
      unused: true as const,
    }));
}

/**
 * Of the settings of a spec those that mean nothing to the strategy that it came to, as a sentence; undefined where there is none.
 *
 * @param resumable trials can go on from where they paused
 * @param driven another program trains them, and keeps their checkpoints
 */
export function unusedWords(
  strategy: Search['strategy'],
  all: Settings,
  { resumable, driven = false }: { readonly resumable: boolean; readonly driven?: boolean },
): string | undefined {
  const unused = without(strategy, all)
    .filter(({ section, key }) => at(all, [section, key]) !== undefined)
    .map(({ key }) => `\`${key}\``);
  const mean = unused.length > 1 ? 'mean' : 'means';
  const words = unused.length === 0 ? undefined : `${together(unused)} ${mean} nothing to it.`;
  const { budget, search } = all;
  if (budget.disk === undefined || search.inherit || unused.includes('`disk`')) return words;
  const never =
    strategy === 'asha' && !resumable
      ? 'since its trials do not pause.'
      : driven
        ? 'since the program that trains keeps the checkpoints.'
        : undefined;
  if (never === undefined) return words;
  return words ? `${words} Nor does \`disk\`, ${never}` : `\`disk\` means nothing to it, ${never}`;
}

/** Settings that cannot have the effect that they are there for, whatever the strategy does. */
export function checkWithoutEffect(search: Search, budget: Budget | undefined, document: unknown): Finding[] {
  return [
    ...(search.strategy === 'evolution' ? checkEvolution(search, budget?.trials) : []),
    ...(search['early-stopping'] === 'wilcoxon' ? checkFolds(document) : []),
    ...(metricsOf(document).length > 1 ? checkGain(search, budget) : []),
  ];
}

function checkEvolution({ population, tournament }: Search, trials: number | undefined): Finding[] {
  const most = population ?? defaultPopulation(trials);
  return [
    ...(population !== undefined && trials !== undefined && population >= trials
      ? [
          {
            path: ['search', 'population'],
            message: `nothing evolves: the first ${population} trials are the population, and budget.trials is ${trials}`,
            expected: trials > 2 ? `less than ${trials}` : 'more `trials`',
            found: String(population),
            ofSearch: true as const,
            unused: true as const,
          },
        ]
      : []),
    ...(tournament !== undefined && tournament > most
      ? [
          {
            path: ['search', 'tournament'],
            message: `no more can meet than are alive: the population is ${most}`,
            expected: `at most ${most}`,
            found: String(tournament),
            unused: true as const,
          },
        ]
      : []),
  ];
}

/** Of several folds the best one is the easiest. */
function checkFolds(document: unknown): Finding[] {
  const [metric, ...more] = metricsOf(document);
  // Several are refused as a whole.
  if (!metric || more.length > 0) return [];
  const path = [...metric.path.slice(0, -1), 'use'];
  if (at(document, path) !== 'best') return [];
  return [
    {
      path,
      message:
        'the easiest fold would be the score: with `early-stopping: wilcoxon` each report is of one fold',
      expected: '`use: last`, with the mean of the folds as the last report',
      found: 'best',
    },
  ];
}

/** What a step towards a better front is worth has no unit that the results have. */
function checkGain({ strategy }: Search, budget: Budget | undefined): Finding[] {
  if (!budget?.['early-end'] || (strategy !== 'bayesian' && strategy !== 'auto')) return [];
  return [
    {
      path: ['budget', 'early-end'],
      atKey: true,
      message: '`early-end` goes by the expected gain in one metric, and several matter',
      expected: '`no-improvement`',
    },
  ];
}
