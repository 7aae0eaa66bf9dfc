import { expect, test } from 'vitest';
import { renderHtml } from '../../src/report/html/page.ts';
import { inHtml, inMarkdown } from '../../src/report/safe.ts';
import { failuresSection } from '../../src/report/sections/failures.ts';
import { trainingNames } from '../../src/report/training-names.ts';
import type { TrialRecord } from '../../src/study/study.ts';
import { results } from './fixtures.ts';

const [searched] = results.study.trials.filter(({ role }) => role === 'search').slice(3);
const again: TrialRecord = { ...searched!, role: 'confirm', trial: 0, seed: 4711, origin: 'confirm' };

test('a training on a fresh seed says which trial it was of', () => {
  const nameOf = trainingNames(results, inMarkdown);
  const number = inMarkdown.name(`#${searched!.trial}`);
  expect(String(nameOf(searched!))).toBe(String(number));
  expect(String(nameOf(again))).toBe(`confirmation of ${String(number)}`);
  expect(String(nameOf({ ...again, role: 'head' }))).toBe('head');
});

test('of two trials of one config it is the better one', () => {
  const score = searched!.score! + (results.study.metric.goal === 'maximize' ? 0.5 : -0.5);
  const better: TrialRecord = { ...searched!, trial: 77, score };
  const both = { ...results, study: { ...results.study, trials: [...results.study.trials, better] } };
  expect(String(trainingNames(both, inHtml)(again))).toContain('#77');
});

test('of a config that no trial had it is what ships today', () => {
  const nameOf = trainingNames({ ...results, study: { ...results.study, trials: [] } }, inHtml);
  expect(String(nameOf(again))).toBe('confirmation of what ships today');
});

test('reports say it where trainings are listed, and where they failed', () => {
  const failed: TrialRecord = { ...again, state: 'failed', reason: 'crash', message: 'no memory' };
  const known = { ...results, study: { ...results.study, trials: [...results.study.trials, failed] } };
  expect(renderHtml(known)).toMatch(new RegExp(`confirmation of <code[^>]*>#${searched!.trial}</code>`));
  expect(String(failuresSection(known, { tail: false }))).toMatch(
    new RegExp(`confirmation of \`#${searched!.trial}\` with seed \`4711\``),
  );
});
