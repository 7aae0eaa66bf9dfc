import type { Safe } from './safe.ts';
import { visible } from './safe.ts';

/** Most points of a line: more than a comment is wide. */
const mostPoints = 60;

/**
 * A label inside the double quotes of a mermaid chart. Letters, digits, spaces and `_ . - [ ]` are themselves; whatever
 * could end the quotes, begin a directive or become HTML is a middle dot.
 */
export function mermaidLabel(text: string, limit = 24): string {
  return visible(text, limit).replace(/[^\p{L}\p{N} _.-]/gu, '·') || '·';
}

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
  return chart([
    'xychart-beta',
    `  title "${mermaidLabel(title, 60)}"`,
    `  x-axis "${mermaidLabel(xAxis)}" 1 --> ${longest}`,
    `  y-axis "${mermaidLabel(yAxis)}"`,
    ...lines.map(({ values }) => `  line [${thin(values).map(number).join(', ')}]`),
  ]);
}

/** One bar for each label. Undefined without a bar. */
export function barChart(
  title: string,
  yAxis: string,
  bars: readonly { readonly label: string; readonly value: number }[],
): Safe<'block'> | undefined {
  if (bars.length === 0 || !bars.every(({ value }) => Number.isFinite(value))) return undefined;
  return chart([
    'xychart-beta horizontal',
    `  title "${mermaidLabel(title, 60)}"`,
    `  x-axis [${bars.map(({ label }) => `"${mermaidLabel(label)}"`).join(', ')}]`,
    `  y-axis "${mermaidLabel(yAxis)}" 0 --> ${number(Math.max(...bars.map(({ value }) => value)) * 1.05)}`,
    `  bar [${bars.map(({ value }) => number(value)).join(', ')}]`,
  ]);
}

function chart(lines: readonly string[]): Safe<'block'> {
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`` as Safe<'block'>;
}

/** Mermaid reads plain decimals only, no exponents. */
function number(value: number): string {
  const text = String(Number(value.toPrecision(6)));
  return /e/.test(text)
    ? value.toFixed(Math.min(20, Math.max(0, 5 - Math.floor(Math.log10(Math.abs(value) || 1)))))
    : text;
}
