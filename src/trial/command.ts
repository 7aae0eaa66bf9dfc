import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { closest, distance } from 'fastest-levenshtein';
import type { CommandTrial } from '../spec/spec.ts';
import { keepFile, keepFolder } from '../storage.ts';
import { ChildOutput } from './child-output.ts';
import { parameterVariables, trialEnvironment } from './environment.ts';
import { countOomKills, divergence, exitFailure, type Failure, missingMetric } from './failure.ts';
import { type LimitWatch, watchLimits } from './limits.ts';
import { endMarked } from './marked-processes.ts';
import { passedSecrets } from './mask.ts';
import { followMetricFile, type MetricFollower } from './metric-files.ts';
import { MetricsTail } from './metrics-tail.ts';
import { OutputLog } from './output-log.ts';
import { type Hurry, patienceOf } from './patience.ts';
import { expandArguments } from './placeholders.ts';
import { endGroup, groupIsAlive } from './process-group.ts';
import { Lines, matchPatterns, type Parsed } from './report-lines.ts';
import type { Report, TrialOutcome, TrialRequest, TrialRunner } from './trial.ts';
import { watch, within } from './watch.ts';

export interface CommandOptions {
  /** Folder that commands run in. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** What is left of the grace of a spec. */
  readonly hurry?: Hurry;
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

/** How often the metrics file is looked at. */
const pollMs = 50;
/** How often files that the command writes by itself are. */
const pollOthersMs = 200;

type End = 'completed' | 'stopped' | 'interrupted' | Failure;
type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

class CommandRun {
  readonly #trial: CommandTrial;
  readonly #options: CommandOptions;
  readonly #request: TrialRequest;
  readonly #files: {
    readonly config: string;
    readonly metrics: string;
    readonly output: string;
    /** Exists once the trial should end: for processes that the signal does not reach. */
    readonly stop: string;
  };
  readonly #metrics: MetricsTail;
  /** Files that the program writes by itself. */
  #others: readonly MetricFollower[] = [];
  readonly #patterns: readonly RegExp[];
  readonly #printed = new Lines();
  readonly #seen = new Set<string>();
  #reports = 0;
  #limits: LimitWatch | undefined;
  /** What ends the trial, whatever its program does: the first thing that did. */
  #verdict: Exclude<End, 'completed'> | undefined;
  /** `onReport` has thrown: an error of ours, not of the trial. */
  #defect: { readonly error: unknown } | undefined;
  #onVerdict: () => void = () => {};

