import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bundle } from '../support/bundle.ts';
import { nodeOf } from '../support/nodes.ts';

test('every strategy proposes the same on Node 20, 22 and 24', async () => {
  const script = await bundle(path.join(import.meta.dirname, 'suggestions.ts'));
  const nodes = [20, 22, 24].flatMap((major) => nodeOf(major) ?? []);
  const said = nodes.map((node) => JSON.parse(execFileSync(node, [script], { encoding: 'utf8' })));
  // Versions that cannot be had are named on standard error.
  expect(said.length).toBeGreaterThan(0);
  for (const configs of Object.values(said[0])) expect((configs as unknown[]).length).toBeGreaterThan(10);
  for (const other of said.slice(1)) expect(other).toEqual(said[0]);
}, 240_000);
