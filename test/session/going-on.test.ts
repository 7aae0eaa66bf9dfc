import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { baseOfWorkTree } from '../../src/github/base-commit.ts';
import { loadResults, saveFacts } from '../../src/session/facts.ts';
import { readSpec } from '../../src/session/load-spec.ts';
import { runSession, type SessionResult } from '../../src/session/session.ts';
import { commit, newRepository } from '../github/git-fixture.ts';

// Sessions one after the other in one folder, with real trainings, as somebody has who changes the budget between them.

function repository(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-going-on-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

interface Session extends SessionResult {
  /** Events for people, and a line for each trial that started. */
  readonly said: readonly string[];
  readonly started: readonly string[];
}

const spec = (budget: string, search = 'strategy: random', max = 40, gate = 'false') => `name: toy
trial: { run: [node, -e, "require('fs').appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify({{ loss: {x} }}) + '\\\\n')"] }
metric: { name: loss, goal: minimize }
params:
  x: { type: int, min: 1, max: ${max}, default: 3 }
search: { seed: 5, confirm: false, ${search} }
budget: { workers: 1, ${budget} }
gate: ${gate}
`;

async function session(
  folder: string,
  text: string,
  { gateOnly = false, trials }: { readonly gateOnly?: boolean; readonly trials?: number } = {},
): Promise<Session> {
  const file = path.join(folder, 'tune.yml');
  writeFileSync(file, text);
  const said: string[] = [];
  const started: string[] = [];
  const result = await runSession({
    loaded: readSpec(file, 'tune.yml', trials === undefined ? {} : { trials }),
    findBase: (repo, ref) => baseOfWorkTree(repo, ref),
    journal: 'resume',
    gateOnly,
    host: { path: 'none', node: process.execPath },
    env: process.env,
    signal: new AbortController().signal,
    startedAt: performance.now(),
    reserveMs: 0,
    onEvent: (event) => {
      if ('text' in event) said.push(event.text);
      if (event.type === 'trial-started') started.push(`${event.role} ${event.trial}`);
    },
  });
  return { ...result, said, started };
}

const configs = ({ results }: Session) => results.study.trials.map(({ config }) => config);

test('a finished study goes on with a larger budget of epochs, also where it makes no room for a whole training', async () => {
  const folder = repository();
  const first = await session(folder, spec('epochs: 3, total-epochs: 10'));
  expect(first.started).toEqual(['search 0', 'search 1', 'search 2']);
  expect(first.results.study.stop?.detail).toBe(
    '9 of 10 epochs were trained, and the next training would take up to 3',
  );

  const small = await session(folder, spec('epochs: 3, total-epochs: 11'));
  expect(small.said).toContain(
    'Going on with the study, since its budget has grown: 3 of its trials have ended.',
  );
  expect(small.started).toEqual([]);
  expect(small.results.study.stop?.detail).toBe(
    '9 of 11 epochs were trained, and the next training would take up to 3',
  );
  expect(configs(small)).toEqual(configs(first));

  const whole = await session(folder, spec('epochs: 3, total-epochs: 12'));
  expect(whole.started).toEqual(['search 3']);
  expect(configs(whole).slice(0, 3)).toEqual(configs(first));

  // With the same budget, or less, running again means to measure again.
  const again = await session(folder, spec('epochs: 3, total-epochs: 12'));
  expect(again.started).toHaveLength(4);
  expect((await session(folder, spec('epochs: 3, total-epochs: 11'))).started).toHaveLength(3);
});

test('a study of `auto` goes on with the strategy that it was begun with, also after a kill', async () => {
  const small = (trials: number) => spec(`trials: ${trials}`, 'strategy: auto', 12);
  const folder = repository();
  const first = await session(folder, small(4));
  expect(first.results.study.strategy).toBe('bayesian');
  // All configs of the space fit into this one, so that a new study would be a grid.
  const larger = await session(folder, small(12));
  expect(larger.said).toEqual([
    'Going on with the study, since its budget has grown: 4 of its trials have ended. ' +
      'It keeps the strategy that it was begun with, bayesian; anew `auto` would choose grid.',
    expect.stringMatching(
      /^Search: bayesian, because the study was begun with it \(now `auto` would choose grid\)\. /,
    ),
    expect.stringMatching(/^Budget: /),
    'Searching with bayesian',
  ]);
  expect(configs(larger)).toHaveLength(12);
  expect(configs(larger).slice(0, 4)).toEqual(configs(first));

  // Killed where trial 7 runs, it proposes the same again.
  const journal = path.join(larger.folder, 'journal.jsonl');
  const lines = readFileSync(journal, 'utf8').split('\n');
  const cut = lines.findIndex((line) => line.includes('"type":"start"') && line.includes('"trial":7'));
  writeFileSync(journal, lines.slice(0, cut + 1).join('\n'));
  const resumed = await session(folder, small(12));
  expect(resumed.said[0]).toContain(
    'Going on with the unfinished study: 7 of its trials have ended. It keeps',
  );
  expect(configs(resumed)).toEqual(configs(larger));

  // Finished and with the same budget it is measured anew, with what `auto` chooses now.
  expect((await session(folder, small(12))).results.study.strategy).toBe('grid');
});

test('a strategy that the spec names makes another study', async () => {
  const folder = repository();
  await session(folder, spec('trials: 2', 'strategy: auto'));
  const named = await session(folder, spec('trials: 3', 'strategy: random'));
  expect(named.started).toHaveLength(3);
  expect(named.said[0]).toContain(
    'cannot go on with its larger budget, since the search strategy was bayesian',
  );
});

test('a comparison searches nothing, and does not say that the study goes on', async () => {
  const folder = newRepository();
  const gated = spec('trials: 2', 'strategy: random', 40, '{ seeds: 2 }');
  commit(folder, { 'tune.yml': gated, '.gitignore': '.tunegate\n' });
  commit(folder, { 'README.md': 'a toy' });
  const first = await session(folder, gated);
  expect(first.results.study.trials.filter(({ role }) => role === 'search')).toHaveLength(2);
  const compared = await session(folder, gated, { gateOnly: true, trials: 3 });
  expect(compared.said[0]).toBe(
    'The study that is here (2 trials ended) stays as it is; what it has trained for the comparison counts.',
  );
  expect(compared.said.join()).not.toContain('Going on');
  // What it was compared by was trained before.
  expect(compared.started).toEqual([]);
  const larger = await session(folder, gated, { trials: 3 });
  expect(larger.said[0]).toBe(
    'Going on with the study, since its budget has grown: 2 of its trials have ended.',
  );
  expect(larger.started).toEqual(['search 2']);
});

test('a comparison after a finished study leaves it as it is, and a report shows both', async () => {
  const folder = newRepository();
  const text = (gate: string) => spec('trials: 2', 'strategy: random', 40, gate);
  commit(folder, { 'tune.yml': text('{ seeds: 2 }'), '.gitignore': '.tunegate\n' });
  commit(folder, { 'README.md': 'a toy' });
  const reported = ({ folder: at, results }: Session) => {
    const loaded = readSpec(path.join(folder, 'tune.yml'), 'tune.yml', {});
    saveFacts(at, results);
    return loadResults(at, loaded, 'tune.yml');
  };
  const alone = await session(folder, text('{ seeds: 2 }'), { gateOnly: true });
  expect(reported(alone)).toMatchObject({ gateOnly: true, notices: [] });
  const run = await session(folder, text('{ seeds: 2 }'));
  expect(run.started).toEqual(['search 0', 'search 1']);
  // With other seeds than the study's the comparison has to train.
  const compared = await session(folder, text('{ seeds: 3 }'), { gateOnly: true });
  expect(compared.said[0]).toContain('The study that is here (2 trials ended) stays as it is');
  expect(compared.started.map((line) => line.split(' ')[0])).toContain('head');
  const { gateOnly, verdict, study, notices } = reported(compared);
  expect(gateOnly).toBeUndefined();
  expect(notices).toEqual(compared.results.notices);
  expect(verdict).toEqual(compared.results.verdict);
  expect(study.trials.filter(({ role }) => role === 'search')).toEqual(
    run.results.study.trials.filter(({ role }) => role === 'search'),
  );
  // To run again is still to measure again.
  expect((await session(folder, text('{ seeds: 3 }'))).started).toContain('search 0');
});

test('a study that came to no improvement, or whose brackets were done, goes on with more to spend', async () => {
  const folder = repository();
  const patient = (rows: number) => spec(`trials: 30, no-improvement: ${rows}`);
  const first = await session(folder, patient(4));
  expect(first.results.study.stop?.reason).toBe('no-gain');
  const more = await session(folder, patient(8));
  expect(more.said[0]).toContain('Going on with the study, since its budget has grown');
  expect(configs(more).slice(0, configs(first).length)).toEqual(configs(first));
  expect(more.started.length).toBeGreaterThan(0);

  const climbing = repository();
  const brackets = (trials: number) => spec(`trials: ${trials}, epochs: 4`, 'strategy: hyperband');
  const climbed = await session(climbing, brackets(6));
  expect(climbed.results.study.stop?.reason).toBe('exhausted');
  const higher = await session(climbing, brackets(12));
  expect(higher.said[0]).toContain('Going on with the study, since its budget has grown');
  expect(configs(higher).slice(0, configs(climbed).length)).toEqual(configs(climbed));
  expect((await session(climbing, brackets(12))).said.join()).not.toContain('Going on');
});
