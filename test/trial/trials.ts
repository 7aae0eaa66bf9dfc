import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Config } from '../../src/space/parameter.ts';
import type { CommandTrial } from '../../src/spec/spec.ts';
import { createTrialRunner, type RunnerOptions } from '../../src/trial/runner.ts';
import type { Report, TrialOutcome, TrialRequest } from '../../src/trial/trial.ts';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-trial-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The options of a runner whose configs are as flat for the trial as they are for us. */
export function runnerOptions(cwd: string, env: NodeJS.ProcessEnv = process.env): RunnerOptions {
  return {
    cwd,
    env,
    hostPath: path.join(import.meta.dirname, 'fixtures', 'host.mjs'),
    node: process.execPath,
    nest: (config) => ({ ...config }),
  };
}

export function request(folder: string, changes: Partial<TrialRequest> = {}): TrialRequest {
  return {
    trial: 1,
    config: {},
    seed: 7,
    metric: 'loss',
    folder: path.join(folder, 'trial-1'),
    checkpoints: path.join(folder, 'checkpoints-1'),
    signal: new AbortController().signal,
    onReport: () => 'continue',
    ...changes,
  };
}

export interface CommandRun {
  readonly outcome: TrialOutcome;
  readonly reports: readonly Report[];
  readonly folder: string;
  /** The content of a file of the trial. */
  readonly read: (name: string) => string;
}

export interface CommandChanges extends Partial<CommandTrial> {
  readonly config?: Config;
  readonly hostEnv?: NodeJS.ProcessEnv;
  readonly request?: Partial<TrialRequest>;
  readonly cwd?: string;
}

export function commandTrial(run: CommandTrial['run'], changes: Partial<CommandTrial> = {}): CommandTrial {
  return {
    run,
    shell: typeof run === 'string',
    stdout: [],
    env: {},
    passEnv: [],
    grace: 3000,
    output: 2 ** 20,
    ...changes,
  };
}

/** Runs a command as one trial. */
export async function runCommand(
  run: CommandTrial['run'],
  { config = {}, hostEnv = process.env, request: asked = {}, cwd, ...trial }: CommandChanges = {},
): Promise<CommandRun> {
  const folder = temporaryFolder();
  const reports: Report[] = [];
  const runner = createTrialRunner(commandTrial(run, trial), runnerOptions(cwd ?? folder, hostEnv));
  const wanted = request(folder, {
    config,
    ...asked,
    onReport: (report) => {
      reports.push(report);
      return asked.onReport?.(report) ?? 'continue';
    },
  });
  const outcome = await runner.run(wanted);
  await runner.close();
  return {
    outcome,
    reports,
    folder,
    read: (name) => readFileSync(path.join(wanted.folder, name), 'utf8'),
  };
}

/** Runs a script of Node's as one trial. `report(object)` appends to the metrics file. */
export function runScript(script: string, changes: CommandChanges = {}): Promise<CommandRun> {
  return runCommand([process.execPath, '-e', literal(`${prelude}${script}`)], changes);
}

/** A text as an argument without placeholders. */
export function literal(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}

export const prelude = `
const fs = require('node:fs');
const metrics = process.env.TUNEGATE_METRICS;
const report = (value) => fs.appendFileSync(metrics, JSON.stringify(value) + '\\n');
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
`;

/** Whether a process runs. What has ended but was not reaped yet does not. */
export function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/\) [ZX] /.test(stat);
  } catch {
    return false;
  }
}

/** Waits until something holds; the test's own time limit ends it otherwise. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

export function failure(outcome: TrialOutcome): { readonly reason: string; readonly message: string } {
  if (outcome.state !== 'failed') throw new Error(`the trial ended as ${outcome.state}:\n${outcome.tail}`);
  return { reason: outcome.reason, message: outcome.message };
}
