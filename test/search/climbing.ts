import { expect } from 'vitest';
import type { SearchProblem, Strategy, Suggestion } from '../../src/search/strategy.ts';
import type { Config } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';

export const plane = createSpace({
  x: { type: 'float', min: 0, max: 1 },
  y: { type: 'float', min: 0, max: 1 },
});
/** x0, x1 … in [0, 1]. */
export const numbers = (count: number) =>
  createSpace(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`x${i}`, { type: 'float', min: 0, max: 1 } as const]),
    ),
  );
export const small = createSpace({ x: { type: 'int', min: 1, max: 5, default: 3 } });

/** What a trial costs and shows: better with every epoch, and the better the nearer x is to 0.3. */
export const curve = ({ x }: Config, epochs: number) => Math.abs(Number(x) - 0.3) + 1 / (1 + epochs);

export interface Run {
  /** Highest resource that each trial was trained to. */
  readonly reached: number[];
  readonly configs: Config[];
  readonly origins: string[];
  epochs: number;
  readonly log: ((strategy: Strategy) => void)[];
}

/** Runs a strategy by itself: `parallel` workers, the trial that began first ends first. */
export function run(
  make: () => Strategy,
  {
    steps,
    parallel = 1,
    resumable = true,
    loss = curve,
  }: {
    readonly steps: number;
    readonly parallel?: number;
    readonly resumable?: boolean;
    readonly loss?: (config: Config, epochs: number, trial: number) => number;
  },
): Run & { readonly end: string } {
  const strategy = make();
  const out: Run = { reached: [], configs: [], origins: [], epochs: 0, log: [] };
  const running: { trial: number; resource: number }[] = [];
  const tell = (call: (of: Strategy) => void) => {
    out.log.push(call);
    call(strategy);
  };
  const finish = () => {
    const { trial, resource } = running.shift()!;
    const value = loss(out.configs[trial]!, resource, trial);
    out.epochs += resource - (resumable ? (out.reached[trial] ?? 0) : 0);
    out.reached[trial] = resource;
    tell((of) =>
      of.tell(
        trial,
        Number.isFinite(value) ? { state: 'completed', loss: value, resource } : { state: 'failed' },
      ),
    );
  };
  let thought: Suggestion | undefined;
  for (let step = 0; step < steps; step++) {
    const suggestion = strategy.ask();
    const promoted = strategy.promotion?.();
    if (promoted) expect(suggestion).toEqual(promoted);
    // What was thought of at the last start is still right.
    else if (thought?.kind === 'new')
      expect(suggestion).toMatchObject({ ...thought, config: expect.anything(), origin: expect.anything() });
    if (step % 7 === 0) expect(strategy.ask()).toEqual(suggestion);
    if (suggestion.kind === 'exhausted' && running.length === 0) return { ...out, end: suggestion.reason };
    if (suggestion.kind === 'exhausted' || suggestion.kind === 'wait') {
      expect(running.length).toBeGreaterThan(0);
      finish();
      continue;
    }
    const resource = suggestion.resource!;
    const trial = suggestion.kind === 'new' ? out.configs.length : suggestion.trial;
    if (suggestion.kind === 'new') out.configs.push(suggestion.config);
    else {
      expect(resource).toBeGreaterThan(out.reached[trial]!);
      expect(running.some((item) => item.trial === trial)).toBe(false);
    }
    out.origins.push(suggestion.origin);
    const config = out.configs[trial]!;
    tell((of) => of.start(trial, config, resource));
    running.push({ trial, resource });
    // One of several questions: each costs the fit of a model.
    thought = step % 3 === 0 ? strategy.ask() : undefined;
    if (running.length >= parallel) finish();
  }
  while (running.length > 0) finish();
  return { ...out, end: '' };
}

export const problem = (more: Partial<SearchProblem> = {}): SearchProblem => ({
  space: plane,
  seed: 3,
  maxResource: 27,
  resumable: true,
  ...more,
});
