import { expect, test } from 'vitest';
import { proxyAgreements } from '../../src/insight/proxies.ts';
import { renderComment } from '../../src/report/markdown.ts';
import { proxiesSection } from '../../src/report/sections/proxies.ts';
import { results, searchTrial } from './fixtures.ts';

/** Eighteen trials whose score is their number, with what they report before their end. */
function study(
  metrics: (n: number) => Readonly<Record<string, number>>,
  early: (n: number) => number = (n) => n,
) {
  const trials = Array.from({ length: 18 }, (_, n) =>
    searchTrial(n, {
      score: n / 20,
      metrics: { val_accuracy: n / 20, ...metrics(n) },
      reports: [
        { step: 1, metrics: { val_accuracy: early(n) / 40 } },
        { step: 30, metrics: { val_accuracy: n / 20 } },
      ],
    }),
  );
  return { ...results, study: { ...results.study, trials } };
}
/** Right about the good and the bad, wrong about the best. */
const coarse = (n: number) => (n < 12 ? n : 30 - n);

test('a proxy may order all trials well and the best ones badly', () => {
  const of = study((n) => ({ synflow: coarse(n), flops: -n }));
  expect(proxyAgreements(of.study)).toEqual([
    { name: 'synflow', all: expect.closeTo(0.928, 3), trials: 18, top: expect.closeTo(-1), topTrials: 6 },
    { name: 'flops', all: expect.closeTo(-1), trials: 18, top: expect.closeTo(-1), topTrials: 6 },
    { name: 'val_accuracy', step: 1, all: 1, trials: 18, top: 1, topTrials: 6 },
  ]);
});

test('there is nothing to say of few trials, of constant scores, and without proxies', () => {
  expect(proxyAgreements(study(() => ({})).study)).toEqual([]);
  expect(proxyAgreements(study(() => ({ flops: 7 })).study)).toEqual([]);
  const few = study((n) => ({ flops: n }));
  expect(proxyAgreements({ ...few.study, trials: few.study.trials.slice(0, 8) })).toEqual([]);
  expect(proxiesSection(results)).toBeUndefined();
});

test('the comment says how far they can be trusted', async () => {
  const trusted = study((n) => ({ synflow: coarse(n), flops: n * 1e5 }));
  const useless = study((n) => ({ flops: coarse(n) }), coarse);
  expect(renderComment(trusted)[0]).toContain(proxiesSection(trusted));
  const text = [trusted, useless].map(proxiesSection).join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot('__golden__/proxies.md');
});
