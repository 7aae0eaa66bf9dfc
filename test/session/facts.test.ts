import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSearch } from '../../src/ask-tell/open.ts';
import { renderCsv } from '../../src/report/csv.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { tellsOfThen } from '../../src/session/as-it-was.ts';
import { lastStudy } from '../../src/session/last-study.ts';
import { readSpec } from '../../src/session/load-spec.ts';
import { runSession } from '../../src/session/session.ts';
import { writeReports, writeReportsOrSay } from '../../src/session/write-reports.ts';
import { results } from '../report/fixtures.ts';
import { builtHost } from '../support/built-host.ts';

const code = `
export async function objective({ hp }) {
  const kind = hp.Choice('kind', ['plain', 'steep']);
  const x = hp.Float('x', { min: 0, max: 1, default: 0.5 });
  return x * x + (kind === 'steep' ? hp.Float('slope', { min: 1, max: 2 }) : 0);
}
`;
const spec = `name: found
trial: { module: ./objective.mjs, backend: cpu }
metric: { name: loss, goal: minimize }
search: { strategy: random, confirm: false }
budget: { trials: 4, workers: 1 }
gate: false
`;

test('a report has the parameters that were found in the code, and does not look into it again', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-facts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const config = path.join(folder, 'tune.yml');
  const module = path.join(folder, 'objective.mjs');
  writeFileSync(config, spec);
  writeFileSync(module, code);
  const { results, folder: study } = await runSession({
    loaded: readSpec(config, 'tune.yml'),
    findBase: () => Promise.reject(new Error('not asked')),
    journal: 'resume',
    host: { path: await builtHost(), node: process.execPath },
    env: process.env,
    signal: new AbortController().signal,
    startedAt: performance.now(),
    reserveMs: 0,
    onEvent: () => {},
  });
  const files = writeReports(study, results);
  rmSync(module);
  const again = (await lastStudy(config)).results;
  const csv = renderCsv(again);
  expect(csv).toBe(readFileSync(files.csv, 'utf8'));
  expect(csv.split('\r\n', 1)[0]).toContain('rank,params.kind,params.x,params.slope,metrics.loss');
  const plain = { colour: false, width: 120 };
  expect(renderTerminal(again, plain)).toBe(renderTerminal(results, plain));

  // A study that was killed before it could report has them as well.
  rmSync(path.join(study, 'facts.json'));
  expect((await lastStudy(config)).results.space).toEqual(results.space);

  // Where they are lost, or of another study, it says so, and shows those of its configs.
  const lost = async () => {
    const last = (await lastStudy(config)).results;
    expect(last.space.observed).toBe(true);
    expect(last.notices.filter(tellsOfThen)).toEqual([
      'What the code of this study asked for is not in its folder (params.json): its parameters are those that its configs have. ' +
        'The ranges of its parameters are not known, and so not what it has learned of them.',
    ]);
    expect(renderCsv(last)).toBe(csv);
  };
  writeFileSync(path.join(study, 'params.json'), '{"y":{"type":"bool"}}');
  await lost();
  rmSync(path.join(study, 'params.json'));
  await lost();
});

test('where the reports do not fit on the disk, what is posted says so, and no facts of another run are left', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-facts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'facts.json');
  symlinkSync('/dev/full', file);
  const { results: told, files } = writeReportsOrSay(folder, results);
  expect(files).toBeUndefined();
  expect(told.notices).toEqual([
    ...results.notices,
    `${file} cannot be written: ENOSPC: no space left on device. Make room there. Every trial is in the journal: \`tunegate report\` shows them again, and writes to another place with --output.`,
  ]);
  expect(readdirSync(folder)).toEqual([]);
  expect(writeReportsOrSay(folder, results)).toMatchObject({ results, files: { csv: expect.any(String) } });
});

test('of a search that another program drives a report says, too, that few epochs rank otherwise than all', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-facts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const config = path.join(folder, 'search.yml');
  const journal = path.join(folder, 'search.jsonl');
  writeFileSync(
    config,
    `name: crossing
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1 } }
search: { strategy: asha, seed: 3 }
budget: { trials: 40, epochs: 9 }
`,
  );
  const { conversation, close } = await openSearch({ spec: config, journal, pending: 'elsewhere' });
  for (;;) {
    const trial = conversation.ask();
    if (trial.type !== 'trial') break;
    const x = Number(trial.params['x']);
    // The best at the end is the worst at the beginning.
    const curve = (step: number) => (step < 9 ? 1 - x : x);
    for (let step = 1; step <= 9; step++) {
      const answer = conversation.report(trial.trial, { loss: curve(step) }, step);
      if (answer.type === 'decision' && answer.decision === 'stop') break;
    }
    conversation.tell({ trial: trial.trial });
  }
  close();
  const { results } = await lastStudy(config, journal);
  expect(results.notices).toEqual([
    expect.stringMatching(/^After 2 of 9 epochs the trials rank otherwise.*higher than 2\.$/),
  ]);
});
