import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConfirmJob, ConfirmStage } from '../../src/confirm/stage.ts';
import { createSpace, type Space } from '../../src/space/space.ts';
import { type Journal, memoryJournal } from '../../src/study/journal.ts';
import { identity } from '../study/doubles.ts';

const at = '2026-01-01T00:00:00.000Z';

/** Appends a training with its end: no score, and it failed. */
function train(
  journal: Journal,
  job: Omit<ConfirmJob, 'role'> & { role: 'search' | 'confirm' },
  score?: number,
) {
  const trial = journal.fold.trials.filter(({ role }) => role === job.role).length;
  const run = `${job.role}.${trial}`;
  const of = { role: job.role, trial, run };
  const { config, seed, code } = job;
  const whose = job.role === 'search' ? {} : { code };
  journal.append({ type: 'start', ...of, segment: 0, config, seed, origin: 'any', worker: 0, at, ...whose });
  if (score === undefined)
    journal.append({
      type: 'end',
      ...of,
      state: 'failed',
      reason: 'crash',
      message: 'no',
      durationMs: 1,
      at,
    });
  else {
    journal.append({ type: 'report', ...of, n: 0, step: 1, metrics: { loss: score } });
    journal.append({ type: 'end', ...of, state: 'completed', score, durationMs: 1, at });
  }
}

const stageOf = ({ fold }: Journal, space: Space, wanted: true | number) =>
  ConfirmStage.of({ space, study: fold.study(), fold, seed: 1, wanted, code: 'a' });

interface Case {
  readonly scores: readonly number[];
  readonly fails: readonly boolean[];
  readonly ships: boolean;
  readonly wanted: true | number;
  readonly noise: number;
}

const cases: fc.Arbitrary<Case> = fc.record({
  scores: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 }),
  fails: fc.infiniteStream(fc.boolean()).map((stream) => [...stream.take(40)]),
  ships: fc.boolean(),
  wanted: fc.oneof(fc.constant(true as const), fc.integer({ min: 1, max: 6 })),
  noise: fc.constantFrom(0, 1),
});

test('however trainings end and in whatever order, each is asked for once, and then the stage is over', () => {
  fc.assert(
    fc.property(cases, fc.infiniteStream(fc.nat()), ({ scores, fails, ships, wanted, noise }, choices) => {
      const space = createSpace({
        x: { type: 'int', min: 0, max: 99, ...(ships ? { default: 99 } : {}) },
      });
      const journal = memoryJournal({ ...identity, metric: { name: 'loss', goal: 'minimize', use: 'last' } });
      for (const [x, score] of scores.entries())
        train(journal, { role: 'search', config: { x }, seed: x, code: 'a' }, score);
      const stage = stageOf(journal, space, wanted);
      if (!(stage instanceof ConfirmStage)) throw new Error('there are trials to confirm');
      const { candidates, choiceSeeds, finalSeeds } = stage.plan;
      const asked: string[] = [];
      for (let { due } = stage; due.length > 0; { due } = stage) {
        const job = due[choices.next().value! % due.length]!;
        asked.push(JSON.stringify([job.config, job.seed]));
        const failed = fails[asked.length % fails.length]!;
        train(journal, job, failed ? undefined : scores[job.config['x'] as number]! + noise * (job.seed % 7));
      }
      expect(new Set(asked).size).toBe(asked.length);
      expect(asked.length).toBeLessThanOrEqual(candidates * choiceSeeds + finalSeeds * (ships ? 2 : 1));
      const { confirmation } = stage;
      expect(stage.candidates.map(({ trial }) => trial)).toContain(confirmation.trial);
      if (!confirmation.deterministic) expect(confirmation.final).toHaveLength(finalSeeds);
      // Another process that reads the journal says the same.
      const other = stageOf(journal, space, wanted);
      expect(other).toMatchObject({ due: [], confirmation });
    }),
    { numRuns: 300 },
  );
});

test('nothing is trained again where no trial has completed, or what ships alone has', () => {
  const space = createSpace({ x: { type: 'int', min: 0, max: 9, default: 3 } });
  const journal = memoryJournal({ ...identity, metric: { name: 'loss', goal: 'minimize', use: 'last' } });
  const stage = () => stageOf(journal, space, true);
  expect(stage()).toBeUndefined();
  train(journal, { role: 'search', config: { x: 1 }, seed: 1, code: 'a' });
  train(journal, { role: 'search', config: { x: 3 }, seed: 2, code: 'a' }, 0.5);
  expect(stage()).toBeUndefined();
  train(journal, { role: 'search', config: { x: 4 }, seed: 3, code: 'a' }, 0.7);
  expect(stage()).toMatchObject({ plan: { candidates: 1, finalSeeds: 3 } });
});
