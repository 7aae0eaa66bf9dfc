import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { renderComment } from '../../src/report/markdown.ts';
import { readSpec } from '../../src/session/load-spec.ts';
import { runSession } from '../../src/session/session.ts';
import { paretoFront, recommend } from '../../src/study/front.ts';

const spec = (goals: string) => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'tunegate-trade-off-')), 'tune.yml');
  // More units are more accurate and slower; a wide first layer is large.
  writeFileSync(
    path.join(path.dirname(file), 'train.mjs'),
    `import { appendFileSync, readFileSync } from 'node:fs';
const { units, depth } = JSON.parse(readFileSync(process.env.TUNEGATE_CONFIG, 'utf8'));
const report = (metrics) => appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify(metrics) + '\\n');
report({ step: 1, accuracy: 1 - 1 / (units * depth) });
report({ step: 1, latency_ms: units + 3 * depth, size: 100 * units * units });
`,
  );
  writeFileSync(
    file,
    `name: trade-off
trial: { run: [node, train.mjs] }
${goals}
params:
  units: { type: int, min: 1, max: 4, default: 1 }
  depth: { type: int, min: 1, max: 3, default: 3 }
search: { seed: 3, strategy: bayesian }
budget: { trials: 12, workers: 2 }
gate: false
`,
  );
  return file;
};

const session = async (goals: string) => {
  const { results } = await runSession({
    loaded: readSpec(spec(goals), 'tune.yml'),
    findBase: async () => ({ found: false, reason: 'nobody asked' }),
    journal: 'fresh',
    host: { path: 'nowhere', node: process.execPath },
    env: process.env,
    signal: new AbortController().signal,
    startedAt: performance.now(),
    reserveMs: 0,
    onEvent: () => {},
  });
  return results;
};

test('a spec with two metrics and a constraint, from training to the comment', async () => {
  const results = await session(`metric:
  - { name: accuracy, goal: maximize }
  - { name: latency_ms, goal: minimize }
constraints: { size: { max: 900 } }`);
  const { study } = results;
  // Of all 12 configs: those with four units are too large.
  const front = paretoFront(study).map(({ config }) => `${config['units']}x${config['depth']}`);
  expect(front).toEqual(['3x3', '3x2', '2x2', '3x1', '2x1', '1x1'].filter((name) => front.includes(name)));
  expect(front).toContain('3x3');
  expect(front).toContain('1x1');
  expect(recommend(study)?.reason).toBe('better');
  const recommended = recommend(study)!.trial;
  expect(results.confirmation?.trial).toBe(recommended.trial);
  const [comment] = renderComment(results);
  expect(comment).toContain(`\`#${recommended.trial}\``);
  expect(comment).toContain('misses `size`');
  expect(comment).toContain('Rank 1 is the front');
});

test('a metric with one constraint: what misses it does not win', async () => {
  const results = await session(`metric: { name: accuracy, goal: maximize }
constraints: { latency_ms: { max: 9.5 } }`);
  // 2 × 2 at 8 ms and 3 × 2 at 9 ms keep it; 3 × 3 would be more accurate at 12 ms.
  const best = results.study.trials.find(({ trial }) => trial === results.confirmation?.trial);
  expect(best?.config).toEqual({ units: 3, depth: 2 });
});
