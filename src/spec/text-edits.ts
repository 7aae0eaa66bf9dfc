import { Scalar, stringify } from 'yaml';
import type { Value } from '../space/parameter.ts';

/** Changes to a text that leave every other byte of it as it is. */

/** Lines `from` to `to` (inclusive, from 1) of the old text are replaced by `lines`. */
export interface LineEdit {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** The spec is written so that its values cannot be changed by editing them in place; the message says why. */
export class ShipError extends Error {
  override readonly name = 'ShipError';
}

/** `text` in place of the characters from `start` to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** As YAML on one line; a string keeps the quotes that the old one had. */
export function spell(value: unknown, old?: Scalar): string {
  if (typeof value === 'object') return flow(value);
  return scalar(value as Value, old?.type);
}

/** The same without quotes to keep. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (value === null || typeof value !== 'object') return scalar(value as Value);
  const members = Object.entries(value).map(([name, item]) => `${name}: ${flow(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function scalar(value: Value, quotes?: Scalar['type']): string {
  if (typeof value !== 'string') return String(value);
  if (quotes === Scalar.QUOTE_SINGLE && !/['\p{C}\p{Zl}\p{Zp}]/u.test(value)) return `'${value}'`;
  const plain =
    /^[A-Za-z][\w./-]*$/.test(value) && !otherWords.test(value) && stringify(value).trimEnd() === value;
  return plain && quotes !== Scalar.QUOTE_DOUBLE ? value : JSON.stringify(value);
}

/** Words that YAML 1.1, which others may read the file with, takes for something else than a string. */
const otherWords = /^(?:y|yes|n|no|on|off|true|false|null)$/i;

/** @throws {ShipError} when two edits overlap */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => b.start - a.start);
  let out = text;
  let before = Number.POSITIVE_INFINITY;
  for (const { start, end, text: insert } of ordered) {
    if (end > before) throw new ShipError('two parameters share a definition');
    before = start;
    out = out.slice(0, start) + insert + out.slice(end);
  }
  return out;
}

/** What lines differ. Edits replace text within lines or insert whole lines, so a walk in step finds them. */
export function lineEdits(before: string, after: string): readonly LineEdit[] {
  const [old, now] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  const edits: { from: number; to: number; lines: string[] }[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (old[i] === now[j]) {
      i++;
      j++;
      continue;
    }
    // The next line that both have. Inserted lines are few, so the search is short.
    const [skipOld, skipNow] = nextCommon(old.slice(i), now.slice(j));
    edits.push({ from: i + 1, to: i + skipOld, lines: now.slice(j, j + skipNow) });
    i += skipOld;
    j += skipNow;
  }
  return edits;
}

function nextCommon(old: readonly string[], now: readonly string[]): readonly [number, number] {
  for (let distance = 1; distance < old.length + now.length; distance++) {
    // Lines replaced one for one come before any other reading.
    const middle = Math.floor(distance / 2);
    for (let step = 0; step <= middle; step++) {
      for (const a of new Set([middle - step, distance - middle + step])) {
        const b = distance - a;
        if (
          a <= old.length &&
          b <= now.length &&
          b >= 0 &&
          old[a] === now[b] &&
          (a < old.length || b === now.length)
        )
          return [a, b];
      }
    }
  }
  return [old.length, now.length];
}
