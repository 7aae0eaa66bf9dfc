import path from 'node:path';
import { expect, test } from 'vitest';
import type { MeasuredBaseline } from '../../src/baseline/measured.ts';
import { addToStore, type BaselineStore, readStore } from '../../src/baseline/store.ts';
import { editDataBranch } from '../../src/github/data-branch.ts';
import { commit, gitIn, newRepository, temporaryFolder } from '../github/git-fixture.ts';

function setUp(): BaselineStore {
  const source = newRepository();
  commit(source, { 'README.md': 'one\n' });
  const bare = path.join(temporaryFolder(), 'r.git');
  gitIn(source, 'clone', '--quiet', '--bare', source, bare);
  return { branch: { url: bare, name: 'tunegate-data' }, key: 'digits-123abc' };
}

const result = (index: number, seeds: readonly number[], machine = 'here'): MeasuredBaseline => ({
  study: 'digits',
  commit: String(index).padStart(40, '0'),
  at: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
  metric: { name: 'loss', goal: 'minimize', use: 'last' },
  circumstances: { spec: 's', dependencies: 'd', data: 'none', machine },
  config: {},
  trainings: seeds.map((seed) => ({ seed, score: seed + index, metrics: {}, durationMs: 1 })),
});

test('a commit has one small file for its circumstances; seeds add up', async () => {
  const store = setUp();
  expect(await readStore(store)).toEqual({ results: [], notices: [] });
  await addToStore(store, result(1, [1, 2]));
  await addToStore(store, result(2, [1]));
  await addToStore(store, result(1, [3]));
  await addToStore(store, result(1, [4], 'elsewhere'));
  const { results } = await readStore(store);
  expect(
    results.map(({ at, circumstances, trainings }) => [
      at.slice(14, 16),
      circumstances.machine,
      trainings.map(({ seed }) => seed),
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['02', 'here', [1]],
      ['01', 'here', [3, 1, 2]],
      ['01', 'elsewhere', [4]],
    ]),
  );
  expect(results).toHaveLength(3);
  expect(await readStore({ ...store, key: 'other-123abc' })).toEqual({ results: [], notices: [] });
});

test('several runs that store at once lose nothing', async () => {
  const store = setUp();
  await Promise.all(
    [1, 2, 3, 4].map((index) => addToStore(store, result(index % 2, [index]), { waitMs: 20 })),
  );
  const { results } = await readStore(store);
  expect(results.map(({ trainings }) => trainings.map(({ seed }) => seed).sort())).toEqual([
    [1, 3],
    [2, 4],
  ]);
}, 30_000);

test('the oldest go when there are too many, and what cannot be read stays, with a notice', async () => {
  const store = setUp();
  const { writeMeasured } = await import('../../src/baseline/measured.ts');
  await editDataBranch(store.branch, {
    folder: 'baselines/digits-123abc',
    message: 'Fill',
    change: () =>
      new Map([
        ...Array.from(
          { length: 205 },
          (_, index) => [`baselines/digits-123abc/${index}.json`, writeMeasured(result(index, [1]))] as const,
        ),
        ['baselines/digits-123abc/broken.json', 'no JSON'] as const,
      ]),
  });
  await addToStore(store, result(300, [1]));
  const { results, notices } = await readStore(store);
  expect(results).toHaveLength(200);
  expect(Number(results.at(-1)!.commit)).toBe(6);
  expect(notices).toEqual([
    expect.stringMatching(/broken\.json on the branch tunegate-data is passed over: it is not JSON/),
  ]);
});
