import type { z } from 'zod';
import type { ParameterDefinitions } from '../../space/parameter.ts';
import type { Finding } from '../finding.ts';
import { countConfigs } from '../possible.ts';
import { longestDuration } from '../quantities.ts';
import type { budgetSchema } from '../schema/budget.ts';

type Budget = z.output<typeof budgetSchema>;

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

/** A search of more configs needs a limit, even if it would end some day. */
const endlessConfigs = 10_000;

/** What of a budget ends a search for sure. */
export const limits = ['time', 'trials', 'cost', 'total-epochs', 'no-improvement'] as const;

/** Something has to end a search: the budget, or a space that is soon covered. */
export function checkEnd(
  { time, trials, cost, 'total-epochs': total, 'no-improvement': stall }: Budget,
  repeats: boolean,
  params: ParameterDefinitions | undefined,
): Finding[] {
  if ([time, trials, cost, total, stall].some((limit) => limit !== undefined)) return [];
  const configs = params ? countConfigs(params) : undefined;
  if (configs !== undefined && configs <= endlessConfigs && !repeats) return [];
  const why =
    configs === undefined
      ? 'what there is to search is found in the code'
      : configs === Number.POSITIVE_INFINITY
        ? 'the space has infinitely many configs'
        : configs > endlessConfigs
          ? `the space has about ${Number(configs.toPrecision(1))} configs`
          : '`search.repeats` tries configs again and again';
  return [
    {
      path: ['budget'],
      atKey: true,
      message: `nothing would end the search: ${why}, and the budget has neither \`time\` nor \`trials\``,
      expected: 'such as `budget: { time: 15m, trials: 60 }`',
    },
  ];
}
