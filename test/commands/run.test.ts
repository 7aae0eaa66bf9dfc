import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type RunFlags, run } from '../../src/commands/run.ts';

test.each([
  ['{ max-drop: 0 }', false, '--base v1 does not go with --no-gate: nothing would be compared'],
  ['false', true, 'it turns the gate off (gate: false), so nothing would be compared'],
])(
  'a base that nothing would be compared with is refused before any training: gate %s',
  async (gate, on, why) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-base-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const config = path.join(folder, 'tune.yml');
    writeFileSync(
      config,
      `name: toy\ntrial: { run: [train] }\nmetric: { name: loss, goal: minimize }\nbudget: { trials: 3 }\nparams: { x: { type: bool, default: true } }\ngate: ${gate}\n`,
    );
    const flags: RunFlags = { config, base: 'v1', gate: on };
    await expect(run(flags, { host: '', startedAt: 0 } as never)).rejects.toThrow(why);
    expect(readdirSync(folder)).toEqual(['tune.yml']);
  },
);
