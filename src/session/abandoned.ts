import { existsSync } from 'node:fs';
import { inMarkdown, literal, paragraph, type Safe } from '../report/safe.ts';
import { counted, plural } from '../report/words.ts';
import { foldJournal } from '../study/fold.ts';
import { readJournal } from '../study/journal.ts';
import { bestTrial } from '../study/leaderboard.ts';

/** What the check of a run says that was cancelled or died before it could report: what was finished. */
export function renderAbandoned(
  ended: 'cancelled' | 'error',
  journal: string | undefined,
): { title: string; summary: Safe<'block'> } {
  const title = ended === 'cancelled' ? 'Cancelled' : 'Ended before it could report';
  const why =
    ended === 'cancelled'
      ? literal`The run was cancelled.`
      : literal`The step ended before it could report: it may have been killed, or the machine was out of memory.`;
  return { title, summary: paragraph(inMarkdown.say`${why} ${finished(journal)}`) };
}

function finished(journal: string | undefined): Safe<'markdown'> {
  const { say, sentence } = inMarkdown;
  if (journal === undefined || !existsSync(journal)) return literal`No trial had been started.`;
  try {
    const study = foldJournal(readJournal(journal));
    const ended = study.trials.filter(
      ({ role, state }) => role === 'search' && state !== 'running' && state !== 'interrupted',
    );
    const best = bestTrial(study);
    const trials = plural(ended.length, 'trial');
    if (!best) return say`${trials} had ended, none of them with a result.`;
    return say`${trials} had ended; the best had ${sentence(study.metric.name)} ${sentence(String(best.score))} (trial ${counted(best.trial)}).`;
  } catch {
    return literal`Its journal cannot be read.`;
  }
}
