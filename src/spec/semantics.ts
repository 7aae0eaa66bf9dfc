import type { ParameterDefinitions } from '../space/parameter.ts';
import type { Finding } from './finding.ts';
import { checkParams } from './parameter-rules.ts';
import type { ParsedSpec } from './schema.ts';
import { checkTrial } from './trial-rules.ts';

/** What a schema cannot say: values against each other, names, conditions, what a budget needs. */

export function checkSemantics(spec: ParsedSpec): Finding[] {
  return [...checkTrial(spec.trial), ...checkParams(spec.params), ...checkBudget(spec)];
}

function checkBudget({ budget, params }: ParsedSpec): Finding[] {
  if (budget.time !== undefined && budget.time < 1000)
    return [
      {
        path: ['budget', 'time'],
        message: 'budget.time is too short for any trial',
        expected: 'at least 1s',
      },
    ];
  if (budget.time === undefined && budget.trials === undefined && !isFiniteSpace(params))
    return [
      {
        path: ['budget'],
        atKey: true,
        message:
          'nothing would end the search: the budget has neither `time` nor `trials`, and the space is endless',
        expected: 'such as `budget: { time: 15m, trials: 60 }`',
      },
    ];
  return [];
}

function isFiniteSpace(definitions: ParameterDefinitions): boolean {
  return Object.values(definitions).every((definition) => {
    if (definition.type === 'float')
      return definition.step !== undefined || definition.min === definition.max;
    if (definition.type === 'repeat') return isFiniteSpace(definition.of);
    if (definition.type === 'choice') return Object.values(definition.options ?? {}).every(isFiniteSpace);
    return true;
  });
}
