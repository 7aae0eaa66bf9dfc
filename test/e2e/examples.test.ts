import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { renderComment } from '../../src/report/markdown.ts';
import type { Results } from '../../src/report/results.ts';
import { loadResults } from '../../src/session/facts.ts';
import { readSpec } from '../../src/session/load-spec.ts';
import { placeOf } from '../../src/session/place.ts';
import { commit, newRepository } from '../github/git-fixture.ts';
import { builtCommandLine } from '../support/built-host.ts';

// The examples of models from data, each in a repository of its own: a change of what ships, and the comment on it.

interface Example {
  /** No more than there are configs to begin with, so that no change of a strategy changes the comment. */
  readonly trials: number;
  /** What a pull request changes in `tune.yml`: text and what stands there instead. */
  readonly change: readonly [string, string];
  /** Data to ask the model, relative to the example. */
  readonly ask: string;
  /** The exit code of the run: 1 where the change makes the model worse. */
  readonly status?: number;
}

const examples: Readonly<Record<string, Example>> = {
  tabular: {
    trials: 6,
    change: [
      'search: {',
      'params:\n  family: { type: choice, values: [trees, network, linear], default: linear }\nsearch: {',
    ],
    ask: 'data/wine.csv',
  },
  'tabular-regression': {
    trials: 6,
    change: [
      'search: {',
      'params:\n  family: { type: choice, values: [trees, network, linear], default: linear }\nsearch: {',
    ],
    ask: 'data/cars.csv',
    status: 1,
  },
  'text-classification': {
    trials: 3,
    change: [
      'search: {',
      'params:\n  bag_sublinear: { type: bool, default: true, when: { family: bag } }\nsearch: {',
    ],
    ask: 'data/packages.csv',
  },
  'text-regression': {
    trials: 3,
    change: [
      'search: {',
      'params:\n  bag_sublinear: { type: bool, default: true, when: { family: bag } }\nsearch: {',
    ],
    ask: 'data/packages.csv',
  },
  forecasting: {
    trials: 6,
    change: [
      'search: {',
      'params:\n  smoothing_trend: { type: choice, values: [none, linear, damped], default: damped, when: { family: smoothing } }\nsearch: {',
    ],
    ask: 'data/unemployment.csv',
  },
  'image-classification': {
    // Linear models and networks only: convnets take minutes where a machine is busy.
    trials: 2,
    change: ['default: linear }', 'default: network }'],
    ask: 'data/digits/3',
  },
  'image-regression': {
    // Linear models and networks only: convnets take minutes where a machine is busy.
    trials: 2,
    change: ['default: linear }', 'default: network }'],
    ask: 'data/slant.npz',
    status: 1,
  },
};

test.each(Object.entries(examples))(
  '%s: the comment on a pull request, and the model',
  async (name, of) => {
    const folder = newRepository();
    cpSync(path.join('examples', name), folder, { recursive: true });
    commit(folder, {}, 'example');
    const spec = readFileSync(path.join(folder, 'tune.yml'), 'utf8');
    expect(spec).toContain(of.change[0]);
    commit(folder, { 'tune.yml': spec.replace(...(of.change as [string, string])) });
    const cli = await builtCommandLine();
    const tunegate = (...args: string[]) =>
      spawnSync(process.execPath, [cli, ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, CI: 'true', NO_COLOR: '1' },
      });
    const run = tunegate(
      'run',
      '--base',
      'HEAD~1',
      '--trials',
      String(of.trials),
      '--time',
      '20m',
      '--workers',
      '1',
    );
    expect(run.status, run.stderr).toBe(of.status ?? 0);
    const loaded = readSpec(path.join(folder, 'tune.yml'), 'tune.yml');
    const place = await placeOf(loaded);
    const results = loadResults(place.folder, loaded, place.specPath);
    expect(results.model?.ensemble.test).toBeDefined();
    await expect(renderComment(timeless(results))[0]).toMatchFileSnapshot(`__golden__/comment-${name}.md`);

    tunegate('export', '--output', 'model');
    expect(existsSync(path.join(folder, 'model', 'MODEL_CARD.md'))).toBe(true);
    const predicted = tunegate('predict', '--model', 'model', '--data', of.ask).stdout;
    expect(predicted.split('\n', 1)[0]).toContain('prediction');
    expect(predicted.trimEnd().split('\n').length).toBeGreaterThan(1);
  },
  900_000,
);

/** Without what is different on another machine or another day. */
function timeless(results: Results): Results {
  const { study, budget } = results;
  return {
    ...results,
    version: '1.0.0',
    backend: results.backend.replace(/ \(.*\)$/, ''),
    hardware: 'some machine',
    study: { ...study, trials: study.trials.map((trial) => ({ ...trial, durationMs: 1000 })) },
    budget: { ...budget, spent: { ...budget.spent, timeMs: 60_000, gateMs: 10_000 } },
  };
}
