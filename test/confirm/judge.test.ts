import { describe, expect, test } from 'vitest';
import { type Candidate, chooseCandidate, judgeConfirmation } from '../../src/confirm/judge.ts';
import { randomStream } from '../../src/math/random.ts';

const frame = {
  goal: 'maximize',
  confidence: 0.95,
  withIncumbent: true,
  searched: [0.95, 0.9123, 0.90417, 0.8333, 0.71],
} as const;

test('the candidate with the best mean of all its scores is chosen; one that fails comes last', () => {
  const candidates: Candidate[] = [
    { trial: 4, searchScore: 0.95, scores: [0.9, 0.88] },
    { trial: 7, searchScore: 0.94, scores: [0.93, 0.92] },
    { trial: 9, searchScore: 0.94, scores: [0.99, null] },
  ];
  expect(chooseCandidate(candidates, 'maximize')?.trial).toBe(7);
  expect(chooseCandidate(candidates, 'minimize')?.trial).toBe(4);
  expect(chooseCandidate(candidates.slice(2), 'maximize')?.trial).toBe(9);
  expect(chooseCandidate([], 'maximize')).toBeUndefined();
});

test('mean and interval by hand', () => {
  // Deviations: final (-.01, 0, .01), choice (-.01, .01): variance 4e-4 / 3 on 3 degrees of freedom; t(.975, 3) = 3.182446.
  const { mean, interval, improved, against } = judgeConfirmation({
    ...frame,
    candidates: [{ trial: 1, searchScore: 0.95, scores: [0.9, 0.92] }],
    trial: 1,
    final: [
      { seed: 1, recommended: 0.89, incumbent: 0.8 },
      { seed: 2, recommended: 0.9, incumbent: 0.81 },
      { seed: 3, recommended: 0.91, incumbent: 0.82 },
    ],
  });
  const half = (3.182446305 * Math.sqrt(4e-4 / 3)) / Math.sqrt(3);
  expect(mean).toBeCloseTo(0.9, 12);
  expect(interval![0]).toBeCloseTo(0.9 - half, 8);
  expect(interval![1]).toBeCloseTo(0.9 + half, 8);
  expect(improved).toBe(true);
  expect(against).toMatchObject({ base: expect.closeTo(0.81, 10), head: expect.closeTo(0.9, 10) });
});

test('no chance in a training: no spread, and the difference is sure', () => {
  const told = judgeConfirmation({
    ...frame,
    candidates: [{ trial: 1, searchScore: 0.9, scores: [0.9] }],
    trial: 1,
    final: [{ seed: 1, recommended: 0.9, incumbent: 0.8 }],
  });
  expect(told).toMatchObject({ mean: 0.9, deterministic: true, improved: true });
  expect(told.against).toMatchObject({ conclusion: 'improved', difference: expect.closeTo(0.1, 10) });
});

describe('a metric of few values', () => {
  const searched = [0.98, 0.98, 0.98, 0.97, 0.97, 0.97, 0.96, 0.96, 0.95, 0.9];
  const final = (count: number) =>
    Array.from({ length: count }, (_, seed) => ({ seed, recommended: 0.98, incumbent: 0.97 }));

  test('gives the same score for other seeds by luck: that is no proof that chance has no part in it', () => {
    const told = judgeConfirmation({
      ...frame,
      searched,
      candidates: [{ trial: 1, searchScore: 0.98, scores: [0.98] }],
      trial: 1,
      final: final(3),
    });
    expect(told).toMatchObject({ mean: expect.closeTo(0.98, 12), deterministic: false });
    // A score of 0.98 may stand for anything from 0.975 to 0.985: t(.975, 2) = 4.302653.
    const half = (4.302653 * (0.01 / Math.sqrt(12))) / Math.sqrt(3);
    expect(told.interval![0]).toBeCloseTo(0.98 - half, 6);
    expect(told.interval![1]).toBeCloseTo(0.98 + half, 6);
  });

  /** A search of 40 trials that count the errors among a hundred rows, and what its confirm stage says. */
  function countErrors(index: number) {
    const stream = randomStream(12, 'confirmation of few values', index);
    const rates = Array.from({ length: 40 }, () => 0.004 + 0.016 * stream.uniform());
    const measure = (trial: number) =>
      Array.from({ length: 100 }, () => stream.uniform() < rates[trial]!).filter(Boolean).length / 100;
    const results = rates
      .map((_, trial) => ({ trial, searchScore: measure(trial) }))
      .sort((a, b) => a.searchScore - b.searchScore);
    const candidates = results.slice(0, 3).map((item) => ({ ...item, scores: [measure(item.trial)] }));
    const { trial } = chooseCandidate(candidates, 'minimize')!;
    const finals = [0, 1, 2].map((seed) => ({ seed, recommended: measure(trial), incumbent: measure(0) }));
    // As the stage does: without chance one fresh seed is all.
    const judge = (seeds: number) =>
      judgeConfirmation({
        goal: 'minimize',
        confidence: 0.95,
        searched: results.map(({ searchScore }) => searchScore),
        candidates,
        trial,
        final: finals.slice(0, seeds),
        withIncumbent: true,
      });
    const first = judge(1);
    return { told: first.deterministic ? first : judge(3), rate: rates[trial]!, ships: rates[0]! };
  }

  test('seldom claims an improvement that is none, and its interval covers the truth', () => {
    const studies = 1000;
    let covered = 0;
    let wrong = 0;
    for (let index = 0; index < studies; index++) {
      const { told, rate, ships } = countErrors(index);
      if (told.interval && told.interval[0] <= rate && rate <= told.interval[1]) covered++;
      if (told.improved && rate >= ships) wrong++;
    }
    const error = 3 * Math.sqrt((0.95 * 0.05) / studies);
    expect(covered / studies).toBeGreaterThan(0.95 - error);
    expect(wrong / studies).toBeLessThan(0.05 + error);
  });

  test('is without chance where it does so for all candidates, again and again', () => {
    const candidates = [0.98, 0.98, 0.98, 0.97, 0.97].map((searchScore, trial) => ({
      trial,
      searchScore,
      scores: [searchScore, searchScore],
    }));
    const told = judgeConfirmation({ ...frame, searched, candidates, trial: 1, final: final(1) });
    expect(told).toMatchObject({ deterministic: true, improved: true });
    const [first, ...others] = candidates;
    const one = { ...first!, scores: [0.98, 0.97] };
    const other = judgeConfirmation({
      ...frame,
      searched,
      candidates: [one, ...others],
      trial: 1,
      final: final(1),
    });
    expect(other.deterministic).toBe(false);
  });
});

