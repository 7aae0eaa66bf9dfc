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
  /** The line itself. */
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
  const file = problems[0]?.file ?? 'the spec';
  return `${problems.map(formatProblem).join('\n')}\n${count} in ${file}\n`;
}

function formatProblem(problem: Problem): string {
  const { file, line, column, endColumn, message, expected, found, suggestion, sourceLine } = problem;
  // A tab would move the mark; a very long line is shown around the mark.
  const from = column > shownColumns - 40 ? column - 40 : 0;
  const shown = sourceLine.slice(from, from + shownColumns).replaceAll('\t', ' ');
  const start = column - 1 - from;
  const width = Math.max(1, Math.min(endColumn - column, shown.length - start));
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  const details = [
    expected === undefined ? [] : [`expected: ${expected}`],
    found === undefined ? [] : [`found:    ${found}`],
    suggestion === undefined ? [] : [`hint:     ${suggestion}`],
  ].flat();
  return [
    `${file}:${line}:${column}: ${message}`,
    ` ${number} | ${shown}`,
    ` ${gutter} | ${' '.repeat(Math.max(0, start))}${'^'.repeat(width)}`,
    ...details.map((text) => ` ${gutter}   ${text}`),
    '',
  ].join('\n');
}
