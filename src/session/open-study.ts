import { plural } from '../plural.ts';
import type { BudgetSpec } from '../spec/spec.ts';
import { countFinished } from '../study/budget.ts';
import { earlyEndOf, nothingToGain } from '../study/early-end.ts';
import { epochsSpent } from '../study/epochs.ts';
import type { StudyFold } from '../study/fold.ts';
import { StudyChangedError, type StudyIdentity } from '../study/header.ts';
import { type Journal, type OpenOptions, openJournal, readStudy } from '../study/journal.ts';
import { endedTrials } from '../study/study.ts';

type SearchBudget = Pick<BudgetSpec, 'trials' | 'epochs' | 'total-epochs' | 'no-improvement' | 'early-end'>;

export interface OpenStudyOptions extends Pick<OpenOptions, 'changedFiles'> {
  /** `fresh`: a new one whatever is there. */
  readonly how: 'resume' | 'fresh';
  /** What there is to spend now. */
  readonly budget: SearchBudget;
  /** Whether anything is searched: otherwise the study is there for what it has trained. */
  readonly searches: boolean;
  /** Told what becomes of an unfinished study, and of one whose budget has grown. */
  readonly notice: (text: string) => void;
}

/**
 * Goes on with an unfinished journal of the same study; begins a new one otherwise (the old one is kept beside it).
 * A finished study is not gone on with, since running again means to measure again, unless its budget has grown or nothing is
 * searched: a comparison leaves it as it is.
 */
export async function openStudy(
  file: string,
  identity: StudyIdentity,
  { how, budget, searches, notice, ...open }: OpenStudyOptions,
): Promise<Journal> {
  if (how === 'fresh') return await openJournal(file, identity, { fresh: true });
  try {
    const journal = await openJournal(file, identity, open);
    const { fold } = journal;
    if (fold.trials.length === 0) return journal;
    const room = isUnfinished(fold) ? undefined : newRoom(budget, fold);
    if (isUnfinished(fold) || room || !searches) {
      const ended = endedTrials(fold.study().trials).length;
      const which = room ? `the study, since ${room.why}` : 'the unfinished study';
      if (ended > 0 && !searches)
        notice(
          `The study that is here (${plural(ended, 'trial')} ended) stays as it is; what it has trained for the comparison counts.`,
        );
      else if (ended > 0)
        notice(
          `Going on with ${which}: ${ended} of its trials ${ended === 1 ? 'has' : 'have'} ended.` +
            keptStrategy(journal.header.strategy, identity.strategy),
        );
      return journal;
    }
    journal.close();
  } catch (error) {
    if (!(error instanceof StudyChangedError)) throw error;
    const left = readStudy(file);
    const ended = endedTrials(left.study().trials).length;
    const room = isUnfinished(left) ? undefined : newRoom(budget, left);
    if (ended > 0 && (isUnfinished(left) || room)) {
      const which = room ? 'study' : 'unfinished study';
      notice(
        `Beginning anew: the ${which} that is here (${plural(ended, 'trial')} ended) cannot go on${room?.how ?? ''}, since ` +
          `${error.changes.join(', and ')}.`,
      );
    }
  }
  return await openJournal(file, identity, { fresh: true });
}

/** For people, where `auto` chose another strategy when the study began than it would now. */
function keptStrategy(begun: string, now: string): string {
  return begun === now
    ? ''
    : ` It keeps the strategy that it was begun with, ${begun}; anew \`auto\` would choose ${now}.`;
}

/** Whether a study was cut short, so that running again goes on with it. */
export function isUnfinished({ stop, finished }: StudyFold): boolean {
  return stop?.reason === 'time' || stop?.reason === 'cost' || stop?.reason === 'cancelled' || !finished;
}

/** That a study which its budget has ended may go on by what the budget is now, in words for two sentences. */
interface Room {
  readonly why: string;
  readonly how: string;
}

function newRoom(budget: SearchBudget, fold: StudyFold): Room | undefined {
  if (!hasRoom(budget, fold)) return undefined;
  const gone = limitGone(budget, fold);
  return gone === undefined
    ? { why: 'its budget has grown', how: ' with its larger budget' }
    : { why: `the ${gone} that ended it is gone`, how: ` without the ${gone} that ended it` };
}

/** What ended the study, where the budget of now has none of it: that may be a smaller one all the same. */
function limitGone(budget: SearchBudget, { stop }: StudyFold): string | undefined {
  const { trials, 'total-epochs': total, 'no-improvement': rows, 'early-end': early } = budget;
  if (stop?.reason === 'epochs') return total === undefined ? 'budget of epochs' : undefined;
  if (stop?.reason === 'no-gain') return rows === undefined && !early ? 'rule for an early end' : undefined;
  return trials === undefined ? 'budget of trials' : undefined;
}

/** Whether what has ended a study does so no longer. */
function hasRoom(budget: SearchBudget, fold: StudyFold): boolean {
  const {
    trials = Number.POSITIVE_INFINITY,
    epochs = 1,
    'total-epochs': total = Number.POSITIVE_INFINITY,
  } = budget;
  if (fold.stop?.reason === 'trials') return countFinished(fold, 'search') < trials;
  if (fold.stop?.reason === 'exhausted') return trials > (fold.stop.trials ?? Number.POSITIVE_INFINITY);
  if (fold.stop?.reason === 'no-gain') return nothingToGain(fold, earlyEndOf(budget)) === undefined;
  if (fold.stop?.reason !== 'epochs') return false;
  // What a growth makes no room for is for the search to say. Journals that lack the budget ended where a training, which
  // may have been a whole one, did not fit.
  return fold.stop.epochs === undefined ? epochsSpent(fold) + epochs <= total : total > fold.stop.epochs;
}
