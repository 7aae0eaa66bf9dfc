import type { Results } from './results.ts';
import { type Everywhere, literal } from './safe.ts';
import { duration, plural, short } from './words.ts';

type Budget = Results['budget'];

/** What a study may spend, before it does: «15 min, 60 trials of at most 30 epochs»; undefined when nothing limits it. */
export function plannedWords(planned: Budget['planned']): Everywhere | undefined {
  const { timeMs, trials, epochs, totalEpochs, cost, price, noImprovement } = planned;
  const each = epochs === undefined ? literal`` : literal` of at most ${plural(epochs, 'epoch')}`;
  const parts = [
    ...(timeMs === undefined ? [] : [duration(timeMs)]),
    ...(trials === undefined ? [] : [literal`${plural(trials, 'trial')}${each}`]),
    ...(totalEpochs === undefined ? [] : [literal`${plural(totalEpochs, 'epoch')} in all`]),
    ...(cost === undefined || price === undefined
      ? []
      : [literal`a cost of ${money(cost)} at ${money(price)} an hour`]),
    ...(noImprovement === undefined
      ? []
      : [literal`an end after ${plural(noImprovement, 'trial')} without improvement`]),
  ];
  return parts.length === 0 ? undefined : (parts.join(', ') as Everywhere);
}

/** «0.12 of 0.50, at 0.36 an hour»; undefined where the price of the machine is not known. */
export function costWords({ planned, spent }: Budget): Everywhere | undefined {
  if (spent.cost === undefined || planned.price === undefined) return undefined;
  const of = planned.cost === undefined ? literal`` : literal` of ${money(planned.cost)}`;
  return literal`${money(spent.cost)}${of}, at ${money(planned.price)} an hour`;
}

/** Two decimals, or two digits where that is more. */
function money(value: number): Everywhere {
  const small = value !== 0 && Math.abs(value) < 0.1;
  return small ? short(value, 2) : (value.toFixed(2) as Everywhere);
}
