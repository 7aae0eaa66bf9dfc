import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSpec } from '../../../src/session/load-spec.ts';
import { runSession } from '../../../src/session/session.ts';
import { trialSeed } from '../../../src/study/seeds.ts';

/** A repository with two commits; the second has `change` in its program. */
function repository(
  program: (change: boolean) => string,
  gate = '{ max-drop: 0.01 }',
  /** Head differs from base in this file by more than what the program is. */
  marked = 'train.cjs',
): { readonly folder: string; readonly base: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-gate-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  git('init', '-q', '-b', 'main');
  const write = (change: boolean) => {
    writeFileSync(
      path.join(folder, 'train.cjs'),
      `const seed = Number(process.env.TUNEGATE_SEED);
const noise = ((seed % 1009) / 1009 - 0.5) / 20;
const report = (accuracy) => require('fs').appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify({ accuracy }) + '\\n');
${program(change)}`,
    );
    if (marked !== '') appendFileSync(path.join(folder, marked), `// ${change}\n`);
    git('add', '.');
    git('commit', '-q', '--allow-empty', '-m', String(change));
  };
  writeFileSync(
    path.join(folder, 'tune.yml'),
    `name: gated
trial: { run: [node, train.cjs] }
metric: { name: accuracy, goal: maximize }
params: { x: { type: int, min: 1, max: 2, default: 1 } }
search: { confirm: false }
budget: { trials: 1, workers: 2 }
gate: ${gate}
`,
  );
  write(false);
  const base = git('rev-parse', 'HEAD');
  write(true);
  return { folder, base };
}

async function verdictOf({ folder, base }: ReturnType<typeof repository>) {
  const { results } = await runSession({
    loaded: readSpec(path.join(folder, 'tune.yml'), 'tune.yml', {}),
    findBase: async () => ({ found: true, sha: base, how: 'the commit before' }),
    journal: 'resume',
    host: { path: 'none', node: process.execPath },
    env: process.env,
    signal: new AbortController().signal,
    startedAt: performance.now(),
    reserveMs: 0,
    onEvent: () => {},
  });
  const trained = (role: string) => results.study.trials.filter((trial) => trial.role === role).length;
  return { verdict: results.verdict!, base: trained('base'), head: trained('head') };
}

test('a clear drop is found at the first look', async () => {
  const found = await verdictOf(
    repository((change) => `report(0.9 + noise ${change ? '- 0.1 - noise / 9' : ''});`),
  );
  expect(found).toMatchObject({ verdict: { conclusion: 'regressed' }, base: 3, head: 3 });
  expect(found.verdict.level).toBeGreaterThan(0.9);
});

test('a program without chance is known by two trainings a side, or three where the sides differ', async () => {
  const same = await verdictOf(repository(() => 'report(0.9);'));
  expect(same).toMatchObject({ verdict: { conclusion: 'unchanged', difference: 0 }, base: 2, head: 2 });
  const found = await verdictOf(repository((change) => `report(${change ? 0.905 : 0.9});`));
  expect(found).toMatchObject({ verdict: { conclusion: 'improved' }, base: 3, head: 3 });
});

test('equal scores of two seeds by chance, as of an accuracy on few images, are no certainty', async () => {
  const seeds = Array.from({ length: 10 }, (_, index) => trialSeed(0, 'gate', index));
  const base = [0.9, 0.86, 0.88, 0.92, 0.88, 0.86, 0.9, 0.88, 0.9, 0.86];
  const head = [0.84, 0.84, 0.92, 0.9, 0.9, 0.88, 0.86, 0.9, 0.88, 0.9];
  const found = await verdictOf(
    repository(
      (change) => `report(${JSON.stringify(change ? head : base)}[${JSON.stringify(seeds)}.indexOf(seed)]);`,
    ),
  );
  expect(found.verdict.conclusion).toBe('inconclusive');
  expect(found).toMatchObject({ base: 10, head: 10 });
});

test('two equal scores are no certainty where a loss shows that trainings differ', async () => {
  const found = await verdictOf(
    repository(
      () =>
        "require('fs').appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify({ accuracy: 0.9, loss: noise }) + '\\n');",
    ),
  );
  expect(found).toMatchObject({ verdict: { conclusion: 'unchanged' }, base: 3, head: 3 });
});

test('an unclear change is looked at again, up to the cap', async () => {
  const found = await verdictOf(
    repository(
      (change) => `report(0.9 + ${change ? '((seed % 97) / 97 - 0.5) / 10' : 'noise'});`,
      '{ seeds: 6 }',
    ),
  );
  expect(found.verdict.conclusion).toBe('inconclusive');
  expect(found).toMatchObject({ base: 6, head: 6 });
});

