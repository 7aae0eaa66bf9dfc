import type { JournalRecord } from './record.ts';

/** When things happened, as ISO 8601 in UTC. */
export interface StudyTimes {
  /** When the study began. */
  readonly created: string;
  /** By the number of the search trial: its first start, and its last end (absent while it runs). */
  readonly trials: ReadonlyMap<number, { readonly start: string; readonly end?: string }>;
}

/** When the search trials of a journal started and ended, by the numbers that their writer gave them. */
export function studyTimes(records: readonly JournalRecord[]): StudyTimes {
  const trials = new Map<number, { start: string; end?: string }>();
  let created: string | undefined;
  for (const record of records) {
    if (record.type === 'study') created ??= record.created;
    if ((record.type !== 'start' && record.type !== 'end') || record.role !== 'search') continue;
    const known = trials.get(record.trial);
    if (record.type === 'end') {
      if (known) known.end = record.at;
    } else if (known) delete known.end;
    else trials.set(record.trial, { start: record.at });
  }
  return { created: created ?? new Date(0).toISOString(), trials };
}
