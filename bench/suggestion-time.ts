// Time of a suggestion, and memory, by the number of observations:
//   node --expose-gc scripts/run-ts.mjs bench/suggestion-time.ts [--strategies bayesian,tpe] [--dimensions 8] [--failures 0] [--metrics 1] [--constraints 0]
// A random study is told to a strategy up to each size; then it proposes, measures and is told a few more times.
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { randomStream } from '../src/math/random.ts';
import { type StrategyName, strategies } from '../src/search/strategies.ts';
import { sampleConfig } from '../src/space/sample.ts';
import { createSpace } from '../src/space/space.ts';
import { median } from './harness/statistics.ts';

const { values } = parseArgs({
  options: {
    strategies: { type: 'string', default: 'bayesian,tpe' },
    dimensions: { type: 'string', default: '8' },
    sizes: { type: 'string', default: '100,1000,3000' },
    suggestions: { type: 'string', default: '21' },
    /** Share of trials that fail. */
    failures: { type: 'string', default: '0' },
    metrics: { type: 'string', default: '1' },
    constraints: { type: 'string', default: '0' },
  },
});
const dimensions = Number(values.dimensions);
const space = createSpace(
  Object.fromEntries(
    Array.from({ length: dimensions }, (_, i) => [`x${i}`, { type: 'float', min: 0, max: 1 } as const]),
  ),
);
const collect = (globalThis as { readonly gc?: () => void }).gc;
const rows = [['strategy', 'observations', 'median, ms', 'longest, ms', 'heap, MiB']];
for (const name of values.strategies.split(',') as StrategyName[]) {
  const [metrics, constraints] = [Number(values.metrics), Number(values.constraints)];
  const strategy = strategies[name]({ space, seed: 1, metrics, constraints }, {});
  const stream = randomStream(1, 'suggestion time');
  let trial = 0;
  const tell = (config: Readonly<Record<string, unknown>>) => {
    const loss = Object.values(config).reduce<number>(
      (sum, x, i) => sum + (1 + i) * ((x as number) - 0.1 * i) ** 2,
      0.1 * stream.normal(),
    );
    const failed = stream.uniform() < Number(values.failures);
    const xs = Object.values(config) as number[];
    // What is gained along one parameter is lost along another; the first ones must stay below the middle.
    const losses = Array.from({ length: metrics }, (_, k) => (k === 0 ? loss : 3 * xs[k]! - loss));
    const misses = Array.from({ length: constraints }, (_, k) => xs[k]! - 0.5);
    strategy.tell(
      trial++,
      failed
        ? { state: 'failed' }
        : {
            state: 'completed',
            loss,
            ...(metrics > 1 ? { losses } : {}),
            ...(constraints > 0 ? { constraints: misses } : {}),
          },
    );
  };
  for (const size of values.sizes.split(',').map(Number)) {
    while (trial < size) {
      const config = sampleConfig(space, stream);
      strategy.start(trial, config);
      tell(config);
    }
    // Without the first, which fits what was told while nobody asked.
    const times = Array.from({ length: Number(values.suggestions) + 1 }, () => {
      const begun = performance.now();
      const suggestion = strategy.ask();
      const ms = performance.now() - begun;
      if (suggestion.kind !== 'new') throw new Error(`${name} has no more to propose`);
      strategy.start(trial, suggestion.config);
      tell(suggestion.config);
      return ms;
    }).slice(1);
    collect?.();
    rows.push([
      name,
      String(size),
      median(times).toFixed(1),
      Math.max(...times).toFixed(1),
      collect ? (process.memoryUsage().heapUsed / 2 ** 20).toFixed(1) : '',
    ]);
  }
}
console.log(markdownTable(rows, { align: ['l', ...Array(rows[0]!.length - 1).fill('r')] }));
