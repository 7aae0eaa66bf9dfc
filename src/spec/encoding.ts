/**
 * Whether a text that was read as UTF-8 is one in UTF-16: its mark is two replacement characters then, and each Latin letter
 * has a NUL beside it.
 */
export function isUtf16(text: string): boolean {
  return /^\uFFFD\uFFFD/.test(text) && text.includes('\u0000');
}
