import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import {
  ArgumentError,
  argument,
  block,
  blocks,
  bullets,
  cellSpan,
  codeBlock,
  codeSpan,
  folded,
  hiddenMark,
  html,
  htmlLines,
  inCell,
  inLine,
  inMermaid,
  insertBelowFirst,
  literal,
  markdownSentence,
  mermaidBlock,
  note,
  paragraph,
  plainLines,
  type Safe,
  terminal,
  terminalLines,
  verbatimBlock,
} from '../../src/report/safe.ts';
import { table } from '../../src/report/table.ts';
import { hostile } from './hostile.ts';

// Each sink by itself: hostile text goes in, and a parser says what a reader would see.

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly lang?: string | null;
  readonly children?: readonly Node[];
}

function nodes(markdown: string): readonly Node[] {
  const all: Node[] = [];
  const walk = (node: Node) => {
    all.push(node);
    for (const child of node.children ?? []) walk(child);
  };
  walk(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node);
  return all.slice(1);
}

const kinds = (markdown: string) => [...new Set(nodes(markdown).map(({ type }) => type))].sort();

/** What GitHub makes something of in plain text. */
const meaningful =
  /@[\w-]|(?:^|[^\w&])#\d|\bGH-\d|\b(?=\d*[a-f])[0-9a-f]{7,40}\b|:\/\/|\bwww\.|:[a-z0-9_+-]+:|\$[^\s$]|\[!/i;
/** What nobody can see, and what changes the direction of reading. */
const unseen = /(?!\n)\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Surrogate}/u;

const texts = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'`|\\<>@#*_~[]()-:=!.\n\r\t a1f"\'&$%{}^'), maxLength: 40 }),
);

/** Tries every hostile text, then any text. */
function always(check: (text: string) => void): void {
  for (const text of hostile) check(text);
  fc.assert(fc.property(texts, check), { numRuns: 300 });
}

test('a code span is one code span, and nothing beside it', () => {
  always((text) => {
    const span = codeSpan(text);
    expect(kinds(`a ${span} b`)).toEqual(['inlineCode', 'paragraph', 'text']);
    expect(nodes(`a ${span} b`).filter(({ type }) => type === 'inlineCode')).toHaveLength(1);
    expect(span).not.toMatch(/<!--|-->/);
    expect(span).not.toMatch(unseen);
  });
});

test('in a sentence what brackets hold together is one piece of code', () => {
  expect(markdownSentence('got {"error": "bad value", "x": [3, 4]} from it')).toBe(
    'got `{"error": "bad value", "x": [3, 4]}` from it',
  );
  expect(markdownSentence('an open { and no more')).toBe('an open `{` and no more');
});

test('a sentence is text and code spans; its text means nothing to GitHub', () => {
  always((text) => {
    const all = nodes(`${markdownSentence(text)} end`);
    for (const { type, value = '' } of all) {
      expect(['paragraph', 'text', 'inlineCode']).toContain(type);
      if (type === 'text') expect(value).not.toMatch(meaningful);
    }
  });
});

test('a cell stays in its cell', () => {
  always((text) => {
    for (const cell of [cellSpan(text), inCell.sentence(text)]) {
      const markdown = table(
        [
          [literal`a`, literal`b`],
          [cell, literal`x`],
        ],
        'll',
      );
      const rows = nodes(markdown).filter(({ type }) => type === 'tableRow');
      expect(rows.map(({ children }) => children?.length)).toEqual([2, 2]);
      expect(rows[1]!.children![1]!.children![0]!.value).toBe('x');
      for (const type of kinds(markdown))
        expect(['table', 'tableRow', 'tableCell', 'text', 'inlineCode']).toContain(type);
    }
  });
});

test('a block of code is one block of code, and what follows stands below it', () => {
  always((text) => {
    const all = nodes(`${codeBlock(text)}\n\nend`);
    expect(all.map(({ type }) => type)).toEqual(['code', 'paragraph', 'text']);
    expect(all[0]!.value).not.toMatch(unseen);
    const exact = verbatimBlock(text, 'diff');
    if (exact === undefined) return;
    expect(nodes(`${exact}\n\nend`).map(({ type }) => type)).toEqual(['code', 'paragraph', 'text']);
    expect(nodes(exact)[0]!.value).toBe(text);
  });
});

