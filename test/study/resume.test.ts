import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJournal } from '../../src/study/journal.ts';
import { climb, forever, HistoryStrategy, ListStrategy, type Training, temporaryFolder } from './fakes.ts';
import { essence, run } from './run.ts';

test('cut at any record and resumed, one worker ends with the very same study', async () => {
  const folder = temporaryFolder();
  // The search has trials that complete, are pruned and fail.
  const train: Training = (request) =>
    Number(request.config['x']) > 0.9 ? { reason: 'not-finite', message: 'loss is NaN' } : climb(request);
  const budget = { trials: 12, resource: 3 };
  const whole = await run({ folder, budget, train });
  const lines = readFileSync(path.join(folder, 'journal.jsonl'), 'utf8').trimEnd().split('\n');
  expect(new Set(whole.trials.map((trial) => trial.state)).size).toBe(3);
  for (let kept = 1; kept < lines.length; kept += 1) {
    const later = temporaryFolder();
    writeFileSync(
      path.join(later, 'journal.jsonl'),
      `${lines.slice(0, kept).join('\n')}\n${lines[kept]?.slice(0, 9)}`,
    );
    const strategy = new HistoryStrategy();
    const resumed = await run({ folder: later, budget, train, strategy });
    expect(essence(resumed)).toEqual(essence(whole));
    expect(resumed.stop).toEqual(whole.stop);
  }
});

test('cut at several records in a row, several workers end with the same configs and scores', async () => {
  const byNumber = () =>
    new ListStrategy((starts) => ({
      kind: 'new',
      config: { x: ((starts * 37) % 100) / 100 },
      origin: 'list',
    }));
  const budget = { trials: 9 };
  const later: Training = async (request) => {
    await new Promise((resolve) => setTimeout(resolve, (request.seed * 7) % 3));
    return climb(request);
  };
  const whole = await run({ budget, train: later, strategy: byNumber(), workers: 2 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 }),
      async (cuts) => {
        const folder = temporaryFolder();
        const file = path.join(folder, 'journal.jsonl');
        let study = await run({ folder, budget, train: later, strategy: byNumber(), workers: 2 });
        for (const cut of cuts) {
          writeFileSync(file, `${readFileSync(file, 'utf8').split('\n').slice(0, cut).join('\n')}\n`);
          study = await run({ folder, budget, train: later, strategy: byNumber(), workers: 2 });
        }
        expect(essence(study)).toEqual(essence(whole));
      },
    ),
    { numRuns: 20 },
  );
});

test('a study whose budget is spent starts nothing and leaves its journal alone; a larger budget goes on', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'journal.jsonl');
  await run({ folder, budget: { trials: 3 } });
  const before = readFileSync(file, 'utf8');
  const same = await run({ folder, budget: { trials: 3 }, train: forever });
  expect(same.stop?.reason).toBe('trials');
  expect(readFileSync(file, 'utf8')).toBe(before);
  const more = await run({ folder, budget: { trials: 5 } });
  expect(more.trials).toHaveLength(5);
  expect(essence(more)).toEqual(essence(await run({ budget: { trials: 5 } })));
  expect(readJournal(file).filter((record) => record.type === 'resume')).toHaveLength(1);
});

/** Two trials to resource 1; the better one goes on to 3, then to 9. */
const rungs = () =>
  new ListStrategy((starts, tells) => {
    if (tells < starts) return { kind: 'wait' };
    if (starts < 2) return { kind: 'new', config: { x: starts / 2 + 0.25 }, origin: 'rung 0', resource: 1 };
    if (starts < 4) return { kind: 'resume', trial: 1, resource: starts === 2 ? 3 : 9, origin: 'promoted' };
    return { kind: 'exhausted', reason: 'the last rung is full' };
  });

