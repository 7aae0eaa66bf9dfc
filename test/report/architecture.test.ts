import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomStream } from '../../src/math/random.ts';
import { architectureOf } from '../../src/report/architecture.ts';
import { renderComment } from '../../src/report/markdown.ts';
import { mermaid } from '../../src/report/sections/architecture.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { sampleConfig } from '../../src/space/sample.ts';
import { createSpace } from '../../src/space/space.ts';
import { loadSpec } from '../../src/spec/load.ts';
import { results, searchTrial, unscored } from './fixtures.ts';
import { hostile } from './hostile.ts';

const block: ParameterDefinitions = {
  block: {
    type: 'choice',
    options: {
      conv: {
        filters: { type: 'int', min: 1, max: 64 },
        pool: { type: 'choice', values: ['none', 'max'] },
      },
      residual: { filters: { type: 'int', min: 1, max: 64 }, skip: { type: 'bool' } },
      dense: { units: { type: 'int', min: 1, max: 64 } },
    },
  },
  dropout: { type: 'float', min: 0, max: 0.5 },
};
const flat = createSpace({ blocks: { type: 'repeat', min: 1, max: 12, of: block } });
const staged = createSpace({
  stages: {
    type: 'repeat',
    min: 1,
    max: 3,
    of: { filters: { type: 'int', min: 1, max: 64 }, blocks: { type: 'repeat', min: 1, max: 2, of: block } },
  },
});
const conv = (at: string, filters: number, pool = 'none'): Config => ({
  [`${at}.block`]: 'conv',
  [`${at}.block.conv.filters`]: filters,
  [`${at}.block.conv.pool`]: pool,
  [`${at}.dropout`]: 0,
});
const residual = (at: string, filters: number, dropout = 0): Config => ({
  [`${at}.block`]: 'residual',
  [`${at}.block.residual.filters`]: filters,
  [`${at}.block.residual.skip`]: true,
  [`${at}.dropout`]: dropout,
});

test('an architecture is drawn as a chain of its blocks, with shortcuts and stages', async () => {
  const chain = {
    blocks: 3,
    ...conv('blocks[0]', 16, 'max'),
    ...residual('blocks[1]', 16, 0.2),
    ...residual('blocks[2]', 32),
  };
  const nested = {
    stages: 2,
    'stages[0].filters': 8,
    'stages[0].blocks': 1,
    ...conv('stages[0].blocks[0]', 8),
    'stages[1].filters': 16,
    'stages[1].blocks': 2,
    ...conv('stages[1].blocks[0]', 16),
    ...residual('stages[1].blocks[1]', 16),
  };
  const drawings = [...architectureOf(flat, chain), ...architectureOf(staged, nested)].map((stack) =>
    mermaid(stack).join('\n'),
  );
  await expect(`${drawings.join('\n\n')}\n`).toMatchFileSnapshot('__golden__/architecture.mmd');
});

test('one block, and a space without repeats, are no picture', () => {
  expect(architectureOf(flat, { blocks: 1, ...conv('blocks[0]', 4) })).toEqual([]);
  expect(architectureOf(createSpace({ rate: { type: 'float', min: 0, max: 1 } }), { rate: 0.5 })).toEqual([]);
});

test('the comment has the drawing below the config; a long one goes downwards and is folded', () => {
  const of = (count: number) => {
    const config = Object.assign(
      { blocks: count },
      ...Array.from({ length: count }, (_, i) => conv(`blocks[${i}]`, i + 1)),
    );
    const trials = [searchTrial(1, { config, origin: 'model' })];
    return renderComment({ ...results, space: flat, study: { ...results.study, trials } })[0];
  };
  expect(of(2)).toContain('Its `blocks`:\n\n```mermaid\nflowchart LR\n');
  expect(of(12)).toContain(
    '<summary><code>blocks</code> of trial <code>#1</code>, drawn</summary>\n\n```mermaid\nflowchart TD\n',
  );
});

test('whatever values are called, a label is a quoted text of letters and digits', () => {
  const values = fc.oneof(fc.constantFrom(...hostile.map((text) => text.slice(0, 300))), fc.string());
  fc.assert(
    fc.property(values, values, (kind, value) => {
      const space = createSpace({
        layers: {
          type: 'repeat',
          min: 2,
          max: 2,
          of: { type: { type: 'constant', value: kind }, size: { type: 'constant', value } },
        },
      });
      const config = {
        layers: 2,
        'layers[0].type': kind,
        'layers[0].size': value,
        'layers[1].type': kind,
        'layers[1].size': value,
      };
      for (const line of mermaid(architectureOf(space, config)[0]!).slice(2, 4))
        expect(line).toMatch(
          /^ {2}b\d\["[\p{L}\p{M}\p{N} _.,+−·…-]+(<br\/>[\p{L}\p{M}\p{N} _.,+−·…-]+)*"\]$/u,
        );
    }),
  );
});

/** No block that needs an image stands behind a dense one. */
function fits(config: Config): boolean {
  const kinds = Array.from({ length: Number(config['blocks']) }, (_, i) => config[`blocks[${i}].block`]);
  return kinds.every((kind, i) => kind === 'dense' || !kinds.slice(0, i).includes('dense'));
}

test('the comment on the example of architecture search', async () => {
  const file = 'examples/architecture/tune.yml';
  const spec = loadSpec(file, readFileSync(file, 'utf8'));
  const space = createSpace(spec.params);
  const configs = Array.from({ length: 24 }, (_, trial) =>
    trial === 0 ? space.incumbent! : sampleConfig(space, randomStream(trial, 'architecture example')),
  );
  const trials = configs.map((config, trial) => {
    const about = { config, origin: trial === 0 ? 'incumbent' : trial < 6 ? 'try first' : 'mutation of #3' };
    if (!fits(config))
      return unscored(trial, {
        ...about,
        state: 'failed',
        reason: 'infeasible',
        message:
          'InfeasibleConfig: blocks[2] (conv): needs an image or a sequence, but what is before it gives a vector of 64',
      });
    const size = Number(config['blocks']);
    const score = 0.9 + 0.02 * size - 0.004 * ((trial * 5) % 11);
    const costs = {
      synflow: 3.1 * size + ((trial * 3) % 4),
      jacob_cov: -40 - ((trial * 7) % 13),
      flops: 90_000 * size + 5000 * trial,
      model_bytes: 12_000 * size + 1000 * trial,
    };
    return searchTrial(trial, {
      ...about,
      score,
      resource: 4,
      metrics: { val_accuracy: score, ...costs },
      reports: [1, 2, 3, 4].map((step) => ({
        step,
        metrics: { val_accuracy: score - 0.1 / step + 0.003 * (trial % 3), ...costs },
      })),
    });
  });
  const { constraints, metric } = spec;
  const study = { ...results.study, name: spec.name, metric, constraints, strategy: 'evolution', trials };
  const { verdict: _, base: __, baseConfig: ___, ...others } = results;
  await expect(renderComment({ ...others, space, study, specPath: file })[0]).toMatchFileSnapshot(
    '__golden__/comment-architecture.md',
  );
});
