import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { noBaseline } from '../../src/gate/compare.ts';
import type { ProgressEvent } from '../../src/report/progress.ts';
import type { Results } from '../../src/report/results.ts';
import { describeHardware } from '../../src/session/hardware.ts';
import { type Overrides, readSpec } from '../../src/session/load-spec.ts';
import { findNode } from '../../src/session/node.ts';
import { renderAbandoned } from '../../src/session/pull-request/abandoned.ts';
import {
  cameToNothing,
  failureOf,
  failurePublication,
  outcomeOf,
} from '../../src/session/pull-request/publication.ts';
import { runSession } from '../../src/session/session.ts';
import { studyFolder } from '../../src/session/study-folder.ts';
import { createSpace } from '../../src/space/space.ts';
import { OverrideError } from '../../src/spec/overrides.ts';
import { SpecError } from '../../src/spec/problem.ts';
import { SpecFileError } from '../../src/spec/spec-file.ts';

const folder = () => mkdtempSync(path.join(tmpdir(), 'tunegate-session-'));

const spec = (change: (text: string) => string = (text) => text) => {
  const file = path.join(folder(), 'tune.yml');
  writeFileSync(
    file,
    change(`name: toy
trial: { run: [node, -e, "require('fs').appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify({{ loss: {x} }}) + '\\\\n')"] }
metric: { name: loss, goal: minimize }
params:
  x: { type: int, min: 1, max: 4, default: 3 }
budget: { trials: 10, workers: 2 }
`),
  );
  return file;
};

const results = (change: Partial<Results>): Results => ({
  version: '0',
  study: { name: 's', metric: { name: 'm', goal: 'minimize' }, seed: 0, strategy: 'random', trials: [] },
  space: createSpace({ x: { type: 'bool' } }),
  budget: { planned: { workers: 1 }, spent: { timeMs: 1, gateMs: 0, trials: 0, epochs: 0 } },
  backend: 'command',
  hardware: 'here',
  specPath: 'tune.yml',
  notices: [],
  ...change,
});
const frame = { goal: 'minimize', maxDrop: 0, confidence: 0.95 } as const;

test('how a run ended', () => {
  expect(outcomeOf(results({}), true)).toBe('cancelled');
  expect(outcomeOf(results({}), false)).toBe('searched');
  expect(outcomeOf(results({ verdict: noBaseline('none', frame) }), false)).toBe('no-baseline');
  const failing = { ...results({}).study, stop: { reason: 'failing' as const, detail: 'all failed' } };
  expect(outcomeOf(results({ study: failing }), false)).toBe('error');
  const regressed = { ...noBaseline('', frame), conclusion: 'regressed' as const };
  expect(outcomeOf(results({ study: failing, verdict: regressed }), false)).toBe('regressed');
});

const trial = {
  role: 'search',
  trial: 0,
  config: { x: true },
  seed: 1,
  origin: 'incumbent',
  state: 'completed',
  score: 1,
  metrics: { m: 1, size: 9 },
  reports: [{ step: 1, metrics: { m: 1, size: 9 } }],
  durationMs: 1,
} as const;

test('a search that came to nothing is an error', () => {
  const { study } = results({});
  const ended = { ...study, stop: { reason: 'trials', detail: '' } as const };
  const failed = { ...trial, state: 'failed', reason: 'crash' } as const;
  expect(outcomeOf(results({ study: { ...ended, trials: [failed] } }), false)).toBe('error');
  expect(outcomeOf(results({ study: { ...ended, trials: [failed, trial] } }), false)).toBe('searched');
  const small = [{ name: 'size', max: 8 }];
  const none = { ...ended, constraints: small, trials: [trial, { ...trial, trial: 1 }] };
  expect(outcomeOf(results({ study: none }), false)).toBe('error');
  expect(outcomeOf(results({ study: none, verdict: noBaseline('none', frame) }), false)).toBe('error');
  // The gate's verdict is about what ships, which need not keep what the search asks for.
  const unchanged = { ...noBaseline('', frame), conclusion: 'unchanged' as const };
  expect(outcomeOf(results({ study: none, verdict: unchanged }), false)).toBe('unchanged');
  const kept = { ...none, constraints: [{ name: 'size', max: 9 }] };
  expect(outcomeOf(results({ study: kept }), false)).toBe('searched');
  // Killed: it goes on when it is run again.
  expect(outcomeOf(results({ study: { ...study, constraints: small, trials: [trial] } }), false)).toBe(
    'searched',
  );
});

