import { randomStream } from '../../src/math/random.ts';
import type { Config } from '../../src/space/parameter.ts';
import type { StudyProblem } from '../problems/problems.ts';
import type { MakeTuner } from './tuner.ts';

/** What one study of one tuner came to. */
export interface StudyRun {
  /**
   * Score after each trial that ended of the config with the best measurement, or of the truly best among so many with the best
   * measurements (`among` of the problem); lower is better.
   */
  readonly scores: readonly number[];
  /** Whether that config is in the right branch at the end; absent where there are none. */
  readonly right?: boolean;
  /** Configs that were proposed before. */
  readonly repeated: number;
  /** Time of each suggestion, in milliseconds. */
  readonly ms: readonly number[];
}

/**
 * Runs a study. Of several workers each takes up the next config when its trial ends; trials last a random time
 * (log-normal, the same for every tuner).
 */
export async function runStudy(
  problem: StudyProblem,
  make: MakeTuner,
  { seed, trials, workers }: { readonly seed: number; readonly trials: number; readonly workers: number },
): Promise<StudyRun> {
  const tuner = await make(problem, { seed, trials, workers });
  const scores: number[] = [];
  const ms: number[] = [];
  const seen = new Set<string>();
  let repeated = 0;
  let best: readonly { readonly config: Config; readonly loss: number }[] = [];
  let running: { readonly trial: number; readonly config: Config; readonly end: number }[] = [];
  let clock = 0;
  let over = false;
  for (let trial = 0; scores.length < trials && !(over && running.length === 0); ) {
    if (trial < trials && running.length < workers && !over) {
      const asked = await tuner.ask(trial);
      if (!asked) {
        over = true;
        continue;
      }
      const key = JSON.stringify(Object.entries(asked.config).sort());
      if (seen.has(key)) repeated++;
      seen.add(key);
      ms.push(asked.ms);
      const duration = Math.exp(0.5 * randomStream(seed, 'bench duration', trial).normal());
      running.push({ trial, config: asked.config, end: clock + duration });
      trial++;
      continue;
    }
    const next = running.reduce((a, b) => (b.end < a.end ? b : a));
    running = running.filter((one) => one !== next);
    clock = next.end;
    const loss = await problem.measure(next.config, seed, next.trial);
    await tuner.tell(next.trial, loss);
    // Of equals the earlier one stays before the later.
    best = [...best, { config: next.config, loss }]
      .sort((a, b) => a.loss - b.loss)
      .slice(0, problem.among ?? 1);
    scores.push(Math.min(...(await Promise.all(best.map(({ config }) => problem.score(config, seed))))));
  }
  return {
    scores,
    repeated,
    ms,
    ...(problem.right && best[0] ? { right: problem.right(best[0].config, seed) } : {}),
  };
}
