import type { Conversation } from './conversation.ts';
import { type Answer, AskTellError, idOf, parseLine, parseRequest } from './protocol.ts';

/** A longer line is no request of ours. */
const longestRequest = 2 ** 20;

/**
 * Answers each line with one line, in their order, until there are no more. A line that is no request, or asks for what
 * cannot be done, is answered with an error that names it by its number, counted from 1; empty lines are passed over.
 */
export async function serve(
  conversation: Conversation,
  lines: AsyncIterable<string>,
  write: (line: string) => void,
): Promise<void> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    // Some programs begin what they write with a byte order mark.
    const request = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    write(`${JSON.stringify(answerLine(conversation, request, number))}\n`);
  }
}

function answerLine(conversation: Conversation, line: string, number: number): Answer & { id?: unknown } {
  let id: unknown;
  try {
    if (line.length > longestRequest) throw new AskTellError('too long for a request: over 1 MiB');
    const value = parseLine(line);
    id = idOf(value);
    return withId(conversation.answer(parseRequest(value)), id);
  } catch (error) {
    // Whatever it is, the driver hears of it and decides; a journal that cannot be written says so.
    const message = error instanceof Error ? error.message : String(error);
    return withId({ type: 'error', line: number, message }, id);
  }
}

function withId(answer: Answer, id: unknown): Answer & { id?: unknown } {
  return id === undefined ? answer : { ...answer, id };
}
