import type { FloatDefinition, IntDefinition } from '../space/parameter.ts';
import type { Finding, Path } from './finding.ts';

/** Ranges of numbers and the grid that a step lays over them. */

export type Range = Pick<FloatDefinition | IntDefinition, 'type' | 'min' | 'max' | 'scale' | 'step'>;

/** Whole numbers beyond are not exact. */
const mostValues = Number.MAX_SAFE_INTEGER;
/** How many times the least value the largest may be where ratios are counted. */
const farthest = 1e308;

/** What is wrong with the range of a parameter, and with its default. */
export function checkNumeric(
  definition: FloatDefinition | IntDefinition,
  name: string,
  path: Path,
): Finding[] {
  const { min, max, scale = 'linear', default: value } = definition;
  if (min > max)
    return [
      {
        path: [...path, 'min'],
        message: `the min of ${name} is above its max`,
        expected: `at most ${max}`,
        found: String(min),
        suggestion: 'exchange the two',
      },
    ];
  if (scale !== 'linear' && min <= 0)
    return [
      {
        path: [...path, 'min'],
        message: `\`scale: ${scale}\` needs a range above 0`,
        expected: 'more than 0',
        found: String(min),
        suggestion:
          scale === 'log'
            ? 'raise `min`, or use `scale: linear`'
            : 'values are min + max − a value drawn on the log scale: raise `min`, or use `scale: linear`',
      },
    ];
  const findings = [...checkCount(definition, name, path), ...checkStep(definition, name, path)].slice(0, 1);
  if (value === undefined || findings.length > 0) return findings;
  if (value < min || value > max)
    return [
      {
        path: [...path, 'default'],
        message: `the default of ${name} is outside its range`,
        expected: `from ${min} to ${max}`,
        found: String(value),
      },
    ];
  if (!onGrid(definition, value))
    return [
      {
        path: [...path, 'default'],
        message: `the default of ${name} is not on the grid of its steps`,
        expected: neighbours(definition, value),
        found: String(value),
      },
    ];
  return [];
}

/** A range of more values than have numbers of their own, or whose ends are too far apart to count ratios between them. */
function checkCount(range: Range, name: string, path: Path): Finding[] {
  const { type, min, max, scale = 'linear' } = range;
  const step = range.step ?? (type === 'int' && scale === 'linear' ? 1 : undefined);
  if (step === undefined || (scale !== 'linear' && step <= 1)) return [];
  const atMax = { path: [...path, 'max'], found: String(max) };
  if (scale !== 'linear' && max / min > farthest)
    return [
      {
        ...atMax,
        message: `the max of ${name} is too far above its min to count the ratios of ${step} between them`,
        expected: `at most ${farthest} times the min, which is ${Number((farthest * min).toPrecision(4))}`,
        suggestion: 'raise `min`, or leave out `step`',
      },
    ];
  const count = scale === 'linear' ? (max - min) / step : Math.log(max / min) / Math.log(step);
  if (count < mostValues) return [];
  const limit = scale === 'linear' ? min + (mostValues - 1) * step : min;
  return [
    {
      ...atMax,
      message: `${name} has more values than can be told apart`,
      expected: limit > min ? `at most ${limit}, for ${mostValues} values` : 'a longer `step`',
      suggestion: 'for a range this wide use `type: float` without `step`',
    },
  ];
}

function checkStep(range: Range, name: string, path: Path): Finding[] {
  const { min, max, scale = 'linear', step } = range;
  if (step === undefined || min === max) return [];
  if (scale !== 'linear' && step <= 1)
    return [
      {
        path: [...path, 'step'],
        message: `with \`scale: ${scale}\` the step of ${name} is a ratio`,
        expected: 'more than 1, such as 2 for 16, 32, 64',
        found: String(step),
      },
    ];
  // Seen from `min`, a reverse-log range has the same length as a log range.
  const forward: Range = { ...range, scale: scale === 'linear' ? 'linear' : 'log' };
  if (onGrid(forward, max)) return [];
  return [
    {
      path: [...path, 'max'],
      message: `the max of ${name} is not on its grid: ${scale === 'linear' ? `steps of ${step}` : `ratios of ${step}`} from ${min} miss it`,
      expected: neighbours(forward, max),
      found: String(max),
    },
  ];
}

/** Whether the steps of a range are what they should be. */
export function isSoundGrid(range: Range): boolean {
  return (
    (range.scale === undefined || range.scale === 'linear' || range.min > 0) &&
    checkStep(range, '', []).length === 0
  );
}

/** Whether a value of the range is one of its steps; true where there are none. */
export function onGrid(range: Range, value: number): boolean {
  if (range.step === undefined || range.min === range.max) return true;
  const near = gridValue(range, Math.round(placeOf(range, value)));
  return near === value || Math.abs(near - value) <= 1e-12 * Math.abs(value);
}

/** The values of the grid below and above one that is not on it. */
function neighbours(range: Range, value: number): string {
  const place = placeOf(range, value);
  const ends = [Math.floor(place), Math.ceil(place)].map((index) => gridValue(range, index));
  const [low, high] = ends.sort((a, b) => a - b);
  // A step that is longer than the range leaves `min` alone below.
  if (low === range.min && value === range.max) return String(high);
  return Number.isFinite(high) ? `${low} or ${high}` : String(low);
}

/** How many steps a value lies from the start of the grid, which for reverse-log is `max`. */
function placeOf({ min, max, scale, step = 1 }: Range, value: number): number {
  if (scale === 'log') return Math.log(value / min) / Math.log(step);
  if (scale === 'reverse-log') return Math.log((min + max - value) / min) / Math.log(step);
  return (value - min) / step;
}

function gridValue({ type, min, max, scale, step = 1 }: Range, index: number): number {
  if (scale !== 'log' && scale !== 'reverse-log')
    return rounded(min + index * step, Math.max(decimalsOf(min), decimalsOf(step)));
  const grown = Number((min * step ** index).toPrecision(12));
  const value = scale === 'log' ? grown : rounded(min + max - grown, 12);
  return type === 'int' ? Math.round(value) : value;
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(Math.min(100, decimals)));
}

/** Digits after the point in the shortest notation of a number. */
function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}
