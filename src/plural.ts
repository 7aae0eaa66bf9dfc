/** «2,340», «2,340.5». */
export function grouped(count: number): string {
  return String(count).replace(/(?<!\.\d*)\B(?=(?:\d{3})+(?!\d))/g, ',');
}

/** «1 trial», «2,340 trials»: a count with its noun, for sentences of any room. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** «a», «a and b», «a, b and c»; «» of none. */
export function together(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** «a, b, c and 2 more»: the first few of what may be many. */
export function firstOf(items: readonly string[], most = 3): string {
  return items.length <= most
    ? together(items)
    : `${items.slice(0, most).join(', ')} and ${grouped(items.length - most)} more`;
}
