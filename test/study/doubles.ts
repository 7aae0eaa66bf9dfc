import type { Decision, Outcome, Strategy, Suggestion } from '../../src/search/strategy.ts';
import type { Config } from '../../src/space/parameter.ts';
import type { Space } from '../../src/space/space.ts';
import type { Clock } from '../../src/study/clock.ts';
import { fingerprint } from '../../src/study/fingerprint.ts';
import type { StudyIdentity } from '../../src/study/header.ts';
import type { TrialOutcome, TrialRequest, TrialRunner } from '../../src/trial/trial.ts';

export const identity: StudyIdentity = {
  name: 'digits',
  metric: { name: 'accuracy', goal: 'maximize', use: 'last' },
  strategy: 'history',
  seed: 7,
  space: 'a1',
  spec: 'b2',
  code: 'c3',
};

export const space: Space = {
  parameters: [],
  dimensions: [],
  size: Number.POSITIVE_INFINITY,
  missingDefaults: [],
};

/**
 * A strategy whose next config depends on everything that it was told, in order: any call that a resumed study makes
 * differently shows in every later config. Stops a trial at step 2 when its loss is worse than the median so far.
 */
export class HistoryStrategy implements Strategy {
  readonly calls: unknown[] = [];
  readonly #losses: number[] = [];

  ask(): Suggestion {
    const x = Number.parseInt(fingerprint(this.calls).slice(0, 8), 16) / 2 ** 32;
    return { kind: 'new', config: { x }, origin: `after ${this.calls.length} calls` };
  }

  start(trial: number, config: Config, resource?: number): void {
    this.calls.push(['start', trial, config, resource]);
  }

  report(trial: number, step: number, loss: number): Decision {
    this.calls.push(['report', trial, step, loss]);
    const sorted = [...this.#losses].sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)];
    return step === 2 && median !== undefined && loss > median ? 'stop' : 'continue';
  }

  tell(trial: number, outcome: Outcome): void {
    this.calls.push(['tell', trial, outcome]);
    if (outcome.state === 'completed') this.#losses.push(outcome.loss);
  }
}

/** Gives the suggestions of a list, one for each trial that was started, and remembers what it is told. */
export class ListStrategy implements Strategy {
  readonly calls: unknown[] = [];
  readonly #suggest: (starts: number, tells: number) => Suggestion;
  #starts = 0;
  #tells = 0;

  constructor(suggest: (starts: number, tells: number) => Suggestion) {
    this.#suggest = suggest;
  }

  ask(): Suggestion {
    return this.#suggest(this.#starts, this.#tells);
  }

  start(...call: unknown[]): void {
    this.#starts += 1;
    this.calls.push(['start', ...call]);
  }

  report(...call: unknown[]): Decision {
    this.calls.push(['report', ...call]);
    return 'continue';
  }

  tell(...call: unknown[]): void {
    this.#tells += 1;
    this.calls.push(['tell', ...call]);
  }
}

export const always = (config: Config): ListStrategy =>
  new ListStrategy(() => ({ kind: 'new', config, origin: 'same' }));

/** What a fake training does; may await, and must end when the request's signal aborts. */
export type Training = (
  request: TrialRequest,
) => TrialOutcome['state'] | Failure | Promise<TrialOutcome['state'] | Failure>;
export interface Failure {
  readonly reason: 'crash' | 'not-finite' | 'infeasible' | 'spawn';
  readonly message: string;
}

export class FakeRunner implements TrialRunner {
  readonly backend = 'fake';
  readonly requests: TrialRequest[] = [];
  readonly #train: Training;
  /** What each training says it took. */
  durationMs = 10;

  constructor(train: Training) {
    this.#train = train;
  }

  async run(request: TrialRequest): Promise<TrialOutcome> {
    this.requests.push(request);
    const result = await this.#train(request);
    const common = { durationMs: this.durationMs, tail: '', backend: 'fake' };
    if (typeof result === 'object')
      return { state: 'failed', ...result, ...common, tail: 'Traceback: words of the program' };
    if (result === 'failed') throw new Error('a fake that fails says why');
    return { state: result, ...common };
  }

  async close(): Promise<void> {}
}

/** Three reports that climb to the config's `x`; ends as the strategy says. */
export const climb: Training = (request) => {
  const x = Number(request.config['x'] ?? 0.5);
  for (let step = 1; step <= 3; step += 1)
    if (request.onReport({ step, metrics: { accuracy: (x * step) / 3 } }) === 'stop') return 'stopped';
  return 'completed';
};

/** Runs until it is interrupted. */
export const forever: Training = ({ signal }) =>
  new Promise((resolve) => {
    if (signal.aborted) resolve('interrupted');
    else signal.addEventListener('abort', () => resolve('interrupted'), { once: true });
  });

/** Time that passes only when a test says so. */
export class ManualClock implements Clock {
  #now = 0;
  readonly #alarms = new Set<{ readonly time: number; readonly callback: () => void }>();

  now(): number {
    return this.#now;
  }

  at(time: number, callback: () => void): () => void {
    const alarm = { time, callback };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  pass(ms: number): void {
    this.#now += ms;
    for (const alarm of this.#alarms)
      if (alarm.time <= this.#now) {
        this.#alarms.delete(alarm);
        alarm.callback();
      }
  }

  get alarms(): number {
    return this.#alarms.size;
  }
}
