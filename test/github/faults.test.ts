import { expect, test } from 'vitest';
import { type FaultName, runOnce, scenarioNames } from './faults.ts';
import { temporaryFolder } from './git-fixture.ts';

// A part of the campaign; `npm run test:faults` makes all of it.
const kinds: readonly FaultName[] = ['lost', 'half', 'forbidden', 'away for good'];

// One for all: @actions/core keeps to the first summary file that it has seen.
const folder = temporaryFolder();

test.each(scenarioNames)('%s: each request fails in several ways', async (name) => {
  const plain = await runOnce(name, folder);
  expect(plain.wrong).toEqual([]);
  expect(plain.requests).toBeGreaterThan(1);
  // A handful of requests a run: GitHub allows a repository a thousand an hour.
  expect(plain.requests).toBeLessThan(12);
  const wrong: string[] = [];
  for (const kind of kinds)
    for (let at = 0; at < plain.requests; at++)
      for (const text of (await runOnce(name, folder, { at, kind })).wrong)
        wrong.push(`${kind} at ${at}: ${text}`);
  expect(wrong).toEqual([]);
});
