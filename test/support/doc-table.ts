import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The rows of the table below `<!-- table: NAME -->` in a page of docs/, by the titles of its columns. What tests read
 * from there cannot drift from what people read.
 */
export function docTable<Column extends string>(
  page: string,
  name: string,
  columns: readonly Column[],
): readonly Readonly<Record<Column, string>>[] {
  const text = readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', page), 'utf8');
  const body = text.split(`<!-- table: ${name} -->`)[1];
  if (body === undefined) throw new Error(`docs/${page} has no table ${name}`);
  const [titles, , ...lines] = body.trim().split('\n\n')[0]!.split('\n').map(cells);
  const wrong = columns.filter((column, index) => titles![index] !== column);
  if (wrong.length > 0 || titles!.length !== columns.length)
    throw new Error(`the table ${name} has the columns ${titles!.join(', ')}, not ${columns.join(', ')}`);
  return lines.map((line) => {
    if (line.length !== columns.length)
      throw new Error(`the table ${name} has a row of ${line.length} cells: ${line}`);
    return Object.fromEntries(columns.map((column, index) => [column, line[index]!])) as Record<
      Column,
      string
    >;
  });
}

function cells(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
