import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { explainError } from '../../src/commands/errors.ts';
import { type RunFlags, run } from '../../src/commands/run.ts';
import { studyFiles, studyFolder } from '../../src/session/study-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tunegate-run-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cancelling = ['SIGINT', 'SIGTERM'] as const;

const study = () => studyFolder(path.join(folder, '.tunegate'), 'tune.yml', 'bowl');

/** A search of three trials with a program; what it prints, without its colours, and how it ends. */
async function search(program: string, flags: Partial<RunFlags> = {}) {
  const config = path.join(folder, 'tune.yml');
  writeFileSync(path.join(folder, 'train.cjs'), program);
  writeFileSync(
    config,
    `name: bowl
trial: { run: [node, ${path.join(folder, 'train.cjs')}] }
metric: { name: loss, goal: minimize }
params: { x: { type: int, min: 1, max: 3, default: 1 } }
search: { confirm: false }
budget: { trials: 3, workers: 1 }
gate: false
`,
  );
  const listeners = cancelling.map((name) => [name, process.listeners(name)] as const);
  let out = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  // With JSON this is where progress goes.
  const quiet = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => void vi.restoreAllMocks());
  const host = { path: 'none', node: process.execPath };
  const entry = { host, startedAt: performance.now() };
  const end = await run({ config, gate: true, ...flags }, entry).catch(explainError);
  spy.mockRestore();
  quiet.mockRestore();
  // It listens until its process ends.
  for (const [name, before] of listeners)
    for (const listener of process.listeners(name))
      if (!before.includes(listener)) process.off(name, listener);
  return { out: stripVTControlCharacters(out), end };
}

const report = `
const { x } = JSON.parse(require('fs').readFileSync(process.env.TUNEGATE_CONFIG, 'utf8'));
require('fs').appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify({ loss: x }) + '\\n');
`;

test('a search of which nothing has completed in its time ends with exit code 1', async () => {
  const { out, end } = await search('setTimeout(() => {}, 60_000);', { time: 1500 });
  expect(out.replace(/\s+/g, ' ')).toContain(
    'The one trial of the search was not completed: the budget of time is spent.',
  );
  expect(end).toBe(1);
});

test('a search whose reports do not fit on the disk shows its leaderboard all the same', async () => {
  mkdirSync(study(), { recursive: true });
  const full = path.join(study(), studyFiles.html);
  symlinkSync('/dev/full', full);
  const { out, end } = await search(report);
  expect(out).toContain('the search is done');
  expect(out).not.toContain('Reports: ');
  expect(end).toEqual({
    text: `${full} cannot be written: ENOSPC: no space left on device. Make room there. Every trial is in the journal: \`tunegate report\` shows them again, and writes to another place with --output.`,
    exitCode: 1,
  });
});

test('the same with JSON', async () => {
  mkdirSync(study(), { recursive: true });
  symlinkSync('/dev/full', path.join(study(), studyFiles.csv));
  const { out, end } = await search(report, { json: true });
  expect(JSON.parse(out)).toMatchObject({ best: { trial: 0 } });
  expect(end).toMatchObject({ exitCode: 1 });
});

test('where the files of the next trial cannot be written, what has finished is not lost', async () => {
  const trials = path.join(study(), 'trials');
  const { out, end } = await search(
    `${report}
if (process.env.TUNEGATE_TRIAL === '1') {
  require('fs').rmSync(${JSON.stringify(trials)}, { recursive: true });
  require('fs').writeFileSync(${JSON.stringify(trials)}, '');
}`,
  );
  expect(out).toContain('Trial #0 completed');
  expect(end).toEqual({
    text: `${path.join(trials, '2')} cannot be written: ENOTDIR: not a directory. Move away the file that stands where a folder has to be. What has finished is in the journal: \`tunegate report\` shows it, and running again goes on from there.`,
    exitCode: 1,
  });
});

test.each([
  ['{ max-drop: 0 }', false, '--base v1 does not go with --no-gate: nothing would be compared'],
  ['false', true, 'it turns the gate off (gate: false), so nothing would be compared'],
])(
  'a base that nothing would be compared with is refused before any training: gate %s',
  async (gate, on, why) => {
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
