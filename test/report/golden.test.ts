import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { configYaml } from '../../src/report/config-yaml.ts';
import { renderCsv } from '../../src/report/csv.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderComment, renderLeaderboard, renderSummary, renderTitle } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { displayWidth } from '../../src/report/terminal-width.ts';
import { nestConfig } from '../../src/space/config.ts';
import { bestTrial } from '../../src/study/leaderboard.ts';
import { results, space, trials, variants } from './fixtures.ts';

for (const [variant, of] of Object.entries(variants)) {
  test(`comment: ${variant}`, async () => {
    await expect(renderComment(of)[0]).toMatchFileSnapshot(`__golden__/comment-${variant}.md`);
  });
  test(`terminal: ${variant}`, async () => {
    const text = renderTerminal(of, { colour: false, width: 100 });
    await expect(text).toMatchFileSnapshot(`__golden__/terminal-${variant}.txt`);
  });
}

test('titles', async () => {
  const titles = Object.entries(variants).map(([variant, of]) => `${variant}: ${renderTitle(of)}\n`);
  await expect(titles.join('')).toMatchFileSnapshot('__golden__/titles.txt');
});

test('the shorter stages of the comment', async () => {
  const [, ...stages] = renderComment(results);
  for (const [index, text] of stages.entries())
    await expect(text).toMatchFileSnapshot(`__golden__/comment-stage-${index + 2}.md`);
});

test('the other files', async () => {
  await expect(renderSummary(results)[0]).toMatchFileSnapshot('__golden__/summary.md');
  await expect(renderLeaderboard(results)).toMatchFileSnapshot('__golden__/leaderboard.md');
  await expect(renderCsv(results)).toMatchFileSnapshot('__golden__/results.csv');
  await expect(renderJson(results)).toMatchFileSnapshot('__golden__/results.json');
});

test('the files of a search for several metrics have all of them, and the front', async () => {
  const of = variants['trade-off']!;
  await expect(renderCsv(of)).toMatchFileSnapshot('__golden__/trade-off.csv');
  const json = JSON.parse(renderJson(of)) as {
    readonly front: unknown;
    readonly insight: unknown;
    readonly trials: readonly { readonly feasible?: boolean; readonly objectives: unknown }[];
  };
  expect(json.front).toEqual({
    trials: [10, 5, 12, 16],
    recommended: { trial: 5, reason: 'better', among: 2 },
  });
  expect(json.insight).toMatchObject({ metric: 'val_accuracy' });
  expect(json.trials[5]).toMatchObject({
    feasible: true,
    rank: 1,
    objectives: { latency_ms: expect.closeTo(14.82, 2) },
  });
  expect(json.trials[17]!.objectives).toEqual({ val_accuracy: 0.81, latency_ms: null });
});

test('a terminal with colours and little room', async () => {
  await expect(renderTerminal(results, { colour: true, width: 60 })).toMatchFileSnapshot(
    '__golden__/terminal-narrow-colour.txt',
  );
});

test.each([40, 60, 80, 120, 200])('no terminal line is longer than %i columns', (width) => {
  for (const of of Object.values(variants))
    for (const line of renderTerminal(of, { colour: false, width }).split('\n'))
      expect(displayWidth(line)).toBeLessThanOrEqual(width);
});

test('every stage is shorter than the one before, and the last is short', () => {
  for (const of of Object.values(variants))
    for (const stages of [renderComment(of), renderSummary(of)])
      for (let index = 1; index < stages.length; index++)
        expect(stages[index]!.length).toBeLessThanOrEqual(stages[index - 1]!.length + 200);
  expect(renderComment(results).at(-1)!.length).toBeLessThan(1500);
});

test('a leaderboard of thousands of trials has a stage that fits a comment', () => {
  const many = Array.from({ length: 3000 }, (_, trial) => ({ ...trials[trial % 17]!, trial }));
  const of = { ...results, study: { ...results.study, trials: many } };
  expect(renderComment(of).some((text) => Buffer.byteLength(text) < 60_000)).toBe(true);
  expect(renderSummary(of).some((text) => Buffer.byteLength(text) < 1_000_000)).toBe(true);
});

test('the YAML to paste is the config in its nested form', () => {
  const { config } = bestTrial(results.study)!;
  expect(parse(configYaml(space, config))).toEqual(nestConfig(space, config));
});