  constructor(trial: CommandTrial, options: CommandOptions, request: TrialRequest) {
    this.#trial = trial;
    this.#options = options;
    this.#request = request;
    const file = (name: string) => path.join(request.folder, name);
    this.#files = {
      config: file('config.json'),
      metrics: file('metrics.jsonl'),
      output: file('output.log'),
      stop: file('stop'),
    };
    this.#metrics = new MetricsTail(this.#files.metrics, request.metric);
    this.#patterns = trial.stdout.map((source) => new RegExp(source));
  }

  async run(): Promise<TrialOutcome> {
    const { folder, checkpoints, config, signal } = this.#request;
    keepFolder(folder);
    keepFolder(checkpoints);
    keepFile(this.#files.config, `${JSON.stringify(this.#options.nest(config), null, 2)}\n`);
    for (const left of [this.#files.metrics, this.#files.stop])
      rmSync(left, { recursive: true, force: true });
    const log = new OutputLog(
      this.#files.output,
      this.#trial.output,
      passedSecrets(this.#options.env, this.#trial),
    );
    const begun = performance.now();
    try {
      const end = signal.aborted ? 'interrupted' : await this.#execute(log);
      return {
        ...(typeof end === 'string' ? { state: end } : { state: 'failed', ...end }),
        durationMs: performance.now() - begun,
        tail: log.tail(),
        backend: 'command',
      };
    } finally {
      log.close();
    }
  }

  async #execute(log: OutputLog): Promise<End> {
    const oomKills = countOomKills();
    let child: ChildProcess;
    try {
      this.#others = this.#followOthers();
      child = this.#spawn();
    } catch (error) {
      return this.#spawnFailure(error as Error);
    }
    const output = new ChildOutput(child, (chunk, source) => {
      log.write(chunk);
      if (source === 'stdout' && this.#patterns.length > 0) this.#takeLines(this.#printed.push(chunk));
    });
    const exit = new Promise<Exit | Failure>((resolve) => {
      child.on('error', (error) => resolve(this.#spawnFailure(error)));
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    const end = await this.#awaitEnd(child, exit);
    if ('reason' in end) return this.#verdict ?? end;
    await output.drain();
    // A trial ends with its program: what that left running would disturb the next one.
    if (groupIsAlive(child.pid!)) {
      await endGroup(child.pid!, this.#trial.grace, this.#options.hurry);
      await output.drain();
    }
    await this.#endEscaped(child.pid!);
    output.destroy();
    if (this.#patterns.length > 0) this.#takeLines([this.#printed.rest()]);
    const failure = exitFailure(end.code, end.signal, log.tail(), oomKills);
    await this.#takeLastReports(failure !== undefined);
    if (this.#defect) throw this.#defect.error;
    if (this.#verdict) return this.#verdict;
    if (failure) return failure;
    const { metric } = this.#request;
    return this.#seen.has(metric) ? 'completed' : missingMetric(metric, this.#seen);
  }

  /** Follows the program until it has ended, by itself or because something else ends the trial. */
  async #awaitEnd(child: ChildProcess, exit: Promise<Exit | Failure>): Promise<Exit | Failure> {
    const decided = new Promise<void>((resolve) => {
      this.#onVerdict = resolve;
    });
    const { signal, timeout } = this.#request;
    const unwatch = watch(signal, timeout, (end) => this.#decide(end));
    this.#limits = watchLimits(child.pid, this.#trial, (failure) => this.#decide(failure));
    const poll = setInterval(() => this.#takeAll(this.#metrics.read(() => this.#reports)), pollMs);
    const pollOthers = setInterval(() => {
      for (const other of this.#others) this.#takeAll(other.read(() => this.#reports));
    }, pollOthersMs);
    try {
      // What comes after the program's end, be it an abort, does not undo it.
      const ended = await Promise.race([exit, decided]);
      if (ended) return ended;
    } finally {
      clearInterval(poll);
      clearInterval(pollOthers);
      unwatch();
      this.#limits.end();
    }
    if (child.pid !== undefined) {
      this.#askToStop();
      await endGroup(child.pid, this.#trial.grace, this.#options.hurry);
    }
    // One that hangs in the kernel cannot be awaited.
    return (await within(exit, 1000)) ? exit : { code: null, signal: 'SIGKILL' };
  }

  /** What has left the group of its trial, as daemons do, ends with it all the same. */
  async #endEscaped(leader: number): Promise<void> {
    // Elsewhere it takes a look at every process of the machine: that is done when the study ends.
    if (process.platform !== 'linux') return;
    const mark = { any: [`TUNEGATE_METRICS=${this.#files.metrics}`] };
    await endMarked(mark, patienceOf(this.#trial.grace, this.#options.hurry), leader);
  }

  #spawn() {
    const { config, seed, resource, trial, checkpoints } = this.#request;
    const { run, shell, env, passEnv } = this.#trial;
    const builtIn = this.#builtIn();
    const variables: Record<string, string> = {
      ...trialEnvironment(this.#options.env, passEnv, env),
      ...parameterVariables(config),
      TUNEGATE_CONFIG: this.#files.config,
      TUNEGATE_METRICS: this.#files.metrics,
      TUNEGATE_STOP: this.#files.stop,
      TUNEGATE_CHECKPOINT_DIR: checkpoints,
      TUNEGATE_SEED: String(seed),
      TUNEGATE_TRIAL: String(trial),
      ...(resource === undefined ? {} : { TUNEGATE_RESOURCE: String(resource) }),
    };
    const settings: SpawnOptions = {
      cwd: this.#options.cwd,
      env: variables,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    };
    if (typeof run === 'string') return spawn(run, { ...settings, shell });
    const [program] = expandArguments(run.slice(0, 1), config, builtIn);
    if (program === undefined || program === '')
      throw new Error(`${run[0]} names no program, as its parameter is not active in this trial`);
    return spawn(program, expandArguments(run, config, builtIn).slice(1), settings);
  }

  /** What placeholders stand for beside parameters. */
  #builtIn(): Record<string, string> {
    const { seed, resource, trial, checkpoints } = this.#request;
    return {
      seed: String(seed),
      trial: String(trial),
      ...(resource === undefined ? {} : { resource: String(resource) }),
      config: this.#files.config,
      metrics: this.#files.metrics,
      checkpoints,
    };
  }

  #followOthers(): MetricFollower[] {
    return (this.#trial.metrics ?? []).flatMap((source) => {
      const [file] = expandArguments([source.file], this.#request.config, this.#builtIn());
      return file === undefined ? [] : [followMetricFile(source, path.resolve(this.#options.cwd, file))];
    });
  }

  #askToStop(): void {
    try {
      writeFileSync(this.#files.stop, '');
    } catch {
      // A full disk: the signal says the same.
    }
  }

  #spawnFailure(error: Error): Failure {
    const { cwd, env } = this.#options;
    const searchPath = this.#trial.env['PATH'] ?? env['PATH'] ?? '';
    return { reason: 'spawn', message: spawnMessage(error, this.#trial.run, cwd, searchPath) };
  }

  #decide(verdict: 'stopped' | 'interrupted' | Failure): void {
    if (this.#verdict !== undefined) return;
    this.#verdict = verdict;
    this.#onVerdict();
  }

  /**
   * Takes what the program has reported just before its end: in portions, so that a flood of it holds up neither other
   * trials nor an interruption.
   *
   * @param torn the program did not end well
   */
  async #takeLastReports(torn: boolean): Promise<void> {
    for (let left = this.#metrics.looksLeft; left > 0 && !this.#verdict; left--) {
      this.#takeAll(this.#metrics.read(() => this.#reports));
      if (left === 1) break;
      await turn();
      if (this.#request.signal.aborted) this.#decide('interrupted');
    }
    if (!this.#verdict) this.#takeAll(this.#metrics.finish(() => this.#reports, torn));
    for (const other of this.#others) {
      if (this.#verdict) return;
      this.#takeAll(other.finish(() => this.#reports, torn));
    }
  }

  #takeLines(lines: readonly string[]): void {
    for (const line of lines) {
      const report = matchPatterns(this.#patterns, line, this.#reports);
      if (report) this.#take(report);
    }
  }

  #takeAll(items: Iterable<Parsed>): void {
    for (const item of items) {
      if (this.#verdict) return;
      if ('report' in item) this.#take(item.report);
      else this.#decide({ reason: 'malformed-report', message: item.problem });
    }
  }

  #take(report: Report): void {
    if (this.#verdict || Object.keys(report.metrics).length === 0) return;
    this.#reports++;
    this.#limits?.heard();
    for (const name of Object.keys(report.metrics)) this.#seen.add(name);
    let decision: 'continue' | 'stop';
    try {
      decision = this.#request.onReport(report);
    } catch (error) {
      this.#defect = { error };
      this.#decide('interrupted');
      return;
    }
    const diverged = divergence(report, this.#request.metric);
    if (diverged) this.#decide(diverged);
    else if (decision === 'stop') this.#decide('stopped');
  }
}

/** The program that was probably meant: `python3` for `python`, `python` for `pythn`. */
function suggestProgram(wanted: string, searchPath: string): string {
  const names = searchPath.split(path.delimiter).flatMap((folder) => {
    try {
      return readdirSync(folder);
    } catch {
      // PATH may name folders that do not exist.
      return [];
    }
  });
  if (names.length === 0) return '';
  const near = closest(wanted, names);
  return wanted.length > 2 && distance(wanted, near) === 1 ? `; did you mean ${JSON.stringify(near)}?` : '';
}

function spawnMessage(error: Error, run: CommandTrial['run'], cwd: string, searchPath: string): string {
  const { code } = error as NodeJS.ErrnoException;
  const program = typeof run === 'string' ? 'the shell' : JSON.stringify(run[0]);
  if (!existsSync(cwd)) return `the folder ${cwd}, in which ${program} should run, does not exist`;
  if (code === 'ENOENT' && /[\\/]/.test(program))
    return existsSync(path.resolve(cwd, String(run[0])))
      ? `program ${program} could not be started: the interpreter that its first line names (#!) does not exist`
      : `program ${program} does not exist in ${cwd}`;
  if (code === 'ENOENT')
    return `program ${program} not found on PATH${suggestProgram(String(run[0]), searchPath)}`;
  if (code === 'EACCES') return `program ${program} may not be executed: is it marked executable (chmod +x)?`;
  if (code === 'E2BIG') return `the arguments and variables for ${program} are too long for the system`;
  return `program ${program} could not be started: ${error.message}`;
}
