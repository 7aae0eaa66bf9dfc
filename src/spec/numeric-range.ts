import type { FloatDefinition, IntDefinition } from '../space/parameter.ts';
import type { Finding } from './finding.ts';

/** Ranges, steps and defaults of numbers. */

type Path = Finding['path'];

export function checkNumeric(
  { type, min, max, scale = 'linear', step, default: value }: FloatDefinition | IntDefinition,
  path: Path,
): Finding[] {
  if (min > max)
    return [
      {
        path: [...path, 'min'],
        message: `min is above max`,
        expected: `at most ${max}`,
        found: String(min),
        suggestion: 'exchange the two',
      },
    ];
  if (scale !== 'linear' && min <= 0)
    return [
      {
        path: [...path, 'min'],
        message: `scale: ${scale} needs a range above 0`,
        expected: 'min > 0',
        found: String(min),
        suggestion: 'raise min, or use scale: linear',
      },
    ];
  const findings = step === undefined ? [] : checkStep({ type, min, max, scale, step }, path);
  if (value !== undefined && findings.length === 0) {
    if (value < min || value > max)
      findings.push({
        path: [...path, 'default'],
        message: 'the default is outside the range',
        expected: `from ${min} to ${max}`,
        found: String(value),
      });
    else if (step !== undefined && !onGrid(value, min, max, scale, step))
      findings.push({
        path: [...path, 'default'],
        message: 'the default is not on the grid of the steps',
        expected: `one of ${grid(min, max, scale, step)}`,
        found: String(value),
      });
  }
  return findings;
}

function checkStep(
  {
    min,
    max,
    scale,
    step,
  }: {
    readonly type: string;
    readonly min: number;
    readonly max: number;
    readonly scale: string;
    readonly step: number;
  },
  path: Path,
): Finding[] {
  const at = [...path, 'step'];
  if (scale !== 'linear' && step <= 1)
    return [
      {
        path: at,
        message: `with scale: ${scale} the step is a ratio`,
        expected: 'more than 1, such as 2 for 16, 32, 64',
        found: String(step),
      },
    ];
  if (min === max) return [];
  const steps = scale === 'linear' ? (max - min) / step : Math.log(max / min) / Math.log(step);
  if (Math.abs(steps - Math.round(steps)) <= 1e-9 * Math.max(1, steps)) return [];
  const end = (count: number) => tidy(scale === 'linear' ? min + count * step : min * step ** count);
  const [below, above] = [end(Math.floor(steps)), end(Math.ceil(steps))];
  return [
    {
      path: [...path, 'max'],
      message: `max is not on the grid: the steps of ${step} from ${min} miss it`,
      expected: below === min ? `${above}` : `${below} or ${above}`,
      found: String(max),
    },
  ];
}

export function onGrid(value: number, min: number, max: number, scale: string, step: number): boolean {
  const place =
    scale === 'linear'
      ? (value - min) / step
      : Math.log((scale === 'log' ? value : min + max - value) / min) / Math.log(step);
  return Math.abs(place - Math.round(place)) < 1e-9 * Math.max(1, Math.abs(place));
}

function grid(min: number, max: number, scale: string, step: number): string {
  const values: number[] = [];
  const at = (i: number) =>
    scale === 'linear' ? min + i * step : scale === 'log' ? min * step ** i : min + max - min * step ** i;
  for (let i = 0; values.length < 4 && at(i) <= max * (1 + 1e-12) && at(i) >= min * (1 - 1e-12) - 1e-300; i++)
    values.push(tidy(at(i)));
  return `${values.join(', ')}, …`;
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
