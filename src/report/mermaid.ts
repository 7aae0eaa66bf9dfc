import { type Everywhere, inMermaid, literal, mermaidBlock, type Safe } from './safe.ts';

/** Most points of a line: more than a comment is wide. */
const mostPoints = 60;
/** Longest label of an axis or a bar, in characters. */
const longestLabel = 24;
const { say, name, join } = inMermaid;

/** Colours of lines and bars, in their order: those of mermaid's own theme cannot be seen on white. */
export const lineColours = [literal`blue`, literal`orange`, literal`green`] as const;

/** The first line of a chart: its height in pixels, and the colours. */
const look = (height: number): Safe<'mermaid'> =>
  say`%%{init: {"xyChart": {"height": ${number(height)}}, "themeVariables": {"xyChart": {"plotColorPalette": "#1f6feb, #d4730b, #2da44e"}}}}%%`;

export interface Line {
  /** Finite numbers only. */
  readonly values: readonly number[];
}

/** Lines over the numbers of trials or epochs, thinned to what can be seen. Undefined without two points. */
export function lineChart(
  title: string,
  xAxis: string,
  yAxis: string,
  lines: readonly Line[],
): Safe<'block'> | undefined {
  const longest = Math.max(0, ...lines.map(({ values }) => values.length));
  if (longest < 2 || lines.some(({ values }) => !values.every(Number.isFinite))) return undefined;
  const thin = (values: readonly number[]) =>
    values.length <= mostPoints
      ? values
      : Array.from(
          { length: mostPoints },
          (_, i) => values[Math.round((i * (values.length - 1)) / (mostPoints - 1))]!,
        );
  return mermaidBlock([
    look(360),
    say`xychart-beta`,
    say`  title "${name(title, 60)}"`,
    say`  x-axis "${name(xAxis, longestLabel)}" 1 --> ${number(longest)}`,
    say`  y-axis "${name(yAxis, longestLabel)}"`,
    ...lines.map(({ values }) => say`  line [${join(thin(values).map(number), ', ')}]`),
  ]);
}

/** One bar for each label. Undefined without a bar. */
export function barChart(
  title: string,
  yAxis: string,
  bars: readonly { readonly label: string; readonly value: number }[],
): Safe<'block'> | undefined {
  if (bars.length === 0 || !bars.every(({ value }) => Number.isFinite(value))) return undefined;
  const labels = bars.map(({ label }) => say`"${name(label, longestLabel)}"`);
  return mermaidBlock([
    look(120 + 40 * bars.length),
    say`xychart-beta horizontal`,
    say`  title "${name(title, 60)}"`,
    say`  x-axis [${join(labels, ', ')}]`,
    say`  y-axis "${name(yAxis, longestLabel)}" 0 --> ${number(Math.max(...bars.map(({ value }) => value)) * 1.05)}`,
    say`  bar [${join(
      bars.map(({ value }) => number(value)),
      ', ',
    )}]`,
  ]);
}

/** Mermaid reads plain decimals only, no exponents. */
function number(value: number): Everywhere {
  const text = String(Number(value.toPrecision(6)));
  const plain = /e/.test(text)
    ? value.toFixed(Math.min(20, Math.max(0, 5 - Math.floor(Math.log10(Math.abs(value) || 1)))))
    : text;
  return plain as Everywhere;
}
