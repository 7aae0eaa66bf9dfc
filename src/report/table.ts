import { markdownTable } from 'markdown-table';
import type { Safe } from './safe.ts';

export type Cell = Safe<'cell'>;

/** A table of safe cells, the first row its header. `align`: one letter a column, `l` or `r`. */
export function table(rows: readonly (readonly Cell[])[], align: string): Safe<'block'> {
  return markdownTable(rows, {
    align: Array.from(align, (letter) => (letter === 'r' ? 'r' : null)),
    alignDelimiters: false,
  }) as Safe<'block'>;
}
