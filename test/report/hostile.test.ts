import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configYaml } from '../../src/report/config-yaml.ts';
import { renderCsv } from '../../src/report/csv.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderComment, renderLeaderboard, renderSummary, renderTitle } from '../../src/report/markdown.ts';
import { renderModelCard } from '../../src/report/model-card.ts';
import { logLine } from '../../src/report/progress.ts';
import { codeBlock, codeSpan, html, markdownSentence, terminal } from '../../src/report/safe.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { displayWidth, wrap } from '../../src/report/terminal-width.ts';
import { createSpace } from '../../src/space/space.ts';
import { hostile, infected } from './hostile.ts';
import { parseCsv } from './parse-csv.ts';

/** The lines of markdown that are in no fenced block. */
function outsideFences(markdown: string): readonly string[] {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const marker = /^(`{3,})[a-z]*$/.exec(line)?.[1];
    if (fence !== undefined) {
      if (line === fence) fence = undefined;
    } else if (marker !== undefined) fence = marker;
    else lines.push(line);
  }
  expect(fence).toBeUndefined();
  return lines;
}

/** Markdown without its fenced blocks and code spans, by CommonMark's rule: a span ends at a run of the same length. */
function outsideCode(markdown: string): string {
  return outsideFences(markdown).map(withoutSpans).join('\n');
}

function withoutSpans(line: string): string {
  let out = '';
  let at = 0;
  while (at < line.length) {
    const run = /^`+/.exec(line.slice(at, at + 8192))?.[0];
    if (!run) {
      out += line[at++];
      continue;
    }
    let end = at + run.length;
    for (;;) {
      const next = /`+/g;
      next.lastIndex = end;
      const found = next.exec(line);
      if (!found) throw new Error(`an open code span: ${line.slice(0, 200)}`);
      end = found.index + found[0].length;
      if (found[0].length === run.length) break;
    }
    at = end;
    out += '·';
  }
  return out;
}

const rangesOfCharts = /^ {2}[xy]-axis "[^"]*" \S+ --> \S+$/gm;
const ours = /<\/?(?:details|summary)>/g;

function checkMarkdown(markdown: string): void {
  const outside = outsideCode(markdown);
  const prose = outside.replace(ours, '');
  expect(prose).not.toMatch(/[<>@[\]\\~$]|:\/\/|www\.|[0-9a-f]{7}|#\d|javascript/);
  expect(prose.match(/\*\*/g)?.length ?? 0).toSatisfy((count: number) => count % 2 === 0);
  expect(markdown).not.toContain('<!--');
  expect(markdown.replace(rangesOfCharts, '')).not.toContain('-->');
  expect(markdown).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u);
  expect(markdown).toBe(Buffer.from(markdown).toString());
  expect(outside.split('<details>').length).toBe(outside.split('</details>').length);
  // Every row of a table has the columns of its header.
  let columns: number | undefined;
  for (const line of outsideFences(markdown)) {
    if (!line.startsWith('|')) columns = undefined;
    else {
      // The strictest reading and the laxest: pipes behind a backslash, and pipes behind an odd number of them.
      for (const pipes of [line.match(/(?<!\\)\|/g)!.length, line.match(/(?<!\\)(?:\\\\)*\|/g)!.length]) {
        columns ??= pipes;
        expect(pipes).toBe(columns);
      }
    }
  }
}

test.each(hostile.map((text) => [JSON.stringify(text.slice(0, 40)), text]))('in markdown: %s', (_, text) => {
  const of = infected(text);
  for (const markdown of [...renderComment(of), ...renderSummary(of), renderLeaderboard(of)]) {
    checkMarkdown(markdown);
    expect(markdown.length).toBeLessThan(60_000);
  }
});

test.each(hostile.map((text) => [JSON.stringify(text.slice(0, 40)), text]))(
  'in plain text: %s',
  (_, text) => {
    const of = infected(text);
    expect(renderTitle(of)).not.toMatch(/\p{Cc}|\p{Cf}|\p{Surrogate}/u);
    expect(renderTitle(of).length).toBeLessThan(400);
    const lines = [
      ...renderTerminal(of, { colour: false, width: 90 }).split('\n'),
      ...of.study.trials.map((trial) => logLine({ type: 'trial-ended', trial, finished: 1 }, text)!),
      logLine({ type: 'notice', text }, text)!,
      logLine({ type: 'phase', phase: 'gate', text }, text)!,
    ];
    for (const line of lines) {
      expect(line).not.toMatch(/\p{Cc}|\p{Cf}|\p{Surrogate}/u);
      expect(line).not.toMatch(/^\s*::|##\[/);
      expect(line.length).toBeLessThan(2000);
    }
    for (const line of renderTerminal(of, { colour: false, width: 90 }).split('\n'))
      expect(displayWidth(line)).toBeLessThanOrEqual(90);
  },
);

test.each(hostile.map((text) => [JSON.stringify(text.slice(0, 40)), text]))('in files: %s', (_, text) => {
  const of = infected(text);
  const rows = parseCsv(renderCsv(of));
  expect(rows).toHaveLength(5);
  for (const row of rows) {
    expect(row).toHaveLength(rows[0]!.length);
    for (const field of row) expect(field).not.toMatch(/^\s*[=+@|]|^\s*-(?![\d.])/);
  }
  const known = JSON.parse(renderJson(of));
  expect(known.schemaVersion).toBe(1);
  expect(known.study.name).toBe(text);
  expect(known.nonFinite).toEqual([]);
});

test('any text at all', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'`|\\<>@#*_~[]()-:=!.\n\r\t a1f"\'&$'), maxLength: 40 }),
  );
  fc.assert(
    fc.property(nasty, (text) => {
      checkMarkdown(`${markdownSentence(text)}\n\n${codeSpan(text)}\n\n${codeBlock(text)}\n`);
      expect(html(text)).not.toMatch(/[<>"']/);
      expect(terminal(text)).not.toMatch(/\p{Cc}|^\s*::|##\[/u);
    }),
    { numRuns: 500 },
  );
});

test('any text at all in a whole report', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'`|\\<>@#*\n-: a1'), maxLength: 20 }), (text) => {
      checkMarkdown(renderComment(infected(text))[0]);
      checkMarkdown(renderModelCard(infected(text), infected(text).model!));
    }),
    { numRuns: 60 },
  );
});

test('no break of a line makes a command to the runner', () => {
  for (let length = 0; length < 120; length++)
    for (const text of [`${'x'.repeat(length)} ::error::evil`, `${'x'.repeat(length)}::error::evil`])
      for (const line of wrap(terminal(text), 60, '  ')) {
        expect(line).not.toMatch(/^\s*::/);
        expect(displayWidth(line)).toBeLessThanOrEqual(60);
      }
});

test('YAML spells what cannot be seen', () => {
  const space = createSpace({ word: { type: 'choice', values: ['a\u202eb', 'c'], default: 'c' } });
  expect(configYaml(space, { word: 'a\u202eb' })).toBe('word: "a\\u202eb" # was c');
});
