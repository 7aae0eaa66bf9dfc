import { stripVTControlCharacters } from 'node:util';

/**
 * Every text that comes from a trial, a spec, a commit or a pull request passes through here before it reaches a
 * reader. Renderers take `Safe` strings only, so that forgetting it is a type error.
 */

/**
 * Where a text is going: inline markdown, a cell of a markdown table, a block of markdown (paragraph, table, fence, or a
 * whole comment of them), HTML text, a terminal or a log of CI, a line of plain text (a title), several such lines (an
 * annotation), a quoted label of a mermaid drawing, one argument of a program that is started without a shell.
 */
export type Sink =
  | 'markdown'
  | 'cell'
  | 'block'
  | 'html'
  | 'terminal'
  | 'line'
  | 'lines'
  | 'mermaid'
  | 'argument';

declare const safeFor: unique symbol;
/** A string that may be written to each of the sinks `S` as it is. */
export type Safe<S extends Sink> = string & { readonly [safeFor]: { readonly [K in S]: true } };
/** Safe wherever it goes: numbers, durations, counts. */
export type Everywhere = Safe<Sink>;

/** How text is put into words for one sink. */
export interface Voice<S extends Sink> {
  /** A name or a value, shown as it is spelled. */
  name(text: string, limit?: number): Safe<S>;
  /** A sentence that somebody else wrote. */
  sentence(text: string, limit?: number): Safe<S>;
  /** Emphasis, where the sink has any. */
  strong(text: Safe<S>): Safe<S>;
  /** Template: our own words with safe strings between them. */
  say(parts: TemplateStringsArray, ...values: readonly Safe<S>[]): Safe<S>;
  join(items: readonly Safe<S>[], separator: ' ' | ', ' | '; ' | ''): Safe<S>;
}

/** Longest name or value shown, and longest sentence, in characters. */
const nameLimit = 80;
const sentenceLimit = 600;

const invisibleLetters = /[\u115f\u1160\u2800\u3164\uffa0]/gu;

/**
 * One line of visible text: escape sequences, control, direction and zero-width characters out, half surrogate pairs
 * replaced, white space collapsed, at most `limit` characters.
 */
export function visible(text: string, limit: number): string {
  // Only a start of what is very long is looked at: nothing behind it could be shown.
  const start = text.slice(0, limit * 8 + 1024);
  const line = stripVTControlCharacters(start)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .replace(/\p{Cf}+/gu, '')
    .replace(invisibleLetters, ' ')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
  const cut = capped(line, limit);
  return start.length < text.length && !cut.endsWith('…') ? `${cut}…` : cut;
}

function capped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = Array.from(text);
  return characters.length <= limit
    ? text
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

/** Neither may open or close a comment, not even where a reader of the source looks for one. */
function withoutComments(text: string): string {
  return text.replaceAll('<!--', '<! --').replaceAll('-->', '-- >');
}

/**
 * A code span: mentions, references, addresses, hashes and HTML mean nothing in it. The fence is longer than any run of
 * backticks inside.
 */
export function codeSpan(text: string, limit = nameLimit): Safe<'markdown'> {
  return span(withoutComments(visible(text, limit))) as Safe<'markdown'>;
}

