import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { HostedTrial } from '../spec/spec.ts';
import { ChildOutput } from './child-output.ts';
import { trialEnvironment } from './environment.ts';
import { countOomKills, exitFailure, type Failure } from './failure.ts';
import { type HostMessage, readMessage } from './host-messages.ts';
import type { HostProgram } from './host-program.ts';
import { type LimitWatch, type TrialLimits, watchLimits } from './limits.ts';
import { endMarked } from './marked-processes.ts';
import type { OutputLog } from './output-log.ts';
import { type Hurry, patienceOf, withinPatience } from './patience.ts';
import { endGroup } from './process-group.ts';
import type { ToHost } from './protocol.ts';
import { watch, within } from './watch.ts';

export interface HostProcessOptions {
  /** Folder of the spec. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The built trial host. */
  readonly hostPath: string;
  /** The Node that runs it. */
  readonly node: string;
  /** What is left of the grace of a spec. */
  readonly hurry?: Hurry;
}

/** How long a host may take to follow a stop or to end. */
const obeyMs = 5000;
/** Names the host that a process belongs to. */
const hostVariable = 'TUNEGATE_HOST';
/** How long a host that has closed its channel may take to end. */
const hangUpMs = 1000;

interface Listener {
  message(message: HostMessage): void;
  end(failure: Failure): void;
}

/** The process of a trial host, from its start to its end: whether it lives, what it says, and that nothing of it is left. */
export class HostProcess {
  readonly #child: ChildProcess;
  readonly #output: ChildOutput;
  readonly #grace: number;
  readonly #hurry: Hurry | undefined;
  /** In the environment of it and of all that it starts. */
  readonly #mark = `${hostVariable}=${randomUUID()}`;
  readonly #ended: Promise<Failure>;
  readonly #what: HostProgram['what'];
  #isLoaded = false;
  #loadedBytes = 0;
  #log: OutputLog | undefined;
  #listener: Listener | undefined;
  #endedWith: Failure | undefined;
  #oomKills = countOomKills();
  #fit = true;
  /** It has closed its channel, and went on. */
  #hungUp = false;

