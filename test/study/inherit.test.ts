import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { EvolutionStrategy } from '../../src/search/evolution.ts';
import { LocalStrategy } from '../../src/search/local.ts';
import type { SearchProblem } from '../../src/search/strategy.ts';
import { createSpace } from '../../src/space/space.ts';
import { type Training, temporaryFolder } from './fakes.ts';
import { run } from './run.ts';

const space = createSpace({
  units: { type: 'int', min: 1, max: 40, default: 4 },
  kind: { type: 'choice', values: ['a', 'b', 'c'], default: 'a' },
});
const problem = (inherits: boolean): SearchProblem => ({
  space,
  seed: 3,
  trials: 40,
  ...(space.incumbent ? { incumbent: space.incumbent } : {}),
  ...(inherits ? { inherits } : {}),
});

/** Trains by writing its config into its checkpoints, and notes whose it was given. */
function breeding() {
  const families: { readonly child: object; readonly parent: object; readonly there: boolean }[] = [];
  const kept: number[] = [];
  const train: Training = ({ config, parent, leavesWeights, checkpoints, onReport }) => {
    kept.push(readdirSync(path.dirname(checkpoints)).length);
    if (parent)
      families.push({
        child: config,
        parent: parent.config,
        there: existsSync(path.join(parent.checkpoints, 'weights')),
      });
    if (leavesWeights) writeFileSync(path.join(checkpoints, 'weights'), JSON.stringify(config));
    onReport({
      step: 1,
      metrics: { accuracy: Number(config['units']) / 40 + (config['kind'] === 'b' ? 0.5 : 0) },
    });
    return 'completed';
  };
  return { families, kept, train };
}

const strategies = {
  evolution: (of: SearchProblem) => new EvolutionStrategy(of),
  local: (of: SearchProblem) => new LocalStrategy(of),
};

test.each(Object.entries(strategies))(
  '%s: a child is given the weights of the trial that it is a change of',
  async (_, make) => {
    const { families, kept, train } = breeding();
    await run({ strategy: make(problem(true)), train, inherits: true, budget: { trials: 40 } });
    expect(families.length).toBeGreaterThan(15);
    const near = families.filter(({ child, parent }) => {
      const entries = Object.entries(parent);
      return (
        entries.filter(([name, value]) => (child as Record<string, unknown>)[name] === value).length === 1
      );
    });
    // Nearly all: where single changes are used up, evolution makes two.
    expect(near.length / families.length).toBeGreaterThan(0.8);
    expect(families.filter(({ there }) => there).length / families.length).toBeGreaterThan(0.9);
    // Those that can have no more children are deleted.
    expect(Math.max(...kept)).toBeLessThan(14);
  },
);

test('without `inherits` nothing is handed on or kept', async () => {
  const { families, kept, train } = breeding();
  await run({ strategy: strategies.evolution(problem(false)), train, budget: { trials: 40 } });
  expect(families).toEqual([]);
  expect(Math.max(...kept)).toBeLessThan(4);
});

test('a child that a kill cut short has the same parent again', async () => {
  const folder = temporaryFolder();
  const { families, train } = breeding();
  const abort = new AbortController();
  const killed: Training = (request) => {
    if (request.parent && families.length === 3) {
      abort.abort('by test');
      families.push({ child: request.config, parent: request.parent.config, there: true });
      return 'interrupted';
    }
    return train(request);
  };
  const setup = { folder, inherits: true, budget: { trials: 40 } };
  await run({ ...setup, strategy: strategies.evolution(problem(true)), train: killed, signal: abort.signal });
  expect(families).toHaveLength(4);
  await run({ ...setup, strategy: strategies.evolution(problem(true)), train });
  expect(families[4]).toEqual(families[3]);
});
