import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { builtCommandLine } from '../support/built-host.ts';

// Each example as its own README says, with less to spend.

const root = path.join(import.meta.dirname, '..', '..');
const venv = execFileSync(path.join(root, 'scripts', 'python-frameworks'), { encoding: 'utf8' }).trim();

for (const [example, trials] of [
  ['pytorch', 6],
  ['lightgbm', 4],
  ['sklearn', 4],
  ['keras-tuner-tutorial', 3],
] as const)
  test(`examples/${example} runs`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-example-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(path.join(root, 'examples'), folder, { recursive: true });
    const readme = readFileSync(path.join(folder, example, 'README.md'), 'utf8');
    expect(readme).toContain('run --config tune.yml');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        await builtCommandLine(),
        'run',
        '--config',
        'tune.yml',
        '--trials',
        String(trials),
        '--no-gate',
        '--workers',
        '1',
      ],
      {
        cwd: path.join(folder, example),
        encoding: 'utf8',
        env: {
          ...process.env,
          PATH: `${path.join(venv, 'bin')}${path.delimiter}${process.env['PATH']}`,
          KERAS_BACKEND: 'jax',
          CI: 'true',
        },
      },
    );
    expect(status, `${stdout}\n${stderr}`).toBe(0);
    const results = (readdirSync(path.join(folder, example), { recursive: true }) as string[]).find((name) =>
      name.endsWith('results.json'),
    )!;
    const found = JSON.parse(readFileSync(path.join(folder, example, results), 'utf8'));
    expect(found.best, stdout).not.toBeNull();
    expect(
      found.trials.filter(({ state }: { state: string }) => state === 'failed'),
      stdout,
    ).toEqual([]);
  });
