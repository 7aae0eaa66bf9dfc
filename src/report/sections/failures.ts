import { failedWords, failureGroups, failureReport } from '../failures.ts';
import type { Results } from '../results.ts';
import { bullets, codeBlock, folded, inMarkdown, paragraph, type Safe } from '../safe.ts';

/** Failed trials by reason, with the end of one log. */
export function failuresSection(
  results: Results,
  options: { readonly tail: boolean },
): Safe<'block'> | undefined {
  const groups = failureGroups(results);
  if (groups.length === 0) return undefined;
  const { lines, log } = failureReport(results, inMarkdown);
  return folded(failedWords(groups.flatMap(({ trials }) => trials)), [
    bullets(lines),
    ...(options.tail && log ? [paragraph(log.title), codeBlock(log.tail, { limit: 4096, keep: 'end' })] : []),
  ]);
}
