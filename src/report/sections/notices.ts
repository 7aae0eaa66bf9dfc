import type { Results } from '../results.ts';
import { bullets, inMarkdown, type Safe } from '../safe.ts';
import { plural } from '../words.ts';

/** What the reader should know beside the results. */
export function noticesSection({ notices }: Results, most: number): Safe<'block'> | undefined {
  if (notices.length === 0) return undefined;
  const { say, sentence } = inMarkdown;
  const shown = notices.slice(0, most).map((notice) => say`${sentence(notice)}`);
  return bullets(
    notices.length > most ? [...shown, say`and ${plural(notices.length - most, 'of them')} more`] : shown,
  );
}
