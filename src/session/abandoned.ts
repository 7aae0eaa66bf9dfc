import { existsSync } from 'node:fs';
import { markdownSentence } from '../report/safe.ts';
import { foldJournal } from '../study/fold.ts';
import { readJournal } from '../study/journal.ts';
import { bestTrial } from '../study/leaderboard.ts';

/** What the check of a run says that was cancelled or died before it could report: what was finished. */
export function renderAbandoned(
  ended: 'cancelled' | 'error',
  journal: string | undefined,
): { title: string; summary: string } {
  const title = ended === 'cancelled' ? 'Cancelled' : 'Ended before it could report';
  const why =
    ended === 'cancelled'
      ? 'The run was cancelled.'
      : 'The step ended before it could report: it may have been killed, or the machine was out of memory.';
  return { title, summary: `${why} ${finished(journal)}` };
}

function finished(journal: string | undefined): string {
  if (journal === undefined || !existsSync(journal)) return 'No trial had been started.';
  try {
    const study = foldJournal(readJournal(journal));
    const ended = study.trials.filter(
      ({ role, state }) => role === 'search' && state !== 'running' && state !== 'interrupted',
    );
    const best = bestTrial(study);
    if (!best) return `${ended.length} trials had ended, none of them with a result.`;
    return `${ended.length} trials had ended; the best had ${markdownSentence(study.metric.name)} ${best.score} (trial ${best.trial}).`;
  } catch {
    return 'Its journal cannot be read.';
  }
}