test('head that fails now and then is trained once more; one that always fails is broken', async () => {
  // Fails on the first attempt at each seed only.
  const mark = mkdtempSync(path.join(tmpdir(), 'tunegate-mark-'));
  const flaky = (change: boolean) =>
    change
      ? `const file = ${JSON.stringify(mark)} + '/' + seed; const fs = require('fs');
if (!fs.existsSync(file)) { fs.writeFileSync(file, ''); process.exit(3); }
report(0.9 + noise);`
      : 'report(0.9 + noise);';
  expect((await verdictOf(repository(flaky))).verdict.conclusion).toBe('unchanged');
  const broken = await verdictOf(
    repository((change) => (change ? 'throw new Error("no such layer");' : 'report(0.9 + noise);')),
  );
  expect(broken.verdict).toMatchObject({
    conclusion: 'regressed',
    reason: expect.stringContaining('no such layer'),
  });
});

test('the floor holds although base is no better', async () => {
  const low = repository(
    (change) => `report(0.7 + noise ${change ? '* 1.01' : ''});`,
    '{ max-drop: 0.05, min: 0.9 }',
  );
  expect((await verdictOf(low)).verdict).toMatchObject({ conclusion: 'regressed', belowFloor: true });
});

test('where nothing has changed nothing is trained, and where `paths` say that trainings read none of it', async () => {
  const same = await verdictOf(repository(() => 'report(0.9 + noise);', '{}', ''));
  expect(same).toMatchObject({ verdict: { conclusion: 'unchanged', pairs: [] }, base: 0, head: 0 });
  expect(same.verdict.reason).toContain('the same files');

  const gate = "{ paths: ['*.cjs', '!notes.cjs'] }";
  const notes = await verdictOf(repository(() => 'report(0.9 + noise);', gate, 'notes.cjs'));
  expect(notes).toMatchObject({ verdict: { conclusion: 'unchanged', pairs: [] }, base: 0 });
  expect(notes.verdict.reason).toContain('gate.paths');
  const code = await verdictOf(repository(() => 'report(0.9 + noise);', gate));
  expect(code.verdict.pairs.length).toBeGreaterThan(0);
  // A file that git does not know yet is read like any other; the spec always is.
  const fresh = repository(() => 'report(0.9 + noise);', gate, 'notes.cjs');
  writeFileSync(path.join(fresh.folder, 'new.cjs'), '');
  expect((await verdictOf(fresh)).base).toBeGreaterThan(0);
  const spec = repository(() => 'report(0.9 + noise);', gate, 'notes.cjs');
  appendFileSync(path.join(spec.folder, 'tune.yml'), '# changed\n');
  expect((await verdictOf(spec)).base).toBeGreaterThan(0);
});

test('`setup` installs the base in its own checkout, and says what kept it from that', async () => {
  // The head has other dependencies installed, which are not linked into the base then.
  const program = `report(require('./node_modules/model/index.cjs')(noise));`;
  const install = (of: string) =>
    `mkdir -p node_modules/model && echo "module.exports = (noise) => ${of} + noise;" > node_modules/model/index.cjs`;
  const found = repository(() => program, `{ max-drop: 0.01, setup: '${install('0.9')}' }`);
  writeFileSync(path.join(found.folder, '.gitignore'), 'node_modules\n');
  execFileSync('sh', ['-c', install('0.5')], { cwd: found.folder });
  expect((await verdictOf(found)).verdict).toMatchObject({ conclusion: 'regressed' });

  const broken = repository(() => program, "{ setup: [node, -e, 'console.error(1 / 3); process.exit(4)'] }");
  expect((await verdictOf(broken)).verdict).toMatchObject({
    conclusion: 'error',
    reason: expect.stringMatching(/gate\.setup failed for the base [0-9a-f]{7} \(exit code 4\): 0\.333/),
  });
});

test('a further metric and a slice that got worse are regressions, and said so', async () => {
  const metrics = (change: boolean, slow: number) =>
    `require('fs').appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify({ accuracy: 0.9 + noise, latency_ms: 10 + noise${change ? ` + ${slow}` : ''}, 'recall/cat': 0.8 + noise / 9, 'recall/dog': 0.8 + noise / 9${change ? ' - 0.2' : ''} }) + '\\n');`;
  const gate = (rules: string) => `{ max-drop: 0.01, metrics: { ${rules} } }`;
  const slower = await verdictOf(
    repository(
      (change) => metrics(change, 3),
      gate('latency_ms: { goal: minimize, max-drop: 1 }, recall/*: { goal: maximize, gates: false }'),
    ),
  );
  expect(slower.verdict).toMatchObject({ conclusion: 'regressed', decidedBy: 'latency_ms' });
  expect(slower.verdict.others!.map(({ name, verdict }) => [name, verdict.conclusion])).toEqual([
    ['latency_ms', 'regressed'],
    ['recall/cat', 'unchanged'],
    ['recall/dog', 'regressed'],
  ]);
  const slice = await verdictOf(
    repository((change) => metrics(change, 0), gate('recall/*: { goal: maximize, max-drop: 0.05 }')),
  );
  expect(slice.verdict).toMatchObject({ conclusion: 'regressed', decidedBy: 'recall/dog' });
});
