import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { changedSince } from '../../github/checkout.ts';
import type { HeadBesideSpec } from '../../github/head.ts';
import { firstOf } from '../../plural.ts';
import { identify } from '../../study/header.ts';
import type { Journal } from '../../study/journal.ts';
import type { StudyRecord } from '../../study/record.ts';
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
      ...(head?.checkout ? { checkout: head.checkout } : {}),
    }),
    {
      how,
      budget: loaded.spec.budget,
      searches,
      notice,
      changedFiles: (begun) => changedFiles(place, begun),
    },
  );
  options.onJournal?.(journal.path);
  if (journal.replaced !== undefined)
    options.say(
      `The study begins anew; the journal of the one before is kept: ${path.relative(place.root, journal.replaced)}.`,
    );
  return journal;
}

/** The files of the code that are not as they were when a study began; undefined where that cannot be told. */
async function changedFiles(
  { repo, specPath }: Place,
  { checkout }: StudyRecord,
): Promise<readonly string[] | undefined> {
  return repo.kind === 'git' && checkout ? await changedSince(repo, checkout, specPath) : undefined;
}

/** How long a run that was cut short may look for what has changed: its time may be up. */
const patienceMs = 1000;

/**
 * Told at the end of a run that was cut short, while it can still be mended: why the study could not go on when it is run again.
 * Undefined where nothing says that it could not.
 */
export async function hinderedWords(place: Place, { header }: Journal): Promise<string | undefined> {
  const late = sleep(patienceMs, undefined, { ref: false });
  const files = await Promise.race([changedFiles(place, header), late]);
  return files === undefined || files.length === 0
    ? undefined
    : `Files that count as code have changed since this study began (${firstOf(files)}), so that it cannot go on when it is run ` +
        'again. Add what trainings write to .gitignore and it can.';
}
