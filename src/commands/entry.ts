/** What the entry of the program knows of itself. */
export interface Entry {
  /** The built trial host, and the Node that runs it. */
  readonly host: { readonly path: string; readonly node: string };
  /** When the program began (milliseconds of `performance.now()`). */
  readonly startedAt: number;
}
