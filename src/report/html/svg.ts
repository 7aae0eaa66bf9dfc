import { type Everywhere, html, inHtml, type Safe } from '../safe.ts';
import { type NumberFormat, numberFormat, plural } from '../words.ts';

/** Drawing with inline SVG: frames, scales, axes. Sizes are in pixels of the view box; colours are classes of the style. */

const { say, join } = inHtml;
type Html = Safe<'html'>;

/** Every chart is this wide, so that its letters are readable on a phone. */
export const width = 420;
const left = 56;
const right = 14;
const top = 12;
const bottom = 30;

export interface Scale {
  /** Coordinate of a value; values beyond the domain are put at its end. */
  readonly at: (value: number) => number;
  /** Whether a value lies beyond the domain. */
  readonly beyond: (value: number) => boolean;
  readonly ticks: readonly { readonly at: number; readonly label: Html }[];
}

/** A coordinate, to a tenth of a pixel. */
export function px(value: number): Everywhere {
  return String(Math.round(value * 10) / 10) as Everywhere;
}

/** The domain of an axis for scores: all of them, or without the far end on the bad side where few would squeeze the rest. */
export function scoreDomain(
  values: readonly number[],
  goal: 'minimize' | 'maximize',
): readonly [number, number] {
  const finite = values.filter(Number.isFinite).sort((a, b) => (goal === 'minimize' ? a - b : b - a));
  if (finite.length === 0) return [0, 1];
  const best = finite[0]!;
  const far = (share: number) => Math.abs(finite[Math.floor(share * (finite.length - 1))]! - best);
  const most = far(1);
  const usual = far(0.75) > 0 ? far(0.75) : most;
  const reach = Number.isFinite(most) && most <= 3 * usual ? most : 2 * usual;
  const end = goal === 'minimize' ? best + reach : best - reach;
  return padded(Math.min(best, end), Math.max(best, end));
}

/** A domain with a margin, so that no mark stands on the edge. */
export function padded(low: number, high: number): readonly [number, number] {
  const span = high - low;
  if (!Number.isFinite(span)) return [low / 2, high / 2];
  const margin = span > 0 ? span * 0.06 : Math.abs(low) * 0.01 || 0.5;
  return [low - margin, high + margin];
}

/** Values at round numbers: 1, 2 or 5 times a power of ten apart. */
export function niceTicks([low, high]: readonly [number, number], wanted: number): readonly number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const raw = span / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power;
  const first = Math.ceil(low / step);
  const count = Math.min(12, Math.floor(high / step) - first + 1);
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const decimals = Math.max(0, -Math.floor(Math.log10(step)));
    const value = (first + index) * step;
    return decimals <= 100 ? Number(value.toFixed(decimals)) : value;
  });
}

function linear([low, high]: readonly [number, number], from: number, to: number): Scale['at'] {
  // Halves first: the range of two huge numbers overflows.
  return (value) => {
    const share = (value / 2 - low / 2) / (high / 2 - low / 2);
    return from + (to - from) * (Number.isNaN(share) ? 0.5 : Math.min(1, Math.max(0, share)));
  };
}

function scale(
  domain: readonly [number, number],
  from: number,
  to: number,
  ticks: readonly number[],
  format: NumberFormat = numberFormat(ticks),
): Scale {
  const at = linear(domain, from, to);
  return {
    at,
    beyond: (value) => !(value >= domain[0] && value <= domain[1]),
    ticks: ticks.map((tick) => ({ at: at(tick), label: format(tick) })),
  };
}

/** The horizontal axis. `whole`: only whole numbers are marked; `from`: where it begins. */
export function xScale(
  domain: readonly [number, number],
  options: { readonly whole?: boolean; readonly from?: number } = {},
): Scale {
  const ticks = niceTicks(domain, 5).filter((tick) => !options.whole || Number.isInteger(tick));
  return scale(domain, options.from ?? left, width - right, ticks);
}

/** A horizontal axis whose places in [0, 1] are known, with labels of one's own; crowded ones are left out. */
export function placesScale(labels: readonly { readonly place: number; readonly text: string }[]): Scale {
  const at = linear([0, 1], left + 8, width - right - 8);
  const shown: { at: number; label: Html }[] = [];
  let free = Number.NEGATIVE_INFINITY;
  const room = labels.length > 1 ? (width - left - right) / labels.length : width - left - right;
  for (const { place, text } of labels) {
    const letters = Math.max(4, Math.floor(Math.max(room, 64) / 6.4));
    const half = (Math.min(letters, Array.from(text).length) * 6.4) / 2;
    if (at(place) - half < free) continue;
    free = at(place) + half + 4;
    shown.push({ at: at(place), label: html(text, letters) });
  }
  return { at, beyond: () => false, ticks: shown };
}

