import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { randomStream } from '../../../src/math/random.ts';
import { mutate, mutationSpace } from '../../../src/search/mutation.ts';
import { nestConfig } from '../../../src/space/config.ts';
import { createSpace } from '../../../src/space/space.ts';
import { loadSpec } from '../../../src/spec/load.ts';
import { Host, metrics } from '../host.ts';

const folder = path.resolve('examples/architecture');
const spec = loadSpec('tune.yml', readFileSync(path.join(folder, 'tune.yml'), 'utf8'));
const space = createSpace(spec.params);

test('the example trains what ships, and what evolution makes of it, or says why it cannot', async () => {
  const host = await Host.ready(folder, 'model.ts');
  const stream = randomStream(1, 'example');
  const space_ = mutationSpace(space);
  let config = space.incumbent!;
  let trained = 0;
  for (let trial = 0; trial < 8; trial++) {
    const { end, ...reports } = await host.run({
      config,
      tree: nestConfig(space, config),
      epochs: 1,
      metric: 'val_accuracy',
      furtherMetrics: ['flops', 'model_bytes'],
    });
    if (end.type === 'done') {
      trained++;
      expect(metrics({ end, ...reports }, 'val_accuracy')[0]).toBeGreaterThan(0.05);
      expect(metrics({ end, ...reports }, 'flops')[0]).toBeGreaterThan(1000);
    } else expect(end).toMatchObject({ reason: 'infeasible' });
    config = mutate(space_, config, stream);
  }
  expect(trained).toBeGreaterThan(2);
}, 60_000);
