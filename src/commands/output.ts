import path from 'node:path';
import pc from 'picocolors';
import { writeInPieces } from '../output-file.ts';
import type { Results } from '../report/results.ts';
import { renderTerminal } from '../report/terminal.ts';

/** Results as this terminal can show them. */
export function terminal(results: Results): string {
  return renderTerminal(results, { colour: pc.isColorSupported, width: process.stdout.columns || 100 });
}

/** To standard output, with a line break at its end. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** To standard error, a line for people beside what a program reads. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Resolves when it is written, so that no more is made than is taken. */
function printPiece(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => {
      if (!error) resolve();
    });
  });
}

/** Writes to a file, or to standard output. */
export function writeTo<T>(
  output: string | undefined,
  make: (write: (text: string) => void | Promise<void>) => Promise<T>,
): Promise<T> {
  return output === undefined ? make(printPiece) : writeInPieces(path.resolve(output), output, make);
}
