import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandTrial } from '../spec/spec.ts';
import { parameterVariables, trialEnvironment } from './environment.ts';
import {
  countOomKills,
  exitFailure,
  type Failure,
  missingMetric,
  notFiniteMetric,
  timeoutFailure,
} from './failure.ts';
import { OutputLog } from './output-log.ts';
import { expandArguments } from './placeholders.ts';
import { endGroup, groupIsAlive } from './process-group.ts';
import { Lines, matchPatterns, parseReportLine, toReport } from './report-lines.ts';
import type { Report, TrialOutcome, TrialRequest, TrialRunner } from './trial.ts';

export interface CommandOptions {
  /** Folder that commands run in. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The nested form of a config, for the file. */
  readonly nest: (config: TrialRequest['config']) => Record<string, unknown>;
}

/** Runs a command for each trial: config in by file, variables and arguments; metrics out by file or pattern. */
export function commandRunner(trial: CommandTrial, options: CommandOptions): TrialRunner {
  return {
    backend: 'command',
    run: (request) => new CommandRun(trial, options, request).run(),
    close: async () => {},
  };
}

const pollMs = 50;
/** How long the output of a program that has ended is waited for: a process that it left behind may hold the pipe. */
const drainMs = 250;

class CommandRun {
  readonly #trial: CommandTrial;
  readonly #options: CommandOptions;
  readonly #request: TrialRequest;
  readonly #files: { readonly config: string; readonly metrics: string; readonly output: string };
  readonly #seen = new Set<string>();
  #reports = 0;
  /** What ended the trial before its program did, the first of them. */
  #verdict: 'stopped' | 'interrupted' | Failure | undefined;
  #onVerdict: () => void = () => {};

  constructor(trial: CommandTrial, options: CommandOptions, request: TrialRequest) {
    this.#trial = trial;
    this.#options = options;
    this.#request = request;
    const file = (name: string) => path.join(request.folder, name);
    this.#files = { config: file('config.json'), metrics: file('metrics.jsonl'), output: file('output.log') };
  }

