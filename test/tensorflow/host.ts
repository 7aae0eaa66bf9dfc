import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Config } from '../../src/space/parameter.ts';
import type { FromHost, ToHost } from '../../src/trial/protocol.ts';
import { builtHost } from '../support/built-host.ts';

type Of<Type extends FromHost['type']> = Extract<FromHost, { type: Type }>;
export type Report = Of<'report'>;

/** What a trial said and how it ended. */
export interface Trial {
  readonly reports: readonly Report[];
  readonly end: Of<'done'> | Of<'failed'>;
}

export interface RunOptions {
  readonly config?: Config;
  readonly tree?: Readonly<Record<string, unknown>>;
  readonly seed?: number;
  readonly epochs?: number;
  readonly metric?: string;
  readonly furtherMetrics?: readonly string[];
  readonly stopAt?: number;
  readonly checkpoints?: string;
  readonly pauses?: boolean;
  readonly leavesWeights?: boolean;
  readonly parent?: Extract<ToHost, { type: 'run' }>['parent'];
}

/** A folder that is gone after the test, with files of the given content. */
export function workspace(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-host-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** A real trial host, spoken to over its real channel. `TUNEGATE_TEST_NODE` names another Node to run it on. */
export class Host {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  output = '';
  #handlers: ((message: FromHost) => void)[] = [];
  #trials = 0;

  private constructor(hostPath: string, cwd: string, env: NodeJS.ProcessEnv, node: string) {
    this.child = fork(hostPath, [], {
      cwd,
      silent: true,
      // One thread, as with a trial for each core, unless a test wants more.
      env: { ...process.env, OMP_NUM_THREADS: '1', ...env },
      execPath: node,
      // As the trial runner starts it.
      execArgv: ['--enable-source-maps'],
    });
    this.child.stdout!.on('data', (data) => {
      this.output += data;
    });
    this.child.stderr!.on('data', (data) => {
      this.output += data;
    });
    this.child.on('message', (message: FromHost) => {
      for (const handler of [...this.#handlers]) handler(message);
    });
    this.exited = new Promise((resolve) => this.child.on('exit', (code) => resolve(code)));
    onTestFinished(() => {
      this.child.kill('SIGKILL');
    });
  }

  static async start(
    folder: string,
    {
      env = {},
      node = process.env['TUNEGATE_TEST_NODE'] ?? process.execPath,
    }: { env?: NodeJS.ProcessEnv; node?: string } = {},
  ): Promise<Host> {
    return new Host(await builtHost(), folder, env, node);
  }

  /** Starts a host and loads a module; the answer must be `ready`. */
  static async ready(folder: string, module: string, backend = 'wasm', options = {}): Promise<Host> {
    const host = await Host.start(folder, options);
    const answer = await host.load(path.join(folder, module), backend);
    if (answer.type !== 'ready') throw new Error(`${answer.message}\n${host.output}`);
    return host;
  }

  async load(module: string, backend = 'wasm'): Promise<Of<'ready'> | Of<'load-failed'>> {
    this.send({ type: 'load', module, backend });
    return (await this.#next((message) => message.type === 'ready' || message.type === 'load-failed')) as
      | Of<'ready'>
      | Of<'load-failed'>;
  }

  async run({
    config = {},
    tree,
    seed = 1,
    epochs,
    metric = 'loss',
    furtherMetrics,
    stopAt,
    checkpoints = tmpdir(),
    pauses = false,
    leavesWeights = false,
    parent,
  }: RunOptions = {}): Promise<Trial> {
    const id = this.#trials++;
    const reports: Report[] = [];
    const end = this.#next((message) => {
      if (message.type === 'report') {
        reports.push(message);
        const decision = stopAt !== undefined && message.step >= stopAt ? 'stop' : 'continue';
        this.send({ type: 'decision', id, decision });
      }
      return message.type === 'done' || message.type === 'failed';
    });
    this.send({
      type: 'run',
      id,
      config,
      tree: tree ?? config,
      seed,
      metric,
      checkpoints,
      pauses,
      ...(leavesWeights ? { leavesWeights } : {}),
      ...(parent === undefined ? {} : { parent }),
      trial: id,
      folder: tmpdir(),
      variables: {},
      ...(epochs === undefined ? {} : { resource: epochs }),
      ...(furtherMetrics === undefined ? {} : { furtherMetrics }),
    });
    return { reports, end: (await end) as Trial['end'] };
  }

  send(message: ToHost): void {
    this.child.send(message);
  }

  #next(wanted: (message: FromHost) => boolean): Promise<FromHost> {
    return new Promise((resolve, reject) => {
      const handler = (message: FromHost) => {
        if (!wanted(message)) return;
        this.#handlers = this.#handlers.filter((other) => other !== handler);
        resolve(message);
      };
      this.#handlers.push(handler);
      this.exited.then((code) => reject(new Error(`the host exited with ${code}:\n${this.output}`)));
    });
  }
}

/** The metrics of the reports, in order. */
export function metrics(trial: Trial, name: string): (number | string | undefined)[] {
  return trial.reports.map((report) => report.metrics[name]);
}
