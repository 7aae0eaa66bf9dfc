import { expect, test } from 'vitest';
import { renderHtml } from '../../src/report/html/page.ts';
import { renderComment, renderLeaderboard } from '../../src/report/markdown.ts';
import type { Results } from '../../src/report/results.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import type { Study } from '../../src/study/study.ts';
import { results, searchTrial, unscored } from './fixtures.ts';

const { verdict: _, ...ungated } = results;
const study: Study = {
  ...results.study,
  more: [{ name: 'loss', goal: 'minimize', use: 'last' }],
};
const everywhere = (of: Study): readonly string[] => {
  const all: Results = { ...ungated, study: of };
  return [
    renderTerminal(all, { colour: false, width: 400 }),
    renderHtml(all),
    renderLeaderboard(all),
    ...renderComment(all).slice(0, 1),
  ];
};

test('what rank 1 means is said under tables that have ranks', () => {
  for (const text of everywhere({ ...study, trials: [0, 1, 2].map((trial) => searchTrial(trial)) }))
    expect(text).toContain('Rank 1 is the front');
});

test('and not where every trial failed, or misses a constraint', () => {
  const failed = [0, 1].map((trial) => unscored(trial, { state: 'failed', reason: 'crash' }));
  const trials = [0, 1].map((trial) => searchTrial(trial));
  for (const of of [
    { ...study, trials: failed },
    { ...study, trials, constraints: [{ name: 'loss', max: 0 }] },
  ])
    for (const text of everywhere(of)) expect(text).not.toContain('Rank 1');
});
