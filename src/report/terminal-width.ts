/** Columns that a terminal gives to text: nothing for combining marks, two for wide characters and emoji. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

const zero = /^[\p{M}\p{Cf}\p{Cc}]$/u;
const emoji = /^\p{Emoji_Presentation}$/u;

function characterWidth(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x300) return 1;
  if (zero.test(character)) return 0;
  return isWide(code) || emoji.test(character) ? 2 : 1;
}

/** East Asian Wide and Fullwidth (UAX #11), by blocks. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xa960 && code <= 0xa97c) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x17000 && code <= 0x18cff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** At most `width` columns; what is cut ends with «…». */
export function cutTo(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    const size = characterWidth(character);
    if (used + size > width - 1) break;
    kept += character;
    used += size;
  }
  return width > 0 ? `${kept}…` : '';
}

/** Filled with spaces to `width` columns. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const fill = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + fill : fill + text;
}

/**
 * Lines of at most `width` columns, broken at spaces where possible; all but the first begin with `indent`. The runner
 * of GitHub Actions obeys lines that begin with `::`: where a break would make one, a ratio sign stands for a colon.
 */
export function wrap(text: string, width: number, indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((item) => pieces(item, width - indent.length))) {
    const next = line === '' ? word : `${line} ${word}`;
    if (displayWidth(next) <= width || line === '') line = next;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  return (line === '' ? lines : [...lines, line]).map((text) => text.replace(/^(\s*):(?=:)/, '$1∶'));
}

function pieces(word: string, width: number): readonly string[] {
  const out: string[] = [];
  let piece = '';
  for (const character of word) {
    if (displayWidth(piece + character) > width && piece !== '') {
      out.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...out, piece];
}
