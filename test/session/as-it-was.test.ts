import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ask, tell } from '../../src/ask-tell/commands.ts';
import { renderCsv } from '../../src/report/csv.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderLeaderboard } from '../../src/report/markdown.ts';
import { renderOptunaJournal } from '../../src/report/optuna-journal.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { asItWas, tellsOfThen } from '../../src/session/as-it-was.ts';
import { timesOf } from '../../src/session/facts.ts';
import { lastStudy } from '../../src/session/last-study.ts';
import { readSpec } from '../../src/session/load-spec.ts';
import { runSession } from '../../src/session/session.ts';
import { createHeader } from '../../src/study/header.ts';
import { results as made, searchTrial } from '../report/fixtures.ts';
import { identity } from '../study/fakes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-as-it-was-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const params = {
  x: '  x: { type: float, min: 0, max: 1, default: 0.9 }',
  kind: '  kind: { type: choice, default: a, options: { a: { depth: { type: int, min: 1, max: 9, default: 4 } }, b: {} } }',
};
const spec = (name: string, lines: readonly string[], goal = 'minimize') => `name: ${name}
trial: { run: [node, train.mjs] }
metric: { name: loss, goal: ${goal} }
params:
${lines.join('\n')}
search: { strategy: random, seed: 3, confirm: false }
budget: { trials: 12, time: 5m }
gate: false
`;
writeFileSync(
  path.join(folder, 'train.mjs'),
  `import { appendFileSync, readFileSync } from 'node:fs';
const { x, kind } = JSON.parse(readFileSync(process.env.TUNEGATE_CONFIG, 'utf8'));
appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify({ step: 1, loss: (x - 0.3) ** 2 + (kind.type === 'a' ? 0 : 1) }) + '\\n');
`,
);

/** Runs a study and reports it by the spec as it is then. */
async function reportAfter(name: string, changed: string) {
  const config = path.join(folder, `${name}.yml`);
  writeFileSync(config, spec(name, Object.values(params)));
  await runSession({
    loaded: readSpec(config),
    findBase: async () => ({ found: false, reason: 'nobody asked' }),
    journal: 'fresh',
    host: { path: 'nowhere', node: process.execPath },
    env: process.env,
    signal: new AbortController().signal,
    startedAt: performance.now(),
    reserveMs: 0,
    onEvent: () => {},
  });
  const before = await lastStudy(config);
  writeFileSync(config, changed);
  return { before, after: await lastStudy(config) };
}

test('a spec that is the same, or has another budget, is not said to have changed', async () => {
  const same = spec('same', Object.values(params)).replace('trials: 12', 'trials: 99');
  const { before, after } = await reportAfter('same', same.replace('seed: 3', 'seed: 4'));
  expect(after.results.notices).toEqual(before.results.notices);
  expect(after.results.notices.filter(tellsOfThen)).toEqual([]);
  expect(after.results.space).toEqual(before.results.space);
});

test('a parameter that the spec no longer has is still in the report, which says so', async () => {
  const { before, after } = await reportAfter('deleted', spec('deleted', [params.x]));
  const { results, journal } = after;
  expect(results.notices.filter(tellsOfThen)).toEqual([
    'The spec has changed since this study: the parameters (params) are not the same. What is reported is the study as it was. ' +
      'The ranges of its parameters are not known, and so not what it has learned of them.',
  ]);
  const paths = results.space.parameters.map((parameter) => parameter.path);
  expect(paths.sort()).toEqual(['kind', 'kind.a.depth', 'x']);
  expect(results.space.incumbent).toEqual(before.results.space.incumbent);
  const rows = (text: string) => text.split('\r\n').map((line) => line.split(',').sort());
  expect(rows(renderCsv(results))).toEqual(rows(renderCsv(before.results)));
  expect(renderOptunaJournal(results, timesOf(journal))).toContain('kind.a.depth');
  for (const text of [
    renderTerminal(results, { colour: false, width: 400 }),
    renderLeaderboard(results),
    renderHtml(results),
  ]) {
    expect(text).toContain('The spec has changed since this study');
    expect(text).toContain('depth');
    expect(text).not.toContain('What decided about');
  }
  const { insight } = JSON.parse(renderJson(results));
  expect(Object.keys(insight).sort()).toEqual(['boundaries', 'dependence', 'failures', 'progress']);
});

test('what shipped when the study ran is compared with, not what ships now', async () => {
  const values = Object.values(params).map((line) => line.replace('default: 0.9', 'default: 0.31'));
  const { before, after } = await reportAfter('applied', spec('applied', values));
  expect(after.results.space).toEqual(before.results.space);
  expect(after.results.notices.filter(tellsOfThen)).toEqual([
    'The spec has changed since this study: what ships was another config. What is reported is the study as it was.',
  ]);
  const text = renderTerminal(after.results, { colour: false, width: 400 });
  expect(text).toContain('was 0.9');
  expect(text).not.toContain('was 0.31');
});

test('a goal and a range that are not the same are said together', async () => {
  const lines = [params.x.replace('max: 1', 'max: 2'), params.kind];
  const { after } = await reportAfter('turned', spec('turned', lines, 'maximize'));
  expect(after.results.study.metric.goal).toBe('minimize');
  expect(after.results.notices.find(tellsOfThen)).toContain(
    "the metric's goal was minimize and is now maximize, and the parameters (params) are not the same",
  );
});

test('so it is with a search that another program drives', async () => {
  const config = path.join(folder, 'driven.yml');
  const driven = (lines: readonly string[]) =>
    spec('driven', lines).replace('trial: { run: [node, train.mjs] }\n', '').replace('gate: false\n', '');
  writeFileSync(config, driven(Object.values(params)));
  for (const [trial, loss] of [0.5, 0.2, 0.4].entries()) {
    await ask({ config }, () => {});
    await tell(trial, [String(loss)], { config }, () => {});
  }
  expect((await lastStudy(config)).results.notices).toEqual([]);
  writeFileSync(config, driven([params.x]));
  const { results } = await lastStudy(config);
  expect(results.driven).toBe(true);
  expect(results.notices.map(tellsOfThen)).toEqual([true]);
  expect(renderCsv(results)).toContain('params.kind.a.depth');
});

test('what only the base has is no parameter of the study', () => {
  const own = searchTrial(0, { config: { rate: 0.1 } });
  const base = searchTrial(1, { role: 'base', origin: 'gate', config: { momentum: 0.9 } });
  const { space } = asItWas(
    { ...made, study: { ...made.study, trials: [own, base] } },
    createHeader(identity, new Date(0)),
    { name: identity.name, metric: { ...identity.metric, more: [] }, constraints: [] },
  );
  expect(space.parameters.map((parameter) => parameter.path)).toEqual(['rate']);
});
