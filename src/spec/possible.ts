import type { ParameterDefinition, ParameterDefinitions, Value } from '../space/parameter.ts';
import { list, show } from './finding.ts';
import { isSoundGrid, onGrid, type Range } from './numeric-range.ts';

/** What values a parameter can have. A repeat counts as its number of blocks, a choice of options as the option. */

export function choicesOf(definition: ParameterDefinition): readonly Value[] {
  if (definition.type !== 'choice') return [];
  return definition.values ?? Object.keys(definition.options ?? {});
}

/** Whether a definition says what values there are. Of one that is upside down or no choice nothing more can be said. */
export function saysValues(definition: ParameterDefinition): boolean {
  switch (definition.type) {
    case 'float':
    case 'int':
    case 'repeat':
      return definition.min <= definition.max;
    case 'choice':
      return (definition.values === undefined) !== (definition.options === undefined);
    default:
      return true;
  }
}

function isStep(range: Range, value: number): boolean {
  return !isSoundGrid(range) || onGrid(range, value);
}

/** Whether a parameter can ever have a value. Of steps that do not go up no value is asked to be one. */
export function isPossible(definition: ParameterDefinition, value: Value): boolean {
  switch (definition.type) {
    case 'float':
      return typeof value === 'number' && inRange(definition, value) && isStep(definition, value);
    case 'int':
      return (
        Number.isInteger(value) && inRange(definition, value as number) && isStep(definition, value as number)
      );
    case 'choice':
      return choicesOf(definition).includes(value);
    case 'bool':
      return typeof value === 'boolean';
    case 'constant':
      return value === definition.value;
    case 'repeat':
      return Number.isInteger(value) && inRange(definition, value as number);
  }
}

/** Whether all values are numbers, so that a range says something about them. */
export function isNumeric(definition: ParameterDefinition): boolean {
  if (definition.type === 'constant') return typeof definition.value === 'number';
  if (definition.type === 'choice') return choicesOf(definition).every((value) => typeof value === 'number');
  return definition.type !== 'bool';
}

/** Whether some value of a numeric parameter lies in a range. (A step is not looked at: its grid may miss the range.) */
export function meets(definition: ParameterDefinition, min: number, max: number): boolean {
  switch (definition.type) {
    case 'float':
      return Math.max(min, definition.min) <= Math.min(max, definition.max);
    case 'int':
    case 'repeat':
      return Math.ceil(Math.max(min, definition.min)) <= Math.floor(Math.min(max, definition.max));
    case 'constant':
      return inRange({ min, max }, definition.value as number);
    default:
      return choicesOf(definition).some((value) => inRange({ min, max }, value as number));
  }
}

function inRange({ min, max }: { readonly min: number; readonly max: number }, value: number): boolean {
  return value >= min && value <= max;
}

/** The values of a parameter, for people. */
export function describe(definition: ParameterDefinition): string {
  switch (definition.type) {
    case 'float':
    case 'int': {
      const { type, min, max, scale = 'linear', step } = definition;
      const grid =
        step === undefined ? '' : scale === 'linear' ? ` in steps of ${step}` : ` in ratios of ${step}`;
      return `${type === 'int' ? 'a whole number' : 'a number'} from ${min} to ${max}${grid}`;
    }
    case 'choice':
      return `one of ${list(choicesOf(definition).map(show))}`;
    case 'bool':
      return 'true or false';
    case 'constant':
      return show(definition.value);
    case 'repeat':
      return `from ${definition.min} to ${definition.max} blocks`;
  }
}

/**
 * Number of configs, from above: conditions are taken as giving one more value.
 *
 * @param continuous how many values a continuous parameter counts as
 */
export function countConfigs(
  definitions: ParameterDefinitions,
  continuous = Number.POSITIVE_INFINITY,
): number {
  return Object.values(definitions).reduce(
    (product, definition) => product * (countValues(definition, continuous) + (definition.when ? 1 : 0)),
    1,
  );
}

function countValues(definition: ParameterDefinition, continuous: number): number {
  switch (definition.type) {
    case 'float':
    case 'int': {
      const {
        type,
        min,
        max,
        scale = 'linear',
        step = type === 'int' && scale === 'linear' ? 1 : undefined,
      } = definition;
      if (min === max) return 1;
      if (step === undefined) return type === 'int' ? max - min + 1 : continuous;
      return Math.round(scale === 'linear' ? (max - min) / step : Math.log(max / min) / Math.log(step)) + 1;
    }
    case 'choice':
      return definition.options
        ? Object.values(definition.options).reduce(
            (sum, children) => sum + countConfigs(children, continuous),
            0,
          )
        : choicesOf(definition).length;
    case 'bool':
      return 2;
    case 'constant':
      return 1;
    case 'repeat': {
      const block = countConfigs(definition.of, continuous);
      return Array.from(
        { length: definition.max - definition.min + 1 },
        (_, i) => block ** (definition.min + i),
      ).reduce((sum, count) => sum + count, 0);
    }
  }
}

/** Number of parameters of the flat space: those of a repeat once for each block. */
export function countParameters(definitions: ParameterDefinitions): number {
  return Object.values(definitions).reduce((sum, definition) => {
    if (definition.type === 'repeat') return sum + 1 + definition.max * countParameters(definition.of);
    if (definition.type === 'choice')
      return (
        sum +
        1 +
        Object.values(definition.options ?? {}).reduce((all, children) => all + countParameters(children), 0)
      );
    return sum + 1;
  }, 0);
}