/** Keeps its epoch in the checkpoint folder and goes on from there. */
const withCheckpoints: Training = ({ checkpoints, resource = 0, config, onReport }) => {
  const file = path.join(checkpoints, 'epoch');
  let epoch = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  while (epoch < resource) {
    epoch += 1;
    writeFileSync(file, String(epoch));
    onReport({ step: epoch, metrics: { accuracy: Number(config['x']) + epoch / 100 } });
  }
  return 'completed';
};

test('a trial that goes on to higher resources is one trial, with its checkpoints', async () => {
  const folder = temporaryFolder();
  const strategy = rungs();
  const study = await run({ folder, strategy, train: withCheckpoints, budget: { trials: 2 } });
  expect(study.stop?.reason).toBe('exhausted');
  expect(study.trials).toHaveLength(2);
  expect(study.trials[1]).toMatchObject({ state: 'completed', resource: 9, score: 0.84, durationMs: 30 });
  expect(study.trials[1]?.reports.map((report) => report.step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(strategy.calls.filter((call) => (call as unknown[])[0] !== 'report')).toEqual([
    ['start', 0, { x: 0.25 }, 1],
    ['tell', 0, { state: 'completed', loss: -0.26, resource: 1 }],
    ['start', 1, { x: 0.75 }, 1],
    ['tell', 1, { state: 'completed', loss: -0.76, resource: 1 }],
    ['start', 1, { x: 0.75 }, 3],
    ['tell', 1, { state: 'completed', loss: -0.78, resource: 3 }],
    ['start', 1, { x: 0.75 }, 9],
    ['tell', 1, { state: 'completed', loss: -0.84, resource: 9 }],
  ]);
  // Checkpoints that a later segment has taken over are gone.
  expect(readdirSync(path.join(folder, 'checkpoints')).sort()).toEqual(['0', '1.2']);
});

test('cut within a later segment, it begins again from the checkpoints of the one before', async () => {
  const whole = await run({ strategy: rungs(), train: withCheckpoints });
  for (const cutAt of [2, 3, 5, 9]) {
    const folder = temporaryFolder();
    const abort = new AbortController();
    const cut: Training = (request) =>
      withCheckpoints({
        ...request,
        onReport: (report) => {
          const decision = request.onReport(report);
          if (request.trial === 1 && report.step === cutAt) {
            abort.abort('test');
            throw new Error('cut');
          }
          return decision;
        },
      });
    const interruptible: Training = async (request) => {
      try {
        return await cut(request);
      } catch {
        return 'interrupted';
      }
    };
    const study = await run({ folder, strategy: rungs(), train: interruptible, signal: abort.signal });
    expect(study.stop?.reason).toBe('cancelled');
    // What the trial had reached stands, without what the cut segment said.
    expect(study.trials[1]).toMatchObject(
      cutAt <= 3
        ? { state: 'completed', resource: 1, score: 0.76 }
        : { state: 'completed', resource: 3, score: 0.78 },
    );
    const resumed = await run({ folder, strategy: rungs(), train: withCheckpoints });
    expect(essence(resumed)).toEqual(essence(whole));
  }
});

test('files of a run that was cut are gone when it is repeated', async () => {
  const folder = temporaryFolder();
  const abort = new AbortController();
  const leavesFiles: Training = (request) => {
    mkdirSync(request.folder, { recursive: true });
    writeFileSync(path.join(request.folder, 'metrics.jsonl'), '{"step":1}\n');
    writeFileSync(path.join(request.checkpoints, 'weights'), 'half');
    abort.abort();
    return 'interrupted';
  };
  await run({ folder, train: leavesFiles, signal: abort.signal });
  const seen: boolean[] = [];
  const looks: Training = (request) => {
    seen.push(existsSync(path.join(request.folder, 'metrics.jsonl')));
    seen.push(existsSync(path.join(request.checkpoints, 'weights')));
    return climb(request);
  };
  await run({ folder, train: looks, budget: { trials: 1 } });
  expect(seen).toEqual([false, false]);
});