test('what misses a constraint on fresh seeds is no improvement, whatever its gain', () => {
  const input = {
    ...frame,
    candidates: [{ trial: 1, searchScore: 0.9, scores: [0.9, 0.91] }],
    trial: 1,
    final: [0.9, 0.91, 0.9].map((recommended, seed) => ({ seed, recommended, incumbent: recommended - 0.1 })),
  };
  expect(judgeConfirmation(input)).toMatchObject({ improved: true });
  const missing = judgeConfirmation({ ...input, misses: true });
  expect(missing).toMatchObject({ misses: true, improved: false, against: { conclusion: 'improved' } });
});

test('the gap between the only two scores of a search is no step of its metric', () => {
  const candidates = [{ trial: 1, searchScore: 1.126071, scores: [1.126071] }];
  const told = judgeConfirmation({
    goal: 'minimize',
    confidence: 0.95,
    searched: [1.126071, 1.432913],
    candidates,
    trial: 1,
    final: [{ seed: 1, recommended: 1.126071, incumbent: 1.432913 }],
    withIncumbent: true,
  });
  expect(told).toMatchObject({ mean: 1.126071, deterministic: true, improved: true });
  expect(told.interval).toBeUndefined();
});

test('a config that fails on fresh seeds has no number and is not better', () => {
  const told = judgeConfirmation({
    ...frame,
    candidates: [{ trial: 1, searchScore: 0.9, scores: [] }],
    trial: 1,
    final: [
      { seed: 1, incumbent: 0.8 },
      { seed: 2, incumbent: 0.81 },
    ],
  });
  expect(told.mean).toBeUndefined();
  expect(told.improved).toBe(false);
});

/** A search of 60 noisy trials, its confirm stage, and the truth. */
function simulate(index: number, spread: number, noise: 'normal' | 'skewed') {
  const stream = randomStream(11, `confirmation ${noise} ${spread}`, index);
  const draw = () => (noise === 'normal' ? stream.normal() : 1 - Math.exp(0.6 * stream.normal() - 0.18));
  const truths = Array.from({ length: 60 }, () => spread * stream.normal());
  const searched = truths
    .map((truth, trial) => ({ trial, truth, searchScore: truth + draw() }))
    .sort((a, b) => b.searchScore - a.searchScore);
  const candidates = searched
    .slice(0, 5)
    .map((item) => ({ ...item, scores: [item.truth + draw(), item.truth + draw()] }));
  const chosen = chooseCandidate(candidates, 'maximize')!;
  const truth = truths[chosen.trial]!;
  const final = Array.from({ length: 4 }, (_, seed) => ({
    seed,
    recommended: truth + draw(),
    incumbent: truths[0]! + draw(),
  }));
  const scores = searched.map(({ searchScore }) => searchScore);
  const told = judgeConfirmation({ ...frame, searched: scores, candidates, trial: chosen.trial, final });
  return { told, truth, incumbent: truths[0]!, searchScore: searched[0]!.searchScore };
}

test('no winner’s curse: the number is right on average and its interval covers the truth 95 times in 100', () => {
  const studies = 3000;
  for (const spread of [0, 0.5, 2]) {
    let covered = 0;
    let bias = 0;
    let curse = 0;
    let wrong = 0;
    for (let index = 0; index < studies; index++) {
      const { told, truth, searchScore, incumbent } = simulate(index, spread, 'normal');
      if (told.interval![0] <= truth && truth <= told.interval![1]) covered++;
      bias += (told.mean! - truth) / studies;
      curse += (searchScore - truth) / studies;
      if (told.improved && truth <= incumbent) wrong++;
    }
    // Three standard errors of a share of 0.95 and of a mean of standard deviation 1/2.
    expect(covered / studies).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / studies));
    expect(Math.abs(bias)).toBeLessThan(3 * (0.5 / Math.sqrt(studies)));
    // What the search said was higher by about a standard deviation of the noise or more.
    expect(curse).toBeGreaterThan(0.7);
    expect(wrong / studies).toBeLessThan(0.05 + 3 * Math.sqrt((0.95 * 0.05) / studies));
  }
});

test('skewed noise, as of accuracies: the number stays right on average', () => {
  const studies = 3000;
  let bias = 0;
  let covered = 0;
  for (let index = 0; index < studies; index++) {
    const { told, truth } = simulate(index, 0.5, 'skewed');
    bias += (told.mean! - truth) / studies;
    if (told.interval![0] <= truth && truth <= told.interval![1]) covered++;
  }
  expect(Math.abs(bias)).toBeLessThan(0.04);
  // Four values of so skewed a noise (skewness −2.3) are too few for Student's t: that much is lost and no more.
  expect(covered / studies).toBeGreaterThan(0.88);
});
