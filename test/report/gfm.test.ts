import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { judgeConfirmation } from '../../src/confirm/judge.ts';
import { acceptanceWords } from '../../src/github/acceptance.ts';
import { cutMarkdown } from '../../src/github/size.ts';
import { renderComment, renderLeaderboard, renderSummary } from '../../src/report/markdown.ts';
import { recommendation, renderProposal } from '../../src/report/proposal.ts';
import { failureOf, failurePublication } from '../../src/session/pull-request/publication.ts';
import { variants } from './fixtures.ts';
import { hostile, infected } from './hostile.ts';

// What GitHub would make of our markdown, as a parser of its dialect reads it: of hostile text nothing but text and code.

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function parse(markdown: string): Node {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

/** Kinds of nodes that our reports are made of. Links, images, footnotes, deletions and the like are not among them. */
const expected = new Set([
  'root',
  'heading',
  'paragraph',
  'text',
  'strong',
  'inlineCode',
  'code',
  'table',
  'tableRow',
  'tableCell',
  'list',
  'listItem',
  'html',
  'blockquote',
]);
const ourHtml =
  /^(?:<details>\n<summary>[^<>]*<\/summary>|<\/details>|<details>|<summary>[^<>]*<\/summary>)$/;
/** What GitHub turns into something in plain text: mentions, references, hashes, addresses, emoji, formulas, alerts. */
const meaningful = [
  /@[\w-]/,
  /(?:^|[^\w&])#\d/,
  /\bGH-\d/i,
  // A number of seven digits is no commit's hash but by the rarest chance.
  /\b(?=\d*[a-f])[0-9a-f]{7,40}\b/,
  /:\/\//,
  /\bwww\./,
  /:[a-z0-9_+-]+:/,
  /\$[^\s$]/,
  /\[!/,
];

/** Returns how many columns the rows of tables have. */
function harmless(markdown: string): readonly number[] {
  const widths: number[] = [];
  walk(parse(markdown), ({ type, value = '', children = [] }) => {
    expect(expected, `a ${type} node: ${value.slice(0, 80)}`).toContain(type);
    if (type === 'html') expect(value.trim()).toMatch(ourHtml);
    if (type === 'text') for (const pattern of meaningful) expect(value).not.toMatch(pattern);
    if (type === 'table') widths.push(...new Set(children.map((row) => row.children?.length ?? 0)));
  });
  return widths;
}

test.each(hostile.map((text) => [text.slice(0, 40), text]))(
  '%j renders as text, wherever it stands',
  (_, text) => {
    const results = infected(text);
    const confirmation = judgeConfirmation({
      goal: 'maximize',
      confidence: 0.95,
      searched: [0.9724, 0.971, 0.9696, 0.9689, 0.9],
      candidates: [{ trial: 1, searchScore: 0.9, scores: [0.9] }],
      trial: 1,
      final: [1, 2, 3, 4].map((seed) => ({
        seed,
        recommended: 0.9 + seed / 1000,
        incumbent: 0.1 + seed / 1100,
      })),
      withIncumbent: true,
    });
    const better = recommendation({ ...results, confirmation });
    const failure = failurePublication(failureOf(new Error(text), text));
    const documents = [
      ...renderComment(results),
      ...renderSummary(results),
      renderLeaderboard(results),
      ...(better ? renderProposal(better) : []),
      ...[failure.checkSummary].flat(),
      acceptanceWords({ by: text, how: 'label' }, text),
    ];
    expect(better).toBeDefined();
    for (const markdown of documents) {
      // Each table is as wide in all of its rows.
      expect(harmless(markdown).length).toBe((markdown.match(/^\| -[-:| ]*\|$/gm) ?? []).length);
    }
  },
);

test('reports about ordinary runs are as harmless', () => {
  for (const results of Object.values(variants)) harmless(renderComment(results)[0]);
});

test('a cut anywhere leaves nothing open', () => {
  const [comment] = renderComment(infected('```\n<b>@me</b> | x'));
  for (let limit = 200; limit < comment.length; limit += 211) {
    const cut = cutMarkdown(comment, limit);
    walk(parse(cut.replace(/\n_… cut here:[\s\S]*$/, '')), ({ type, value = '' }) => {
      if (type === 'html') expect(value.trim()).toMatch(ourHtml);
      if (type === 'text') expect(value).not.toMatch(/@me/);
    });
    expect(cut.split('<details>').length).toBe(cut.split('</details>').length);
  }
});

test('the parser finds what it is to find', () => {
  for (const bad of [
    '@ada',
    '[x](https://a.example)',
    '<b>x</b>',
    '~~x~~',
    'https://a.example',
    '![x](y)',
    'see #12',
  ])
    expect(() => harmless(bad)).toThrow();
});
