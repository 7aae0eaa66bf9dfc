import { spawn } from 'node:child_process';
import path from 'node:path';
import type { TrialSpec } from '../spec/spec.ts';
import { keepFolder } from '../storage.ts';
import { ChildOutput } from './child-output.ts';
import { trialEnvironment } from './environment.ts';
import { passedSecrets } from './mask.ts';
import { OutputLog } from './output-log.ts';
import { endGroup } from './process-group.ts';

export interface SetupOptions {
  /** Program and arguments; a single text is a line for the shell. */
  readonly command: string | readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** What the spec adds to the environment of trials, and lets through. */
  readonly trial: Pick<TrialSpec, 'env' | 'passEnv'>;
  /** Where its output is kept. */
  readonly log: string;
  readonly signal: AbortSignal;
  /** Milliseconds that it may take; absent: as long as it takes. */
  readonly timeoutMs?: number;
}

/** How a setup ended; `failed` with why and the last lines of its output. */
export type SetupEnd =
  | { readonly state: 'done' | 'cancelled' | 'timeout' }
  | { readonly state: 'failed'; readonly message: string; readonly tail: string };

const outputCap = 2 ** 20;

/** Runs what installs the dependencies of a checkout, in a process group of its own and without the secrets of this run. */
export async function runSetup(options: SetupOptions): Promise<SetupEnd> {
  const { command, cwd, env, trial, signal, timeoutMs } = options;
  if (signal.aborted) return { state: 'cancelled' };
  keepFolder(path.dirname(options.log));
  const log = new OutputLog(options.log, outputCap, passedSecrets(env, trial));
  const [program = '', ...args] = typeof command === 'string' ? [command] : command;
  const child = spawn(program, args, {
    cwd,
    env: trialEnvironment(env, trial.passEnv, trial.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: typeof command === 'string',
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const output = new ChildOutput(child, (chunk) => log.write(chunk));
  let stopped: 'cancelled' | 'timeout' | undefined;
  const stop = (why: 'cancelled' | 'timeout') => {
    stopped ??= why;
    if (child.pid !== undefined) void endGroup(child.pid, 2000);
  };
  const cancel = () => stop('cancelled');
  signal.addEventListener('abort', cancel, { once: true });
  const timer =
    timeoutMs === undefined ? undefined : setTimeout(() => stop('timeout'), Math.max(0, timeoutMs));
  try {
    const end = await new Promise<string | undefined>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, of) =>
        resolve(code === 0 ? undefined : of ? `it was ended by ${of}` : `exit code ${code}`),
      );
    });
    if (child.pid !== undefined) await endGroup(child.pid, 2000);
    await output.drain();
    output.destroy();
    if (stopped) return { state: stopped };
    return end === undefined ? { state: 'done' } : { state: 'failed', message: end, tail: log.tail() };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
    log.close();
  }
}
