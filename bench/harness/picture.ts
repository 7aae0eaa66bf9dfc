const colours = [
  '#0969da',
  '#bc4c00',
  '#8c959f',
  '#1a7f37',
  '#8250df',
  '#cf222e',
  '#9a6700',
  '#1b7c83',
  '#57606a',
  '#d4a72c',
];
const [width, height, left, top, right, bottom] = [640, 360, 48, 36, 130, 36];

/** Curves over trials 1, 2, 3 … as an SVG picture with a legend. */
export function regretPicture(
  title: string,
  curves: readonly { readonly name: string; readonly values: readonly number[] }[],
): string {
  const all = curves.flatMap(({ values }) => values.slice(4)).filter(Number.isFinite);
  const [low, high] = [Math.floor(Math.min(...all)), Math.ceil(Math.max(...all) * 2) / 2];
  const trials = Math.max(...curves.map(({ values }) => values.length));
  const x = (trial: number) => left + ((trial - 1) / Math.max(1, trials - 1)) * (width - left - right);
  const y = (value: number) =>
    top + ((high - Math.min(high, value)) / Math.max(1e-9, high - low)) * (height - top - bottom);
  const levels = Array.from({ length: Math.floor(high) - low + 1 }, (_, i) => low + i);
  const ticks = [1, 25, 50, 100, 150, 200].filter((n) => n <= trials);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>${title}</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${left}" y="20" font-size="14">${title}</text>
${levels.map((level) => `<line x1="${left}" x2="${width - right}" y1="${y(level)}" y2="${y(level)}" stroke="#e9edf1"/><text x="${left - 8}" y="${y(level) + 4}" text-anchor="end">${level}</text>`).join('\n')}
${ticks.map((tick) => `<text x="${x(tick)}" y="${height - 14}" text-anchor="middle">${tick}</text>`).join('\n')}
${curves
  .map(({ name, values }, i) => {
    const points = values
      .map((value, trial) => `${x(trial + 1).toFixed(1)},${y(value).toFixed(1)}`)
      .join(' ');
    const colour = colours[i % colours.length];
    return `<polyline fill="none" stroke="${colour}" stroke-width="${i === 0 ? 3 : 1.5}" points="${points}"/><text x="${width - right + 10}" y="${top + 12 + 18 * i}" fill="${colour}">${name}</text>`;
  })
  .join('\n')}
</svg>
`;
}
