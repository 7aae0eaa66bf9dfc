import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ask, tell } from '../../src/ask-tell/commands.ts';
import { type ReportFlags, report } from '../../src/commands/report.ts';

test('that the spec has changed since the study is said once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const config = path.join(folder, 'tune.yml');
  const spec = (goal: string) => `name: bowl
metric: { name: loss, goal: ${goal} }
params: { x: { type: float, min: 0, max: 1 } }
`;
  writeFileSync(config, spec('minimize'));
  await ask({ config }, () => {});
  await tell(0, ['0.4'], { config }, () => {});
  writeFileSync(config, spec('maximize'));

  const output = path.join(folder, 'report');
  /** How often a report says so, and how often standard error does. */
  const said = async (flags: Pick<ReportFlags, 'format' | 'output'>) => {
    const written = { stdout: '', stderr: '' };
    const spies = (['stdout', 'stderr'] as const).map((stream) =>
      vi.spyOn(process[stream], 'write').mockImplementation((text) => {
        written[stream] += String(text);
        return true;
      }),
    );
    await report({ config, ...flags }).finally(() => {
      for (const spy of spies) spy.mockRestore();
    });
    const shown = flags.output === undefined ? written.stdout : readFileSync(output, 'utf8');
    return [shown, written.stderr].map((text) => text.split('The spec has changed').length - 1);
  };
  expect(await said({ format: 'terminal' })).toEqual([1, 0]);
  expect(await said({ format: 'terminal', output })).toEqual([1, 1]);
  expect(await said({ format: 'markdown' })).toEqual([1, 1]);
  expect(await said({ format: 'csv' })).toEqual([0, 1]);
});
