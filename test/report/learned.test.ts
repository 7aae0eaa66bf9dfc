import { expect, test } from 'vitest';
import { renderHtml } from '../../src/report/html/page.ts';
import { renderComment } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { results } from './fixtures.ts';
import { learned, learnedOfSeveral } from './learned.ts';

test('a study of enough trials tells what the search learned', async () => {
  await expect(renderComment(learned)[0]).toMatchFileSnapshot('__golden__/comment-learned.md');
  await expect(renderTerminal(learned, { colour: false, width: 100 })).toMatchFileSnapshot(
    '__golden__/terminal-learned.txt',
  );
});

test('of several metrics it says by which the search learned; of one there is nothing to say', () => {
  const words =
    'Importance, gains and scores here are those of <code>val_accuracy</code> alone, the first of';
  expect(renderHtml(learnedOfSeveral)).toContain(words);
  expect(renderHtml(learned)).not.toContain('Importance, gains and scores');
  expect(renderHtml(results)).not.toContain('What the search learned');
});