  /** @throws what `spawn` throws */
  constructor(trial: HostedTrial, program: HostProgram, options: HostProcessOptions) {
    this.#grace = trial.grace;
    this.#hurry = options.hurry;
    this.#what = program.what;
    const child = spawn(program.command, program.args, {
      cwd: options.cwd,
      env: trialEnvironment(options.env, trial.passEnv, {
        ...trial.env,
        [hostVariable]: this.#mark.slice(hostVariable.length + 1),
      }),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    this.#output = new ChildOutput(child, (chunk) => this.#log?.write(chunk));
    child.on('message', (message) => {
      const understood = readMessage(message);
      if (understood) this.#listener?.message(understood);
    });
    this.#ended = new Promise((resolve) => {
      child.on('error', (error) => {
        if (child.pid !== undefined) return;
        this.#fit = false;
        resolve({ reason: 'spawn', message: `the trial host could not be started: ${error.message}` });
      });
      child.once('exit', (code, signal) => {
        this.#fit = false;
        void this.#takeRest().then(() => resolve(this.#exitFailure(code, signal)));
      });
      child.once('disconnect', () => void this.#endUnlessEnding());
    });
    void this.#ended.then((failure) => {
      this.#endedWith = failure;
      this.#listener?.end(failure);
    });
  }

  /** Who gets the output. */
  set log(log: OutputLog | undefined) {
    this.#log = log;
  }

  /** Whether it can serve another trial. */
  get fit(): boolean {
    return this.#fit && this.#child.connected;
  }

  /** It is to serve no other trial. */
  spoil(): void {
    this.#fit = false;
  }

  /** How it ended, once it has. */
  get endedWith(): Failure | undefined {
    return this.#endedWith;
  }

  /** It has loaded what it is for. */
  noteLoaded(): void {
    this.#isLoaded = true;
    this.#loadedBytes = residentBytes(this.#child.pid) ?? 0;
  }

  /** By how much its memory has grown since then; 0 where the system does not tell. */
  get growthBytes(): number {
    return (residentBytes(this.#child.pid) ?? 0) - this.#loadedBytes;
  }

  /** How long it may take to obey, milliseconds. */
  obeyMs(): number {
    return patienceOf(obeyMs, this.#hurry)();
  }

  send(message: ToHost): void {
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  /**
   * Listens to the host until `onMessage` settles, the host ends, the signal aborts or the time is up.
   *
   * @param settled what it comes to in the end
   */
  converse<Result>(
    signal: AbortSignal,
    timeout: number | undefined,
    limits: TrialLimits,
    onMessage: (message: HostMessage, settle: (result: Result | Failure) => void) => void,
    settled: (result: Result | 'interrupted' | Failure) => Result | Failure | 'interrupted' = (result) =>
      result,
  ): Promise<Result | Failure | 'interrupted'> {
    this.#oomKills = countOomKills();
    return new Promise((resolve, reject) => {
      let unwatch = () => {};
      let limited: LimitWatch | undefined;
      const close = () => {
        unwatch();
        limited?.end();
        this.#listener = undefined;
      };
      const settle = (result: Result | Failure | 'interrupted') => {
        close();
        resolve(settled(result));
      };
      this.#listener = {
        message: (message) => {
          limited?.heard();
          try {
            onMessage(message, settle);
          } catch (error) {
            // An error of ours: it must not vanish in an event.
            close();
            this.#fit = false;
            reject(error);
          }
        },
        end: settle,
      };
      const giveUp = (end: 'interrupted' | Failure) => {
        // Whatever it is at goes on in there.
        this.#fit = false;
        settle(end);
      };
      unwatch = watch(signal, timeout, giveUp);
      if (!signal.aborted) limited = watchLimits(this.#child.pid, limits, giveUp);
      if (this.#endedWith) settle(this.#endedWith);
    });
  }

  /** Takes what the host has printed until now. */
  async flush(): Promise<void> {
    await this.#output.flush();
  }

  /** Asks it to end if it listens, else ends it; resolves when no process of its group is left. */
  async close(): Promise<void> {
    if (this.fit) {
      this.send({ type: 'close' });
      await withinPatience(this.#ended, () => this.obeyMs());
    }
    this.#fit = false;
    if (this.#child.pid !== undefined) {
      await endGroup(this.#child.pid, this.#grace, this.#hurry);
      // What has left its group. Elsewhere it takes a look at every process: that is done when the study ends.
      if (process.platform === 'linux')
        await endMarked({ any: [this.#mark] }, patienceOf(this.#grace, this.#hurry), this.#child.pid);
    }
    await within(this.#ended, 1000);
    this.#output.destroy();
    if (this.#child.connected) this.#child.disconnect();
  }

  /** After its end: what it has printed and said may still be on its way. */
  async #takeRest(): Promise<void> {
    const silent = new Promise<void>((resolve) => {
      if (this.#child.connected) this.#child.once('disconnect', resolve);
      else resolve();
    });
    await this.#output.drain();
    await within(silent, 500);
  }

  /** A host that closes its channel ends, as a rule. One that goes on would never be heard again. */
  async #endUnlessEnding(): Promise<void> {
    this.#fit = false;
    const { pid } = this.#child;
    if ((await within(this.#ended, hangUpMs)) || pid === undefined) return;
    this.#hungUp = true;
    await endGroup(pid, this.#grace, this.#hurry);
  }

  #exitFailure(code: number | null, signal: NodeJS.Signals | null): Failure {
    if (this.#hungUp)
      return {
        reason: 'crash',
        message: `the ${this.#what} closed the channel to its host${this.#what === 'module' ? ' (process.disconnect)' : ''}`,
      };
    const failure = exitFailure(code, signal, this.#log?.tail() ?? '', this.#oomKills);
    const what = this.#isLoaded ? 'before the trial was over' : 'while it was loaded';
    return (
      failure ?? {
        reason: 'crash',
        message: `the ${this.#what} ended its process (${this.#what === 'module' ? 'process.exit' : 'os._exit'}) ${what}`,
      }
    );
  }
}

/** Memory that a process holds; undefined where the system does not tell in this way. */
function residentBytes(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
