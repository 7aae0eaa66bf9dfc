import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { builtCommandLine } from '../support/built-host.ts';

/** A whole study of a program that does its worst, in a process of its own, and what it left behind. */

export interface Trial {
  readonly role: string;
  readonly trial: number;
  readonly state: string;
  readonly reason?: string;
  readonly message?: string;
  readonly tail?: string;
  readonly score?: number;
}

export interface Tortured {
  readonly code: number | null;
  readonly out: string;
  /** How long the process of the study lived, milliseconds. */
  readonly wallMs: number;
  /** Most resident memory of the process of the study, bytes. */
  readonly peakBytes: number;
  readonly stop: { readonly reason: string; readonly detail: string } | undefined;
  readonly trials: readonly Trial[];
  readonly notices: readonly string[];
  /** The whole report as a page. */
  readonly page: string;
  readonly folder: string;
}

export interface Torture {
  readonly files: Readonly<Record<string, string>>;
  /** What `trial:` is, as YAML in one line. */
  readonly trial: string;
  /** Budget of time in seconds. */
  readonly seconds: number;
  readonly budget?: string;
  /** Any other lines of the spec. */
  readonly more?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: readonly string[];
  readonly folder?: string;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-torture-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the study, and checks what must hold for each: it ends in time, and no process of it is left. */
export async function torture(given: Torture): Promise<Tortured> {
  const { files, trial, seconds, budget = 'trials: 4', more = '', env = {}, node = [] } = given;
  const folder = given.folder ?? temporaryFolder();
  const spec = `name: torture
trial: ${trial}
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1, default: 0.5 } }
search: { strategy: random, seed: 3, confirm: false }
budget: { time: ${seconds}s, workers: 2, ${budget} }
gate: false
${more}`;
  for (const [name, text] of Object.entries({ ...files, 'tune.yml': spec })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const cli = await builtCommandLine();
  const mark = `TORTURE=${randomUUID()}`;
  const begun = performance.now();
  const child = spawn(process.execPath, [...node, cli, 'run', '--fresh'], {
    cwd: folder,
    env: { ...process.env, CI: 'true', NO_COLOR: '1', ...env, TORTURE: mark.slice('TORTURE='.length) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let peakBytes = 0;
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (out += chunk));
  const look = setInterval(() => {
    peakBytes = Math.max(peakBytes, peakOf(child.pid!));
  }, 50);
  const code = await new Promise<number | null>((resolve) => child.once('exit', (exit) => resolve(exit)));
  const wallMs = performance.now() - begun;
  clearInterval(look);
  const left = processesWith(mark);
  for (const pid of left) process.kill(pid, 'SIGKILL');
  expect(left, `processes are left:\n${out}`).toEqual([]);
  expect(wallMs, `took ${Math.round(wallMs)} ms of ${seconds} s:\n${out}`).toBeLessThan(
    seconds * 1000 + Math.max(1000, seconds * 10),
  );
  const results = (readdirSync(folder, { recursive: true }) as string[]).find((name) =>
    /studies[\\/][^\\/]+[\\/]results\.json$/.test(name),
  );
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const json = results === undefined ? undefined : JSON.parse(read(results));
  return {
    code,
    out,
    wallMs,
    peakBytes,
    stop: json?.study.stop ?? undefined,
    trials: json?.trials ?? [],
    notices: json?.notices ?? [],
    page: results === undefined ? '' : read(path.join(path.dirname(results), 'report.html')),
    folder,
  };
}

/** The reasons of a study's search trials, each once. */
export function reasons({ trials }: Tortured): readonly string[] {
  return [...new Set(trials.map(({ state, reason }) => (reason ? `${state}: ${reason}` : state)))].sort();
}

function processesWith(mark: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/environ`, 'utf8').split('\0').includes(mark);
      } catch {
        return false;
      }
    })
    .map(Number);
}

function peakOf(pid: number): number {
  try {
    return 1024 * Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** What a command trial in Node begins with. */
export const prelude = `
const fs = require('node:fs');
const { spawn } = require('node:child_process');
const report = (value) => fs.appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify(value) + '\\n');
const forever = 'setInterval(() => {}, 1000)';
`;
