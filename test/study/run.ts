import path from 'node:path';
import type { Strategy } from '../../src/search/strategy.ts';
import type { StudyIdentity } from '../../src/study/header.ts';
import { openJournal } from '../../src/study/journal.ts';
import { type RunStudyOptions, runStudy } from '../../src/study/loop.ts';
import type { Study } from '../../src/study/study.ts';
import {
  climb,
  FakeRunner,
  HistoryStrategy,
  identity,
  space,
  type Training,
  temporaryFolder,
} from './fakes.ts';

export interface Setup extends Partial<Omit<RunStudyOptions, 'strategy' | 'journal' | 'runners' | 'folder'>> {
  readonly strategy?: Strategy;
  readonly train?: Training;
  readonly workers?: number;
  readonly folder?: string;
  readonly identity?: StudyIdentity;
  readonly runners?: readonly FakeRunner[];
}

/** Opens the journal, runs, closes: what a process does. */
export async function run(setup: Setup): Promise<Study> {
  const {
    strategy = new HistoryStrategy(),
    train = climb,
    workers = 1,
    folder = temporaryFolder(),
    ...rest
  } = setup;
  const journal = await openJournal(path.join(folder, 'journal.jsonl'), setup.identity ?? identity);
  try {
    return await runStudy({
      space,
      strategy,
      journal,
      runners: Array.from({ length: workers }, () => new FakeRunner(train)),
      budget: {},
      seedOf: (trial) => 100 + trial,
      folder,
      ...rest,
    });
  } finally {
    journal.close();
  }
}

/** What must not depend on kills. */
export const essence = (study: Study) =>
  study.trials.map(({ trial, config, seed, origin, state, score, reports, reason }) => ({
    trial,
    config,
    seed,
    origin,
    state,
    score,
    reports,
    reason,
  }));