/** The vertical axis, values rising upwards. */
export function yScale(domain: readonly [number, number], height: number): Scale {
  return scale(domain, height - bottom, top, niceTicks(domain, 5));
}

/** Axes and grid with the marks of a chart on them. `label`: what the chart shows, for readers who do not see it. */
export function plot(
  x: Scale,
  y: Scale | undefined,
  height: number,
  label: Html,
  marks: readonly Html[],
): Html {
  const base = height - bottom;
  const xs = x.ticks.map(
    (tick) =>
      say`<line class="grid" x1="${px(tick.at)}" x2="${px(tick.at)}" y1="${px(top)}" y2="${px(base)}"/><text class="tick" x="${px(tick.at)}" y="${px(base + 18)}" text-anchor="${anchor(tick.at)}">${tick.label}</text>`,
  );
  const ys = (y?.ticks ?? []).map(
    (tick) =>
      say`<line class="grid" x1="${px(left)}" x2="${px(width - right)}" y1="${px(tick.at)}" y2="${px(tick.at)}"/><text class="tick" x="${px(left - 7)}" y="${px(tick.at + 4)}" text-anchor="end">${tick.label}</text>`,
  );
  const axis = say`<line class="axis" x1="${px(left)}" x2="${px(width - right)}" y1="${px(base)}" y2="${px(base)}"/>`;
  return say`<svg viewBox="0 0 ${px(width)} ${px(height)}" role="img" aria-label="${label}">${join([...xs, ...ys, axis, ...marks], '')}</svg>`;
}

function anchor(at: number): Everywhere {
  return (at > width - right - 12 ? 'end' : 'middle') as Everywhere;
}

/** Classes of marks; the style gives them their colours. */
export type Mark = 'plain' | 'faint' | 'one' | 'two' | 'three' | 'four' | 'best' | 'ships' | 'failed';

/** A point that says what it is when pointed at. */
export function dot(x: number, y: number, mark: Mark, title: Html, radius = 3.5): Html {
  return say`<circle class="${mark as Everywhere}" cx="${px(x)}" cy="${px(y)}" r="${px(radius)}"><title>${title}</title></circle>`;
}

/** A cross, for what failed. */
export function cross(x: number, y: number, title: Html): Html {
  const r = 3.2;
  return say`<path class="failed" d="M${px(x - r)} ${px(y - r)}l${px(2 * r)} ${px(2 * r)}m0 ${px(-2 * r)}l${px(-2 * r)} ${px(2 * r)}"><title>${title}</title></path>`;
}

/** A line through points; `step`: it goes on level until the next point. */
export function line(
  points: readonly (readonly [number, number])[],
  mark: Mark,
  options: { readonly step?: boolean; readonly title?: Html } = {},
): Html {
  const [first, ...rest] = points;
  if (!first) return say``;
  const path = rest.map(([x, y]) =>
    options.step ? say`H${px(x)}V${px(y)}` : (`L${px(x)} ${px(y)}` as Everywhere),
  );
  const title = options.title ? say`<title>${options.title}</title>` : say``;
  return say`<path class="line ${mark as Everywhere}" d="M${px(first[0])} ${px(first[1])}${join(path, '')}">${title}</path>`;
}

/** A level line across the chart. */
export function level(y: number, mark: Mark, title: Html): Html {
  return say`<path class="level ${mark as Everywhere}" d="M${px(left)} ${px(y)}H${px(width - right)}"><title>${title}</title></path>`;
}

export interface KeyItem {
  readonly mark: Mark;
  readonly text: Html;
}

/** A chart with its title and what the colours mean. */
export function figure(title: Html, chart: Html, key: readonly KeyItem[], note?: Html): Html {
  const items = key.map(({ mark, text }) => say`<span class="key ${mark as Everywhere}">${text}</span>`);
  const legend = items.length === 0 ? say`` : say`<p class="keys">${join(items, ' ')}</p>`;
  return say`<figure><figcaption>${title}</figcaption>${chart}${legend}${note ? say`<p class="note">${note}</p>` : say``}</figure>`;
}

/** «3 trials lie beyond the edge.» */
export function beyondNote(count: number): Html | undefined {
  return count === 0 ? undefined : say`${plural(count, 'trial')} beyond the edge: drawn on it.`;
}
