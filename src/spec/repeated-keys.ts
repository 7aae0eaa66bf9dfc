import { type Document, isNode, isScalar, type Scalar, visit } from 'yaml';

/** A key that its mapping has already. */
export interface RepeatedKey {
  readonly key: Scalar;
  /** The same key, where it stands first. */
  readonly first: Scalar;
  /** Aliases may refer to what went with it. */
  readonly hasAnchor: boolean;
}

/**
 * Takes keys that their mapping has already out of a document, so that the first of each is what counts.
 *
 * @param starts the offsets where they begin
 */
export function withoutRepeated(document: Document, starts: ReadonlySet<number>): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  if (starts.size === 0) return found;
  visit(document, {
    Map: (_, map) => {
      map.items = map.items.filter(({ key, value }) => {
        if (!isScalar(key) || !starts.has(key.range?.[0] ?? -1)) return true;
        // The parser has compared them in the same way.
        const first = map.items.find((other) => isScalar(other.key) && other.key.value === key.value);
        found.push({ key, first: first?.key as Scalar, hasAnchor: anchored(value) });
        return false;
      });
    },
  });
  return found;
}

function anchored(node: unknown): boolean {
  let found = false;
  if (isNode(node))
    visit(node, {
      Node: (_, { anchor }) => {
        found ||= anchor !== undefined;
        return found ? visit.BREAK : undefined;
      },
    });
  return found;
}
