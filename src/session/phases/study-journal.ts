import path from 'node:path';
import type { HeadBesideSpec } from '../../github/head.ts';
import { identify } from '../../study/header.ts';
import type { Journal } from '../../study/journal.ts';
import type { LoadedSpec } from '../load-spec.ts';
import { openStudy } from '../open-study.ts';
import type { Place } from '../place.ts';
import { studyFiles } from '../study-folder.ts';

export interface StudyJournalOptions {
  readonly loaded: LoadedSpec;
  readonly place: Place;
  /** Absent outside of git. */
  readonly head: HeadBesideSpec | undefined;
  /** Name of the strategy that was chosen. */
  readonly strategy: string;
  /** `resume`: an unfinished study of the same spec and code goes on. `fresh`: begin anew, the old journal is kept. */
  readonly how: 'resume' | 'fresh';
  /** Whether anything is searched. */
  readonly searches: boolean;
  readonly notice: (text: string) => void;
  /** Told of an old journal that was kept. */
  readonly say: (text: string) => void;
  /** Told the path of the journal once it is open. */
  readonly onJournal?: (file: string) => void;
}

/** The journal of the study that a session goes on with or begins. */
export async function openStudyJournal(options: StudyJournalOptions): Promise<Journal> {
  const { loaded, place, head, strategy, how, searches, notice } = options;
  const journal = await openStudy(
    path.join(place.folder, studyFiles.journal),
    identify(loaded.spec, {
      space: loaded.space,
      strategy,
      trained: { trial: loaded.spec.trial },
      // What of the spec makes another study stands apart.
      code: head?.withoutSpec ?? 'unknown',
    }),
    { how, budget: loaded.spec.budget, searches, notice },
  );
  options.onJournal?.(journal.path);
  if (journal.replaced !== undefined)
    options.say(
      `The study begins anew; the journal of the one before is kept: ${path.relative(place.root, journal.replaced)}.`,
    );
  return journal;
}
