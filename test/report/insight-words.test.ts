import { expect, test } from 'vitest';
import type { Insight } from '../../src/insight/insight.ts';
import { insightWords } from '../../src/report/insight-words.ts';
import { inMarkdown } from '../../src/report/safe.ts';
import { results } from './fixtures.ts';

const nothing: Insight = { dependence: [], boundaries: [], failures: [], progress: { best: [] } };
const words = (insight: Partial<Insight>) =>
  insightWords(results, { ...nothing, ...insight }, inMarkdown).map(String);

test('what decides is named in the order of its share, what hardly does is not', () => {
  const importance = [
    { path: 'learning_rate', share: 0.874 },
    { path: 'optimizer', share: 0.115 },
    { path: 'layers', share: 0.011 },
  ];
  expect(words({ importance })).toEqual([
    'What decided about being among the best: `learning_rate` 87 %, `optimizer` 12 %.',
  ]);
  expect(words({})).toEqual([]);
});

test('a bound in the way is named with a range that has room', () => {
  expect(
    words({
      boundaries: [
        { path: 'units', side: 'max', value: 256, suggestion: 380 },
        { path: 'rate', side: 'min', value: 1e-4, suggestion: 2e-5 },
      ],
    }),
  ).toEqual([
    '`units` is best at its upper bound (256): try a range that goes to 380.',
    '`rate` is best at its lower bound (1e-4): try a range that goes to 2e-5.',
  ]);
});

test('the changes that make the gain over what ships are named, the others counted', () => {
  const steps = [
    { path: 'rate', from: 0.001, to: 0.003, loss: 0.3, gained: 0.7 },
    { path: 'opt', from: 'sgd', to: 'adam', loss: 0.25, gained: 0.96 },
    { path: 'units', from: 64, to: 16, loss: 0.24, gained: 1 },
  ];
  const told = (count: number, enough: number, lost?: number) =>
    words({ ablation: { minimal: {}, steps: steps.slice(0, count), enough, ...(lost ? { lost } : {}) } })[0];
  expect(told(3, 2)).toBe(
    'By the model 96 % of the gain over what ships today comes from `rate` `0.001` → `0.003`, `opt` `sgd` → `adam`; the other change hardly matters.',
  );
  expect(told(3, 1)).toContain('the other 2 changes hardly matter.');
  expect(told(3, 1, 0.296)).toBe(
    'By the model the gain over what ships today comes from `rate` `0.001` → `0.003`; the other 2 changes cost 30 % of it.',
  );
  expect(told(3, 2, 0.2)).toMatch(/; the other change costs 20 % of it\.$/);
  expect(told(1, 1)).toBe('By the model the gain over what ships today comes from `rate` `0.001` → `0.003`.');
  expect(told(2, 2)).toContain('needs all of its changes: `rate` `0.001` → `0.003`, `opt` `sgd` → `adam`.');
});

test('a search is compared with as many random configs, and told where these would have done as well', () => {
  const told = (random: number, asGood: boolean) =>
    words({ progress: { best: [-0.9, -0.93], random, asGood } })[0];
  expect(told(-0.91, false)).toBe(
    'Best score of the search: 0.93; by a model of its trials as many random configs would have been expected to reach about 0.91.',
  );
  expect(told(-0.928, true)).toBe(
    'Best score of the search: 0.93; by a model of its trials as many random configs would have been expected to reach about as much.',
  );
});

test('what is said of parameters names the trials that it is of, where these were not trained in full', () => {
  const importance = [{ path: 'rate', share: 1 }];
  expect(words({ importance, level: { step: 3, trials: 60 } })[0]).toBe(
    'What is said of parameters here is of 60 trials after 3 epochs: too few were trained further.',
  );
  expect(words({ level: { step: 3, trials: 60 } })).toEqual([]);
});
