/** One thing that is wrong with a spec file. */
export interface Problem {
  readonly file: string;
  /** Counted from 1, as `column` is. */
  readonly line: number;
  readonly column: number;
  /** Column after the last character that is marked, on the same line. */
  readonly endColumn: number;
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  /** What to do about it: a sentence without its full stop. */
  readonly suggestion?: string;
  /** The line itself, exactly as it stands in the file. */
  readonly sourceLine: string;
}

/** A spec that cannot be used, with everything that is wrong with it. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}

const shownColumns = 140;

/** The problems as a person reads them: place and message, the line with what is meant marked, and what would be right. */
export function formatProblems(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const files = [...new Set(problems.map(({ file }) => visible(file)))];
  return `${problems.map(formatProblem).join('\n')}\n${count} in ${files.join(' and ') || 'the spec'}\n`;
}

function formatProblem(problem: Problem): string {
  const { file, line, column, endColumn, message, expected, found, suggestion, sourceLine } = problem;
  // A very long line is shown around the mark.
  const from = column > shownColumns - 40 ? column - 40 : 0;
  const shown = sourceLine
    .slice(from, from + shownColumns)
    .replaceAll('\t', ' ')
    .replace(unprintable, '\uFFFD');
  const start = Math.min(column - 1 - from, shown.length);
  const marked = shown.slice(start, endColumn - 1 - from);
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  const details = [
    expected === undefined ? [] : [`expected: ${expected}`],
    found === undefined ? [] : [`found:    ${found}`],
    suggestion === undefined ? [] : [`hint:     ${suggestion}`],
  ].flat();
  return [
    `${visible(file)}:${line}:${column}: ${visible(message)}`,
    ` ${number} | ${shown}`.trimEnd(),
    ` ${gutter} | ${' '.repeat(cells(shown.slice(0, start)))}${'^'.repeat(Math.max(1, cells(marked)))}`,
    ...details.map((text) => ` ${gutter}   ${visible(text)}`),
    '',
  ].join('\n');
}

// Control characters, and those that turn the direction of text: a spec is untrusted, and this goes to terminals and logs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text with what a terminal would obey made visible: ESC becomes \u001b. */
function visible(text: string): string {
  return text.replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Cells of a terminal that a text takes: two for East Asian characters and emoji, none for combining marks. */
function cells(text: string): number {
  return [...text].reduce((sum, character) => sum + cellsOf(character), 0);
}

function cellsOf(character: string): number {
  if (/^(\p{Mn}|\p{Me}|\p{Cf})$/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

const wide =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;
