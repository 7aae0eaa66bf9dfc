// How long a free worker waits for its next config, and how long the main thread is blocked, with a thread that thinks ahead
// and without: node scripts/run-ts.mjs bench/think-ahead.ts [--workers 4] [--observations 100] [--train 600]
// Trials take `train` milliseconds, more or less; measured over 40 trials after so many observations, in 8 floats.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { rolldown } from 'rolldown';
import { buildStrategy, type SearchPlan } from '../src/search/plan.ts';
import { createSpace } from '../src/space/space.ts';
import { openJournal } from '../src/study/journal.ts';
import { runStudy } from '../src/study/loop.ts';
import { trialSeed } from '../src/study/seeds.ts';
import { startThinker } from '../src/study/thinker.ts';
import type { TrialRequest, TrialRunner } from '../src/trial/trial.ts';

const { values } = parseArgs({
  options: {
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
const measured = 40;
const space = createSpace(
  Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => [`x${i}`, { type: 'float', min: 0, max: 1 } as const]),
  ),
);
const plan: SearchPlan = {
  name: 'bayesian',
  problem: { space, seed: 1, workers },
  options: {},
  tryFirst: [],
  earlier: [],
};
const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-think-'));
const entry = path.join(folder, 'thinker.mjs');
const bundle = await rolldown({ input: 'src/thinker.ts', platform: 'node', logLevel: 'silent' });
await bundle.write({ file: entry, format: 'esm', codeSplitting: false });
await bundle.close();

async function measure(ahead: boolean): Promise<string[]> {
  const waits: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  class Runner implements TrialRunner {
    readonly backend = 'none';
    #free: number | undefined;

    async run({ trial, config, seed, onReport }: TrialRequest) {
      if (this.#free !== undefined && trial >= observations) waits.push(performance.now() - this.#free);
      if (trial === observations) delay.enable();
      const durationMs =
        trial < observations - workers ? trainMs / 10 : trainMs * (0.7 + (0.6 * (seed % 1000)) / 1000);
      await sleep(durationMs);
      const loss = Object.values(config).reduce<number>(
        (sum, x, i) => sum + ((x as number) - i / 10) ** 2,
        0,
      );
      onReport({ step: 1, metrics: { loss } });
      this.#free = performance.now();
      return { state: 'completed' as const, durationMs, tail: '', backend: 'none' };
    }

    async close() {}
  }
  const place = path.join(folder, ahead ? 'ahead' : 'not');
  const journal = await openJournal(path.join(place, 'journal.jsonl'), {
    name: 'bench',
    metric: { name: 'loss', goal: 'minimize', use: 'last' },
    strategy: 'bayesian',
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
  waits.sort((a, b) => a - b);
  const at = (share: number) =>
    waits[Math.min(waits.length - 1, Math.floor(share * waits.length))]!.toFixed(1);
  return [ahead ? 'thread' : 'none', at(0.5), at(0.95), at(1), (delay.max / 1e6).toFixed(1)];
}

const rows = [
  [
    'thinks ahead',
    'median wait, ms',
    '95th percentile, ms',
    'longest, ms',
    'main thread blocked at most, ms',
  ],
];
for (const ahead of [false, true]) rows.push(await measure(ahead));
console.log(markdownTable(rows, { align: ['l', 'r', 'r', 'r', 'r'] }));
rmSync(folder, { recursive: true });
process.exit();