function span(text: string): string {
  if (text === '') return '`""`';
  const fence = '`'.repeat(longestRun(text) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** A code span in a cell. Parsers disagree about `\\|`, so a pipe after a backslash is shown as a broken bar. */
export function cellSpan(text: string, limit = nameLimit): Safe<'cell'> {
  const plain = withoutComments(visible(text, limit));
  return span(plain.replace(/\\\|/g, '\\¦').replaceAll('|', '\\|')) as Safe<'cell'>;
}

/**
 * A fenced block; its lines stay lines. `keep: 'end'` keeps the last characters of what is longer than `limit`.
 */
export function codeBlock(
  text: string,
  options: {
    readonly language?: 'yaml' | 'sh' | 'text' | 'mermaid';
    readonly limit?: number;
    readonly keep?: 'start' | 'end';
  } = {},
): Safe<'block'> {
  const body = withoutComments(visibleLines(text, options).join('\n'));
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${options.language ?? 'text'}\n${body}\n${fence}` as Safe<'block'>;
}

/**
 * A fenced block that holds the text to the letter, as a suggestion or a patch must. Undefined when the text has what a
 * reader could not see or what could be taken for a comment, or is long: then it is not to be shown.
 */
export function verbatimBlock(text: string, language: 'diff' | 'suggestion'): Safe<'block'> | undefined {
  if (text.length > 20_000 || /[^\P{C}\n\t]|[\p{Zl}\p{Zp}]|<!--|-->/u.test(text)) return undefined;
  if (text.split('\n').some((line) => line.length > 1000)) return undefined;
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}` as Safe<'block'>;
}

/** The lines of a text, each made visible and at most 400 characters long; indentation stays. */
export function visibleLines(
  text: string,
  { limit = 16_000, keep = 'start' }: { readonly limit?: number; readonly keep?: 'start' | 'end' } = {},
): readonly string[] {
  const cut = text.length > limit;
  const part = keep === 'start' ? text.slice(0, limit) : text.slice(-limit);
  const lines = part
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `${/^ */.exec(line.slice(0, 40))![0]}${visible(line, 400)}`.trimEnd());
  while (lines.length > 1 && lines.at(-1) === '') lines.pop();
  if (!cut) return lines;
  return keep === 'start' ? [...lines, '…'] : ['…', ...lines];
}

/** Text of an HTML element or of a quoted attribute. */
export function html(text: string, limit = sentenceLimit): Safe<'html'> {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return visible(text, limit).replace(/[&<>"']/g, (character) => entities[character]!) as Safe<'html'>;
}

/** The lines of a log or of a file, for a `<pre>`. Options as of `visibleLines`. */
export function htmlLines(text: string, options: Parameters<typeof visibleLines>[1] = {}): Safe<'html'> {
  const indented = (line: string) => `${/^ */.exec(line)![0]}${html(line)}`;
  return visibleLines(text, options).map(indented).join('\n') as Safe<'html'>;
}

/** Text for a terminal or a log: no escape sequence, and no command to the runner of GitHub Actions. */
export function terminal(text: string, limit = sentenceLimit): Safe<'terminal'> {
  return withoutCommands(visible(text, limit)) as Safe<'terminal'>;
}

/** The runner obeys lines that begin with `::` and lines that have `##[` anywhere. */
function withoutCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## [');
}

/** The lines of a log, behind a bar so that none of them begins with what it says. */
export function terminalLines(text: string, limit: number): readonly Safe<'terminal'>[] {
  return visibleLines(text, { limit, keep: 'end' }).map(
    (line) => `│ ${withoutCommands(line)}` as Safe<'terminal'>,
  );
}

/** Plain text of several lines, each of them visible: the message of an annotation. */
export function plainLines(text: string, limit = 16_000): Safe<'lines'> {
  return visibleLines(text, { limit }).join('\n') as Safe<'lines'>;
}

/**
 * A label inside the double quotes of a mermaid drawing. Letters, digits, spaces and a little punctuation are themselves;
 * whatever could end the quotes, begin a directive, a list or a link, or become HTML is a middle dot.
 */
function mermaidLabel(text: string, limit: number): Safe<'mermaid'> {
  const label = visible(text, limit)
    .replace(/[^\p{L}\p{M}\p{N} _.,+−-]+/gu, '·')
    // «1. x» and «- x» would be lists.
    .replace(/\.(?=\s|$)/g, '·')
    .replace(/^[ -]+/, '')
    .replace(/--+/g, '-')
    .trim();
  return (label === '' ? '·' : label) as Safe<'mermaid'>;
}

/** A drawing, line by line. */
export function mermaidBlock(lines: readonly Safe<'mermaid'>[]): Safe<'block'> {
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`` as Safe<'block'>;
}

/** A text cannot be the argument of a program. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/**
 * One argument of a program that is started without a shell: never an option, never empty.
 *
 * @throws {ArgumentError}
 */
export function argument(text: string): Safe<'argument'> {
  if (text === '' || text.startsWith('-') || text.includes('\0'))
    throw new ArgumentError(`${JSON.stringify(text.slice(0, 80))} cannot be passed to a program`);
  return text as Safe<'argument'>;
}

/**
 * A comment of HTML that no reader sees, by which we find again what we wrote.
 *
 * @param content without white space, `--` and `>`
 */
export function hiddenMark(content: string): Safe<'block'> {
  if (/--|[\s<>]/.test(content)) throw new RangeError('a mark that could end early');
  return `<!-- ${content} -->` as Safe<'block'>;
}

/** What we wrote ourselves, as GitHub gives it back: safe, because it was when it was written. */
export function writtenByUs(text: string): Safe<'block'> {
  return text as Safe<'block'>;
}

/** Words that markdown and GitHub leave alone: letters, digits and the punctuation of prose. */
const plainWord = /^[\p{L}\p{M}\p{N}.,;:!?()'"%+=/…«»„“”‘’–—−×·±≤≥°-]+$/u;
/** Plain words that would still become something: references, addresses, hashes, emoji codes, smart lists. */
const meaningful = [
  /\bgh-\d/i,
  /:\/\//,
  /\b(?:www|mailto|xmpp)\b/i,
  /[0-9a-f]{7}/i,
  /:[\p{L}\p{N}+-]+:/u,
  /--|==/,
];
/** What makes a list or a heading of a line that it begins. */
const leading = /^(?:[-+=]|\d+[.)]$)/;

/** A sentence in markdown: words that could mean more than they say become code. */
export function markdownSentence(text: string, limit = sentenceLimit): Safe<'markdown'> {
  return sentenceIn(text, limit, (run) => codeSpan(run, limit)) as Safe<'markdown'>;
}

function sentenceIn(text: string, limit: number, code: (text: string) => string): string {
  const words = withoutComments(visible(text, limit)).split(' ');
  const out: string[] = [];
  let run: string[] = [];
  const flush = () => {
    if (run.length > 0) out.push(code(run.join(' ')));
    run = [];
  };
  let whole = 0;
  for (const [index, word] of words.entries()) {
    const means = meaningful.some((pattern) => pattern.test(word)) || (index === 0 && leading.test(word));
    if (index < whole) run.push(word);
    else if (word === '' || (plainWord.test(word) && !means)) {
      flush();
      if (word !== '') out.push(word);
    } else {
      run.push(word);
      whole = closes(words, index);
    }
  }
  flush();
  return out.join(' ');
}

/** The index after the word that closes what the one at `from` opens, as JSON does over several words; `from + 1` if none does. */
function closes(words: readonly string[], from: number): number {
  let open = 0;
  for (let i = from; i < words.length; i++) {
    for (const mark of words[i]!) open += '{['.includes(mark) ? 1 : '}]'.includes(mark) ? -1 : 0;
    if (open <= 0) return i + 1;
  }
  return from + 1;
}

function template(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return parts.reduce((text, part, index) => `${text}${values[index - 1] ?? ''}${part}`);
}

function voice<S extends Sink>(
  name: (text: string, limit: number) => string,
  sentence: (text: string, limit: number) => string,
  strong: (text: string) => string,
): Voice<S> {
  return {
    name: (text, limit = nameLimit) => name(text, limit) as Safe<S>,
    sentence: (text, limit = sentenceLimit) => sentence(text, limit) as Safe<S>,
    strong: (text) => strong(text) as Safe<S>,
    say: (parts, ...values) => template(parts, ...values) as Safe<S>,
    join: (items, separator) => items.join(separator) as Safe<S>,
  };
}

const asIs = (text: string) => text;

export const inMarkdown: Voice<'markdown'> = voice(codeSpan, markdownSentence, (text) => `**${text}**`);
export const inCell: Voice<'cell'> = voice(
  cellSpan,
  (text, limit) => sentenceIn(text, limit, (run) => cellSpan(run, limit)),
  (text) => `**${text}**`,
);
export const inHtml: Voice<'html'> = voice(
  (text, limit) => `<code>${html(text, limit)}</code>`,
  html,
  (text) => `<strong>${text}</strong>`,
);
export const inTerminal: Voice<'terminal'> = voice(terminal, terminal, asIs);
export const inLine: Voice<'line'> = voice(visible, visible, asIs);
/** Inside the double quotes of a mermaid label. */
export const inMermaid: Voice<'mermaid'> = voice(mermaidLabel, mermaidLabel, asIs);

/** Our own literal text; a template so that nothing else can be passed. */
export function literal(parts: TemplateStringsArray, ...values: readonly Everywhere[]): Everywhere {
  return template(parts, ...values) as Everywhere;
}

/** Our own words on one line: a table of many columns would break them into a tower. */
export function unbroken<S extends Sink>(text: Safe<S>): Safe<S> {
  return text.replaceAll(' ', '\u00a0') as Safe<S>;
}

/** Template: blocks with our own words and lines between them. */
export function block(parts: TemplateStringsArray, ...values: readonly Safe<'block'>[]): Safe<'block'> {
  return template(parts, ...values) as Safe<'block'>;
}

/** Without the white space at its end. */
export function trimmed(text: Safe<'block'>): Safe<'block'> {
  return text.trimEnd() as Safe<'block'>;
}

/** A paragraph below the first one. */
export function insertBelowFirst(text: Safe<'block'>, added: Safe<'block'>): Safe<'block'> {
  const end = text.search(/\r?\n\r?\n/);
  return (
    end < 0 ? `${text.trimEnd()}\n\n${added}\n` : `${text.slice(0, end)}\n\n${added}${text.slice(end)}`
  ) as Safe<'block'>;
}

/** An alert of GitHub's. */
export function note(text: Safe<'markdown'>): Safe<'block'> {
  return `> [!NOTE]\n> ${text}` as Safe<'block'>;
}

/** A heading. */
export function heading(text: Safe<'markdown'>): Safe<'block'> {
  return `# ${text}` as Safe<'block'>;
}

/** A paragraph of inline markdown. */
export function paragraph(text: Safe<'markdown'>): Safe<'block'> {
  return text as string as Safe<'block'>;
}

/** Blocks one after the other. */
export function blocks(items: readonly (Safe<'block'> | undefined)[]): Safe<'block'> {
  return items.filter((item) => item !== undefined && item !== '').join('\n\n') as Safe<'block'>;
}

/** A bullet list. */
export function bullets(items: readonly Safe<'markdown'>[]): Safe<'block'> {
  return items.map((item) => `- ${item}`).join('\n') as Safe<'block'>;
}

/** What is folded away until the reader opens it. */
export function folded(
  summary: Safe<'html'>,
  content: readonly (Safe<'block'> | undefined)[],
): Safe<'block'> {
  return `<details>\n<summary>${summary}</summary>\n\n${blocks(content)}\n\n</details>` as Safe<'block'>;
}
