import type { ParameterDefinition, Value } from '../space/parameter.ts';
import { show } from './finding.ts';
import { onGrid } from './numeric-range.ts';

export function describe(definition: ParameterDefinition): string {
  switch (definition.type) {
    case 'float':
    case 'int':
      return `from ${definition.min} to ${definition.max}${definition.step === undefined ? '' : ` in steps of ${definition.step}`}`;
    case 'choice':
      return `one of ${(definition.values ?? Object.keys(definition.options ?? {})).map(show).join(', ')}`;
    case 'bool':
      return 'true or false';
    case 'constant':
      return show(definition.value);
    case 'repeat':
      return `from ${definition.min} to ${definition.max} blocks`;
  }
}

/** Whether a parameter can ever have a value. */
export function isPossible(definition: ParameterDefinition, value: Value): boolean {
  switch (definition.type) {
    case 'float':
    case 'int': {
      const { min, max, scale = 'linear', step } = definition;
      if (typeof value !== 'number' || value < min || value > max) return false;
      if (definition.type === 'int' && !Number.isInteger(value)) return false;
      return step === undefined || onGrid(value, min, max, scale, step);
    }
    case 'choice':
      return (definition.values ?? Object.keys(definition.options ?? {})).includes(value);
    case 'bool':
      return typeof value === 'boolean';
    case 'constant':
      return value === definition.value;
    case 'repeat':
      return (
        typeof value === 'number' &&
        Number.isInteger(value) &&
        value >= definition.min &&
        value <= definition.max
      );
  }
}
