/** A row of a CSV file: its fields by the name of their column. */
export interface CsvRow {
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** A CSV file whose first row names the columns. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** A row as it is. */
export interface RawRow {
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * A CSV file whose first row names the columns.
 *
 * @throws {Error} when a quote is never closed
 */
export function parseCsv(text: string): CsvTable {
  const [names, ...rows] = parseRows(text);
  return csvTable(names?.fields ?? [], rows);
}

/** Rows under names. */
export function csvTable(names: readonly string[], rows: readonly RawRow[]): CsvTable {
  const columns = names.map((name) => name.trim());
  return {
    columns,
    rows: rows.map(({ line, fields }) => ({
      line,
      fields: Object.fromEntries(columns.map((name, i) => [name, (fields[i] ?? '').trim()])),
    })),
  };
}

/**
 * Reads RFC 4180: fields by comma, quoted ones with quotes doubled; any line ends. A file whose first row has no comma but
 * semicolons or tabs is read by those. Empty lines are passed over.
 *
 * @throws {Error} when a quote is never closed
 */
export function parseRows(text: string): RawRow[] {
  const plain = text.replace(/^\uFEFF/, '');
  const first = plain.slice(0, plain.search(/\r|\n|$/));
  const separator = [',', ';', '\t'].find((mark) => first.includes(mark)) ?? ',';
  const rows: RawRow[] = [];
  let fields: string[] = [];
  let field = '';
  let [line, begun] = [1, 1];
  let quoted: number | undefined;
  const endRow = () => {
    fields.push(field);
    field = '';
    if (fields.length > 1 || fields[0]!.trim() !== '') rows.push({ line: begun, fields });
    fields = [];
    begun = line;
  };
  for (let i = 0; i < plain.length; i++) {
    const character = plain[i]!;
    if (character === '\n' || (character === '\r' && plain[i + 1] !== '\n')) line += 1;
    if (quoted !== undefined) {
      if (character !== '"') field += character;
      else if (plain[i + 1] === '"') field += plain[i++];
      else quoted = undefined;
    } else if (character === '"' && field.trim() === '') {
      field = '';
      quoted = line;
    } else if (character === separator) {
      fields.push(field);
      field = '';
    } else if (character === '\n' || (character === '\r' && plain[i + 1] !== '\n')) endRow();
    else if (character !== '\r') field += character;
  }
  if (quoted !== undefined) throw new Error(`the quote in line ${quoted} is never closed`);
  if (field !== '' || fields.length > 0) endRow();
  return rows;
}
