import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Confirming } from '../ask-tell/confirming.ts';
import type { Results } from '../report/results.ts';
import type { ParameterDefinitions } from '../space/parameter.ts';
import { createSpace, type Space } from '../space/space.ts';
import type { DrivenSpec } from '../spec/spec.ts';
import { keepFile } from '../storage.ts';
import { epochsTrained } from '../study/epochs.ts';
import { fingerprint } from '../study/fingerprint.ts';
import type { StudyFold } from '../study/fold.ts';
import { readJournal, readStudy } from '../study/journal.ts';
import { endedTrials, type Study } from '../study/study.ts';
import { type StudyTimes, studyTimes } from '../study/times.ts';
import { version } from '../version.ts';
import { asItWas } from './as-it-was.ts';
import { plannedOf } from './budget.ts';
import { discovers, type LoadedSpec } from './load-spec.ts';
import { rankNotice } from './phases/rank-notice.ts';
import { canResume } from './phases/resumes.ts';
import { studyFiles } from './study-folder.ts';

/** What a report says beside the journal and the space: when it was made, on what, compared with what. */
type Facts = Omit<Results, 'study' | 'space'>;

const factsFile = 'facts.json';

/** Keeps what a later `tunegate report` cannot learn from the journal. */
export function saveFacts(folder: string, results: Results): void {
  const { study: _, space: __, ...facts } = results;
  keepFile(path.join(folder, factsFile), `${JSON.stringify(facts, null, 2)}\n`);
}

/** Keeps the parameters that were found in the code of a study, since a report does not run that code again. */
export function saveFoundParams(folder: string, params: ParameterDefinitions): void {
  keepFile(path.join(folder, studyFiles.foundParams), `${JSON.stringify(params, null, 2)}\n`);
}

/** The space of a study: where its code says what there is to search, as it was found when the study ran. */
function spaceOf(folder: string, { header }: StudyFold, loaded: LoadedSpec): Space {
  const file = path.join(folder, studyFiles.foundParams);
  if (!discovers(loaded.spec) || !existsSync(file)) return loaded.space;
  const found = createSpace(JSON.parse(readFileSync(file, 'utf8')) as ParameterDefinitions);
  return fingerprint(found.parameters) === header.space ? found : loaded.space;
}

/**
 * The results of the last study of a spec, finished or not.
 *
 * @throws {JournalError} when there is no study, or its journal is damaged
 */
export function loadResults(folder: string, loaded: LoadedSpec, specPath: string): Results {
  const fold = readStudy(path.join(folder, studyFiles.journal));
  const study = fold.study();
  const { spec } = loaded;
  const facts = keptFacts(folder, study) ?? {
    ...factsOf(fold, study, { workers: 1 }, specPath, canResume(spec.trial, loaded.folder)),
    notices: ['The study was ended before it could report: what follows is what its journal holds.'],
  };
  const space = spaceOf(folder, fold, loaded);
  return asItWas({ ...facts, study, space }, fold.header, spec, discovers(spec));
}

/** What the last run said of the study that is here; undefined when it was ended before it could. */
export function keptFacts(folder: string, { stop, trials }: Study): Facts | undefined {
  const file = path.join(folder, factsFile);
  if (!existsSync(file)) return undefined;
  const { gateOnly, ...facts } = JSON.parse(readFileSync(file, 'utf8')) as Facts;
  const searched = trials.some(({ role }) => role === 'search');
  if (searched) return stop ? facts : undefined;
  return gateOnly ? { ...facts, gateOnly } : stop && facts;
}

/**
 * The results so far of a search that another program drives.
 *
 * @throws {JournalError} when there is none, or its journal is damaged
 */
export function loadDrivenResults(journal: string, spec: DrivenSpec, specPath: string): Results {
  const fold = readStudy(journal);
  const study = fold.study();
  // Time is for the driver to watch.
  const { time: _, cost: __, price: ___, ...budget } = spec.budget;
  const planned = plannedOf(budget, budget.workers === 'auto' ? 1 : budget.workers);
  const space = createSpace(spec.params);
  const facts = factsOf(fold, study, planned, specPath, spec.trial.resume);
  // Of another space nothing says what was to be trained again.
  const confirming = fingerprint(space.parameters) === fold.header.space && new Confirming(spec, space, fold);
  const { confirmation, notices = [], next } = confirming || {};
  const toCome =
    study.stop && next
      ? ['The best configs are to be trained on further fresh seeds: the next ask goes on with that.']
      : [];
  return asItWas(
    {
      ...facts,
      notices: [...facts.notices, rankNotice(study, spec) ?? [], ...notices, ...toCome].flat(),
      ...(confirmation ? { confirmation } : {}),
      driven: true,
      study,
      space,
    },
    fold.header,
    spec,
  );
}

/** What a journal alone tells. */
function factsOf(
  fold: StudyFold,
  { trials }: Study,
  planned: Facts['budget']['planned'],
  specPath: string,
  resumable: boolean,
): Facts {
  return {
    version,
    budget: {
      planned,
      spent: {
        timeMs: trials.reduce((sum, { durationMs }) => sum + durationMs, 0),
        gateMs: 0,
        trials: endedTrials(trials).length,
        epochs: epochsTrained(fold, resumable),
      },
    },
    backend: trials.find(({ backend }) => backend !== undefined)?.backend ?? 'unknown',
    hardware: 'unknown',
    specPath,
    notices: [],
  };
}

/** When the trials of a journal ran. */
export function timesOf(journal: string): StudyTimes {
  return studyTimes(readJournal(journal));
}
