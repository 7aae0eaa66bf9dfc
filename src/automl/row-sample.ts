/** Values of a table that are kept in memory. More rows are drawn from. */
export const mostCells = 3_000_000;

/** How fast the share of the rows that are kept falls. */
const step = 0.75;

/**
 * Draws rows of a file of unknown length by a hash of what is in them, so that memory stays bounded, copies of a row share
 * their fate, the order of the rows does not matter, and rows that come or go move few others.
 */
export class RowSample {
  readonly #mostRows: number;
  #threshold = 2 ** 32;

  /**
   * @param columns of the table
   * @param most values to keep
   */
  constructor(columns: number, most = mostCells) {
    this.#mostRows = Math.max(1, Math.floor(most / Math.max(1, columns)));
  }

  /** Whether a row is kept, for now. */
  keeps(hash: number): boolean {
    return hash < this.#threshold;
  }

  /** Draws fewer from the beginning, where about so many rows come: what would be dropped later is not read first. */
  expect(rows: number): void {
    if (0.9 * rows <= this.#mostRows) return;
    const steps = Math.floor(Math.log(this.#mostRows / (0.9 * rows)) / Math.log(step));
    this.#threshold = 2 ** 32 * step ** Math.max(0, steps);
  }

  /** Places of the rows that stay, when there are too many of them; undefined while all of them do. */
  shrink(hashes: readonly number[]): number[] | undefined {
    if (hashes.length <= this.#mostRows) return undefined;
    let places = [...hashes.keys()];
    while (places.length > this.#mostRows) {
      const before = places.length;
      this.#threshold *= step;
      places = places.filter((place) => hashes[place]! < this.#threshold);
      // Copies of one row cannot be told apart.
      if (places.length === 0 || (this.#threshold < 1 && places.length === before)) {
        this.#threshold = 0;
        return [...hashes.keys()].slice(0, this.#mostRows);
      }
    }
    return places;
  }
}

/** The finish of a hash that is built up byte by byte or value by value: spreads its high bits. */
export function spread(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** FNV-1a of a text, begun with what came before. */
export function hashText(text: string, begun = 0x811c9dc5): number {
  let value = begun;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}

/** Rows with their hashes, column by column, as a file gives them. */
export class RowCollector {
  readonly #sample: RowSample;
  #columns: string[][];
  #lines: number[] = [];
  #hashes: number[] = [];
  /** Rows of the file, kept or not. */
  seen = 0;

  constructor(columns: number, most?: number) {
    this.#sample = new RowSample(columns, most);
    this.#columns = Array.from({ length: columns }, () => []);
  }

  /** About so many rows will come. */
  expect(rows: number): void {
    this.#sample.expect(rows);
  }

  get rows(): number {
    return this.#lines.length;
  }

  /** Whether a row with this hash is to be added. It counts as seen. */
  wants(hash: number): boolean {
    this.seen += 1;
    return this.#sample.keeps(hash);
  }

  /** Adds a row that is wanted. */
  add(texts: readonly string[], line: number, hash: number): void {
    for (let j = 0; j < texts.length; j++) this.#columns[j]!.push(texts[j]!);
    this.#lines.push(line);
    this.#hashes.push(hash);
    const places = this.#sample.shrink(this.#hashes);
    if (!places) return;
    this.#columns = this.#columns.map((column) => places.map((place) => column[place]!));
    this.#lines = places.map((place) => this.#lines[place]!);
    this.#hashes = places.map((place) => this.#hashes[place]!);
  }

  /** A column that the rows so far do not have. */
  addColumn(): void {
    this.#columns.push(new Array<string>(this.rows).fill(''));
  }

  /** What a table has of it. */
  get content(): {
    readonly columns: readonly (readonly string[])[];
    readonly lines: Int32Array;
    readonly drawnFrom?: number;
  } {
    return {
      columns: this.#columns,
      lines: Int32Array.from(this.#lines),
      ...(this.seen > this.rows ? { drawnFrom: this.seen } : {}),
    };
  }
}
