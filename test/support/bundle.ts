import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { onTestFinished } from 'vitest';

/**
 * Bundles a TypeScript entry with all that it imports into one file that any supported Node can run, in a folder that
 * is gone after the test. Resolves to the file's path. For tests that need a process of ours to kill.
 */
export async function bundle(entry: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-bundle-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, `${path.basename(entry, '.ts')}.mjs`);
  const bundled = await rolldown({ input: entry, platform: 'node', logLevel: 'silent' });
  await bundled.write({ file, format: 'esm', codeSplitting: false });
  await bundled.close();
  return file;
}
