/** A problem before its place in the file is known. */
export interface Finding {
  /** Where in the document: keys and indices. */
  readonly path: readonly (string | number)[];
  /** Mark the key instead of the value. */
  readonly atKey?: boolean;
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  readonly suggestion?: string;
}

/** A value as a reader recognises it. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'nothing (an empty value)';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
