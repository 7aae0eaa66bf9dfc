/** A sparse matrix, row by row (CSR): the entries of row i are those from `starts[i]` to `starts[i + 1]`. */
export interface Sparse {
  readonly rows: number;
  readonly width: number;
  readonly starts: Int32Array;
  readonly indexes: Int32Array;
  readonly values: Float64Array;
}

/** Collects a sparse matrix row by row. */
export class SparseBuilder {
  readonly #starts: number[] = [0];
  #indexes = new Int32Array(1024);
  #values = new Float64Array(1024);
  #size = 0;

  add(index: number, value: number): void {
    if (this.#size === this.#indexes.length) this.#grow();
    this.#indexes[this.#size] = index;
    this.#values[this.#size] = value;
    this.#size += 1;
  }

  endRow(): void {
    this.#starts.push(this.#size);
  }

  build(width: number): Sparse {
    return {
      rows: this.#starts.length - 1,
      width,
      starts: Int32Array.from(this.#starts),
      indexes: this.#indexes.slice(0, this.#size),
      values: this.#values.slice(0, this.#size),
    };
  }

  #grow(): void {
    const [indexes, values] = [this.#indexes, this.#values];
    this.#indexes = new Int32Array(2 * indexes.length);
    this.#values = new Float64Array(2 * values.length);
    this.#indexes.set(indexes);
    this.#values.set(values);
  }
}

/** Scores of a row: entry times weights, `outputs` of them a column, added to `scores`. */
export function addRow(
  { starts, indexes, values }: Sparse,
  row: number,
  weights: ArrayLike<number>,
  outputs: number,
  scores: Float64Array,
): void {
  const end = starts[row + 1]!;
  for (let at = starts[row]!; at < end; at++) {
    const [x, from] = [values[at]!, indexes[at]! * outputs];
    for (let k = 0; k < outputs; k++) scores[k]! += x * weights[from + k]!;
  }
}
