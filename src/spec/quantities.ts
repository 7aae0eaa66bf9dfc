/** Durations and sizes as people write them. */

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of the longest duration that fits into a timer of Node (2³¹ − 1 ms), in whole days. */
export const longestDuration = 24 * 86_400_000;

/** For editors: what `parseDuration` takes as text, give or take a missing unit between others. */
export const durationPattern = '^\\s*(\\d+(\\.\\d+)?\\s*([mM][sS]|[sSmMhHdD])?\\s*)+$';

/** For editors: what `parseSize` takes as text. */
export const sizePattern = '^\\s*\\d+(\\.\\d+)?\\s*([kKmMgG][iI]?)?[bB]?\\s*$';

/** Milliseconds of `15m`, `1h30m`, `90s`, `500ms`, or a number of seconds; undefined when it is none of these. */
export function parseDuration(text: string | number): number | undefined {
  if (typeof text === 'number')
    return Number.isFinite(text) && text >= 0 ? Math.round(text * 1000) : undefined;
  const written = text.trim().toLowerCase();
  if (/^\d+(\.\d+)?$/.test(written)) return Math.round(Number(written) * 1000);
  if (!/^(\d+(\.\d+)?\s*(ms|s|m|h|d)\s*)+$/.test(written)) return undefined;
  const parts = [...written.matchAll(/(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)/g)];
  return Math.round(parts.reduce((sum, [, number, unit]) => sum + Number(number) * units[unit!]!, 0));
}

const scales: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  ki: 1024,
  m: 1e6,
  mi: 1024 ** 2,
  g: 1e9,
  gi: 1024 ** 3,
};

/** Bytes of `1MiB`, `512 KiB`, `10MB`, or a plain number of bytes. */
export function parseSize(text: string | number): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([kmg]i?)?b?$/i.exec(String(text).trim());
  return match ? Math.round(Number(match[1]) * scales[(match[2] ?? '').toLowerCase()]!) : undefined;
}