test('a search whose time was too short for any trial has no result, but is no error', () => {
  const cut = { ...trial, state: 'interrupted' } as const;
  const spent = {
    ...results({}).study,
    stop: { reason: 'time', detail: '' } as const,
    trials: [cut, { ...cut, trial: 1 }],
  };
  expect(outcomeOf(results({ study: spent }), false)).toBe('no-result');
  expect(outcomeOf(results({ study: { ...spent, trials: [] } }), false)).toBe('no-result');
  expect(outcomeOf(results({ study: { ...spent, trials: [cut, trial] } }), false)).toBe('searched');
  expect(outcomeOf(results({ study: spent }), true)).toBe('cancelled');
  // What the gate has found stands.
  const unchanged = { ...noBaseline('', frame), conclusion: 'unchanged' as const };
  expect(outcomeOf(results({ study: spent, verdict: unchanged }), false)).toBe('unchanged');
  expect(outcomeOf(results({ study: spent, verdict: noBaseline('none', frame) }), false)).toBe('no-baseline');
  expect(cameToNothing(results({ study: spent }))).toBe(true);
  expect(cameToNothing(results({ study: spent, gateOnly: true }))).toBe(false);
});

test('a session without a repository covers a small space and says why there is no baseline', async () => {
  const file = spec();
  const events: ProgressEvent['type'][] = [];
  const {
    results: found,
    folder: study,
    cancelled,
  } = await runSession({
    loaded: readSpec(file, 'tune.yml', { seed: 5 }),
    findBase: () => Promise.reject(new Error('not asked')),
    journal: 'resume',
    host: { path: 'none', node: process.execPath },
    env: process.env,
    signal: new AbortController().signal,
    startedAt: performance.now(),
    reserveMs: 0,
    onEvent: ({ type }) => events.push(type),
  });
  expect(cancelled).toBe(false);
  expect(found.study).toMatchObject({ strategy: 'grid', seed: 5, stop: { reason: 'exhausted' } });
  const search = found.study.trials.filter(({ role }) => role === 'search');
  expect(search.map(({ score }) => score).sort()).toEqual([1, 2, 3, 4]);
  // Four whole numbers: that a fresh seed gives the same one may be luck, so there are more, for the best and for what ships.
  expect(found.confirmation).toMatchObject({ mean: 1, deterministic: false, improved: true });
  expect(found.study.trials.filter(({ role }) => role === 'confirm')).toHaveLength(6);
  expect(found.study.trials[0]).toMatchObject({ origin: 'incumbent', config: { x: 3 } });
  expect(found.verdict).toMatchObject({
    conclusion: 'no-baseline',
    reason: expect.stringContaining('git repository'),
  });
  expect(found.budget).toMatchObject({
    planned: { workers: 2, trials: 10 },
    spent: { trials: 4, gateMs: 0 },
  });
  expect(study).toContain(path.join('.tunegate', 'studies', 'toy-'));
  expect(events).toContain('phase');
});

test('a session that begins anew says where the journal before is kept', async () => {
  const loaded = readSpec(spec(), 'tune.yml', { trials: 1, workers: 1, gate: false });
  const begun = async () => {
    const said: string[] = [];
    await runSession({
      loaded,
      findBase: () => Promise.reject(new Error('not asked')),
      journal: 'fresh',
      host: { path: 'none', node: process.execPath },
      env: process.env,
      signal: new AbortController().signal,
      startedAt: performance.now(),
      reserveMs: 0,
      onEvent: (event) => event.type === 'prepared' && said.push(event.text),
    });
    return said.join('\n');
  };
  expect(await begun()).not.toContain('anew');
  expect(await begun()).toMatch(
    /The study begins anew; the journal of the one before is kept: \.tunegate.studies.toy-\w+.journal\.jsonl\.old\.$/m,
  );
});

test('overrides change the budget and turn the gate off', () => {
  const { spec: changed } = readSpec(spec(), 'tune.yml', {
    trials: 3,
    time: 5000,
    epochs: 7,
    workers: 1,
    strategy: 'sobol',
    gate: false,
  });
  expect(changed.budget).toMatchObject({ trials: 3, time: 5000, epochs: 7, workers: 1 });
  expect(changed.search.strategy).toBe('sobol');
  expect(changed.gate).toBe(false);
});

const climbing = () =>
  spec((text) =>
    text.replace(
      'budget: { trials: 10,',
      'search: { strategy: asha, min-epochs: 8, eta: 4 }\nbudget: { epochs: 16, total-epochs: 32,',
    ),
  );

