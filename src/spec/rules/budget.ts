import type { z } from 'zod';
import type { ParameterDefinitions } from '../../space/parameter.ts';
import type { Finding } from '../finding.ts';
import { countConfigs } from '../possible.ts';
import { longestDuration } from '../quantities.ts';
import type { budgetSchema } from '../schema/budget.ts';
import type { searchSchema } from '../schema/search.ts';

type Budget = z.output<typeof budgetSchema>;
type Search = z.output<typeof searchSchema>;

/** A budget of all epochs is for trials of known length. */
export function checkTotalEpochs({ epochs, 'total-epochs': total }: Budget): Finding[] {
  if (total === undefined || (epochs !== undefined && epochs <= total)) return [];
  const path = ['budget', 'total-epochs'];
  if (epochs === undefined)
    return [
      {
        path,
        message: 'the budget limits the epochs of all trials, but does not say how many one has',
        expected: '`epochs` beside it',
        lacks: true,
      },
    ];
  return [
    {
      path,
      message: `no trial fits into this budget: one has ${epochs} epochs`,
      expected: `at least ${epochs}`,
      found: String(total),
      ofSearch: true,
    },
  ];
}

export function checkTime({ time, cost, price }: Budget, broken: ReadonlySet<string>): Finding[] {
  const path = ['budget', 'time'];
  if (cost !== undefined && price === undefined && !broken.has('price'))
    return [
      {
        path: ['budget', 'cost'],
        message: 'the budget limits the cost, but does not say what an hour costs',
        expected: '`price` beside it, such as `budget: { cost: 0.50, price: 0.36 }`',
      },
    ];
  if (cost !== undefined && price !== undefined && cost / price < 1 / 3600)
    return [
      {
        path: ['budget', 'cost'],
        message: `budget.cost is too little for any trial: at ${price} an hour it buys less than a second`,
        expected: `at least ${Number((price / 3600).toPrecision(2))}`,
        found: String(cost),
      },
    ];
  if (time !== undefined && time < 1000)
    return [{ path, message: 'budget.time is too short for any trial', expected: 'at least 1s' }];
  if (time !== undefined && time > longestDuration)
    return [{ path, message: 'budget.time is too long', expected: 'at most 24d' }];
  return [];
}

/** What of a budget ends a search for sure. (`early-end` does not: a model may go on to expect something.) */
export const limits = ['time', 'trials', 'cost', 'total-epochs', 'no-improvement'] as const;

/** A search of more configs needs a limit, even if it would end some day. */
const endlessConfigs = 10_000;

/**
 * Something has to end a search: the budget, or a space that is soon covered.
 *
 * @param params undefined where they are found in the code
 */
export function checkEnd(
  budget: Budget,
  { repeats, strategy, points = 5 }: Pick<Search, 'repeats' | 'strategy' | 'points'>,
  params: ParameterDefinitions | undefined,
): Finding[] {
  if (limits.some((limit) => budget[limit] !== undefined)) return [];
  // A grid has so many values of a continuous parameter.
  const configs = params && countConfigs(params, strategy === 'grid' ? points : undefined);
  if (configs !== undefined && configs <= endlessConfigs && !repeats) return [];
  const count = Number(configs?.toPrecision(1));
  const [soon, why] =
    configs === undefined
      ? ['', 'what there is to search is found in the code']
      : configs === Number.POSITIVE_INFINITY
        ? ['', 'the space has infinitely many configs']
        : configs > endlessConfigs
          ? [
              ' soon',
              strategy === 'grid'
                ? `the grid has about ${count} points`
                : `the space has about ${count} configs`,
            ]
          : ['', '`search.repeats` tries configs again and again'];
  return [
    {
      path: ['budget'],
      atKey: true,
      message: `nothing would end the search${soon}: ${why}, and the budget has no limit`,
      expected: `one of ${limits.map((limit) => `\`${limit}\``).join(', ')}, such as \`budget: { time: 15m, trials: 60 }\``,
      ...(budget['early-end']
        ? { suggestion: '`early-end` is no limit: the model may go on to expect something of further trials' }
        : {}),
      lacks: true,
    },
  ];
}
