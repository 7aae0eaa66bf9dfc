import type { Results } from '../results.ts';
import { blocks, bullets, inMarkdown, literal, paragraph, type Safe } from '../safe.ts';
import { counted } from '../words.ts';

/** What the reader should know beside the results. */
export function noticesSection({ notices }: Results, most: number): Safe<'block'> | undefined {
  if (notices.length === 0) return undefined;
  const { say, sentence } = inMarkdown;
  const shown = notices.slice(0, most).map((notice) => say`${sentence(notice)}`);
  const more = notices.length > most ? [say`and ${counted(notices.length - most)} more`] : [];
  return blocks([paragraph(literal`Notes:`), bullets([...shown, ...more])]);
}
