import type { TrialSpec } from '../spec/spec.ts';
import type { TrialOutcome, TrialRunner } from './trial.ts';

/**
 * Secrets that a spec passes on to its trials (`pass-env`) must not come back in what they print: CI masks them in its own
 * log, but in no comment, report or artifact.
 */

const stars = '***';
/** Shorter ones are words like any other. */
const shortest = 4;

/** What of the values of passed variables is not to be shown, the longest first. Of several lines each one counts. */
export function passedSecrets(
  env: NodeJS.ProcessEnv,
  { passEnv }: Pick<TrialSpec, 'passEnv'>,
): readonly string[] {
  const lines = passEnv.flatMap((name) => (env[name] ?? '').split(/\r?\n/)).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line.length >= shortest))].sort((a, b) => b.length - a.length);
}

export function maskText(text: string, secrets: readonly string[]): string {
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, stars), text);
}

/** Masks a stream of bytes; what may be the beginning of a secret waits for what follows. */
export class Mask {
  /** One character a byte. */
  readonly #secrets: readonly string[];
  readonly #firsts: ReadonlySet<string>;
  #pending = '';

  /** @param secrets the longest first */
  constructor(secrets: readonly string[]) {
    this.#secrets = secrets.map((secret) => Buffer.from(secret, 'utf8').toString('latin1'));
    this.#firsts = new Set(this.#secrets.map((secret) => secret[0]!));
  }

  push(chunk: Buffer): Buffer {
    if (this.#secrets.length === 0) return chunk;
    const text = this.#pending + chunk.toString('latin1');
    const out: string[] = [];
    let from = 0;
    let at = 0;
    while (at < text.length) {
      if (!this.#firsts.has(text[at]!)) {
        at++;
        continue;
      }
      // A longer one that is not whole yet goes before a shorter one that is.
      const found = this.#secrets.find((secret) =>
        text.length - at < secret.length ? secret.startsWith(text.slice(at)) : text.startsWith(secret, at),
      );
      if (found === undefined) at++;
      else if (found.length > text.length - at) break;
      else {
        out.push(text.slice(from, at), stars);
        at += found.length;
        from = at;
      }
    }
    this.#pending = text.slice(at);
    out.push(text.slice(from, at));
    return Buffer.from(out.join(''), 'latin1');
  }

  /** What waited, at the end of the stream. */
  rest(): Buffer {
    const whole = this.#pending;
    this.#pending = '';
    return Buffer.from(maskText(whole, this.#secrets), 'latin1');
  }
}

/** A runner whose outcomes have no secret in their words. */
export function withMask(runner: TrialRunner, secrets: readonly string[]): TrialRunner {
  if (secrets.length === 0) return runner;
  const clean = (outcome: TrialOutcome): TrialOutcome => ({
    ...outcome,
    tail: maskText(outcome.tail, secrets),
    ...('message' in outcome ? { message: maskText(outcome.message, secrets) } : {}),
  });
  return {
    get backend() {
      return runner.backend;
    },
    get notes() {
      return (runner.notes ?? []).map((note) => maskText(note, secrets));
    },
    ...(runner.device === undefined ? {} : { device: runner.device }),
    run: async (request) => clean(await runner.run(request)),
    close: () => runner.close(),
  };
}
