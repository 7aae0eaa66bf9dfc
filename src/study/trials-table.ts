import { type CsvTable, csvTable, parseRows } from '../trial/csv-table.ts';

/** What stands over several columns where the names are in two rows. */
const groups: ReadonlySet<string> = new Set([
  'params',
  'values',
  'user_attrs',
  'system_attrs',
  'intermediate_values',
]);

/**
 * The trials of a CSV file. Names in two rows, as of Optuna's `trials_dataframe(multi_index=True)`, become those that it gives
 * without: `params` over `lr` is `params_lr`.
 *
 * @throws {Error} when a quote is never closed
 */
export function readTrialsTable(text: string): CsvTable {
  const [first, second, ...rows] = parseRows(text);
  if (!first) return csvTable([], []);
  if (!second) return csvTable(first.fields, []);
  const names = first.fields.map((name, i) => [name.trim(), (second.fields[i] ?? '').trim()] as const);
  const inTwoRows =
    names.some(([name]) => groups.has(name)) &&
    names.every(([name, below]) => groups.has(name) === (below !== ''));
  return inTwoRows
    ? csvTable(
        names.map(([name, below]) => (groups.has(name) ? `${name}_${below}` : name)),
        rows,
      )
    : csvTable(first.fields, [second, ...rows]);
}
