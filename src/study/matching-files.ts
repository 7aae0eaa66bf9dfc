import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The files that a path or a pattern names, sorted. `*` is any part of a name, `?` one character of it, `**` any folders.
 * Names that begin with a dot have to be written. Empty when there are none.
 *
 * @param folder what a relative pattern starts from
 */
export function matchingFiles(pattern: string, folder: string): string[] {
  const parts = path.resolve(folder, pattern).split(path.sep);
  const first = parts.findIndex((part) => /[*?]/.test(part));
  const whole = parts.join(path.sep);
  if (first < 0) return existsSync(whole) ? [whole] : [];
  const from = parts.slice(0, first).join(path.sep) || path.sep;
  return walk(from, parts.slice(first)).sort();
}

/** Folders below which nobody keeps studies, and where walking takes long. */
const passedOver = new Set(['node_modules', '.git']);

function walk(folder: string, [part, ...rest]: readonly string[]): string[] {
  if (part === undefined) return [];
  let entries: { readonly name: string; isDirectory(): boolean; isFile(): boolean }[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    // No such folder, or none of ours: nothing is in it.
    return [];
  }
  const found = entries.flatMap((entry) => {
    const place = path.join(folder, entry.name);
    const hidden = entry.name.startsWith('.');
    if (part === '**') {
      const deeper = entry.isDirectory() && !hidden && !passedOver.has(entry.name);
      return deeper ? walk(place, [part, ...rest]) : [];
    }
    if ((hidden && !part.startsWith('.')) || !expression(part).test(entry.name)) return [];
    if (rest.length > 0) return entry.isDirectory() ? walk(place, rest) : [];
    return entry.isFile() ? [place] : [];
  });
  // `**` is no folder, too.
  return part === '**' ? [...new Set([...found, ...walk(folder, rest)])] : found;
}

function expression(part: string): RegExp {
  const source = part
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`);
}
