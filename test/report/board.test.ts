import { expect, test } from 'vitest';
import { randomStream } from '../../src/math/random.ts';
import { leaderboard, splitRows } from '../../src/report/board.ts';
import type { Results } from '../../src/report/results.ts';
import { leaderboardSection } from '../../src/report/sections/leaderboard.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { sampleConfig } from '../../src/space/sample.ts';
import { createSpace } from '../../src/space/space.ts';
import type { TrialRecord } from '../../src/study/study.ts';
import { results, searchTrial } from './fixtures.ts';

/** A search of two metrics, of which so many configs are the front: none is better than the others in both. */
function ofFront(front: number, others: number): Results {
  const trials = Array.from({ length: front + others }, (_, i) => {
    const metrics =
      i < front ? { val_accuracy: 0.5 + i / 1000, latency: 10 + i } : { val_accuracy: 0.1, latency: 1000 };
    const { config } = searchTrial(i);
    return searchTrial(i, {
      config: { ...config, learning_rate: 0.001 + i / 1e5 },
      score: metrics.val_accuracy,
      metrics,
      reports: [{ step: 30, metrics }],
    });
  });
  const { verdict: _, ...plain } = results;
  return {
    ...plain,
    study: {
      ...results.study,
      metric: { name: 'val_accuracy', goal: 'maximize' },
      more: [{ name: 'latency', goal: 'minimize', use: 'last' }],
      trials,
    },
  };
}

const plain = { colour: false, width: 120 };
const firsts = (text: string) => text.split('\n').filter((line) => /^ +1 /.test(line)).length;

test('a front is shown whole, if it is not much longer than the leaderboard', () => {
  const shown = renderTerminal(ofFront(13, 30), plain);
  expect(shown).toContain('of the 13 configs on the front');
  expect(firsts(shown)).toBe(13);
  expect(shown).toContain('And 30 further trials.');
});

test('of a long front it is said how many are left out', () => {
  const long = ofFront(40, 30);
  const shown = renderTerminal(long, plain);
  // What ships is of the front, too, and shown wherever it stands.
  expect(firsts(shown)).toBe(20 + 1);
  expect(shown.replace(/\s+/g, ' ')).toContain('And 49 further trials, 19 of them on the front.');
  const options = { top: 10, rest: false, columns: 8 };
  expect(leaderboardSection(long, leaderboard(long), options).join('\n')).toContain(
    'And 49 further trials, 19 of them on the front.',
  );
});

test('a search of one metric has no front to show', () => {
  const { rows } = leaderboard(results);
  expect(splitRows(rows, 3).shown.length).toBeLessThanOrEqual(5);
});

test('where not all parameters fit, those that decide most are shown', () => {
  const paths = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'];
  const space = createSpace(
    Object.fromEntries(paths.map((path) => [path, { type: 'float', min: 0, max: 1 }])),
  );
  const stream = randomStream(3, 'board');
  const trials = Array.from({ length: 60 }, (_, i): TrialRecord => {
    const config = sampleConfig(space, stream);
    const score = 1 - (Number(config['zeta']) - 0.5) ** 2 - (Number(config['beta']) - 0.3) ** 2 / 4;
    return {
      ...searchTrial(i),
      config,
      score,
      metrics: { val_accuracy: score },
      reports: [{ step: 30, metrics: { val_accuracy: score } }],
    };
  });
  const { verdict: _, ...plainResults } = results;
  const searched: Results = { ...plainResults, space, study: { ...results.study, trials } };
  const header = (width: number) =>
    renderTerminal(searched, { colour: false, width })
      .split('\n')
      .find((line) => line.startsWith('rank'))!
      .split(/ {2,}/)
      .filter((title) => paths.includes(title));
  expect(header(200)).toEqual(paths);
  expect(header(70)).toEqual(['beta', 'zeta']);
  // With too few trials to know they are the first ones.
  const few = { ...searched, study: { ...searched.study, trials: trials.slice(0, 12) } };
  const [, ...rest] = renderTerminal(few, { colour: false, width: 70 }).split('\nrank');
  expect(rest.join().split('\n')[0]).toMatch(/ alpha +epochs/);
});
