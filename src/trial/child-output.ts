import type { ChildProcess } from 'node:child_process';
import { setImmediate as turn } from 'node:timers/promises';
import { within } from './watch.ts';

/** No output for so long means that none will come. */
const quietMs = 100;
/** A program that was left behind may print for ever. */
const drainMs = 2000;

/** What a child process prints, and how to know that all of it has come. */
export class ChildOutput {
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;
  #chunks = 0;

  constructor(child: ChildProcess, onChunk: (chunk: Buffer, source: 'stdout' | 'stderr') => void) {
    this.#child = child;
    this.#closed = Promise.all(
      (['stdout', 'stderr'] as const).map((source) => {
        const stream = child[source];
        stream?.on('data', (chunk: Buffer) => {
          this.#chunks++;
          onChunk(chunk, source);
        });
        // A pipe that breaks is an end like any other.
        stream?.on('error', () => {});
        return new Promise<void>((resolve) => {
          if (stream) stream.once('close', resolve);
          else resolve();
        });
      }),
    );
  }

  /**
   * After the program has ended: waits for the end of its output. A process that it left behind may hold the pipe, so
   * quiet counts as an end, too.
   */
  async drain(): Promise<void> {
    const end = performance.now() + drainMs;
    for (;;) {
      const before = this.#chunks;
      if (await within(this.#closed, quietMs)) return;
      // After a long computation of ours the timer fires before the pipe is looked at.
      await this.flush();
      if (this.#chunks === before || performance.now() > end) return;
    }
  }

  /** Takes what lies in the pipes already. */
  async flush(): Promise<void> {
    for (let turns = 0, before = -1; turns < 2 || (this.#chunks !== before && turns < 100); turns++) {
      before = this.#chunks;
      await turn();
    }
  }

  destroy(): void {
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
  }
}
