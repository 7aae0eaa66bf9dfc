/** Where something stands in the document: keys and indices, from the top. */
export type Path = readonly (string | number)[];

/** A problem before its place in the file is known. */
export interface Finding {
  readonly path: Path;
  /** Mark the key instead of the value. */
  readonly atKey?: boolean;
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  readonly suggestion?: string;
  /** What stands there does no harm: it means nothing beside the rest. */
  readonly unused?: true;
  /** It matters to a search, and to nothing else. */
  readonly ofSearch?: true;
  /** Something is not said, which a command line may say. */
  readonly lacks?: true;
}

/** A value as a reader recognises it. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'nothing (an empty value)';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Words in a row; a long row is cut. */
export function list(words: readonly string[], most = 20): string {
  return `${words.slice(0, most).join(', ')}${words.length > most ? `, … (${words.length} in all)` : ''}`;
}

/** What stands at a path of a plain document; undefined where there is nothing. */
export function at(document: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    document,
  );
}

/** A document with another value at a path; mappings on the way that are not there are made. */
export function withValue(document: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const mapping = typeof document === 'object' && document !== null ? document : {};
  return { ...mapping, [key]: withValue(at(document, [key]), rest, value) };
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** A path as people say it: `params.layers.of.units`, or `the spec`. */
export function name(path: Path): string {
  return path.length === 0
    ? 'the spec'
    : path.reduce<string>(
        (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key),
        '',
      );
}
