import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Results } from '../report/results.ts';
import { epochsTrained } from '../study/epochs.ts';
import { foldRecords } from '../study/fold.ts';
import { readJournal } from '../study/journal.ts';
import { type StudyTimes, studyTimes } from '../study/times.ts';
import { version } from '../version.ts';
import type { LoadedSpec } from './load-spec.ts';
import { studyFiles } from './study-folder.ts';

/** What a report says beside the journal and the space: when it was made, on what, compared with what. */
type Facts = Omit<Results, 'study' | 'space'>;

const factsFile = 'facts.json';

/** Keeps what a later `tunegate report` cannot learn from the journal. */
export function saveFacts(folder: string, results: Results): void {
  const { study: _, space: __, ...facts } = results;
  writeFileSync(path.join(folder, factsFile), `${JSON.stringify(facts, null, 2)}\n`);
}

/**
 * The results of the last study of a spec, finished or not.
 *
 * @throws {JournalError} when there is no study, or its journal is damaged
 */
export function loadResults(folder: string, loaded: LoadedSpec, specPath: string): Results {
  const records = readJournal(path.join(folder, studyFiles.journal));
  const fold = foldRecords(records);
  const study = fold.study();
  const file = path.join(folder, factsFile);
  const search = study.trials.filter(({ role }) => role === 'search');
  const facts: Facts =
    study.stop && existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Facts)
      : {
          version,
          budget: {
            planned: { workers: 1 },
            spent: {
              timeMs: study.trials.reduce((sum, { durationMs }) => sum + durationMs, 0),
              gateMs: 0,
              trials: search.filter(({ state }) => state !== 'running' && state !== 'interrupted').length,
              epochs: epochsTrained(fold),
            },
          },
          backend: study.trials.find(({ backend }) => backend !== undefined)?.backend ?? 'unknown',
          hardware: 'unknown',
          specPath,
          notices: ['The study was ended before it could report: what follows is what its journal holds.'],
        };
  return { ...facts, study, space: loaded.space };
}

/** When the trials of the last study ran. */
export function timesOf(folder: string): StudyTimes {
  return studyTimes(readJournal(path.join(folder, studyFiles.journal)));
}
