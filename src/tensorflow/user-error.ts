import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ownFolder = path.dirname(fileURLToPath(import.meta.url));
const mostFrames = 6;
const mostCharacters = 4000;

/**
 * What went wrong in the user's code: the message and where in the user's own files, without the frames of Node, of
 * packages and of Tunegate.
 *
 * @param folder paths inside it are shown relative to it
 */
export function describeError(error: unknown, folder: string = process.cwd()): string {
  if (!(error instanceof Error)) return `thrown: ${cut(String(error))}`;
  const frames = userFrames(error.stack ?? '', folder).map((frame) => `\n    at ${frame}`);
  const cause = error.cause instanceof Error ? `\n  caused by ${headline(error.cause)}` : '';
  return cut(`${headline(error)}${syntaxPlace(error)}${cause}${frames.join('')}`);
}

/** Where in the user's own files the code is that called, such as `model.ts:12`. */
export function userPlace(folder: string = process.cwd()): string | undefined {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 30;
  const [frame] = userFrames(new Error().stack ?? '', folder);
  Error.stackTraceLimit = limit;
  return frame?.replace(/^.* \((.*)\)$/, '$1');
}

function headline(error: Error): string {
  const message = error.message || '(no message)';
  return error.name === 'Error' ? message : `${error.name}: ${message}`;
}

/** The file, line and picture that Node puts above the stack of a syntax error. */
function syntaxPlace(error: Error): string {
  if (!(error instanceof SyntaxError)) return '';
  const above = (error.stack ?? '').split(`${error.name}: `)[0]!.trimEnd();
  return above === '' ? '' : `\n${above}`;
}

/** `build (model.ts:12:7)`; TypeScript keeps its lines when compiled, not its columns. */
function userFrames(stack: string, folder: string): string[] {
  const frames: string[] = [];
  for (const line of stack.split('\n')) {
    const match = /^\s+at (?:(.+?) \()?((?:file:\/\/)?[^()]+):(\d+):(\d+)\)?$/.exec(line);
    if (!match) continue;
    const [, name, place, row, column] = match;
    const file = place!.startsWith('file://') ? fileURLToPath(place!) : place!.replace(/^async /, '');
    if (!path.isAbsolute(file) || file.split(path.sep).includes('node_modules')) continue;
    if (path.dirname(file) === ownFolder || path.dirname(file) === path.dirname(ownFolder)) continue;
    // Exported functions are called as members of the module's exports.
    const called = name?.replace(/^(async )?(Object|Module)\./, '$1');
    const relative = path.relative(folder, file);
    const shown = relative.startsWith('..') ? file : relative;
    const position = /\.[mc]?ts$/.test(file) ? row : `${row}:${column}`;
    frames.push(called === undefined ? `${shown}:${position}` : `${called} (${shown}:${position})`);
    if (frames.length === mostFrames) break;
  }
  return frames;
}

function cut(text: string): string {
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)} …`;
}
