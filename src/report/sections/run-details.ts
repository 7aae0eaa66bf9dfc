import type { Results } from '../results.ts';
import { runFacts } from '../run-facts.ts';
import { bullets, folded, inMarkdown, literal, paragraph, type Safe } from '../safe.ts';
import { stopSentence } from '../verdict-words.ts';

/** Budget planned and spent, why it stopped, strategy and machine. */
export function runDetails(results: Results): Safe<'block'> {
  const { say } = inMarkdown;
  return folded(literal`How this was run`, [
    paragraph(stopSentence(results, inMarkdown)),
    bullets(runFacts(results, inMarkdown).map(({ label, text }) => say`${label}: ${text}`)),
  ]);
}
