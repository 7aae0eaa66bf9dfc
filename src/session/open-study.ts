import { plural } from '../report/words.ts';
import { foldRecords, type StudyFold } from '../study/fold.ts';
import { StudyChangedError, type StudyIdentity } from '../study/header.ts';
import { type Journal, openJournal, readStudy } from '../study/journal.ts';

/**
 * Goes on with an unfinished journal of the same study; begins a new one otherwise (the old one is kept beside it).
 * A finished study is not gone on with: running again means to measure again.
 *
 * @param how `fresh`: a new one whatever is there
 * @param notice told what becomes of an unfinished study
 */
export async function openStudy(
  file: string,
  identity: StudyIdentity,
  how: 'resume' | 'fresh',
  notice: (text: string) => void,
): Promise<Journal> {
  if (how === 'fresh') return await openJournal(file, identity, { fresh: true });
  try {
    const journal = await openJournal(file, identity);
    const fold = foldRecords(journal.records);
    if (fold.trials.length === 0) return journal;
    const stop = fold.stop?.reason;
    if (stop === 'time' || stop === 'cost' || stop === 'cancelled' || !fold.finished) {
      const ended = endedTrials(fold);
      if (ended > 0) notice(`Going on with the unfinished study: ${ended} of its trials have ended.`);
      return journal;
    }
    journal.close();
  } catch (error) {
    if (!(error instanceof StudyChangedError)) throw error;
    const left = readStudy(file);
    const ended = endedTrials(left);
    if (!left.finished && ended > 0)
      notice(
        `Beginning anew: the unfinished study that is here (${plural(ended, 'trial')} ended) cannot go on, since ` +
          `${error.changes.join(', and ')}.`,
      );
  }
  return await openJournal(file, identity, { fresh: true });
}

/** Trials of the search that are over. */
function endedTrials(fold: StudyFold): number {
  return fold
    .study()
    .trials.filter(({ role, state }) => role === 'search' && state !== 'running' && state !== 'interrupted')
    .length;
}
