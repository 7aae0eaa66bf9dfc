import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Config } from '../../src/space/parameter.ts';
import type { MakeTuner } from '../harness/tuner.ts';

/** The Python that `bench/peers/install` made, or that of TUNEGATE_PEERS. Undefined where there is none. */
export function peerPython(): string | undefined {
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
  const folder = process.env['TUNEGATE_PEERS'] ?? path.join(cache, 'tunegate', 'peers');
  const python = path.join(folder, 'bin', 'python');
  return existsSync(python) ? python : undefined;
}

type Answer = Readonly<Record<string, unknown>>;

/** A process that runs the studies of other tuners, one at a time. */
export class PeerProcess {
  readonly #child: ReturnType<typeof spawn>;
  readonly #waiting: ((line: string) => void)[] = [];
  #ended: string | undefined;

  constructor(python: string, program = 'peer.py') {
    this.#child = spawn(python, [path.join('bench', 'peers', program)], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, OMP_NUM_THREADS: '1' },
    });
    createInterface({ input: this.#child.stdout! }).on('line', (line) => this.#waiting.shift()?.(line));
    this.#child.on('exit', (code) => {
      this.#ended = `the peer ended with code ${code}`;
      for (const resolve of this.#waiting.splice(0)) resolve('{"error":true}');
    });
  }

  async available(name: string): Promise<{ readonly version: string } | { readonly missing: string }> {
    return (await this.say({ available: name })) as { version: string } | { missing: string };
  }

  /** Begins studies of a peer. */
  maker(name: string): MakeTuner {
    return async ({ definitions }, { seed, trials }) => {
      await this.say({ peer: name, seed, trials, params: definitions });
      let told = 0;
      return {
        ask: async (trial) => {
          const answer = await this.say({ ask: trial });
          if (answer['over']) return undefined;
          const ms = (answer['ms'] as number) + told;
          told = 0;
          return { config: answer['config'] as Config, ms };
        },
        tell: async (trial, loss) => {
          told += (await this.say({ tell: trial, loss }))['ms'] as number;
        },
      };
    };
  }

  close(): void {
    this.#child.stdin!.end();
  }

  /** One request and its answer. */
  async say(request: object): Promise<Answer> {
    if (this.#ended) throw new Error(this.#ended);
    const line = await new Promise<string>((resolve) => {
      this.#waiting.push(resolve);
      this.#child.stdin!.write(`${JSON.stringify(request)}\n`);
    });
    if (this.#ended) throw new Error(this.#ended);
    return JSON.parse(line) as Answer;
  }
}
