import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Call } from '../search/call.ts';
import type { SearchPlan } from '../search/plan.ts';
import type { Suggestion } from '../search/strategy.ts';

export type ToThinker =
  | { readonly type: 'calls'; readonly calls: readonly Call[] }
  | { readonly type: 'ask'; readonly question: number };

export interface FromThinker {
  readonly question: number;
  readonly suggestion: Suggestion;
}

/** Computes suggestions elsewhere, so that nothing here waits for the fit of a model. */
export interface Thinker {
  /** Tells its strategy; what is asked later knows of it. */
  call(calls: readonly Call[]): void;
  /** What the strategy proposes after all calls so far. Rejects when the thread is no more. */
  ask(): Promise<Suggestion>;
  close(): Promise<void>;
}

/** A thread with the strategy of a plan, from its built entry; undefined where there is none (the sources run unbuilt). */
export function startThinker(entry: string, plan: SearchPlan): Thinker | undefined {
  return existsSync(entry) ? new ThinkerThread(entry, plan) : undefined;
}

/** Milliseconds. */
const longestClose = 2000;

interface Question {
  readonly resolve: (suggestion: Suggestion) => void;
  readonly reject: (error: unknown) => void;
}

class ThinkerThread implements Thinker {
  readonly #worker: Worker;
  readonly #open = new Map<number, Question>();
  #questions = 0;
  /** Why there will be no more answers. */
  #end: { readonly error: unknown } | undefined;

  constructor(entry: string, plan: SearchPlan) {
    this.#worker = new Worker(entry, { workerData: plan });
    // A study that has ended for another reason does not wait for a thought.
    this.#worker.unref();
    this.#worker.on('message', ({ question, suggestion }: FromThinker) => {
      this.#open.get(question)?.resolve(suggestion);
      this.#open.delete(question);
      if (this.#open.size === 0) this.#worker.unref();
    });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) =>
      this.#fail(new Error(`the thread that thinks ended with code ${code}`)),
    );
  }

  call(calls: readonly Call[]): void {
    if (calls.length > 0 && !this.#end) this.#post({ type: 'calls', calls });
  }

  ask(): Promise<Suggestion> {
    const question = this.#questions;
    this.#questions += 1;
    const answer = new Promise<Suggestion>((resolve, reject) => {
      if (this.#end) reject(this.#end.error);
      else this.#open.set(question, { resolve, reject });
    });
    // Whether anybody waits for it is decided later.
    answer.catch(() => {});
    if (!this.#end) {
      this.#worker.ref();
      this.#post({ type: 'ask', question });
    }
    return answer;
  }

  async close(): Promise<void> {
    // An answer that arrives now would let go of the thread, and with nothing else to do the process would end in the
    // middle of this (exit code 13). The timer keeps it; it also ends the wait for a thread that does not end.
    const patience = new AbortController();
    const waited = sleep(longestClose, undefined, { signal: patience.signal }).catch(() => {});
    await Promise.race([this.#worker.terminate(), waited]);
    patience.abort();
  }

  #post(message: ToThinker): void {
    this.#worker.postMessage(message);
  }

  #fail(error: unknown): void {
    this.#end ??= { error };
    for (const { reject } of this.#open.values()) reject(this.#end.error);
    this.#open.clear();
  }
}
