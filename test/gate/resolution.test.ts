import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../src/gate/compare.ts';
import { planLooks } from '../../src/gate/looks.ts';
import { chanceOfTie, resolutionOf } from '../../src/gate/resolution.ts';
import { nextStep } from '../../src/gate/sequential.ts';
import type { SeedPair } from '../../src/gate/verdict.ts';
import { randomStream } from '../../src/math/random.ts';

test.each([
  ['an accuracy on 60 images', [55, 57, 56, 60, 54].map((right) => right / 60), 1 / 60],
  ['percent with one digit', [93.3, 93.4, 92.8, 94], 0.1],
  ['no two neighbours among them', [50, 52, 55].map((right) => right / 60), 1 / 60],
  ['32 bits', [55, 57, 56].map((right) => Math.fround(right / 60)), 1 / 60],
  ['a loss', [0.312873, 0.298127, 0.331276], 0],
  ['one value', [0.9, 0.9, 0.9], 0],
  ['two values', [0.9, 0.9, 0.8], 0.1],
  ['rounding between equal values', [0.3, 0.1 + 0.2, 0.3], 0],
  ['an accuracy on fifty thousand images', [0.91234, 0.91236, 0.91254], 0],
  ['nothing but zeros', [0, 0], 0],
  ['one score', [0.5], 0],
])('the step of %s', (_, scores, step) => {
  // As accurate as 32 bits are.
  expect(Math.abs(resolutionOf(scores) - step)).toBeLessThan(1e-5 * Math.max(1, step));
});

test('whatever multiples of a step there are, the step found divides their gaps; of noise there is none', () => {
  const images = fc.integer({ min: 2, max: 1000 });
  fc.assert(
    fc.property(images, fc.array(fc.nat(1000), { minLength: 2, maxLength: 20 }), (count, rights) => {
      const scores = rights.map((right) => (right % (count + 1)) / count);
      const step = resolutionOf(scores);
      if (new Set(scores).size === 1) expect(step).toBe(0);
      else {
        expect(step).toBeGreaterThan(0.99 / count);
        for (const score of scores) {
          const multiples = (score - scores[0]!) / step;
          expect(Math.abs(multiples - Math.round(multiples))).toBeLessThan(0.01);
        }
      }
    }),
  );
  const found = Array.from({ length: 2000 }, (_, index) => {
    const stream = randomStream(index, 'continuous scores');
    return resolutionOf(Array.from({ length: 6 }, () => 0.9 + 0.01 * stream.normal()));
  });
  expect(found.filter((step) => step > 0).length).toBeLessThan(3);
});

test('the chance of a tie is that of two rounded normal scores', () => {
  for (const deviation of [0.7, 1, 3]) {
    const stream = randomStream(1, 'ties');
    const draw = () => Math.round(deviation * stream.normal() + 0.3);
    let ties = 0;
    for (let i = 0; i < 20_000; i++) {
      const [one, other] = [draw(), draw()];
      if (one === other) ties += 1 / 20_000;
    }
    expect(Math.abs(chanceOfTie(1, deviation) - ties)).toBeLessThan(0.03);
  }
  expect(chanceOfTie(1, 0)).toBe(1);
});

const frame = { goal: 'maximize', maxDrop: 0.01, confidence: 0.95, nominal: 0.017 } as const;
const pairs = (base: readonly number[], head: readonly number[]): readonly SeedPair[] =>
  base.map((score, seed) => ({ seed, base: score, head: head[seed]! }));

test('seeds that agree are no certainty where the metric has few values', () => {
  const judged = compare({ ...frame, pairs: pairs([0.85, 0.85, 0.85], [0.8, 0.8, 0.8]) });
  expect(judged).toMatchObject({
    conclusion: 'inconclusive',
    reason: 'The seeds agree, but the metric has so few values that this may be luck.',
  });
  expect(judged.interval![0]).toBeLessThan(judged.difference!);
  // More of them are.
  const five = [0, 1, 2, 3, 4];
  const more = compare({
    ...frame,
    pairs: pairs(
      five.map(() => 0.85),
      five.map(() => 0.8),
    ),
  });
  expect(more.conclusion).toBe('regressed');
  // And three are, where trainings differ by so many steps that no luck makes three ties.
  const wide = [0.81, 0.93, 0.88];
  expect(compare({ ...frame, pairs: pairs(wide, wide) })).toMatchObject({
    conclusion: 'unchanged',
    interval: [0, 0],
  });
  const narrow = [0.88, 0.9, 0.89];
  expect(compare({ ...frame, pairs: pairs(narrow, narrow) }).conclusion).toBe('inconclusive');
});

/** The whole procedure on a metric whose step is `step` standard deviations of a training. */
function rates(step: number, drop: number, correlation: number) {
  const runs = 600;
  const found = { regressed: 0, unchanged: 0, improved: 0, inconclusive: 0 };
  for (let run = 0; run < runs; run++) {
    const stream = randomStream(run, `few values ${step} ${drop} ${correlation}`);
    const offset = stream.uniform();
    const rounded = (score: number) => Math.round(score / step + offset) * step;
    const scores: SeedPair[] = [];
    let suspectedAt: number | undefined;
    for (;;) {
      const next = nextStep({
        goal: 'maximize',
        maxDrop: 0,
        confidence: 0.95,
        looks: planLooks(10),
        pairs: scores,
        ...(suspectedAt === undefined ? {} : { suspectedAt }),
      });
      if (next.done) {
        found[next.verdict.conclusion as keyof typeof found] += 1 / runs;
        break;
      }
      suspectedAt = next.confirms ? scores.length : undefined;
      while (scores.length < next.seeds) {
        const shared = Math.sqrt(correlation) * stream.normal();
        const own = () => Math.sqrt(1 - correlation) * stream.normal();
        scores.push({
          seed: scores.length,
          base: rounded(shared + own()),
          head: rounded(shared + own() - drop),
        });
      }
    }
  }
  return found;
}

test.each([
  [1, 0],
  [2, 0.5],
  [4, 0],
  [2, 0.9],
])(
  'a metric with a step of %d sd, correlation %d: false alarms stay rare, drops are found',
  (step, correlation) => {
    const level = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / 600);
    const same = rates(step, 0, correlation);
    expect(same.regressed).toBeLessThan(level);
    expect(same.improved).toBeLessThan(level);
    // A change of two standard deviations is hardly ever called none, unless the metric never leaves one value.
    const worse = rates(step, 2, correlation);
    expect(worse.unchanged).toBeLessThan(step > 2 ? 0.2 : 0.03);
    expect(worse.regressed).toBeGreaterThan(step > 2 ? 0.35 : 0.85);
  },
);
