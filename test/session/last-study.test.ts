import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ask, tell } from '../../src/ask-tell/commands.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import { renderComment, renderLeaderboard } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { timesOf } from '../../src/session/facts.ts';
import { lastStudy } from '../../src/session/last-study.ts';
import { readSpec } from '../../src/session/load-spec.ts';
import { placeOf } from '../../src/session/place.ts';
import { SpecError } from '../../src/spec/problem.ts';
import { JournalError } from '../../src/study/journal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-last-study-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const search = `metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1, default: 0.9 } }
search: { strategy: random, seed: 3 }
budget: { trials: 20, time: 5m }
`;

async function drive(config: string, losses: readonly number[]): Promise<void> {
  for (const [trial, loss] of losses.entries()) {
    await ask({ config }, () => {});
    await tell(trial, [String(loss)], { config }, () => {});
  }
  await ask({ config }, () => {});
}

test('a search that another program drives is reported like any other, and nothing says to run it', async () => {
  const config = path.join(folder, 'driven.yml');
  writeFileSync(config, `name: bowl\n${search}`);
  await drive(config, [0.5, 0.2, 0.4]);
  const { results, journal } = await lastStudy(config);
  expect(results).toMatchObject({
    driven: true,
    specPath: 'driven.yml',
    study: { name: 'bowl', strategy: 'random' },
    budget: { planned: { trials: 20 }, spent: { trials: 3 } },
    notices: [],
  });
  expect(results.budget.planned.timeMs).toBeUndefined();
  expect(results.study.trials.map(({ state }) => state)).toEqual([
    'completed',
    'completed',
    'completed',
    'running',
  ]);
  expect(timesOf(journal).trials.size).toBe(4);
  const terminal = renderTerminal(results, { colour: false, width: 200 });
  expect(terminal).toContain('Best trial: #1 with loss 0.200');
  expect(terminal).toContain('it goes on with the next ask');
  for (const text of [
    terminal,
    renderLeaderboard(results),
    renderHtml(results),
    renderComment(results).join('\n'),
  ]) {
    expect(text).toContain('no end on record');
    expect(text).not.toMatch(/tunegate (?:run|replay)|train it again/i);
  }
});

test('its journal may be elsewhere', async () => {
  const config = path.join(folder, 'moved.yml');
  writeFileSync(config, `name: bowl\ntrial: { resume: true }\n${search}`);
  await drive(config, [0.5]);
  const elsewhere = path.join(folder, 'elsewhere.jsonl');
  renameSync(path.join(folder, 'moved.journal.jsonl'), elsewhere);
  await expect(lastStudy(config)).rejects.toThrow(
    new JournalError(
      path.join(folder, 'moved.journal.jsonl'),
      undefined,
      'there is no journal here: `tunegate ask` begins one. Name yours with --journal, if it is elsewhere',
    ),
  );
  const { results } = await lastStudy(config, elsewhere);
  expect(results.study.trials).toHaveLength(2);
  expect(existsSync(path.join(folder, '.tunegate'))).toBe(false);
});

test('of a spec that says what to run it is the search that is driven only where there is no other', async () => {
  const config = path.join(folder, 'both.yml');
  writeFileSync(config, `name: both\ntrial: { run: [train] }\n${search}`);
  await expect(lastStudy(config)).rejects.toThrow('there is no journal here: run the study first');
  await drive(config, [0.5]);
  expect((await lastStudy(config)).results.driven).toBe(true);
  const own = (await placeOf(readSpec(config))).folder;
  mkdirSync(own, { recursive: true });
  copyFileSync(path.join(folder, 'both.journal.jsonl'), path.join(own, 'journal.jsonl'));
  expect((await lastStudy(config)).results.driven).toBeUndefined();
  // With a study there a spec that no longer says when to end is wrong, and none for another program.
  writeFileSync(config, `name: both\ntrial: { run: [train] }\n${search.replace(/budget.*/, '')}`);
  await expect(lastStudy(config)).rejects.toThrow(SpecError);
});

test('what is wrong with a spec is said as it is for tunegate run', async () => {
  const config = path.join(folder, 'wrong.yml');
  writeFileSync(config, `name: wrong\n${search.replace('min: 0', 'min: low')}`);
  await expect(lastStudy(config)).rejects.toThrow(SpecError);
  await expect(lastStudy(config)).rejects.toThrow('the spec has no `trial`');
  await expect(lastStudy(config)).rejects.toThrow('drives the search (`tunegate ask`), none is needed');
});

test('of the spec of a search that another program drives only what is wrong for that is said', async () => {
  const config = path.join(folder, 'mistaken.yml');
  writeFileSync(config, `name: mistaken\n${search}`);
  await drive(config, [0.5]);
  writeFileSync(config, `name: mistaken\n${search.replace('goal: minimize', 'goal: minimise')}`);
  const problems = lastStudy(config).catch((error: SpecError) =>
    error.problems.map(({ message }) => message),
  );
  expect(await problems).toEqual(['metric.goal cannot be "minimise"']);
});

test('what only a run needs is said where there is no search that another program drives, and not asked for by one', async () => {
  const config = path.join(folder, 'placeholder.yml');
  writeFileSync(config, `name: placeholder\ntrial: { run: [train, "{y}"] }\n${search}`);
  await expect(lastStudy(config)).rejects.toThrow(
    'placeholder.yml:2:23: the placeholder {y} is no parameter',
  );
  await drive(config, [0.5]);
  expect((await lastStudy(config)).results.driven).toBe(true);
});
