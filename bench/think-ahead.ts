// How long a free worker waits for its next config, and how long the main thread is blocked, with a thread that thinks ahead
// and without: node scripts/run-ts.mjs bench/think-ahead.ts [--strategy bayesian|asha|hyperband] [--workers 4]
// [--observations 100] [--train 600]
// Trainings take `train` milliseconds, more or less; measured over 40 trials after so many observations, in 8 floats. Of
// strategies that climb resources (up to 64, trials resume) the waits for new configs and for promotions are told apart.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { rolldown } from 'rolldown';
import { buildStrategy, type SearchPlan } from '../src/search/plan.ts';
import type { StrategyName } from '../src/search/strategies.ts';
import { createSpace } from '../src/space/space.ts';
import { openJournal } from '../src/study/journal.ts';
import { runStudy } from '../src/study/loop.ts';
import { trialSeed } from '../src/study/seeds.ts';
import { startThinker } from '../src/study/thinker.ts';
import type { TrialRequest, TrialRunner } from '../src/trial/trial.ts';

const { values } = parseArgs({
  options: {
    strategy: { type: 'string', default: 'bayesian' },
    workers: { type: 'string', default: '4' },
    observations: { type: 'string', default: '100' },
    train: { type: 'string', default: '600' },
  },
});
const [workers, observations, trainMs] = [values.workers, values.observations, values.train].map(Number) as [
  number,
  number,
  number,
];
const strategy = values.strategy as StrategyName;
const climbs = strategy === 'asha' || strategy === 'hyperband';
const measured = 40;
const space = createSpace(
  Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => [`x${i}`, { type: 'float', min: 0, max: 1 } as const]),
  ),
);
const plan: SearchPlan = {
  name: strategy,
  problem: { space, seed: 1, workers, ...(climbs ? { maxResource: 64, resumable: true } : {}) },
  options: {},
  tryFirst: [],
  earlier: [],
};
const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-think-'));
const entry = path.join(folder, 'thinker.mjs');
const bundle = await rolldown({ input: 'src/thinker.ts', platform: 'node', logLevel: 'silent' });
await bundle.write({ file: entry, format: 'esm', codeSplitting: false });
await bundle.close();

async function measure(ahead: boolean): Promise<string[][]> {
  const waits = { config: [] as number[], promotion: [] as number[] };
  const begun = new Set<number>();
  let all = false;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  class Runner implements TrialRunner {
    readonly backend = 'none';
    #free: number | undefined;

    async run({ trial, config, seed, resource = 1, onReport }: TrialRequest) {
      const wait = waits[begun.has(trial) ? 'promotion' : 'config'];
      begun.add(trial);
      const latest = begun.size - 1;
      // Once all have begun a worker waits for a trial that may go on, not for a thought.
      all ||= wait === waits.promotion && begun.size === observations + measured;
      if (this.#free !== undefined && latest >= observations && !all)
        wait.push(performance.now() - this.#free);
      if (latest === observations) delay.enable();
      const durationMs =
        latest < observations - workers ? trainMs / 10 : trainMs * (0.7 + (0.6 * (seed % 1000)) / 1000);
      await sleep(durationMs);
      const loss = Object.values(config).reduce<number>(
        (sum, x, i) => sum + ((x as number) - i / 10) ** 2,
        climbs ? 1 / resource : 0,
      );
      onReport({ step: resource, metrics: { loss } });
      this.#free = performance.now();
      return { state: 'completed' as const, durationMs, tail: '', backend: 'none' };
    }

    async close() {}
  }
  const place = path.join(folder, ahead ? 'ahead' : 'not');
  const journal = await openJournal(path.join(place, 'journal.jsonl'), {
    name: 'bench',
    metric: { name: 'loss', goal: 'minimize', use: 'last' },
    strategy,
    seed: 1,
    space: '',
    spec: '',
    code: '',
  });
  const thinker = ahead ? startThinker(entry, plan) : undefined;
  await runStudy({
    space,
    strategy: buildStrategy(plan),
    ...(thinker ? { thinker } : {}),
    journal,
    runners: Array.from({ length: workers }, () => new Runner()),
    budget: { trials: observations + measured },
    seedOf: (trial) => trialSeed(1, 'search', trial),
    folder: place,
  });
  delay.disable();
  await thinker?.close();
  journal.close();
  const blocked = (delay.max / 1e6).toFixed(1);
  return Object.entries(waits).flatMap(([awaited, times]) => {
    if (times.length === 0) return [];
    times.sort((a, b) => a - b);
    const at = (share: number) =>
      times[Math.min(times.length - 1, Math.floor(share * times.length))]!.toFixed(1);
    return [[ahead ? 'thread' : 'none', awaited, `${times.length}`, at(0.5), at(0.95), at(1), blocked]];
  });
}

const rows = [
  [
    'thinks ahead',
    'waits for a',
    'waits',
    'median wait, ms',
    '95th percentile, ms',
    'longest, ms',
    'main thread blocked at most, ms',
  ],
];
for (const ahead of [false, true]) rows.push(...(await measure(ahead)));
console.log(markdownTable(rows, { align: ['l', 'l', 'r', 'r', 'r', 'r', 'r'] }));
rmSync(folder, { recursive: true });
process.exit();