  async run(): Promise<TrialOutcome> {
    const { folder, checkpoints, config, signal } = this.#request;
    mkdirSync(folder, { recursive: true });
    mkdirSync(checkpoints, { recursive: true });
    writeFileSync(this.#files.config, `${JSON.stringify(this.#options.nest(config), null, 2)}\n`);
    rmSync(this.#files.metrics, { force: true });
    const log = new OutputLog(this.#files.output, this.#trial.output);
    const begun = performance.now();
    try {
      const end = signal.aborted ? 'interrupted' : await this.#execute(log);
      return {
        ...this.#outcome(end),
        durationMs: performance.now() - begun,
        tail: log.tail(),
        backend: 'command',
      };
    } finally {
      log.close();
    }
  }

  #outcome(end: 'completed' | 'stopped' | 'interrupted' | Failure) {
    return typeof end === 'string' ? { state: end } : { state: 'failed' as const, ...end };
  }

  async #execute(log: OutputLog): Promise<'completed' | 'stopped' | 'interrupted' | Failure> {
    const { signal, timeout } = this.#request;
    const oomKills = countOomKills();
    const child = this.#spawn();
    const patterns = this.#trial.stdout.map((source) => new RegExp(source));
    const lines = new Lines();
    const takeLines = (texts: readonly string[]) => {
      for (const line of texts) {
        const report = matchPatterns(patterns, line, this.#reports);
        if (report) this.#take(report);
      }
    };
    child.stdout?.on('data', (chunk: Buffer) => {
      log.write(chunk);
      if (patterns.length > 0) takeLines(lines.push(chunk));
    });
    child.stderr?.on('data', (chunk: Buffer) => log.write(chunk));
    const drained = Promise.all(
      [child.stdout, child.stderr].map((stream) => new Promise((resolve) => stream?.once('close', resolve))),
    );
    const exit = new Promise<{ code: number | null; signal: NodeJS.Signals | null } | Failure>((resolve) => {
      child.once('error', (error) => resolve(this.#spawnFailure(error)));
      child.once('exit', (code, killed) => resolve({ code, signal: killed }));
    });

    const abort = () => this.#decide('interrupted');
    signal.addEventListener('abort', abort, { once: true });
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => this.#decide(timeoutFailure(timeout)), Math.min(timeout, 2 ** 31 - 1));
    const decided = new Promise<void>((resolve) => {
      this.#onVerdict = resolve;
      if (this.#verdict) resolve();
    });
    const tail = new MetricsTail(this.#files.metrics);
    const poll = setInterval(() => this.#readMetrics(tail), pollMs);
    try {
      await Promise.race([exit, decided]);
      const { pid } = child;
      if (this.#verdict && pid !== undefined) await endGroup(pid, this.#trial.grace);
      const ended = await Promise.race([
        exit,
        sleep(this.#verdict ? 1000 : 2 ** 31 - 1, undefined, { ref: false }),
      ]);
      await Promise.race([drained, sleep(drainMs)]);
      // A trial ends with its program: what that left running would disturb the next one.
      if (pid !== undefined && groupIsAlive(pid)) await endGroup(pid, this.#trial.grace);
      child.stdout?.destroy();
      child.stderr?.destroy();
      if (patterns.length > 0) takeLines([lines.rest()]);
      if (!this.#verdict) this.#readMetrics(tail, true);
      if (this.#verdict) return this.#verdict;
      if (!ended || 'reason' in ended) return ended ?? 'completed';
      const failure = exitFailure(ended.code, ended.signal, log.tail(), oomKills);
      if (failure) return failure;
      return this.#seen.has(this.#request.metric)
        ? 'completed'
        : missingMetric(this.#request.metric, this.#seen);
    } finally {
      clearInterval(poll);
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
  }

  #spawn() {
    const { config, seed, resource, trial, checkpoints } = this.#request;
    const { run, shell, env, passEnv } = this.#trial;
    const numbers = {
      seed: String(seed),
      trial: String(trial),
      ...(resource === undefined ? {} : { resource: String(resource) }),
    };
    const variables: Record<string, string> = {
      ...trialEnvironment(this.#options.env, passEnv, env),
      ...parameterVariables(config),
      TUNEGATE_CONFIG: this.#files.config,
      TUNEGATE_METRICS: this.#files.metrics,
      TUNEGATE_CHECKPOINT_DIR: checkpoints,
      TUNEGATE_SEED: numbers.seed,
      TUNEGATE_TRIAL: numbers.trial,
      ...(numbers.resource === undefined ? {} : { TUNEGATE_RESOURCE: numbers.resource }),
    };
    const settings = {
      cwd: this.#options.cwd,
      env: variables,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    } as const;
    if (typeof run === 'string') return spawn(run, { ...settings, stdio: ['ignore', 'pipe', 'pipe'], shell });
    const [program = '', ...args] = expandArguments(run, config, {
      ...numbers,
      config: this.#files.config,
      metrics: this.#files.metrics,
      checkpoints,
    });
    return spawn(program, args, { ...settings, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  #spawnFailure(error: Error): Failure {
    const { code } = error as NodeJS.ErrnoException;
    const { run } = this.#trial;
    const program = typeof run === 'string' ? 'the shell' : JSON.stringify(run[0]);
    if (code === 'ENOENT')
      return {
        reason: 'spawn',
        message: `program ${program} not found on PATH (or the folder ${this.#options.cwd} is gone)`,
      };
    if (code === 'EACCES')
      return { reason: 'spawn', message: `program ${program} may not be executed: is it marked executable?` };
    if (code === 'E2BIG')
      return { reason: 'spawn', message: `the arguments and variables for ${program} are too long` };
    return { reason: 'spawn', message: `program ${program} could not be started: ${error.message}` };
  }

  #decide(verdict: 'stopped' | 'interrupted' | Failure): void {
    if (this.#verdict !== undefined) return;
    this.#verdict = verdict;
    this.#onVerdict();
  }

  #take(report: Report): void {
    if (this.#verdict) return;
    this.#reports++;
    for (const name of Object.keys(report.metrics)) this.#seen.add(name);
    const value = report.metrics[this.#request.metric];
    if (this.#request.onReport(report) === 'stop') this.#decide('stopped');
    if (value !== undefined && !Number.isFinite(value))
      this.#decide(notFiniteMetric(this.#request.metric, value, report.step));
  }

  #readMetrics(tail: MetricsTail, ended = false): void {
    for (const { line, number } of ended ? tail.finish() : tail.read()) {
      if (this.#verdict) return;
      if (line.trim() === '') continue;
      const parsed = parseReportLine(line, this.#reports);
      if ('report' in parsed) this.#take(parsed.report);
      else
        this.#decide({
          reason: 'malformed-report',
          message: `line ${number} of the metrics file is ${parsed.problem}; each line is an object such as {"step": 1, "${this.#request.metric}": 0.5}`,
        });
    }
    if (ended && tail.document !== undefined) {
      const parsed = toReport(tail.document, this.#reports);
      if ('report' in parsed) this.#take(parsed.report);
    }
  }
}

/** Follows a file that grows by lines, and copes with one that is replaced, truncated, or written as one JSON document. */
class MetricsTail {
  readonly #file: string;
  #lines = new Lines();
  #offset = 0;
  #number = 0;
  /** Everything read, while it may be one pretty-printed document. */
  #whole: string | undefined;
  /** The document, once the file has turned out to be one. */
  document: unknown;

  constructor(file: string) {
    this.#file = file;
  }

  read(): { readonly line: string; readonly number: number }[] {
    const found: { line: string; number: number }[] = [];
    for (const line of this.#newLines()) {
      this.#number++;
      if (this.#number === 1 && /^\s*[{[]\s*$/.test(line)) this.#whole = '';
      if (this.#whole === undefined) found.push({ line, number: this.#number });
      else this.#whole += `${line}\n`;
    }
    return found;
  }

  /** What is left when nothing more will come: also a last line without its end. */
  finish(): { readonly line: string; readonly number: number }[] {
    const found = this.read();
    const rest = this.#lines.rest();
    if (this.#whole === undefined)
      return rest.trim() === '' ? found : [...found, { line: rest, number: this.#number + 1 }];
    const text = this.#whole + rest;
    try {
      this.document = JSON.parse(text);
      return found;
    } catch {
      // Not a document after all: then its first line is what is wrong.
      return [{ line: text.split('\n')[0] ?? '', number: 1 }];
    }
  }

  #newLines(): string[] {
    let size: number;
    try {
      size = statSync(this.#file).size;
    } catch {
      return [];
    }
    if (size < this.#offset) {
      this.#offset = 0;
      this.#lines = new Lines();
      this.#number = 0;
    }
    const lines: string[] = [];
    const file = openSync(this.#file, 'r');
    try {
      const chunk = Buffer.alloc(64 * 1024);
      for (;;) {
        const length = readSync(file, chunk, 0, chunk.length, this.#offset);
        if (length === 0) return lines;
        this.#offset += length;
        lines.push(...this.#lines.push(chunk.subarray(0, length)));
      }
    } finally {
      closeSync(file);
    }
  }
}
