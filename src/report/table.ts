import { markdownTable } from 'markdown-table';
import type { Value } from '../space/parameter.ts';
import { type Everywhere, inCell, type Safe } from './safe.ts';
import { valueText } from './words.ts';

export type Cell = Safe<'cell'>;

/** A table of safe cells, the first row its header. `align`: one letter a column, `l` or `r`. */
export function table(rows: readonly (readonly Cell[])[], align: string): Safe<'block'> {
  return markdownTable(rows, {
    align: Array.from(align, (letter) => (letter === 'r' ? 'r' : null)),
    alignDelimiters: false,
  }) as Safe<'block'>;
}

/** The value of a parameter; blank where it is inactive. */
export function valueCell(value: Value | undefined): Cell {
  if (value === undefined) return '' as Everywhere;
  const text = valueText(value);
  // Seven digits in a row would be taken for the hash of a commit.
  return typeof value === 'number' && !/\d{7}/.test(text) ? (text as Everywhere) : inCell.name(text);
}
