import { expect, test } from 'vitest';
import { createSpace } from '../../src/space/space.ts';
import { loadSpec } from '../../src/spec/load.ts';
import { asBegun, createHeader, headerChanges, identify } from '../../src/study/header.ts';
import { decodeRecord, encodeRecord } from '../../src/study/record.ts';
import { identity } from './fakes.ts';

const text = `name: toy
trial: { run: [train], env: { LEVEL: a } }
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1 } }
search: { seed: 3, strategy: random, confirm: false }
budget: { trials: 5, epochs: 4 }
`;

test('another budget or confirmation makes no other study; epochs, search and trials do', () => {
  const of = (from = '', to = '', trained: object = {}) => {
    const spec = loadSpec('tune.yml', text.replace(from, to));
    const rest = { space: createSpace(spec.params), strategy: 'random', trained: { ...trained }, code: '0' };
    return createHeader(identify(spec, rest), new Date(0)).id;
  };
  const id = of();
  expect([of('trials: 5', 'time: 9m'), of('confirm: false', 'confirm: 3')]).toEqual([id, id]);
  const others = [
    of('epochs: 4', 'epochs: 5'),
    of('seed: 3', 'seed: 3, repeats: true'),
    of('max: 1', 'max: 2'),
    of('', '', { resume: true }),
  ];
  expect(new Set([id, ...others]).size).toBe(5);
});

/** The header of a spec with some of its words replaced; `strategy` is what it comes to. */
function headerOf(changes: readonly (readonly [string, string])[] = [], strategy = 'random') {
  const spec = loadSpec(
    'tune.yml',
    changes.reduce((text, [from, to]) => text.replace(from, to), text),
  );
  const rest = { space: createSpace(spec.params), strategy, trained: { trial: spec.trial }, code: '0' };
  return createHeader(identify(spec, rest), new Date(0));
}

test('what differs in the spec is named, and nothing that does not', () => {
  const begun = headerOf();
  const said = (changes: readonly (readonly [string, string])[], strategy?: string) =>
    headerChanges(begun, headerOf(changes, strategy));
  expect(said([['trials: 5', 'trials: 9']])).toEqual([]);
  expect(said([['seed: 3', 'seed: 4']])).toEqual(['the seed was 3 and is now 4']);
  expect(said([['strategy: random', 'strategy: tpe']], 'tpe')).toEqual([
    'the search strategy was random and is now tpe',
  ]);
  // `auto` would choose it as well.
  expect(said([['strategy: random', 'strategy: auto']])).toEqual([
    'search.strategy was random and is now auto',
  ]);
  expect(
    said([
      ['seed: 3', 'seed: 4, repeats: true'],
      ['[train]', '[train, fast]'],
      ['epochs: 4', 'epochs: 8'],
    ]),
  ).toEqual([
    'the seed was 3 and is now 4',
    'trial.run is not the same',
    'budget.epochs was 4 and is now 8',
    'search.repeats was false and is now true',
  ]);
  expect(said([['LEVEL: a }', 'LEVEL: b }, timeout: 9s, pass-env: [HOME]']])).toEqual([
    'trial.env, trial.pass-env and trial.timeout are not the same',
  ]);
  expect(
    said([['confirm: false', 'confirm: 3, try-first: [{ x: 0.5 }], early-stopping: median, min-epochs: 2']]),
  ).toEqual([
    'search.try-first is not the same',
    'search.early-stopping was not set and is now median',
    'search.min-epochs was not set and is now 2',
  ]);
});

test('keys have the names that they have in a spec', () => {
  const python = [['run: [train]', 'python: train.py']] as const;
  const said = headerChanges(headerOf(python), headerOf([['run: [train]', 'keras: train.py']]));
  expect(said).toEqual(['trial.keras and trial.python are not the same']);
});

test('a journal from before keys were kept says that much, and no second difference with another seed', () => {
  const { settings: _, ...begun } = headerOf();
  expect(headerChanges(begun, headerOf())).toEqual([]);
  expect(headerChanges(begun, headerOf([['seed: 3', 'seed: 4']]))).toEqual(['the seed was 3 and is now 4']);
  expect(headerChanges(begun, headerOf([['strategy: random', 'strategy: tpe']], 'tpe'))).toEqual([
    'the search strategy was random and is now tpe',
  ]);
  expect(headerChanges(begun, headerOf([['epochs: 4', 'epochs: 8']]))).toEqual([
    'the rest of the spec (how a trial runs, how the search works) is not the same',
  ]);
});

test('the id of a study hangs on all that makes it, and not on when it was begun', () => {
  const header = createHeader(identity, new Date(0));
  expect(createHeader({ ...identity }, new Date(1)).id).toBe(header.id);
  const { metric } = identity;
  const others = [
    { name: 'faces' },
    { strategy: 'grid' },
    { seed: 8 },
    { space: '0' },
    { spec: '0' },
    { code: '0' },
    { metric: { ...metric, name: 'loss' } },
    { metric: { ...metric, goal: 'minimize' as const } },
    { metric: { ...metric, use: 'best' as const } },
  ].map((change) => createHeader({ ...identity, ...change }, new Date(0)));
  expect(new Set([header, ...others].map((other) => other.id)).size).toBe(others.length + 1);
  for (const other of others) expect(headerChanges(header, other)).toHaveLength(1);
});

test('what `auto` has chosen stays as it was when the study began, if it is a strategy', () => {
  const begun = (strategy: string) => createHeader({ ...identity, strategy }, new Date(0));
  const asked = { ...identity, strategy: 'grid' };
  expect(asBegun({ ...asked, auto: true }, begun('bayesian')).strategy).toBe('bayesian');
  expect(asBegun({ ...asked, auto: true }, begun('constructor')).strategy).toBe('grid');
  expect(asBegun(asked, begun('bayesian')).strategy).toBe('grid');
});

test('code of which no file has changed that counts stays what it was, else the first of them are named', () => {
  const begun = createHeader(identity, new Date(0));
  const other = { ...identity, code: 'c4' };
  const changes = (files?: readonly string[]) =>
    headerChanges(begun, createHeader(asBegun(other, begun, files), new Date(0)), files);
  expect(changes([])).toEqual([]);
  expect(changes(['a.py'])).toEqual([
    'the code that trains is not the same (a.py has changed; what trainings write belongs in .gitignore)',
  ]);
  expect(changes(['a.py', 'b.py', 'c.py', 'd.py', 'e.py'])[0]).toContain('(a.py, b.py, c.py and 2 more have');
  expect(changes()[0]).toContain('(all that git does not ignore counts, also what trainings write)');
});

test('files and keys are kept for words alone: with or without them it is the same study', () => {
  const { settings, ...plain } = headerOf();
  expect(settings).toBeDefined();
  const kept = createHeader(
    { ...plain, more: [], checkout: { tree: '0', changes: { a: '1' } } },
    new Date(0),
  );
  expect(kept).toMatchObject({ id: plain.id, checkout: { tree: '0' } });
  expect(decodeRecord(encodeRecord(kept))).toEqual(kept);
  expect(decodeRecord(encodeRecord(plain))).toEqual(plain);
});