test.each([4, 40])(
  'where nothing is searched, an override need not go with what a search takes: %i epochs',
  (epochs) => {
    const { search, budget } = readSpec(climbing(), 'tune.yml', { epochs }, false).spec;
    expect(budget.epochs).toBe(epochs);
    expect(search['min-epochs']).toBe(8);
    expect(() => readSpec(climbing(), 'tune.yml', { epochs, workers: 9999 }, false)).toThrow(
      '--workers 9999',
    );
  },
);

test.each<[string, Overrides, string]>([
  [
    'beyond what a spec may have',
    { workers: 9999 },
    '--workers 9999 does not go with tune.yml: budget.workers cannot be 9999; expected: auto, or a whole number from 1 to 256',
  ],
  [
    'too long',
    { time: 25 * 86_400_000 },
    '--time 2160000s does not go with tune.yml: budget.time is too long',
  ],
  [
    'against another value of the spec',
    { epochs: 4, trials: 3 },
    '--epochs 4 does not go with tune.yml: search.min-epochs is more than a trial has (budget.epochs: 4); expected: at most 4',
  ],
  [
    'against each other',
    { strategy: 'hyperband', epochs: 40 },
    '--epochs 40 does not go with tune.yml: no trial fits into this budget: one has 40 epochs',
  ],
])('an override is checked like a value of the spec: %s', (_, overrides, message) => {
  const file = climbing();
  const read = () => readSpec(file, 'tune.yml', overrides);
  expect(read).toThrow(OverrideError);
  expect(read).toThrow(message);
  // An option of the strategy that gave way does no harm.
  expect(readSpec(file, 'tune.yml', { strategy: 'random', epochs: 8 }).spec.search).toMatchObject({
    strategy: 'random',
    eta: 4,
  });
});

test('a spec that is not there, or is a folder', () => {
  expect(() => readSpec('/nowhere/tune.yml', 'tune.yml')).toThrow(SpecFileError);
  expect(() => readSpec(tmpdir(), 'here')).toThrow('here/tune.yml');
});

test('a broken spec is published as annotations at its lines', () => {
  const file = spec((text) => text.replace('minimize', 'down'));
  try {
    readSpec(file, 'ml/tune.yml');
    throw new Error('was accepted');
  } catch (error) {
    expect(error).toBeInstanceOf(SpecError);
    const { annotations, title, comment, checkSummary } = failurePublication(failureOf(error, 'ml/tune.yml'));
    expect(title).toBe('ml/tune.yml has 1 problem');
    expect(comment).toBeUndefined();
    expect(checkSummary).toContain('metric.goal');
    expect(annotations).toMatchObject([{ path: 'ml/tune.yml', startLine: 3, level: 'failure' }]);
  }
  expect(failurePublication(failureOf(new Error('disk full'), 'tune.yml'))).toMatchObject({
    title: 'Tunegate could not run',
    annotations: [],
  });
});

test('what is said of an abandoned run', () => {
  const workspace = folder();
  const where = [{ workspace }, { workingDirectory: '.', config: 'tune.yml' }] as const;
  const bare = 'The run was cancelled. No trial had been started.';
  expect(renderAbandoned('cancelled', undefined, ...where)).toEqual({
    title: 'Cancelled',
    checkSummary: bare,
    jobSummary: bare,
  });
  const journal = path.join(workspace, 'journal.jsonl');
  writeFileSync(journal, 'garbage\n');
  expect(renderAbandoned('error', journal, ...where).checkSummary).toContain('cannot be read');
  // With a spec there is a comment, too.
  writeFileSync(
    path.join(workspace, 'tune.yml'),
    'name: "a|b"\ntrial: { run: [x] }\nmetric: { name: loss, goal: minimize }\nparams: { x: { type: bool } }\nbudget: { trials: 2 }\n',
  );
  expect(renderAbandoned('cancelled', undefined, ...where)).toMatchObject({
    name: 'a|b',
    comment: `**\`a|b\`: there is no result.**\n\n${bare}\n`,
  });
});

test('studies of two specs with one name have two folders', () => {
  expect(studyFolder('/s', 'a/tune.yml', 'My Study!')).not.toBe(studyFolder('/s', 'b/tune.yml', 'My Study!'));
  expect(studyFolder('/s', 'a/tune.yml', 'My Study!')).toMatch(/^\/s\/studies\/My-Study--[0-9a-f]{6}$/);
});

test('the machine and the Node of trials', async () => {
  expect(describeHardware()).toMatch(/^\d+ × .+ GiB, \w+ \w+, Node \d+/);
  expect(await findNode({ PATH: path.dirname(process.execPath) })).toBe(process.execPath);
  expect(await findNode({ PATH: '/nowhere' })).toBe(process.execPath);
});