test('blocks made of them have the shape that we gave them', () => {
  always((text) => {
    const sentence = markdownSentence(text);
    const markdown = blocks([
      paragraph(literal`First.`),
      folded(html(text), [bullets([literal`item`])]),
      note(sentence),
    ]);
    const top = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    expect(top.children.map(({ type }) => type)).toEqual(['paragraph', 'html', 'list', 'html', 'blockquote']);
    const inserted = insertBelowFirst(markdown, paragraph(sentence));
    expect(inserted.startsWith('First.\n\n')).toBe(true);
  });
});

test('HTML has no tag, attribute or entity of theirs', () => {
  always((text) => {
    for (const out of [html(text), htmlLines(text)]) {
      expect(out).not.toMatch(/[<>"']/);
      expect(out.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toMatch(/&/);
    }
  });
});

test('no line of a log is a command to the runner', () => {
  always((text) => {
    for (const line of [terminal(text), ...terminalLines(text, 4000)]) {
      expect(line).not.toMatch(/^\s*::|##\[/);
      expect(line).not.toMatch(/\p{Cc}|\p{Cf}|\p{Surrogate}/u);
    }
  });
});

test('titles are one visible line, and annotations visible lines', () => {
  always((text) => {
    const title = inLine.name(text);
    expect(title).not.toMatch(/\n/);
    expect(title).not.toMatch(unseen);
    expect(Array.from(title).length).toBeLessThanOrEqual(80);
    expect(plainLines(text)).not.toMatch(unseen);
  });
});

test('a label of a drawing stays within its quotes, and the drawing within its fence', () => {
  always((text) => {
    const label = inMermaid.name(text);
    expect(label).toMatch(/^[\p{L}\p{M}\p{N}_.,+−·][\p{L}\p{M}\p{N} _.,+−·-]*$/u);
    expect(label).not.toMatch(/--/);
    const drawing = mermaidBlock([inMermaid.say`flowchart LR`, inMermaid.say`  a["${label}"]`]);
    expect(nodes(drawing)).toMatchObject([{ type: 'code', lang: 'mermaid' }]);
  });
});

test('an argument is never an option and arrives as it is, or is refused', () => {
  const program = 'process.stdout.write(JSON.stringify(process.argv.slice(1)))';
  for (const text of hostile.filter(({ length }) => length < 5000)) {
    let safe: Safe<'argument'>;
    try {
      safe = argument(text);
    } catch (error) {
      expect(error).toBeInstanceOf(ArgumentError);
      expect(text).toMatch(/^$|^-|\0/);
      continue;
    }
    const out = execFileSync(process.execPath, ['-e', program, safe], { encoding: 'utf8' });
    expect(JSON.parse(out)).toEqual([Buffer.from(text).toString()]);
  }
  for (const text of ['', '--upload-pack=evil', '-c', 'a\0b'])
    expect(() => argument(text)).toThrow(ArgumentError);
});

test('a hidden mark cannot end early', () => {
  expect(hiddenMark('tunegate:a/b')).toBe('<!-- tunegate:a/b -->');
  for (const text of ['a --> <b>', 'a--b', 'a>b', 'a b', 'a\nb'])
    expect(() => hiddenMark(text)).toThrow(RangeError);
  expect(kinds(block`text\n\n${hiddenMark('x')}\n`)).toEqual(['html', 'paragraph', 'text']);
});

test('the brand is given in few places: what is safe is not claimed elsewhere', () => {
  const root = path.join(import.meta.dirname, '..', '..', 'src');
  const claims = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) =>
      /\bas (?:string as )?(?:Safe<|Everywhere\b)/.test(readFileSync(path.join(root, file), 'utf8')),
    );
  expect(claims.filter((file) => !file.startsWith('report/'))).toEqual([]);
  expect(claims).toContain('report/safe.ts');
});

/** Never called: that this compiles is the test (`tsc` checks the tests, too). */
function typesOnly(): void {
  // @ts-expect-error: a string is safe for nothing
  paragraph('text');
  // @ts-expect-error: what is safe in a cell may break a block of a drawing
  mermaidBlock([cellSpan('text')]);
  // @ts-expect-error: a code span may have pipes
  table([[codeSpan('a|b')]], 'l');
  // @ts-expect-error: HTML is no markdown
  markdownBlock(html('text'));
}
declare function markdownBlock(text: Safe<'block'>): void;
void typesOnly;
